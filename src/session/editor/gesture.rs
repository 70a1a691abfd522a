//! Defines [`Gesture`]: several changes in a row that one undo takes back.

use crate::model::{ActorId, AnnotationId, ArticleId};

/// Milliseconds without a change after which the next one begins a new step.
const GESTURE_MS: u64 = 1_500;

/// Changes of one kind, one after the other, that are one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gesture {
    pub kind: GestureKind,
    /// Time of the last change, in milliseconds on the clock that never goes back.
    pub last: u64,
}

impl Gesture {
    /// Whether a change of this kind at `ticks` still belongs to the gesture.
    #[must_use]
    pub fn continues_with(&self, kind: &GestureKind, ticks: u64) -> bool {
        let lasts = matches!(self.kind, GestureKind::Draft(_)) || ticks.saturating_sub(self.last) < GESTURE_MS;
        self.kind == *kind && lasts
    }
}

/// What a gesture changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GestureKind {
    /// Moving the edges of one annotation.
    Edge(AnnotationId),
    /// Typing a note.
    Note(AnnotationId),
    /// Typing in an article's details.
    Details(ArticleId),
    /// Typing the set's title.
    Title,
    /// Marking a mention and then choosing its actor.
    Mention(AnnotationId),
    /// Typing in the fields of an actor.
    Actor(ActorId),
    /// Typing in the codebook.
    Codebook,
    /// Typing the value of an attribute.
    Attribute(AnnotationId, String),
    /// Typing in a field that sends its text after a pause; lasts until a different change is made.
    Draft(u64),
}
