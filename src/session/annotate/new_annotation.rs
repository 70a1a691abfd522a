//! Builds new annotations, for every way in which words are marked: by key, from a suggestion, from a list.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{ActorId, Anchor, Annotation, Article, Details, Fragment, Label, Timestamp, Unknown};
use crate::session::state::Session;
use crate::text::Span;

/// What is known of a new annotation.
#[derive(Clone, Debug)]
pub(in crate::session) struct NewAnnotation<'a> {
    pub label: Label,
    pub spans: &'a [Span],
    /// How it came about: `hand`, `tag all`.
    pub origin: &'a str,
    /// The actor of a mention.
    pub actor: Option<ActorId>,
    pub details: Details,
}

impl<'a> NewAnnotation<'a> {
    /// An annotation of which nothing is known but its words.
    pub fn of(label: Label, spans: &'a [Span], origin: &'a str) -> Self {
        Self { label, spans, origin, actor: None, details: Details::default() }
    }
}

impl Session {
    /// Builds an annotation of words of `article`, and fills in what the words say by themselves.
    pub(in crate::session) fn new_annotation(&self, article: &Article, new: NewAnnotation<'_>, now: Timestamp) -> Annotation {
        let at = now.whole_seconds();
        let NewAnnotation { label, spans, origin, actor, details } = new;
        let mut annotation = Annotation {
            id: self.editor.ids().fresh(label, &article.id, self.document()),
            label,
            fragments: spans.iter().map(|span| Fragment::new(&article.text, *span)).collect(),
            note: String::new(),
            unsure: false,
            actor,
            details,
            origin: origin.to_owned(),
            anchor: Anchor::Exact,
            created: at,
            modified: at,
            unknown: Unknown::default(),
        };
        self.propose(article, &mut annotation);
        annotation
    }

    /// The edit that adds an annotation to an article.
    pub(in crate::session) fn added(&self, article: &Article, annotation: Annotation) -> Edit {
        let change = Change::new(None, Some(Arc::new(annotation)));
        Edit::Annotation(article.id.clone(), self.annotator().clone(), change)
    }

    /// The edit that adds an annotation to an article; `None` if the same words already have the same label.
    pub(in crate::session) fn added_once(&self, article: &Article, annotation: Annotation) -> Option<Edit> {
        let layer = self.editor.layer(&article.id);
        let is_marked = layer.is_some_and(|layer| layer.twin_of(&annotation).is_some());
        (!is_marked).then(|| self.added(article, annotation))
    }

    /// The edit that changes one of the annotator's annotations.
    pub(in crate::session) fn changed(
        &self,
        article: &Article,
        before: &Arc<Annotation>,
        mut after: Annotation,
        now: Timestamp,
    ) -> Edit {
        after.modified = now.whole_seconds();
        let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
        Edit::Annotation(article.id.clone(), self.annotator().clone(), change)
    }
}
