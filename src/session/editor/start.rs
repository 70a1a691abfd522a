//! Defines [`Start`], what a session is opened with.

use super::access::Access;
use crate::edit::History;
use crate::model::{Annotator, Document};

/// What a session is opened with.
#[derive(Debug)]
pub struct Start {
    pub document: Document,
    /// The steps of earlier sessions, so that they can be undone.
    pub history: History,
    pub annotator: Annotator,
    pub access: Access,
    /// Seed of the ids; take it from the clock or the system.
    pub seed: u64,
    /// Whether the document contains edits from the journal that are not yet in the set's files.
    pub unsaved: bool,
}
