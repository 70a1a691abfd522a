//! Defines [`Facts`]: the fields that found and lost annotations have in common.

use crate::model::{ActorId, Annotation, AnnotationId, Details, Label, Lost, Timestamp, Unknown};

/// Everything about an annotation except its place in the text.
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

// Both conversions list every field, so that the compiler reports a new one.

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
