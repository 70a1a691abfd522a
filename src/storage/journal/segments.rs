//! Defines [`Journal`], an append-only record of all edits of one set, in files that are begun anew when they grow.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frame::{self, MAGIC, Record};
use crate::edit::Entry;
use crate::storage::error::{Notice, Place, Severity, StorageError};
use crate::storage::fs::{Disk, Fs, FsFile, write_all};
use crate::storage::lock::state_name;

/// A segment that is larger, in bytes, is not continued at the next start.
const FULL: u64 = 4 << 20;
/// No segment is larger, in bytes, unless one session went on for weeks.
const READ_LIMIT: u64 = 2 << 30;
/// Segments that are read back for the history.
const READ_BACK: usize = 2;

/// The journal of one set, open for writing. One process holds it at a time: take the set's lock first.
#[derive(Debug)]
pub struct Journal {
    fs: Arc<dyn Fs>,
    folder: PathBuf,
    /// Number of the newest segment; 0 when there is none.
    segment: u64,
    /// Open at its end; nothing when the next record begins a new segment.
    file: Option<Box<dyn FsFile>>,
    /// Segments with a torn end that may hold entries which the disk has not confirmed.
    left: Vec<Box<dyn FsFile>>,
    /// A segment was begun, and the disk has not confirmed that the folder holds it.
    is_new: bool,
    /// The greatest number that was given to an entry.
    last: u64,
    /// Number of the newest entry that was written.
    written: u64,
}

impl Journal {
    /// Opens the journal of the set at `set_root`, under the folder `dir`, and reads its newest records.
    ///
    /// What a crash cut short at the end is left out, and said; everything before it is there. The damaged bytes are
    /// not touched: writing goes on in a new file. All entries that no saved mark covers are among the records.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn open(dir: &Path, set_root: &Path) -> Result<(Self, Vec<Record>, Vec<Notice>), StorageError> {
        Self::open_with(dir, set_root, Arc::new(Disk))
    }

    /// Like [`Self::open`], on another [`Fs`].
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with(dir: &Path, set_root: &Path, fs: Arc<dyn Fs>) -> Result<(Self, Vec<Record>, Vec<Notice>), StorageError> {
        let folder = dir.join(state_name(set_root)?);
        fs.create_folder(&folder).map_err(|error| StorageError::writing(&folder, "make the folder", &error))?;
        let numbers = segment_numbers(&folder)?;
        let newest = numbers.last().copied().unwrap_or(0);
        let mut notices = Vec::new();
        let mut read: Vec<Vec<Record>> = Vec::new();
        let mut goes_on = false;
        for &number in numbers.iter().rev() {
            if read.len() >= READ_BACK && older_are_saved(&read) {
                break;
            }
            let path = segment_path(&folder, number);
            let bytes = fs.read(&path, READ_LIMIT).map_err(|error| StorageError::reading(&path, &error))?.unwrap_or_default();
            let (records, damaged) = frame::read(&bytes);
            if damaged > 0 {
                notices.push(torn(&path, damaged, number == newest));
            }
            if number == newest {
                goes_on = damaged == 0 && (bytes.len() as u64) < FULL && bytes.starts_with(MAGIC);
            }
            read.push(records);
        }
        let records: Vec<Record> = read.into_iter().rev().flatten().collect();
        let last = records.iter().map(|record| match record {
            Record::Entry { number, .. } => *number,
            Record::Saved { through } => *through,
        });
        let last = last.max().unwrap_or(0);
        // Failing to go on in the old segment is no loss: a new one is begun.
        let file = if goes_on { fs.open_end(&segment_path(&folder, newest)).ok() } else { None };
        let journal = Self { fs, folder, segment: newest, file, left: Vec::new(), is_new: false, last, written: last };
        Ok((journal, records, notices))
    }

    /// Adds an entry and returns its number. When this returns `Ok`, the entry survives the death of the program, but not
    /// a power cut: for that, call [`Self::sync`]. It does not wait for the disk.
    ///
    /// # Errors
    /// When the system does not take it. The entry is then not in the journal and its number is never used; earlier
    /// entries are untouched, and the next one begins a new segment.
    pub fn write(&mut self, entry: &Entry) -> Result<u64, StorageError> {
        self.last += 1;
        let number = self.last;
        self.put(frame::entry(number, entry))?;
        self.written = number;
        Ok(number)
    }

    /// Waits until the disk holds every entry that was written, and returns the number of the newest of them.
    ///
    /// # Errors
    /// When the disk does not confirm it. What was written since the last `Ok` may not survive a power cut.
    pub fn sync(&mut self) -> Result<u64, StorageError> {
        let synced = self.left.iter_mut().chain(self.file.as_mut()).try_for_each(|file| file.sync());
        let synced = match synced {
            Ok(()) if self.is_new => self.fs.sync_folder(&self.folder),
            other => other,
        };
        synced.map_err(|error| self.failed(error.to_string()))?;
        self.left.clear();
        self.is_new = false;
        Ok(self.written)
    }

    /// [`Self::write`] and [`Self::sync`] in one.
    ///
    /// # Errors
    /// As these two.
    pub fn append(&mut self, entry: &Entry) -> Result<u64, StorageError> {
        let number = self.write(entry)?;
        self.sync()?;
        Ok(number)
    }

    /// Number of the newest entry. Take it together with the snapshot that is given to the writer.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.last
    }

    /// Says that the set's files hold every entry up to number `through`, as [`Self::last`] gave it at the snapshot.
    ///
    /// Call it after a save that returned `Ok`. It does not wait for the disk: when the mark is lost in a crash,
    /// recovery finds the edits already done and does nothing.
    ///
    /// # Errors
    /// When the system does not take it.
    pub fn mark_saved(&mut self, through: u64) -> Result<(), StorageError> {
        self.put(frame::saved(through))
    }

    fn put(&mut self, bytes: Result<Vec<u8>, String>) -> Result<(), StorageError> {
        let bytes = bytes.map_err(|reason| self.failed(reason))?;
        let mut file = match self.file.take() {
            Some(file) => file,
            None => self.begin_segment().map_err(|error| self.failed(error.to_string()))?,
        };
        match write_all(file.as_mut(), &bytes) {
            Ok(()) => {
                self.file = Some(file);
                Ok(())
            }
            Err(error) => {
                // Nothing is written after a torn record; what stands before it must still reach the disk.
                self.left.push(file);
                Err(self.failed(error.to_string()))
            }
        }
    }

    fn failed(&self, reason: String) -> StorageError {
        StorageError::Io {
            file: segment_path(&self.folder, self.segment.max(1)),
            doing: "write the journal",
            reason,
            next: "This change is not safe yet; make room on the disk, then save",
        }
    }

    fn begin_segment(&mut self) -> std::io::Result<Box<dyn FsFile>> {
        // Counted up first: a segment that failed half-way is left alone.
        self.segment += 1;
        let mut file = self.fs.create_new(&segment_path(&self.folder, self.segment))?;
        self.is_new = true;
        write_all(file.as_mut(), MAGIC)?;
        Ok(file)
    }
}

/// Whether no entry in an older segment can be unsaved. `read` begins with the newest segment.
fn older_are_saved(read: &[Vec<Record>]) -> bool {
    let records = || read.iter().flatten();
    let saved = records().filter_map(|record| match record {
        Record::Saved { through } => Some(*through),
        Record::Entry { .. } => None,
    });
    let first = records().filter_map(|record| match record {
        Record::Entry { number, .. } => Some(*number),
        Record::Saved { .. } => None,
    });
    match (saved.max(), first.min()) {
        (Some(through), Some(first)) => through + 1 >= first,
        (saved, _) => saved.is_some(),
    }
}

fn torn(path: &Path, bytes: usize, is_newest: bool) -> Notice {
    let severity = if is_newest { Severity::Warning } else { Severity::Info };
    let place = Place::file(path.display().to_string());
    let text = format!("the last {bytes} bytes of this journal cannot be read, as after a crash; everything before them is kept");
    Notice::new(severity, place, text)
}

fn segment_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:08}.journal"))
}

fn segment_numbers(folder: &Path) -> Result<Vec<u64>, StorageError> {
    let failed = |error: std::io::Error| StorageError::reading(folder, &error);
    let mut numbers = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let number = name.to_str().and_then(|name| name.strip_suffix(".journal")).and_then(|stem| stem.parse::<u64>().ok());
        numbers.extend(number);
    }
    numbers.sort_unstable();
    Ok(numbers)
}
