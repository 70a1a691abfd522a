//! Defines [`Effect`], what the session asks of the world, and [`Report`], what the world answers.

use std::sync::Arc;

use super::candidates::{ProposeJob, Proposed};
use super::quotations::{QuotationsFound, QuotationsJob};
use super::search::{Findings, Job};
use crate::edit::Entry;
use crate::model::Document;

/// What the session asks of the world. Carried out in order, off the window's thread.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Make this entry durable in the journal.
    Journal(Arc<Entry>),
    /// Write what has changed, up to this revision.
    Save(Arc<Document>, u64),
    /// Search for a review, on a thread of its own.
    Search(Job),
    /// Look for candidates, on a thread of its own.
    Propose(ProposeJob),
    /// Look for the quotation marks of articles, on a thread of its own; other work may come first.
    Quotations(QuotationsJob),
    /// Put words on the clipboard.
    Copy(String),
}

/// What the world answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// The set's files hold everything up to this revision.
    Saved(u64),
    /// The files could not be written; the reason, in words. The journal still holds what was done.
    SaveFailed(String),
    /// The journal could not be written; the reason, in words.
    JournalFailed(String),
    /// Some of what a search found.
    Found(Findings),
    /// The candidates of an article.
    Proposed(Box<Proposed>),
    /// The quotation marks of some articles.
    Quotations(QuotationsFound),
    /// Something worth a short look.
    Info(String),
    /// Something a person should know.
    Warn(String),
}
