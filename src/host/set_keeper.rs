//! Defines [`SetKeeper`], which keeps a set that is open for writing, and its two halves for threads of their own.

use std::path::Path;
use std::sync::Arc;

use crate::edit::Entry;
use crate::model::Document;
pub use crate::storage::DiskWait;
use crate::storage::files::fs::Fs;
use crate::storage::{Journal, LockError, SetLock, SetWriter};

/// A set that this program may write. It blocks while the disk works; the window takes it apart with [`SetKeeper::split`].
#[derive(Debug)]
pub struct SetKeeper {
    journal: JournalKeeper,
    files: FilesKeeper,
}

/// The journal of a set, on the local disk.
#[derive(Debug)]
pub struct JournalKeeper {
    journal: Journal,
    /// Released when both halves are dropped.
    _lock: Arc<SetLock>,
}

/// The files of a set, on whatever disk it is.
#[derive(Debug)]
pub struct FilesKeeper {
    writer: SetWriter,
    lock: Arc<SetLock>,
}

impl SetKeeper {
    pub(super) fn new(
        root: &Path,
        on_disk: Arc<Document>,
        journal: Journal,
        lock: SetLock,
        fs: Arc<dyn Fs>,
    ) -> Result<Self, String> {
        let writer = SetWriter::with_fs(root, on_disk, fs).map_err(|error| error.to_string())?;
        let lock = Arc::new(lock);
        let journal = JournalKeeper { journal, _lock: Arc::clone(&lock) };
        Ok(Self { journal, files: FilesKeeper { writer, lock } })
    }

    /// The journal and the files, each for a thread of its own.
    #[must_use]
    pub fn split(self) -> (JournalKeeper, FilesKeeper) {
        (self.journal, self.files)
    }

    /// Makes an entry durable.
    ///
    /// # Errors
    /// When the disk does not take it; the reason, in words.
    pub fn append(&mut self, entry: &Entry) -> Result<(), String> {
        self.journal.write(entry)?;
        self.journal.sync()
    }

    /// Brings the set's files in line with a document that holds every entry appended so far.
    ///
    /// # Errors
    /// When something could not be written; all of it, in words.
    pub fn save(&mut self, document: &Arc<Document>) -> Result<(), String> {
        let through = self.journal.last();
        self.files.save(document)?;
        self.journal.mark_saved(through);
        Ok(())
    }
}

impl JournalKeeper {
    /// Adds an entry and returns its number. It survives the death of the program, and a power cut after [`Self::sync`].
    ///
    /// # Errors
    /// When the system does not take it; the reason, in words. The entry is then not in the journal.
    pub fn write(&mut self, entry: &Entry) -> Result<u64, String> {
        self.journal.write(entry).map_err(|error| error.to_string())
    }

    /// What the disk has to confirm; see [`Journal::begin_sync`].
    ///
    /// # Errors
    /// When something that was lost cannot be written again; the reason, in words.
    pub fn begin_sync(&mut self) -> Result<DiskWait, String> {
        self.journal.begin_sync().map_err(|error| error.to_string())
    }

    /// Takes the answer of the disk. Returns the number of the newest entry that it holds; see [`Journal::end_sync`].
    ///
    /// # Errors
    /// When the disk did not confirm it; the reason, in words.
    pub fn end_sync(&mut self, wait: &DiskWait, result: std::io::Result<()>) -> Result<u64, String> {
        self.journal.end_sync(wait, result).map_err(|error| error.to_string())
    }

    /// Waits until the disk holds every entry that was written.
    ///
    /// # Errors
    /// When the disk does not confirm it; the reason, in words.
    pub fn sync(&mut self) -> Result<(), String> {
        self.journal.sync().map(|_| ()).map_err(|error| error.to_string())
    }

    /// Number of the newest entry.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.journal.last()
    }

    /// Marks every entry up to number `through` as held by the set's files.
    pub fn mark_saved(&mut self, through: u64) {
        // When the mark is lost, the next start finds the edits done already.
        let _ = self.journal.mark_saved(through);
    }
}

impl FilesKeeper {
    /// Brings the set's files in line with a document.
    ///
    /// # Errors
    /// When something could not be written; all of it, in words.
    pub fn save(&mut self, document: &Arc<Document>) -> Result<(), String> {
        // Somebody may have cleared the state folder: without the lock's file, a second window could write.
        match self.lock.renew() {
            Err(error @ (LockError::Held { .. } | LockError::HeldElsewhere { .. })) => return Err(error.to_string()),
            // A lock that cannot be written is no reason to keep a change from the files.
            Ok(()) | Err(LockError::Storage(_)) => {}
        }
        self.writer.save(document).map(|_| ()).map_err(|error| error.to_string())
    }
}
