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
    /// Write what has changed, up to this revision.
    Save(Arc<Document>, u64),
    /// Search for a review; it may take long.
    Search(Job),
    /// Find suggestions of the open article.
    Propose(ProposeJob),
    /// Find the quotation marks of articles; other work may come first.
    Quotations(QuotationsJob),
    /// Put words on the clipboard.
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
    /// The journal could not be written; the reason, in words. It is tried again.
    JournalFailed(String),
    /// The disk of this store has not answered for some seconds; `None` if both answer.
    Silent(Option<Store>),
    /// A worker thread failed and was replaced; its name, and what happened.
    WorkerDied { worker: &'static str, reason: String },
    /// Some of what a search found.
    Found(Findings),
    /// The suggestions of an article.
    Proposed(Box<Proposed>),
    /// The quotation marks of some articles.
    Quotations(QuotationsFound),
    /// Something worth a short look.
    Info(String),
    /// Something a person should know.
    Warn(String),
}
