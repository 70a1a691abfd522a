//! Defines [`Layer`]: all annotations of one annotator in one article.

use std::sync::Arc;

use super::document::Unknown;
use super::{Annotation, AnnotationId, Lost};
use crate::text::{ByteOffset, Span};

/// All annotations of one annotator in one article, in text order (start, end, id).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    annotations: Vec<Arc<Annotation>>,
    /// For each annotation the furthest end of it and all before it; finds what reaches into a range.
    reach: Vec<ByteOffset>,
    /// Annotations whose words could not be found in the text.
    pub lost: Vec<Arc<Lost>>,
    /// Whether the annotator has finished the article.
    pub done: bool,
    /// Fields of a newer Dicta, kept as they were.
    pub unknown: Unknown,
}

impl Layer {
    /// Takes annotations in any order.
    #[must_use]
    pub fn new(mut annotations: Vec<Arc<Annotation>>) -> Self {
        annotations.sort_by(|a, b| order(a).cmp(&order(b)));
        let mut layer = Self { annotations, ..Self::default() };
        layer.measure();
        layer
    }

    /// In text order (start, end, id).
    #[must_use]
    pub fn annotations(&self) -> &[Arc<Annotation>] {
        &self.annotations
    }

    /// The annotation with that id.
    #[must_use]
    pub fn get(&self, id: &AnnotationId) -> Option<&Arc<Annotation>> {
        self.annotations.iter().find(|a| a.id == *id)
    }

    /// Position of the annotation with that id in text order.
    #[must_use]
    pub fn position(&self, id: &AnnotationId) -> Option<usize> {
        self.annotations.iter().position(|a| a.id == *id)
    }

    /// Whether nothing was ever done here: no annotation, not finished.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.annotations.is_empty() && self.lost.is_empty() && !self.done
    }

    /// The annotations that touch or overlap the bytes `from..=to`, in text order.
    pub fn touching(&self, from: ByteOffset, to: ByteOffset) -> impl Iterator<Item = &Arc<Annotation>> {
        // `reach` never falls, so everything before the first that reaches `from` ends before it.
        let first = self.reach.partition_point(|&end| end < from);
        let rest = self.annotations.get(first..).unwrap_or_default();
        rest.iter().take_while(move |a| a.start() <= to).filter(move |a| a.end() >= from)
    }

    /// The annotation with the same label and the same spans, other than `annotation` itself.
    #[must_use]
    pub fn twin_of(&self, annotation: &Annotation) -> Option<&Arc<Annotation>> {
        self.touching(annotation.start(), annotation.end()).find(|a| a.id != annotation.id && a.is_twin_of(annotation))
    }

    /// Another annotation with the same label and nearly the same extent: each holds at least four fifths of the other.
    #[must_use]
    pub fn near_twin_of(&self, annotation: &Annotation) -> Option<&Arc<Annotation>> {
        self.touching(annotation.start(), annotation.end())
            .find(|a| a.id != annotation.id && a.label == annotation.label && nearly_same(a, annotation))
    }

    /// Puts an annotation in its place, or in the place of the one with its id.
    pub fn put(&mut self, annotation: Arc<Annotation>) {
        self.annotations.retain(|a| a.id != annotation.id);
        let at = self.annotations.partition_point(|a| order(a) < order(&annotation));
        self.annotations.insert(at, annotation);
        self.measure();
    }

    /// Takes the annotation with that id out.
    pub fn remove(&mut self, id: &AnnotationId) {
        self.annotations.retain(|a| a.id != *id);
        self.measure();
    }

    fn measure(&mut self) {
        self.reach.clear();
        let mut furthest = ByteOffset::ZERO;
        self.reach.extend(self.annotations.iter().map(|a| {
            furthest = furthest.max(a.end());
            furthest
        }));
    }
}

fn order(a: &Annotation) -> (ByteOffset, ByteOffset, &AnnotationId) {
    (a.start(), a.end(), &a.id)
}

fn nearly_same(a: &Annotation, b: &Annotation) -> bool {
    let shared: usize = a.spans().map(|x| b.spans().map(|y| overlap(x, y)).sum::<usize>()).sum();
    let longer = a.spans().map(Span::byte_len).sum::<usize>().max(b.spans().map(Span::byte_len).sum());
    shared * 5 >= longer * 4
}

fn overlap(a: Span, b: Span) -> usize {
    a.end().min(b.end()).0.saturating_sub(a.start().max(b.start()).0)
}
