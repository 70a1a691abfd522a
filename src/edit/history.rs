//! Defines [`History`]: the steps that each annotator took, and which of them are undone.

use std::collections::BTreeMap;

use super::track::Track;
use super::{Entry, Move, Step};
use crate::model::Annotator;

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
    pub const MAX_STEPS: usize = Track::MAX_STEPS;
    /// Most memory that the steps of one annotator take, roughly. The newest step is kept even if it is larger.
    pub const MAX_BYTES: usize = Track::MAX_BYTES;

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
