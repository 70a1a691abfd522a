//! Defines [`Effect`], work that the session requests, and [`Report`], the result of that work.

use std::sync::Arc;

use crate::edit::Entry;
use crate::jobs::propose::{ProposeJob, Proposed};
use crate::jobs::quotations::{QuotationsFound, QuotationsJob};
use crate::jobs::search_names::{Findings, Job};
use crate::model::Document;
use crate::session::editor::safety::Store;

/// Work that the session requests. It is carried out in order, on other threads than the window's.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Write this entry to the journal. Entries are counted from 1, in the order in which the session creates them.
    Journal(Arc<Entry>),
    /// Write the changes up to this revision to the files.
    Save(Arc<Document>, u64),
    /// Run a search for the review.
    Search(Job),
    /// Find suggestions of the open article.
    Propose(ProposeJob),
    /// Find the quotation marks of articles; other work may come first.
    Quotations(QuotationsJob),
    /// Copy text to the clipboard.
    Copy(String),
}

/// The result of an effect, or other news from outside of the session.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// The set's files contain everything up to this revision.
    Saved(u64),
    /// The files could not be written; the reason, in words.
    SaveFailed(String),
    /// The journal has the first entries of this session on disk, this many.
    Journaled(u64),
    /// The journal could not be written; the reason, in words. Writing is retried.
    JournalFailed(String),
    /// The disk of this store has not answered for some seconds; `None` if both answer.
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
