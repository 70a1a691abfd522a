//! Defines [`History`]: the steps that were taken, and where in them the document stands.

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
}

/// How the document moved: what the journal holds one of, and what replaying it does to the [`History`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// A new step.
    Do,
    /// More edits of the newest step: a gesture goes on.
    Extend,
    /// The newest step was taken back.
    Undo,
    /// The oldest undone step was taken again.
    Redo,
}

/// One move with the edits that were applied, in the order in which they were applied.
///
/// For [`Move::Undo`] these are the inverse edits, so an entry can be replayed without looking at any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: Move,
    pub step: Step,
}

/// The steps taken, oldest first. Those before `done` stand in the document, those after were undone.
///
/// A new step drops the undone ones from this list; the journal still holds them.
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: Vec<Step>,
    done: usize,
}

impl History {
    /// Adds a step that was just applied.
    pub fn push(&mut self, step: Step) {
        self.steps.truncate(self.done);
        self.steps.push(step);
        self.done = self.steps.len();
    }

    /// Joins `edits` to the newest step, so that one gesture stays one undo. Does nothing when there is none.
    pub fn extend_last(&mut self, edits: Vec<Edit>, at: Timestamp) {
        self.steps.truncate(self.done);
        let Some(step) = self.steps.last_mut() else { return };
        step.at = at;
        for edit in edits {
            let joined = step.edits.last_mut().is_some_and(|last| last.absorb(&edit));
            if !joined {
                step.edits.push(edit);
            }
        }
    }

    /// Everyone who took a step that is known here, sorted.
    #[must_use]
    pub fn authors(&self) -> Vec<&Annotator> {
        let names: std::collections::BTreeSet<&Annotator> = self.steps.iter().map(|step| &step.author).collect();
        names.into_iter().collect()
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Step> {
        self.done.checked_sub(1).and_then(|at| self.steps.get(at))
    }

    /// The step that redo would take again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.steps.get(self.done)
    }

    /// Says that the newest step was undone.
    pub fn undone(&mut self) {
        self.done = self.done.saturating_sub(1);
    }

    /// Says that the oldest undone step was taken again.
    pub fn redone(&mut self) {
        self.done = (self.done + 1).min(self.steps.len());
    }

    /// Follows an entry of the journal whose edits stand in the document.
    pub fn follow(&mut self, entry: Entry) {
        match entry.kind {
            Move::Do => self.push(entry.step),
            Move::Extend => self.extend_last(entry.step.edits, entry.step.at),
            Move::Undo => self.undone(),
            Move::Redo => self.redone(),
        }
    }

    /// Number of steps that undo could take back.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.done
    }
}
