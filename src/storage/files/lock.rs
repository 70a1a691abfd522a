//! Defines [`SetLock`], which prevents two windows from writing the same set, and tests whether a set can be written.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::atomic;
use super::fingerprint::fingerprint;
use super::fs::Disk;
use super::private;
use crate::model::SetId;
use crate::storage::error::StorageError;

/// The right to write a set. Released when it is dropped, and by the system when the process ends.
///
/// The set is locked by its path, and, after [`Self::claim`], also by its id, because a copy of the set has the same journal.
#[derive(Debug)]
pub struct SetLock {
    dir: PathBuf,
    root: PathBuf,
    /// Each lock is held as long as its file is open.
    held: Mutex<Vec<(File, PathBuf)>>,
}

/// Why a set could not be locked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    #[error("“{}” is open in another window{}. Close it there, or continue here without changes", .root.display(), process(.pid.as_deref()))]
    Held { root: PathBuf, pid: Option<String> },
    #[error(
        "“{other}”, which is the same set at another place, is open in another window{}. Close it there and open this one again to change it",
        process(.pid.as_deref())
    )]
    HeldElsewhere { other: String, pid: Option<String> },
    #[error(transparent)]
    Storage(#[from] StorageError),
}

fn process(pid: Option<&str>) -> String {
    pid.map(|pid| format!(" (process {pid})")).unwrap_or_default()
}

impl SetLock {
    /// Locks the set at `root`. The lock file is in `dir`, on the local disk.
    ///
    /// # Errors
    /// If another window has the lock, or `dir` cannot be written.
    pub fn acquire(dir: &Path, root: &Path) -> Result<Self, LockError> {
        let path = dir.join(format!("{}.lock", state_name(root)?));
        let real = fs::canonicalize(root).map_err(|error| StorageError::reading(root, &error))?;
        let file = lock(&path, &real)?;
        Ok(Self { dir: dir.to_owned(), root: real, held: Mutex::new(vec![(file, path)]) })
    }

    /// Also locks all other sets with this id, so that no two windows write one journal.
    ///
    /// # Errors
    /// If another window has one of them locked, or the lock file cannot be written.
    pub fn claim(&self, id: &SetId) -> Result<(), LockError> {
        let path = self.dir.join(format!("{id}.lock"));
        let file = lock(&path, &self.root)?;
        self.held.lock().unwrap_or_else(PoisonError::into_inner).push((file, path));
        Ok(())
    }

    /// Locks again if the lock files were deleted, as when the state folder was cleared.
    ///
    /// # Errors
    /// If another window has locked the set in the meantime, or the lock file cannot be written.
    pub fn renew(&self) -> Result<(), LockError> {
        for (file, path) in self.held.lock().unwrap_or_else(PoisonError::into_inner).iter_mut() {
            if !private::is_at(file, path) {
                *file = lock(path, &self.root)?;
            }
        }
        Ok(())
    }
}

fn lock(path: &Path, root: &Path) -> Result<File, LockError> {
    let failed = |error: &io::Error| StorageError::writing(path, "lock the set", error);
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir).map_err(|error| failed(&error))?;
        private::tighten(dir);
    }
    let opened = private::options().read(true).write(true).create(true).truncate(false).open(path);
    let mut file = opened.map_err(|error| failed(&error))?;
    private::tighten(path);
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut text = String::new();
            // Only for the message; some systems do not allow reading a locked file.
            let _ = file.take(8192).read_to_string(&mut text);
            let (pid, other) = text.split_once('\n').unwrap_or((&text, ""));
            let pid = Some(pid.trim().to_owned()).filter(|pid| !pid.is_empty());
            let (other, root) = (other.trim().to_owned(), root.to_owned());
            let is_elsewhere = !other.is_empty() && other != root.to_string_lossy();
            return Err(if is_elsewhere { LockError::HeldElsewhere { other, pid } } else { LockError::Held { root, pid } });
        }
        Err(TryLockError::Error(error)) => return Err(failed(&error).into()),
    }
    // The text only helps a person to find the other window; the lock does not depend on it.
    let _ = file.set_len(0).and_then(|()| write!(file, "{}\n{}\n", std::process::id(), root.display()));
    Ok(file)
}

/// The name of a set in the state folder: the name of its folder, and a digest of the canonical path.
pub(in crate::storage) fn state_name(root: &Path) -> Result<String, StorageError> {
    let real = fs::canonicalize(root).map_err(|error| StorageError::reading(root, &error))?;
    let digest = fingerprint(real.as_os_str().as_encoded_bytes());
    let key = digest.iter().take(8).fold(0_u64, |key, byte| (key << 8) | u64::from(*byte));
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("{}-{key:016x}", crate::model::id::slug(&name, "set")))
}

/// Tests by writing whether the set can be written, because permission bits do not show a read-only disk.
///
/// # Errors
/// If it cannot be written; the reason, as a sentence.
pub fn is_writable(root: &Path) -> Result<(), String> {
    let probe = root.join("writable");
    let written = atomic::prepare(&Disk, &probe, b"").map(|prepared| prepared.discard(&Disk));
    written.map_err(|error| match error {
        StorageError::Io { reason, .. } => format!("“{}” can be read but not changed: {reason}", root.display()),
        other => other.to_string(),
    })
}
