//! Defines [`Layer`]: all annotations of one annotator in one article.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::document::Unknown;
use super::{Annotation, AnnotationId, Fragment, Label, Lost};
use crate::text::{ByteOffset, Span};

/// Annotations that share an entry in `reach`: few enough to look at each, many enough to pass over the rest.
const RUN: usize = 32;

/// All annotations of one annotator in one article, in text order (start, end, id).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    annotations: Vec<Arc<Annotation>>,
    /// For each [`RUN`] of annotations the furthest end of them; finds what reaches into a range.
    reach: Vec<ByteOffset>,
    /// Hash of each id with its annotation's position, sorted: finds an id without reading all annotations.
    by_id: Vec<(u32, u32)>,
    /// Annotations whose words could not be found in the text.
    pub lost: Vec<Arc<Lost>>,
    /// Candidates that a person has said no to, in text order; they are not proposed again.
    pub rejected: Vec<Rejection>,
    /// Whether the annotator has finished the article.
    pub done: bool,
    /// Fields of a newer Dicta, kept as they were.
    pub unknown: Unknown,
}

/// A candidate that a person has said no to: from its first character to its last.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rejection {
    pub label: Label,
    pub fragment: Fragment,
}

impl Layer {
    /// Takes annotations in any order.
    #[must_use]
    pub fn new(mut annotations: Vec<Arc<Annotation>>) -> Self {
        annotations.sort_by(|a, b| order(a).cmp(&order(b)));
        let mut by_id: Vec<(u32, u32)> = annotations.iter().zip(0..).map(|(a, at)| (hash(&a.id), at)).collect();
        by_id.sort_unstable();
        let mut layer = Self { annotations, by_id, ..Self::default() };
        layer.measure_from(0);
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
        let wanted = hash(id);
        let first = self.by_id.partition_point(|&(hash, _)| hash < wanted);
        let alike = self.by_id.get(first..)?.iter().take_while(|(hash, _)| *hash == wanted);
        alike.map(|&(_, at)| at as usize).find(|&at| self.annotations.get(at).is_some_and(|a| a.id == *id))
    }

    /// Whether nothing was ever done here: no annotation, not finished.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.annotations.is_empty() && self.lost.is_empty() && self.rejected.is_empty() && !self.done
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
        self.remove(&annotation.id);
        let at = self.annotations.partition_point(|a| order(a) < order(&annotation));
        let here = at as u32;
        self.by_id.iter_mut().filter(|(_, other)| *other >= here).for_each(|(_, other)| *other += 1);
        let entry = (hash(&annotation.id), here);
        self.by_id.insert(self.by_id.partition_point(|other| *other < entry), entry);
        self.annotations.insert(at, annotation);
        self.measure_from(at);
    }

    /// Takes the annotation with that id out.
    pub fn remove(&mut self, id: &AnnotationId) {
        while let Some(at) = self.position(id) {
            self.annotations.remove(at);
            let here = at as u32;
            self.by_id.retain_mut(|(_, other)| {
                let stays = *other != here;
                *other -= u32::from(*other > here);
                stays
            });
            self.measure_from(at);
        }
    }

    /// Measures `reach` again from the run that holds position `at`; what stands before has not changed.
    fn measure_from(&mut self, at: usize) {
        let run = at / RUN;
        self.reach.truncate(run);
        let furthest = |run: &[Arc<Annotation>]| run.iter().map(|a| a.end()).max().unwrap_or_default();
        self.reach.extend(self.annotations.chunks(RUN).skip(run).map(furthest));
    }
}

/// FNV-1a: the same on every machine, short, and good enough for random names.
fn hash(id: &AnnotationId) -> u32 {
    id.as_str().bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
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
