//! Defines [`Layer`]: all annotations of one annotator in one article.

use std::sync::Arc;

use super::document::Unknown;
use super::{Annotation, AnnotationId, Lost};
use crate::text::{ByteOffset, Span};

/// Annotations that share an entry in `reach`: few enough to look at each, many enough to pass over the rest.
const RUN: usize = 32;

/// All annotations of one annotator in one article, in text order (start, end, id).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    annotations: Vec<Arc<Annotation>>,
    /// For each [`RUN`] of annotations the furthest end of them; finds what reaches into a range.
    reach: Vec<ByteOffset>,
    /// Positions of the annotations, in the order of their ids.
    by_id: Vec<u32>,
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
        let mut by_id: Vec<u32> = (0..).zip(&annotations).map(|(at, _)| at).collect();
        let id = |at: &u32| annotations.get(*at as usize).map(|a| &a.id);
        by_id.sort_by(|a, b| id(a).cmp(&id(b)));
        let mut layer = Self { annotations, by_id, ..Self::default() };
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
        self.annotations.get(self.position(id)?)
    }

    /// Position of the annotation with that id in text order.
    #[must_use]
    pub fn position(&self, id: &AnnotationId) -> Option<usize> {
        let at = self.by_id.get(self.place_in_ids(id))?;
        let position = *at as usize;
        self.annotations.get(position).is_some_and(|a| a.id == *id).then_some(position)
    }

    /// Whether nothing was ever done here: no annotation, not finished.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.annotations.is_empty() && self.lost.is_empty() && !self.done
    }

    /// The annotations that touch or overlap the bytes `from..=to`, in text order.
    pub fn touching(&self, from: ByteOffset, to: ByteOffset) -> impl Iterator<Item = &Arc<Annotation>> {
        let until = self.annotations.partition_point(|a| a.start() <= to);
        let begun = self.annotations.get(..until).unwrap_or_default();
        let runs = begun.chunks(RUN).zip(&self.reach).filter(move |(_, furthest)| **furthest >= from);
        runs.flat_map(|(run, _)| run).filter(move |a| a.end() >= from)
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
        self.take_out(&annotation.id);
        let at = self.annotations.partition_point(|a| order(a) < order(&annotation));
        let place = self.place_in_ids(&annotation.id);
        self.annotations.insert(at, annotation);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.by_id.iter_mut().filter(|other| **other >= at).for_each(|other| *other += 1);
        self.by_id.insert(place, at);
        self.measure();
    }

    /// Takes the annotation with that id out.
    pub fn remove(&mut self, id: &AnnotationId) {
        self.take_out(id);
        self.measure();
    }

    fn take_out(&mut self, id: &AnnotationId) {
        let Some(position) = self.position(id) else { return };
        self.by_id.remove(self.place_in_ids(id));
        self.annotations.remove(position);
        self.by_id.iter_mut().filter(|other| **other as usize > position).for_each(|other| *other -= 1);
    }

    /// Where the id stands, or would stand, in `by_id`.
    fn place_in_ids(&self, id: &AnnotationId) -> usize {
        self.by_id.partition_point(|&at| self.annotations.get(at as usize).is_some_and(|a| a.id < *id))
    }

    fn measure(&mut self) {
        let furthest = |run: &[Arc<Annotation>]| run.iter().map(|a| a.end()).max().unwrap_or_default();
        self.reach = self.annotations.chunks(RUN).map(furthest).collect();
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
