//! Replaces one file whole, or leaves it as it was; never over what somebody else wrote meanwhile.

use std::io;
use std::path::{Path, PathBuf};

use super::fs::{Fs, write_all};
use super::unfinished::{self, UNFINISHED};
use crate::storage::error::StorageError;

/// Largest file of a set that is read or written, in bytes.
pub const RON_LIMIT: u64 = 64 << 20;
/// Largest article file that is imported, in bytes. As UTF-8 it may grow, but never beyond [`RON_LIMIT`].
pub const TEXT_LIMIT: u64 = 16 << 20;

/// A file that is whole on the disk beside its target, and not yet in its place.
#[derive(Debug)]
pub struct Prepared {
    temp: PathBuf,
    target: PathBuf,
}

/// Writes `bytes` into a new file beside `target` and waits until the disk holds them. Owner and mode are those of the
/// file that it will replace.
///
/// The folder must be there: one that is gone is never made anew, so that no save goes into an empty copy of a set.
/// After a crash at any moment `target` is as it was; at worst an unfinished file stands beside it.
///
/// # Errors
/// If the disk refuses; the unfinished file is then taken away.
pub fn prepare(fs: &dyn Fs, target: &Path, bytes: &[u8]) -> Result<Prepared, StorageError> {
    let folder = target.parent().unwrap_or(Path::new("."));
    let temp = folder.join(temp_name(target));
    if let Err(error) = fill(fs, &temp, target, bytes) {
        // The write failed already; that the rest stays behind is no worse.
        let _ = fs.remove(&temp);
        return Err(StorageError::writing(target, "write the file", &error));
    }
    Ok(Prepared { temp, target: target.to_owned() })
}

impl Prepared {
    /// Puts the file in its place in one step.
    ///
    /// # Errors
    /// If the disk refuses; the target is then as it was.
    pub fn publish(self, fs: &dyn Fs) -> Result<(), StorageError> {
        fs.rename(&self.temp, &self.target).map_err(|error| {
            let _ = fs.remove(&self.temp);
            StorageError::writing(&self.target, "put the new file in its place", &error)
        })
    }

    /// Takes the file away again.
    pub fn discard(self, fs: &dyn Fs) {
        let _ = fs.remove(&self.temp);
    }
}

/// Makes what happened in the folder of `target` survive a power cut. Only then is a save acknowledged.
///
/// # Errors
/// If the disk does not confirm it.
pub fn settle(fs: &dyn Fs, target: &Path) -> Result<(), StorageError> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs.sync_folder(folder).map_err(|e| StorageError::writing(target, "make sure that the disk holds the file", &e))
}

fn fill(fs: &dyn Fs, temp: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs.create_like(temp, target)?;
    write_all(file.as_mut(), bytes)?;
    file.sync()?;
    // A full disk or a faulty network share may accept less than it says.
    if file.byte_len()? == bytes.len() as u64 { Ok(()) } else { Err(io::Error::other("the disk holds less than was written")) }
}

fn temp_name(target: &Path) -> String {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    unfinished::name(&name, UNFINISHED)
}
