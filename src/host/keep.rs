//! Defines [`Keep`], which keeps a set that is open for writing: its lock, its journal, its files.

use std::path::Path;
use std::sync::Arc;

use crate::edit::Entry;
use crate::model::Document;
use crate::storage::{Journal, LockError, SetLock, SetWriter};

/// A set that this program may write. It blocks while the disk works, so it lives on a thread of its own.
#[derive(Debug)]
pub struct Keep {
    journal: Journal,
    writer: SetWriter,
    /// Let go when the set is closed.
    lock: SetLock,
}

impl Keep {
    pub(super) fn new(root: &Path, on_disk: Arc<Document>, journal: Journal, lock: SetLock) -> Result<Self, String> {
        let writer = SetWriter::new(root, on_disk).map_err(|error| error.to_string())?;
        Ok(Self { journal, writer, lock })
    }

    /// Makes an entry durable.
    ///
    /// # Errors
    /// When the disk does not take it; the reason, in words.
    pub fn append(&mut self, entry: &Entry) -> Result<(), String> {
        self.journal.append(entry).map(|_| ()).map_err(|error| error.to_string())
    }

    /// Brings the set's files in line with a document that holds every entry appended so far.
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
        let through = self.journal.last();
        self.writer.save(document).map_err(|error| error.to_string())?;
        // When the mark is lost, the next start finds the edits done already: no reason to call the save failed.
        let _ = self.journal.mark_saved(through);
        Ok(())
    }
}
