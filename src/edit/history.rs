//! Defines [`History`]: the steps that each annotator took, and which of them are undone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Edit;
use super::track::Track;
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

/// The steps of each annotator, who undoes and redoes only their own.
///
/// Memory is bounded: for each annotator the oldest steps are forgotten beyond [`History::MAX_STEPS`] steps or
/// [`History::MAX_BYTES`] bytes. Replaying the entries of a session in their order gives the same history; from the
/// entry after which a journal is still there, it gives the newest part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    tracks: BTreeMap<Annotator, Track>,
}

impl History {
    /// Most steps that are kept of one annotator.
    pub const MAX_STEPS: usize = 10_000;
    /// Most memory that the steps of one annotator take, roughly. The newest step is kept even if it is larger.
    pub const MAX_BYTES: usize = 64 << 20;

    /// Adds a step that was just applied. Steps of the same author that were undone are dropped; the journal keeps them.
    pub fn push(&mut self, step: Step) {
        self.track(&step.author).push(step);
    }

    /// Everyone who took a step that is known here, sorted.
    #[must_use]
    pub fn authors(&self) -> Vec<&Annotator> {
        self.tracks.iter().filter(|(_, track)| !track.steps.is_empty()).map(|(author, _)| author).collect()
    }

    /// The step of `author` that undo would take back.
    #[must_use]
    pub fn next_undo(&self, author: &Annotator) -> Option<&Step> {
        self.tracks.get(author)?.newest()
    }

    /// The step of `author` that redo would do again.
    #[must_use]
    pub fn next_redo(&self, author: &Annotator) -> Option<&Step> {
        self.tracks.get(author)?.undone()
    }

    /// Follows an entry of the journal whose edits have been applied to the document.
    ///
    /// An entry may be about a step whose beginning is not in the journal any more: the step is then taken from the
    /// entry itself.
    pub fn follow(&mut self, entry: Entry) {
        let Entry { kind, step } = entry;
        let track = self.track(&step.author);
        match kind {
            Move::Do => track.push(step),
            Move::Extend => track.extend(step.edits, step.at),
            Move::Undo => track.undo(&step),
            Move::Redo => track.redo(step),
            Move::SkipUndo => track.skip_undo(&step),
            Move::SkipRedo => track.skip_redo(&step),
        }
    }

    /// Number of steps of `author` that undo could take back.
    #[must_use]
    pub fn depth(&self, author: &Annotator) -> usize {
        self.tracks.get(author).map_or(0, |track| track.done)
    }

    fn track(&mut self, author: &Annotator) -> &mut Track {
        self.tracks.entry(author.clone()).or_default()
    }
}
