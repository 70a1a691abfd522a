//! Defines [`Files`]: the segments of a journal on the disk, and which of them are kept.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frame;
use crate::storage::error::StorageError;
use crate::storage::files::fs::{Fs, FsFile, write_all};
use crate::storage::files::private;

/// Maximum size of a segment, in bytes, unless a single change is larger.
pub const FULL: u64 = 2 << 20;
/// Bytes of saved segments that are kept and read, newest first, so that undo works after a restart.
pub const KEPT: u64 = 2 * FULL;
/// Maximum size of a segment that is read, in bytes.
const READ_LIMIT: u64 = 4 << 30;

/// What is known about one segment.
#[derive(Clone, Debug)]
pub struct Segment {
    pub number: u64,
    pub bytes: u64,
    /// Number of its newest entry; 0 if it was not read because all of it is saved.
    pub top: u64,
    /// Whether something in it could not be read: then it is never deleted.
    pub is_damaged: bool,
}

/// The folder of a journal.
#[derive(Debug)]
pub struct Files {
    pub fs: Arc<dyn Fs>,
    pub folder: PathBuf,
    /// Oldest first. The one that is being written is among them.
    pub segments: Vec<Segment>,
}

impl Files {
    /// Lists the segments in `folder`. Empty if the folder does not exist.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn list(folder: &Path, fs: Arc<dyn Fs>) -> Result<Self, StorageError> {
        let failed = |error: io::Error| StorageError::reading(folder, &error);
        let mut segments = Vec::new();
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => Some(entries),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        };
        for entry in entries.into_iter().flatten() {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            let number = name.to_str().and_then(|name| name.strip_suffix(".journal")).and_then(|stem| stem.parse().ok());
            if let Some(number) = number {
                let bytes = entry.metadata().map_err(failed)?.len();
                segments.push(Segment { number, bytes, top: 0, is_damaged: false });
            }
        }
        segments.sort_by_key(|segment| segment.number);
        Ok(Self { fs, folder: folder.to_owned(), segments })
    }

    /// The path of a segment.
    pub fn path(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{number:08}.journal"))
    }

    /// The bytes of a segment.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(&self, number: u64) -> Result<Vec<u8>, StorageError> {
        let path = self.path(number);
        let bytes = self.fs.read(&path, READ_LIMIT).map_err(|error| StorageError::reading(&path, &error))?;
        Ok(bytes.unwrap_or_default())
    }

    /// Creates a segment after all others and opens it for appending. Returns its number too.
    ///
    /// # Errors
    /// If it cannot be created. What was written of it is kept, and its number is not used again.
    pub fn begin(&mut self) -> io::Result<(u64, Box<dyn FsFile>)> {
        let number = self.segments.last().map_or(0, |segment| segment.number) + 1;
        self.segments.push(Segment { number, bytes: 0, top: 0, is_damaged: false });
        let path = self.path(number);
        let mut file = match self.fs.create_new(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // The folder was deleted while the set was open.
                create_private(self.fs.as_ref(), &self.folder)?;
                self.fs.create_new(&path)?
            }
            file => file?,
        };
        private::tighten(&path);
        if let Err(error) = write_all(file.as_mut(), &frame::header()) {
            let _ = self.fs.remove(&path);
            return Err(error);
        }
        self.grow(number, frame::header().len(), 0);
        Ok((number, file))
    }

    /// Records that a frame was appended to a segment: the entry number `top`, or a mark.
    pub fn grow(&mut self, number: u64, bytes: usize, top: u64) {
        if let Some(segment) = self.segments.iter_mut().rev().find(|segment| segment.number == number) {
            segment.bytes += bytes as u64;
            segment.top = segment.top.max(top);
        }
    }

    /// Deletes a segment to which no frame could be written, so that a full disk is not filled with such files.
    pub fn drop_empty(&self, number: u64) {
        // At worst an empty file stays.
        let _ = self.fs.remove(&self.path(number));
    }

    /// Deletes saved segments older than the newest [`KEPT`] bytes, except the segment `current`.
    ///
    /// A segment of which something cannot be read is renamed instead and kept. If a file cannot be deleted, the next call tries
    /// again.
    pub fn prune(&mut self, saved: u64, current: Option<u64>) {
        let mut total = 0;
        let mut kept = Vec::new();
        for segment in std::mem::take(&mut self.segments).into_iter().rev() {
            total += segment.bytes;
            let is_needed = Some(segment.number) == current || segment.top > saved || total <= KEPT;
            let is_gone = |error: io::Error| error.kind() == io::ErrorKind::NotFound;
            if is_needed || !self.give_up(&segment).map_or_else(is_gone, |()| true) {
                kept.push(segment);
            }
        }
        kept.reverse();
        self.segments = kept;
    }

    fn give_up(&self, segment: &Segment) -> io::Result<()> {
        let path = self.path(segment.number);
        let is_whole = || {
            let bytes = self.fs.read(&path, READ_LIMIT)?.unwrap_or_default();
            let scan = frame::scan(&bytes);
            let known = matches!(scan.version, frame::Version::Current | frame::Version::Old);
            Ok::<bool, io::Error>(known && scan.damaged == 0)
        };
        if segment.is_damaged || !is_whole()? {
            return self.fs.rename(&path, &path.with_extension("damaged"));
        }
        self.fs.remove(&path)
    }

    /// Copies the segments with entries after `saved`, so that these entries are kept when the segments are deleted. `last` is the
    /// number of the newest entry.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn keep_copies(&self, saved: u64, last: u64) -> io::Result<()> {
        for segment in self.segments.iter().filter(|segment| segment.top > saved) {
            let path = self.path(segment.number);
            let copy = self.folder.join(format!("{:08}-{last}.kept", segment.number));
            let bytes = self.fs.read(&path, READ_LIMIT)?.unwrap_or_default();
            match self.fs.create_new(&copy) {
                // It was copied when the set was opened before.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                file => {
                    let mut file = file?;
                    private::tighten(&copy);
                    write_all(file.as_mut(), &bytes)?;
                    file.sync()?;
                }
            }
        }
        Ok(())
    }
}

/// Creates a folder that only its owner can enter, and its missing parents.
///
/// # Errors
/// If it cannot be made.
pub fn create_private(fs: &dyn Fs, folder: &Path) -> io::Result<()> {
    fs.create_folder(folder)?;
    private::tighten(folder);
    Ok(())
}
