//! Protects journals and locks from other users of the computer, and identifies files and folders.

#[cfg(unix)]
use std::fs;
use std::fs::{File, OpenOptions};
use std::path::Path;

/// Restricts a file or folder to its owner, on systems with such permissions.
///
/// A failure is ignored: on a file system without permissions there should still be a journal.
pub fn tighten(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let Ok(metadata) = fs::metadata(path) else { return };
        let mode = if metadata.is_dir() { 0o700 } else { 0o600 };
        if metadata.permissions().mode() & 0o777 != mode {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Options that create a file which only its owner can read.
pub fn options() -> OpenOptions {
    #[cfg_attr(not(unix), allow(unused_mut, reason = "the mode is set on Unix"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Whether an open file is the one at `path`. On systems without file identity: whether there is a file at `path`.
pub fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let (Ok(held), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
        (held.dev(), held.ino()) == (there.dev(), there.ino())
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// The identity of a folder, independent of its path, on systems that have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderId(Option<(u64, u64)>);

impl FolderId {
    /// The identity of the folder at `path`.
    pub fn of(path: &Path) -> Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            Self(fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino())))
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            Self(None)
        }
    }

    /// Whether this is the folder at `path`. `true` if the system cannot tell.
    pub fn is_same(self, path: &Path) -> bool {
        self.0.is_none() || Self::of(path) == self
    }
}
