//! Defines [`SetLock`], which keeps a second window from writing the same set, and asks whether a set can be written.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::atomic;
use super::error::StorageError;
use super::fs::Disk;

/// A set that this window may write. Let go when it is dropped, and by the system when the program dies.
#[derive(Debug)]
pub struct SetLock {
    /// The lock lives as long as the open file.
    _file: File,
}

/// Why a set could not be locked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    #[error("“{}” is open in another window{}. Close it there, or go on reading here", .root.display(), process(.pid.as_deref()))]
    Held { root: PathBuf, pid: Option<String> },
    #[error(transparent)]
    Storage(#[from] StorageError),
}

fn process(pid: Option<&str>) -> String {
    pid.map(|pid| format!(" (process {pid})")).unwrap_or_default()
}

impl SetLock {
    /// Takes the set at `root` for this window; the lock's file stands in `state_dir`, on the local disk.
    ///
    /// # Errors
    /// When another window has it, or the state folder cannot be written.
    pub fn acquire(state_dir: &Path, root: &Path) -> Result<Self, LockError> {
        let path = state_dir.join(format!("{}.lock", state_name(root)?));
        let failed = |error: &std::io::Error| StorageError::writing(&path, "lock the set", error);
        fs::create_dir_all(state_dir).map_err(|error| failed(&error))?;
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = options.map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut pid = String::new();
                // Only for the message; some systems do not let a locked file be read.
                let _ = file.take(20).read_to_string(&mut pid);
                let pid = Some(pid.trim().to_owned()).filter(|pid| !pid.is_empty());
                return Err(LockError::Held { root: root.to_owned(), pid });
            }
            Err(TryLockError::Error(error)) => return Err(failed(&error).into()),
        }
        // The number only helps a person to find the other window; the lock holds without it.
        let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
        Ok(Self { _file: file })
    }
}

/// A name for a set's things in the state folder: the folder's name, and the digest of its real path.
pub(super) fn state_name(root: &Path) -> Result<String, StorageError> {
    let real = fs::canonicalize(root).map_err(|error| StorageError::reading(root, &error))?;
    let digest = atomic::fingerprint(real.as_os_str().as_encoded_bytes());
    let key = digest.iter().take(8).fold(0_u64, |key, byte| (key << 8) | u64::from(*byte));
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("{}-{key:016x}", crate::model::id::slug(&name, "set")))
}

/// Whether the set can be written, found out by writing: permission bits do not tell of a read-only disk.
///
/// # Errors
/// When it cannot, with the reason in words.
pub fn is_writable(root: &Path) -> Result<(), String> {
    let probe = root.join("writable");
    let written = atomic::prepare(&Disk, &probe, b"").map(|prepared| prepared.discard(&Disk));
    written.map_err(|error| match error {
        StorageError::Io { reason, .. } => format!("“{}” can be read but not changed: {reason}", root.display()),
        other => other.to_string(),
    })
}
