//! Defines [`Facts`]: what an annotation says, whether its words were found in the text or are lost.

use crate::model::{ActorId, Annotation, AnnotationId, Details, Label, Lost, Timestamp, Unknown};

/// All of an annotation but its place in the text.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub id: &'a AnnotationId,
    pub label: Label,
    pub note: &'a str,
    pub unsure: bool,
    pub actor: Option<&'a ActorId>,
    pub details: &'a Details,
    pub origin: &'a str,
    pub created: Timestamp,
    pub modified: Timestamp,
    pub unknown: &'a Unknown,
}

// Both name every field, so that a new one is not forgotten.

impl<'a> From<&'a Annotation> for Facts<'a> {
    fn from(annotation: &'a Annotation) -> Self {
        let Annotation { id, label, fragments: _, note, unsure, actor, details, origin, anchor: _, created, modified, unknown } =
            annotation;
        let (label, unsure, actor) = (*label, *unsure, actor.as_ref());
        Self { id, label, note, unsure, actor, details, origin, created: *created, modified: *modified, unknown }
    }
}

impl<'a> From<&'a Lost> for Facts<'a> {
    fn from(lost: &'a Lost) -> Self {
        let Lost { id, label, fragments: _, note, unsure, actor, details, origin, created, modified, unknown } = lost;
        let (label, unsure, actor) = (*label, *unsure, actor.as_ref());
        Self { id, label, note, unsure, actor, details, origin, created: *created, modified: *modified, unknown }
    }
}
