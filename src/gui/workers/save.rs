//! The thread that writes the files of the set, which may be on a slow or absent disk.

use std::sync::{Arc, Mutex, PoisonError};

use super::journal::{JournalQueue, JournalTask};
use super::message::Message;
use super::queue::{Queue, Woken};
use super::worker::Task;
use crate::host::FilesKeeper;
use crate::model::Document;
use crate::session::Report;

/// A task of the saving thread.
#[derive(Debug)]
pub enum SaveTask {
    /// Open the files of the set with this number.
    Begin { set: u64, keeper: Box<FilesKeeper> },
    /// Write the document, which contains the first `entries` entries of the session.
    Save { document: Arc<Document>, revision: u64, entries: u64 },
    /// Close the set; the journal is closed after it.
    End,
}

/// The set that is being saved. It outlives the thread, so that a restarted thread continues with it.
pub type OpenFiles = Mutex<Option<(u64, Box<FilesKeeper>)>>;

/// Runs until the queue is closed and empty.
pub fn work(queue: &Queue<SaveTask>, journal: &JournalQueue, files: &OpenFiles, task: &Task) {
    while queue.wait(None, false) == Woken::Work {
        let Some(next) = queue.take() else { continue };
        let mut open = files.lock().unwrap_or_else(PoisonError::into_inner);
        match next {
            SaveTask::Begin { set, keeper } => *open = Some((set, keeper)),
            SaveTask::Save { document, revision, entries } => {
                let Some((set, keeper)) = open.as_mut() else { continue };
                let set = *set;
                let failure = Message::Report { set, report: Report::SaveFailed("an error inside Dicta".to_owned()) };
                let Some(saved) = task.run(Some(failure), || keeper.save(&document)) else { continue };
                let report = match saved {
                    Ok(()) => {
                        journal.push(JournalTask::Saved(entries));
                        Report::Saved(revision)
                    }
                    Err(reason) => Report::SaveFailed(reason),
                };
                task.sender().send(Message::Report { set, report });
            }
            SaveTask::End => {
                *open = None;
                journal.push(JournalTask::End);
            }
        }
    }
}
