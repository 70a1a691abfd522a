//! The thread that writes the files of the set, which may be on a slow or absent disk.

use std::sync::{Arc, Mutex, PoisonError};

use super::journal::{JournalQueue, JournalTask};
use super::message::Message;
use super::queue::{Queue, Woken};
use super::worker::Task;
use crate::host::FilesKeeper;
use crate::model::Document;
use crate::session::Report;

/// What the saving thread is to do, in order.
#[derive(Debug)]
pub enum SaveTask {
    /// From now on these are the files of the set with this number.
    Begin { set: u64, keeper: Box<FilesKeeper> },
    /// Write the document, which holds the first entries of the session, this many.
    Save { document: Arc<Document>, revision: u64, entries: u64 },
    /// Close the set; the journal is closed after it.
    End,
}

/// The set that is being saved. It outlives the thread: whoever takes over goes on with it.
pub type OpenFiles = Mutex<Option<(u64, Box<FilesKeeper>)>>;

/// Works until the queue is closed and everything in it is done.
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
