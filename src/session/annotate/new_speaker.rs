//! Builds new annotations, for every way in which words are marked: by key, from a suggestion, from a list.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{Anchor, Annotation, Article, Details, Fragment, Label, Timestamp, Unknown};
use crate::session::state::Session;
use crate::text::Span;

impl Session {
    /// An annotation of these words with nothing said of it yet. `origin` is how it came about.
    pub(in crate::session) fn fresh_annotation(
        &mut self,
        article: &Article,
        label: Label,
        spans: &[Span],
        origin: &str,
        now: Timestamp,
    ) -> Annotation {
        let at = now.whole_seconds();
        Annotation {
            id: self.ids.fresh(label, &article.id, &self.document),
            label,
            fragments: spans.iter().map(|span| Fragment::new(&article.text, *span)).collect(),
            note: String::new(),
            unsure: false,
            actor: None,
            details: Details::default(),
            origin: origin.to_owned(),
            anchor: Anchor::Exact,
            created: at,
            modified: at,
            unknown: Unknown::default(),
        }
    }

    /// The edit that adds an annotation to an article; `None` if the same words have the same label already.
    pub(in crate::session) fn addition(&self, article: &Article, annotation: Annotation) -> Option<Edit> {
        let layer = self.document.layer(&article.id, &self.annotator);
        if layer.is_some_and(|layer| layer.twin_of(&annotation).is_some()) {
            return None;
        }
        let change = Change::new(None, Some(Arc::new(annotation)));
        Some(Edit::Annotation(article.id.clone(), self.annotator.clone(), change))
    }
}
