//! Replaces a file atomically: afterwards it has the complete new content, or is unchanged.

use std::io;
use std::path::{Path, PathBuf};

use super::fs::{Fs, write_all};
use super::unfinished::{self, UNFINISHED};
use crate::storage::error::StorageError;

/// Maximum size of a file of a set that is read or written, in bytes.
pub const RON_LIMIT: u64 = 64 << 20;
/// Maximum size of an article file that is imported, in bytes. As UTF-8 it may grow, but never beyond [`RON_LIMIT`].
pub const TEXT_LIMIT: u64 = 16 << 20;

/// A complete new file on the disk, next to the target that it will replace.
#[derive(Debug)]
pub struct Prepared {
    temp: PathBuf,
    target: PathBuf,
}

/// Writes `bytes` to a new file next to `target` and waits until the disk confirms them. Owner and mode are those of the file
/// that it will replace.
///
/// The folder must exist: a missing one is never created, so that a save cannot go into an empty copy of a set. After a crash
/// at any time `target` is unchanged; at worst an unfinished file is next to it.
///
/// # Errors
/// If the file cannot be written; the unfinished file is then deleted.
pub fn prepare(fs: &dyn Fs, target: &Path, bytes: &[u8]) -> Result<Prepared, StorageError> {
    let folder = target.parent().unwrap_or(Path::new("."));
    let temp = folder.join(temp_name(target));
    if let Err(error) = fill(fs, &temp, target, bytes) {
        // The write has failed already; a remaining file does no further harm.
        let _ = fs.remove(&temp);
        return Err(StorageError::writing(target, "write the file", &error));
    }
    Ok(Prepared { temp, target: target.to_owned() })
}

impl Prepared {
    /// Replaces the target in one step.
    ///
    /// # Errors
    /// If the rename fails; the target is then unchanged.
    pub fn publish(self, fs: &dyn Fs) -> Result<(), StorageError> {
        fs.rename(&self.temp, &self.target).map_err(|error| {
            let _ = fs.remove(&self.temp);
            StorageError::writing(&self.target, "put the new file in its place", &error)
        })
    }

    /// Deletes the new file.
    pub fn discard(self, fs: &dyn Fs) {
        let _ = fs.remove(&self.temp);
    }
}

/// Makes the changes in the folder of `target` durable. A save is acknowledged only after that.
///
/// # Errors
/// If the disk does not confirm it.
pub fn settle(fs: &dyn Fs, target: &Path) -> Result<(), StorageError> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs.sync_folder(folder).map_err(|e| StorageError::writing(target, "make sure that the file is on the disk", &e))
}

fn fill(fs: &dyn Fs, temp: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs.create_like(temp, target)?;
    write_all(file.as_mut(), bytes)?;
    file.sync()?;
    // A full disk or a faulty network share may store less than it reports.
    if file.byte_len()? == bytes.len() as u64 { Ok(()) } else { Err(io::Error::other("less is on the disk than was written")) }
}

fn temp_name(target: &Path) -> String {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    unfinished::name(&name, UNFINISHED)
}
