//! Keeps the journals and locks of a person from the other users of the computer, and tells files apart.

#[cfg(unix)]
use std::fs;
use std::fs::{File, OpenOptions};
use std::path::Path;

/// Lets only the person read a file or enter a folder, where the system knows such rights.
///
/// A file system without them is no reason to do without a journal, so a failure is ignored.
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

/// Options that make a file which only the person can read.
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

/// Whether an open file is the one that is at `path`. Where files cannot be told apart: whether one stands there.
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

/// What tells a folder from another one at the same path, where the system knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderId(Option<(u64, u64)>);

impl FolderId {
    /// The folder at `path`.
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

    /// Whether it is this folder that is at `path`. Where that cannot be known, it is taken to be.
    pub fn is_same(self, path: &Path) -> bool {
        self.0.is_none() || Self::of(path) == self
    }
}
