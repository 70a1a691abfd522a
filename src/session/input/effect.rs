//! Defines [`Effect`], the side effects of commands, and [`Report`], their results and other events.

use std::sync::Arc;

use crate::edit::Entry;
use crate::jobs::quotations::{QuotationsFound, QuotationsJob};
use crate::jobs::search_names::{Findings, Job};
use crate::model::Document;
use crate::session::editor::safety::Store;
use crate::session::suggestions::state::{ProposeJob, Proposed};

/// A side effect of a command. Effects are carried out in order, on worker threads.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Make this entry durable in the journal. Entries are counted from 1, in the order of these effects.
    Journal(Arc<Entry>),
    /// Write the changes up to this revision to the files.
    Save(Arc<Document>, u64),
    /// Run a search for the review.
    Search(Job),
    /// Find suggestions in the open article.
    Propose(ProposeJob),
    /// Find the quotation marks of articles, with low priority.
    Quotations(QuotationsJob),
    /// Copy text to the clipboard.
    Copy(String),
}

/// The result of an effect, or another event.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// The files of the set contain everything up to this revision.
    Saved(u64),
    /// The files could not be written; the reason, in words.
    SaveFailed(String),
    /// The first `n` entries of this session are durable in the journal.
    Journaled(u64),
    /// The journal could not be written; the reason, in words. Writing is retried.
    JournalFailed(String),
    /// The disk of this store has not responded for some seconds. `None` if both respond.
    Silent(Option<Store>),
    /// A worker thread panicked and was restarted.
    WorkerDied { worker: &'static str, reason: String },
    /// Results of a search.
    Found(Findings),
    /// The suggestions of an article.
    Proposed(Box<Proposed>),
    /// The quotation marks of some articles.
    Quotations(QuotationsFound),
    /// A notice that disappears by itself.
    Info(String),
    /// A notice that stays until it is dismissed.
    Warn(String),
}
