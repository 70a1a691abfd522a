//! Creates a file that will replace another one, with the same owner, group and mode.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Creates an empty file with the owner, group and mode of `like`; with the defaults of the system if `like` does not exist.
///
/// Until the permissions are set, only the user of this process can open it. If the system does not allow setting the owner
/// or group, these remain the user's own, and the group gets no more permissions than everybody. Access control lists and
/// extended attributes are not copied.
#[cfg(unix)]
pub(in crate::storage) fn create_like(path: &Path, like: &Path) -> io::Result<File> {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown};

    let old = match std::fs::metadata(like) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return create_new(path),
        Err(error) => return Err(error),
    };
    let file = OpenOptions::new().append(true).create_new(true).mode(0o600).open(path)?;
    let new = file.metadata()?;
    let owner_differs = new.uid() != old.uid();
    if owner_differs {
        // Only root may change the owner.
        let _ = fchown(&file, Some(old.uid()), None);
    }
    let group_is_kept = new.gid() == old.gid() || fchown(&file, None, Some(old.gid())).is_ok();
    let mode = old.mode() & 0o777;
    let mode = if group_is_kept { mode } else { (mode & !0o070) | (mode & ((mode & 0o007) << 3)) };
    // Some file systems have no modes and refuse this; there is nothing to preserve on them.
    if file.metadata()?.mode() & 0o777 != mode {
        match file.set_permissions(Permissions::from_mode(mode)) {
            Err(error) if error.kind() != io::ErrorKind::PermissionDenied && error.kind() != io::ErrorKind::Unsupported => {
                return Err(error);
            }
            _ => {}
        }
    }
    Ok(file)
}

/// Creates an empty file. On Windows it inherits the permissions of its folder.
#[cfg(not(unix))]
pub(in crate::storage) fn create_like(path: &Path, _: &Path) -> io::Result<File> {
    create_new(path)
}

fn create_new(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create_new(true).open(path)
}
