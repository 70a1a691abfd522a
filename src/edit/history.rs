//! Defines [`History`]: the steps of each annotator, and which of them are undone.

use std::collections::BTreeMap;

use super::track::Track;
use super::{Entry, Move, Step};
use crate::model::Annotator;

/// The steps of each annotator. Annotators undo and redo only their own steps.
///
/// Memory is bounded: beyond [`History::MAX_STEPS`] steps or [`History::MAX_BYTES`] bytes of one annotator, the oldest steps
/// are dropped. Replaying the entries of a session in their order gives the same history. If the beginning of the journal is
/// missing, replaying gives the newest part of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    tracks: BTreeMap<Annotator, Track>,
}

impl History {
    /// Maximum number of steps that are kept for one annotator.
    pub const MAX_STEPS: usize = Track::MAX_STEPS;
    /// Approximate maximum memory of the steps of one annotator, in bytes. The newest step is kept even if it is larger.
    pub const MAX_BYTES: usize = Track::MAX_BYTES;

    /// Adds a step that was just applied. Undone steps of the same author are dropped here, but not from the journal.
    pub fn push(&mut self, step: Step) {
        self.track(&step.author).push(step);
    }

    /// The annotators that have steps here, sorted.
    #[must_use]
    pub fn authors(&self) -> Vec<&Annotator> {
        self.tracks.iter().filter(|(_, track)| !track.steps.is_empty()).map(|(author, _)| author).collect()
    }

    /// The step of `author` that undo would revert; `None` if there is none.
    #[must_use]
    pub fn next_undo(&self, author: &Annotator) -> Option<&Step> {
        self.tracks.get(author)?.newest()
    }

    /// The step of `author` that redo would apply again; `None` if there is none.
    #[must_use]
    pub fn next_redo(&self, author: &Annotator) -> Option<&Step> {
        self.tracks.get(author)?.undone()
    }

    /// Updates the history for an entry of the journal whose edits have been applied to the document.
    ///
    /// If the entry is about a step that is no longer in the journal, the step is taken from the entry
    /// itself.
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

    /// Number of steps of `author` that can be undone.
    #[must_use]
    pub fn depth(&self, author: &Annotator) -> usize {
        self.tracks.get(author).map_or(0, |track| track.done)
    }

    fn track(&mut self, author: &Annotator) -> &mut Track {
        self.tracks.entry(author.clone()).or_default()
    }
}
