//! Defines [`Track`]: the steps of one annotator, oldest first; the last ones may be undone.

use std::collections::VecDeque;

use super::{Edit, Step};
use crate::model::Timestamp;

/// The steps of one annotator. Those before `done` are in effect in the document, the others are undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Track {
    pub(super) steps: VecDeque<Step>,
    pub(super) done: usize,
    /// The sum of [`Step::bytes`].
    bytes: usize,
}

impl Track {
    pub(super) const MAX_STEPS: usize = 10_000;
    pub(super) const MAX_BYTES: usize = 64 << 20;

    /// The newest step that is not undone.
    pub(super) fn newest(&self) -> Option<&Step> {
        self.done.checked_sub(1).and_then(|at| self.steps.get(at))
    }

    /// The oldest undone step.
    pub(super) fn undone(&self) -> Option<&Step> {
        self.steps.get(self.done)
    }

    /// Adds a new step and drops the undone ones.
    pub(super) fn push(&mut self, step: Step) {
        self.drop_undone();
        self.insert(step);
        self.done += 1;
        self.trim();
    }

    /// Adds `edits` to the newest step, so that one gesture is one undo. Does nothing if there is no step.
    pub(super) fn extend(&mut self, edits: Vec<Edit>, at: Timestamp) {
        self.drop_undone();
        let Some(step) = self.steps.back_mut() else { return };
        self.bytes -= step.bytes();
        step.at = at;
        for edit in edits {
            let joined = step.edits.last_mut().is_some_and(|last| last.absorb(&edit));
            if !joined {
                step.edits.push(edit);
            }
        }
        self.bytes += step.bytes();
        self.trim();
    }

    /// Records an undo, given the inverse of the step.
    pub(super) fn undo(&mut self, inverse: &Step) {
        let step = inverse.inverse();
        if self.newest() == Some(&step) {
            self.done -= 1;
        } else if self.undone() != Some(&step) {
            // The entry of the step itself is no longer in the journal.
            self.insert(step);
            self.trim();
        }
    }

    /// Records a redo of the step.
    pub(super) fn redo(&mut self, step: Step) {
        if self.undone() == Some(&step) {
            self.done += 1;
        } else if self.newest() != Some(&step) {
            self.insert(step);
            self.done += 1;
            self.trim();
        }
    }

    /// Drops the newest step if it is `step`.
    pub(super) fn skip_undo(&mut self, step: &Step) {
        if self.newest().is_some_and(|newest| newest.without_edits() == *step) {
            self.done -= 1;
            self.remove(self.done);
        }
    }

    /// Drops the oldest undone step if it is `step`.
    pub(super) fn skip_redo(&mut self, step: &Step) {
        if self.undone().is_some_and(|undone| undone.without_edits() == *step) {
            self.remove(self.done);
        }
    }

    /// Inserts a step between the done and the undone ones.
    fn insert(&mut self, step: Step) {
        self.bytes += step.bytes();
        self.steps.insert(self.done, step);
    }

    fn remove(&mut self, at: usize) {
        if let Some(step) = self.steps.remove(at) {
            self.bytes -= step.bytes();
        }
    }

    fn drop_undone(&mut self) {
        while self.steps.len() > self.done {
            self.remove(self.done);
        }
    }

    /// Drops the oldest steps, or, if all but one are undone, the steps that would be redone last.
    fn trim(&mut self) {
        while self.steps.len() > 1 && (self.steps.len() > Self::MAX_STEPS || self.bytes > Self::MAX_BYTES) {
            if self.done > 1 {
                self.done -= 1;
                self.remove(0);
            } else {
                self.remove(self.steps.len() - 1);
            }
        }
    }
}
