//! Makes a file that replaces another one under the same rights: owner, group and mode stay as a person set them.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// A new, empty file with the owner, group and mode of `like`; with the system's defaults if there is no `like`.
///
/// Until the rights are set only the user of this process may open it. An owner or group that the system does not let
/// this user set stays the user's own; the group then gets no more rights than everybody has. Access control lists and
/// extended attributes are not carried over.
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
        // Only root may give a file away.
        let _ = fchown(&file, Some(old.uid()), None);
    }
    let group_is_kept = new.gid() == old.gid() || fchown(&file, None, Some(old.gid())).is_ok();
    let mode = old.mode() & 0o777;
    let mode = if group_is_kept { mode } else { (mode & !0o070) | (mode & ((mode & 0o007) << 3)) };
    // Some file systems hold no modes and refuse this; there is nothing to keep on them.
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

/// A new, empty file. Windows keeps rights in the folder, and a new file takes them from there.
#[cfg(not(unix))]
pub(in crate::storage) fn create_like(path: &Path, _: &Path) -> io::Result<File> {
    create_new(path)
}

fn create_new(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create_new(true).open(path)
}
