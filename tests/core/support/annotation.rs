//! An annotation that says nothing but its label and fragments, for tests to add to.

use dicta::model::{Anchor, Annotation, AnnotationId, Details, Fragment, Label, Timestamp, Unknown};

/// Made by hand at the beginning of time.
pub fn bare(id: &str, label: Label, fragments: Vec<Fragment>) -> Annotation {
    Annotation {
        id: AnnotationId::parse(id).unwrap(),
        label,
        fragments,
        note: String::new(),
        unsure: false,
        actor: None,
        details: Details::default(),
        origin: "hand".to_owned(),
        anchor: Anchor::Exact,
        created: Timestamp(0),
        modified: Timestamp(0),
        unknown: Unknown::default(),
    }
}
