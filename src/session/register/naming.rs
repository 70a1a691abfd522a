//! Tells which annotations name an actor, and which use a mention as evidence.

use crate::model::{ActorId, Annotation, AnnotationId};

/// Whether an annotation names an actor in any way.
#[must_use]
pub fn names(annotation: &Annotation, actor: &ActorId) -> bool {
    annotation.actor.as_ref() == Some(actor)
        || annotation.details.everyone().any(|held| held.who.actor() == Some(actor))
        || annotation.details.about.contains(actor)
}

/// Whether a mention is the evidence for one of an annotation's speakers, sources, reporters or addressees.
#[must_use]
pub fn is_mention_of(annotation: &Annotation, mention: &AnnotationId) -> bool {
    annotation.details.everyone().any(|held| held.mention.as_ref() == Some(mention))
}
