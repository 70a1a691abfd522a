//! Defines [`Step`], what one undo takes back, and [`Entry`], what the journal holds of it.

use serde::{Deserialize, Serialize};

use super::Edit;
use crate::model::{Annotator, Timestamp};

/// One gesture: what undo takes back at once. Bulk acts are one step with many edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was done, for a person: `tag as quote`.
    pub name: String,
    pub edits: Vec<Edit>,
    pub author: Annotator,
    pub at: Timestamp,
}

impl Step {
    /// The step that takes this one back: the inverse edits, last first.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let edits = self.edits.iter().rev().cloned().map(Edit::inverse).collect();
        Self { name: self.name.clone(), edits, author: self.author.clone(), at: self.at }
    }

    /// The step without its edits: how an entry names a step that was skipped.
    #[must_use]
    pub fn without_edits(&self) -> Self {
        Self { name: self.name.clone(), edits: Vec::new(), author: self.author.clone(), at: self.at }
    }

    /// Roughly the memory that the step takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.name.len() + self.edits.iter().map(Edit::bytes).sum::<usize>()
    }
}

/// How the document moved: what the journal holds one of, and what replaying it does to the [`History`].
///
/// Each kind is about the steps of the entry's author alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// A new step.
    Do,
    /// More edits of the newest step: a gesture goes on.
    Extend,
    /// The newest step was undone.
    Undo,
    /// The oldest undone step was done again.
    Redo,
    /// The newest step could not be undone and leaves the history. What it did stays; the entry has no edits.
    SkipUndo,
    /// The oldest undone step could not be done again and leaves the history. The entry has no edits.
    SkipRedo,
}

/// One move with the edits that were applied, in the order in which they were applied.
///
/// For [`Move::Undo`] these are the inverse edits, so an entry can be replayed without looking at any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: Move,
    pub step: Step,
}
