//! The thread that makes edits durable: the journal first, then the set's files.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::news::{Herald, News};
use crate::edit::Entry;
use crate::host::Keep;
use crate::model::Document;
use crate::session::Report;

/// What the writer is to do, in order.
#[derive(Debug)]
pub enum Task {
    /// From now on it is this set, with this number.
    Begin {
        set: u64,
        keep: Box<Keep>,
    },
    Journal(Arc<Entry>),
    Save {
        document: Arc<Document>,
        revision: u64,
    },
    /// Let go of the set.
    End,
}

/// Works until the window is gone and everything it asked for is done.
pub(super) fn work(tasks: &Receiver<Task>, herald: &Herald) {
    let mut open: Option<(u64, Box<Keep>)> = None;
    for task in tasks {
        let Some((set, keep)) = &mut open else {
            if let Task::Begin { set, keep } = task {
                open = Some((set, keep));
            }
            continue;
        };
        let set = *set;
        let report = match task {
            Task::Begin { set, keep } => {
                open = Some((set, keep));
                None
            }
            Task::Journal(entry) => keep.append(&entry).err().map(Report::JournalFailed),
            Task::Save { document, revision } => Some(match keep.save(&document) {
                Ok(()) => Report::Saved(revision),
                Err(reason) => Report::SaveFailed(reason),
            }),
            Task::End => {
                open = None;
                herald.tell(News::Ended { set });
                None
            }
        };
        if let Some(report) = report {
            herald.tell(News::Written { set, report });
        }
    }
}
