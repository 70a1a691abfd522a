//! Defines [`SetKeeper`], which writes an open set, and its two halves, one for the journal and one for the files.

use std::path::Path;
use std::sync::Arc;

use crate::edit::Entry;
use crate::model::Document;
pub use crate::storage::DiskWait;
use crate::storage::files::fs::Fs;
use crate::storage::{Journal, LockError, SetLock, SetWriter};

/// Writes a set that is open for writing. Its methods block on the disk; the window uses [`SetKeeper::split`] and a thread for
/// each half.
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

/// The files of a set, on the disk of the set.
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

    /// Splits into the two halves, which may be used on different threads.
    #[must_use]
    pub fn split(self) -> (JournalKeeper, FilesKeeper) {
        (self.journal, self.files)
    }

    /// Adds an entry to the journal and waits until the disk confirms it.
    ///
    /// # Errors
    /// If the entry cannot be written; the reason, as a sentence.
    pub fn append(&mut self, entry: &Entry) -> Result<(), String> {
        self.journal.write(entry)?;
        self.journal.sync()
    }

    /// Writes a document that includes every entry appended so far to the files of the set.
    ///
    /// # Errors
    /// If something could not be written; everything that failed, in sentences.
    pub fn save(&mut self, document: &Arc<Document>) -> Result<(), String> {
        let through = self.journal.last();
        self.files.save(document)?;
        self.journal.mark_saved(through);
        Ok(())
    }
}

impl JournalKeeper {
    /// Adds an entry and returns its number. It survives a crash of the program at once, and a power cut after [`Self::sync`].
    ///
    /// # Errors
    /// If it cannot be written; the reason, as a sentence. The entry is then not in the journal.
    pub fn write(&mut self, entry: &Entry) -> Result<u64, String> {
        self.journal.write(entry).map_err(|error| error.to_string())
    }

    /// What the disk has to confirm; see [`Journal::begin_sync`].
    ///
    /// # Errors
    /// If lost entries cannot be written again; the reason, as a sentence.
    pub fn begin_sync(&mut self) -> Result<DiskWait, String> {
        self.journal.begin_sync().map_err(|error| error.to_string())
    }

    /// Processes the result of a sync. Returns the number of the newest durable entry; see [`Journal::end_sync`].
    ///
    /// # Errors
    /// If the sync failed; the reason, as a sentence.
    pub fn end_sync(&mut self, wait: &DiskWait, result: std::io::Result<()>) -> Result<u64, String> {
        self.journal.end_sync(wait, result).map_err(|error| error.to_string())
    }

    /// Waits until every written entry is durable.
    ///
    /// # Errors
    /// If the disk does not confirm it; the reason, as a sentence.
    pub fn sync(&mut self) -> Result<(), String> {
        self.journal.sync().map(|_| ()).map_err(|error| error.to_string())
    }

    /// Number of the newest entry.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.journal.last()
    }

    /// Marks every entry up to number `through` as saved in the files of the set.
    pub fn mark_saved(&mut self, through: u64) {
        // If the mark is lost, the next start finds that these edits are already in the files.
        let _ = self.journal.mark_saved(through);
    }
}

impl FilesKeeper {
    /// Writes a document to the files of the set.
    ///
    /// # Errors
    /// If something could not be written; everything that failed, in sentences.
    pub fn save(&mut self, document: &Arc<Document>) -> Result<(), String> {
        // The state folder may have been cleared: without the lock file, a second window could write.
        match self.lock.renew() {
            Err(error @ (LockError::Held { .. } | LockError::HeldElsewhere { .. })) => return Err(error.to_string()),
            // A lock that cannot be written is no reason not to save.
            Ok(()) | Err(LockError::Storage(_)) => {}
        }
        self.writer.save(document).map(|_| ()).map_err(|error| error.to_string())
    }
}
