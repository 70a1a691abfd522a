//! Defines [`Step`], the unit of undo, and [`Entry`], its record in the journal.

use serde::{Deserialize, Serialize};

use super::Edit;
use crate::model::{Annotator, Timestamp};

/// One gesture: the edits that are undone together. A bulk change is one step with many edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was done, in words for a person: `tag as quote`.
    pub name: String,
    pub edits: Vec<Edit>,
    pub author: Annotator,
    pub at: Timestamp,
}

impl Step {
    /// The step that undoes this one: the inverse edits, last first.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let edits = self.edits.iter().rev().cloned().map(Edit::inverse).collect();
        Self { name: self.name.clone(), edits, author: self.author.clone(), at: self.at }
    }

    /// The step without its edits, with which an entry identifies a step that was skipped.
    #[must_use]
    pub fn without_edits(&self) -> Self {
        Self { name: self.name.clone(), edits: Vec::new(), author: self.author.clone(), at: self.at }
    }

    /// Approximate memory of the step, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.name.len() + self.edits.iter().map(Edit::bytes).sum::<usize>()
    }
}

/// The kind of an entry of the journal: how the document changed, and what replaying it does to the [`History`](super::History).
///
/// Each kind affects only the steps of the author of the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// A new step.
    Do,
    /// More edits of the newest step: the same gesture continues.
    Extend,
    /// The newest step was undone.
    Undo,
    /// The oldest undone step was done again.
    Redo,
    /// The newest step could not be undone and is dropped from the history. Its changes remain; the entry has no edits.
    SkipUndo,
    /// The oldest undone step could not be done again and is dropped from the history. The entry has no edits.
    SkipRedo,
}

/// One entry of the journal, with the edits in the order in which they were applied.
///
/// For [`Move::Undo`] these are the inverse edits, so an entry can be replayed without the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: Move,
    pub step: Step,
}
