//! Defines [`Journal`], an append-only record of all edits of one set, in segments of limited size.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::ballast::Ballast;
use super::contents::Contents;
use super::disk_wait::{DiskWait, NewFolder};
use super::files::{FULL, Files};
use super::frame::{self, ENTRY, SAVED};
use super::pack::Known;
use super::place::Place;
use crate::edit::Entry;
use crate::model::SetId;
use crate::storage::error::StorageError;
use crate::storage::files::fs::{Disk, Fs, FsFile, write_all};
use crate::storage::identity::set_id;

/// The journal of one set, open for writing. Only one process may have it open: lock the set first.
#[derive(Debug)]
pub struct Journal {
    place: Place,
    files: Files,
    ballast: Ballast,
    /// The segment that is appended to; `None` if the next frame begins a new segment.
    current: Option<Current>,
    /// Older segments with entries that the disk may not have confirmed.
    unconfirmed: Vec<Box<dyn FsFile>>,
    /// Whether a segment was created and the disk has not confirmed its entry in the folder.
    is_new: bool,
    /// The greatest number of an entry so far.
    last: u64,
    /// Number of the newest entry that was written, and of the newest that the disk has confirmed.
    written: u64,
    synced: u64,
    /// Every entry up to this number is in the files of the set.
    saved: u64,
    /// The entries after `saved`, oldest first. If the disk loses them, they are written again.
    unsaved: Vec<(u64, Entry)>,
    /// Whether entries that are not confirmed must be written again to a new segment.
    is_lost: bool,
}

/// The segment that is being written.
#[derive(Debug)]
struct Current {
    number: u64,
    bytes: u64,
    file: Box<dyn FsFile>,
    known: Known,
}

impl Journal {
    /// Opens the journal of the set at `root` among those in `dir`, and reads what is needed of it. Used by tests and benches; the
    /// program uses [`Self::open_at`].
    ///
    /// Damaged frames are skipped and reported. The damaged file is not changed; new entries are written to a new one. The
    /// contents include all unsaved entries.
    ///
    /// # Errors
    /// If it cannot be read or written, or a newer Dicta wrote it.
    pub fn open(dir: &Path, root: &Path) -> Result<(Self, Contents), StorageError> {
        let disk: Arc<dyn Fs> = Arc::new(Disk);
        Self::open_with(dir, root, &disk)
    }

    /// Like [`Self::open`], on another [`Fs`].
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with(dir: &Path, root: &Path, fs: &Arc<dyn Fs>) -> Result<(Self, Contents), StorageError> {
        Self::open_at(Place::find(dir, root, set_id(root)?.as_ref())?, fs)
    }

    /// Opens the journal at a place that was found before.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_at(place: Place, fs: &Arc<dyn Fs>) -> Result<(Self, Contents), StorageError> {
        let mut files = place.files(fs)?;
        let mut contents = Contents::read(&mut files)?;
        if let Some(newer) = contents.newer {
            return Err(newer);
        }
        // The segments stay, or are copied under the same names.
        files.folder = place.take(fs)?;
        let ballast = Ballast::of(&place.dir, Arc::clone(fs));
        let newest = files.segments.last().cloned().filter(|segment| segment.bytes < FULL);
        let current = match (contents.known.take(), newest) {
            // If the old segment cannot be continued, a new one is created.
            (Some(known), Some(newest)) => fs.open_end(&files.path(newest.number)).ok().map(|file| {
                let (number, bytes) = (newest.number, newest.bytes);
                Current { number, bytes, file, known }
            }),
            _ => None,
        };
        let unsaved = contents.unsaved().map(|(number, entry)| (number, entry.clone())).collect();
        let (last, saved) = (contents.last, contents.saved);
        let journal = Self {
            place,
            files,
            ballast,
            current,
            unconfirmed: Vec::new(),
            is_new: false,
            last,
            written: last,
            synced: last,
            saved,
            unsaved,
            is_lost: false,
        };
        Ok((journal, contents))
    }

    /// The id of the set of this journal. A set without an id gets a new one.
    #[must_use]
    pub fn id(&self) -> &SetId {
        &self.place.id
    }

    /// Adds an entry and returns its number. After `Ok` the entry survives a crash of the program, but not a power cut: for that,
    /// call [`Self::sync`]. It does not wait for the disk.
    ///
    /// # Errors
    /// If it cannot be written. The entry is then not in the journal and its number is never used; earlier entries are not
    /// affected, and the next one begins a new segment.
    pub fn write(&mut self, entry: &Entry) -> Result<u64, StorageError> {
        self.last += 1;
        let number = self.last;
        self.put(ENTRY, number, Some(entry))?;
        self.written = number;
        self.unsaved.push((number, entry.clone()));
        Ok(number)
    }

    /// Waits until every written entry is durable, and returns the number of the newest.
    ///
    /// Entries that the disk has lost, because it failed or the journal's folder was deleted, are written again.
    ///
    /// # Errors
    /// If the disk does not confirm it. Entries written since the last `Ok` may not survive a power cut; the next call tries
    /// again.
    pub fn sync(&mut self) -> Result<u64, StorageError> {
        for _ in 0..2 {
            let mut wait = self.begin_sync()?;
            let result = wait.run();
            if self.end_sync(&wait, result)? == self.written {
                return Ok(self.written);
            }
        }
        Err(self.failed(&io::Error::other("its folder is deleted again and again")))
    }

    /// Returns what the disk has to confirm, so that another thread can wait for it while the journal is written. There may be one
    /// such wait at a time; pass it to [`Self::end_sync`] afterwards.
    ///
    /// Entries that the disk has lost are written again first.
    ///
    /// # Errors
    /// If they cannot be written, or a segment cannot be opened again.
    pub fn begin_sync(&mut self) -> Result<DiskWait, StorageError> {
        self.try_begin_sync().map_err(|error| self.failed(&error))
    }

    fn try_begin_sync(&mut self) -> io::Result<DiskWait> {
        if self.is_lost {
            self.begin_if_needed()?;
        }
        let files = self.unconfirmed.iter().chain(self.current.as_ref().map(|current| &current.file));
        let files = files.map(|file| file.duplicate()).collect::<io::Result<Vec<_>>>()?;
        let folder = std::mem::take(&mut self.is_new).then(|| NewFolder {
            place: self.place.clone(),
            folder: self.files.folder.clone(),
            fs: Arc::clone(&self.files.fs),
        });
        Ok(DiskWait { files, older: self.unconfirmed.len(), folder, through: self.written })
    }

    /// Processes the result of a wait, and returns the number of the newest durable entry. It is smaller than expected if the
    /// folder of the journal was deleted: the next [`Self::begin_sync`] then writes everything again.
    ///
    /// # Errors
    /// If the disk did not confirm it; the next [`Self::begin_sync`] writes again what is not confirmed.
    pub fn end_sync(&mut self, wait: &DiskWait, result: io::Result<()>) -> Result<u64, StorageError> {
        if let Err(error) = result {
            // After a failed sync the next one may succeed although the system has dropped what was written.
            self.forget();
            return Err(self.failed(&error));
        }
        let path = |current: &Current| self.files.path(current.number);
        if self.current.as_ref().is_some_and(|current| !current.file.stands_at(&path(current))) {
            // What is written to a deleted file is lost when the program ends.
            self.forget();
            self.synced = self.saved;
            return Ok(self.synced);
        }
        self.unconfirmed.drain(..wait.older.min(self.unconfirmed.len()));
        self.synced = wait.through;
        self.ballast.take_on();
        Ok(self.synced)
    }

    /// Calls [`Self::write`] and [`Self::sync`].
    ///
    /// # Errors
    /// As these two.
    pub fn append(&mut self, entry: &Entry) -> Result<u64, StorageError> {
        let number = self.write(entry)?;
        self.sync()?;
        Ok(number)
    }

    /// Number of the newest entry. Read it together with the snapshot that is passed to the writer.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.last
    }

    /// Marks every entry up to number `through` as saved: the value of [`Self::last`] at the time of the snapshot.
    ///
    /// Call it after a save that returned `Ok`. It does not wait for the disk: if the mark is lost in a crash, recovery finds that
    /// the edits are already in the files. Old segments that are entirely saved are deleted.
    ///
    /// # Errors
    /// If the mark cannot be written.
    pub fn mark_saved(&mut self, through: u64) -> Result<(), StorageError> {
        if through <= self.saved {
            return Ok(());
        }
        self.saved = through;
        self.unsaved.retain(|(number, _)| *number > through);
        let marked = self.put(SAVED, through, None);
        let current = self.current.as_ref().map(|current| current.number);
        self.files.prune(through, current);
        marked
    }

    /// Copies the segments with unsaved entries, so that they are kept whatever is saved later: for edits that could not be
    /// recovered because what they change was changed outside Dicta.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn keep_unsaved(&self) -> Result<(), StorageError> {
        self.files.keep_copies(self.saved, self.last).map_err(|error| self.failed(&error))
    }

    fn put(&mut self, kind: u8, number: u64, entry: Option<&Entry>) -> Result<(), StorageError> {
        let put = match self.try_put(kind, number, entry) {
            Err(error) if is_full(&error) && self.ballast.give_up() => self.try_put(kind, number, entry),
            put => put,
        };
        put.map_err(|error| self.failed(&error))
    }

    fn try_put(&mut self, kind: u8, number: u64, entry: Option<&Entry>) -> io::Result<()> {
        self.begin_if_needed()?;
        self.put_frame(kind, number, entry)
    }

    /// Appends one frame to the current segment. After a failure the segment is not continued, so that nothing follows a torn
    /// frame.
    fn put_frame(&mut self, kind: u8, number: u64, entry: Option<&Entry>) -> io::Result<()> {
        let Some(mut current) = self.current.take() else { return Err(io::ErrorKind::NotFound.into()) };
        let content = match entry {
            Some(entry) => current.known.pack(number, entry),
            // So that a reader knows whether older segments can have unsaved entries.
            None => Ok(self.last.to_le_bytes().to_vec()),
        };
        let written = content.and_then(|content| frame::frame(kind, number, &content)).map_err(io::Error::other);
        let written = written.and_then(|bytes| write_all(current.file.as_mut(), &bytes).map(|()| bytes.len()));
        match written {
            Ok(bytes) => {
                current.bytes += bytes as u64;
                self.files.grow(current.number, bytes, if kind == ENTRY { number } else { 0 });
                self.current = Some(current);
                Ok(())
            }
            Err(error) => {
                if current.bytes > frame::header().len() as u64 {
                    self.unconfirmed.push(current.file);
                } else {
                    self.files.drop_empty(current.number);
                }
                Err(error)
            }
        }
    }

    /// Begins a segment if there is none or it is full, and writes the lost entries to it.
    fn begin_if_needed(&mut self) -> io::Result<()> {
        if self.current.as_ref().is_some_and(|current| current.bytes < FULL) {
            return Ok(());
        }
        self.unconfirmed.extend(self.current.take().map(|current| current.file));
        self.is_new = true;
        let (number, file) = self.files.begin()?;
        self.current = Some(Current { number, bytes: frame::header().len() as u64, file, known: Known::default() });
        if self.is_lost {
            let lost: Vec<_> = self.unsaved.iter().filter(|(number, _)| *number > self.synced).cloned().collect();
            lost.iter().try_for_each(|(number, entry)| self.put_frame(ENTRY, *number, Some(entry)))?;
            self.is_lost = false;
        }
        Ok(())
    }

    /// Begins a new segment, and writes all entries that are not confirmed again.
    fn forget(&mut self) {
        self.current = None;
        self.unconfirmed.clear();
        self.is_lost = true;
    }

    fn failed(&self, error: &io::Error) -> StorageError {
        let number = self.files.segments.last().map_or(1, |segment| segment.number);
        StorageError::writing(&self.files.path(number), "write the journal", error)
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}
