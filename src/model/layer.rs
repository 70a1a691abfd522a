//! Defines [`Layer`]: all annotations of one annotator in one article.

use std::cmp::Ordering;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::tree::{Difference, Filter, Item, Tree};
use super::{Annotation, AnnotationId, Fragment, Label, Lost, Unknown};
use crate::text::{ByteOffset, Span};

/// All annotations of one annotator in one article, in text order (start, end, id).
///
/// Clones share their unchanged parts, so the cost of a change hardly depends on the number of annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    annotations: Tree<Arc<Annotation>>,
    by_id: Tree<ById>,
    /// Annotations whose words could not be found in the text.
    pub lost: Vec<Arc<Lost>>,
    /// Suggestions that a person has rejected, in text order. They are not proposed again.
    pub rejected: Arc<Vec<Rejection>>,
    /// Whether the annotator has finished the article.
    pub done: bool,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// A rejected suggestion: from its first character to its last.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rejection {
    pub label: Label,
    pub fragment: Fragment,
}

/// An annotation with the hash of its id, so that comparing two ids seldom needs a comparison of strings.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ById(u32, Arc<Annotation>);

/// Optional properties of an annotation, as bits of [`Item::flags`].
mod flag {
    pub const ATTRIBUTION: u8 = 1;
    pub const ACTOR: u8 = 2;
    pub const LINKS: u8 = 4;
    pub const MENTION: u8 = 8;
}

impl Item for Arc<Annotation> {
    /// Start, end and id. Without an id it sorts before all annotations with the same start and end.
    type Key = (ByteOffset, ByteOffset, Option<AnnotationId>);

    fn key(&self) -> Self::Key {
        (self.start(), self.end(), Some(self.id.clone()))
    }

    fn order(&self, (start, end, id): &Self::Key) -> Ordering {
        (self.start(), self.end(), Some(&self.id)).cmp(&(*start, *end, id.as_ref()))
    }

    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(self, other)
    }

    fn reach(&self) -> usize {
        self.end().0
    }

    fn flags(&self) -> u8 {
        let details = &self.details;
        let flags = [
            (flag::ATTRIBUTION, !details.attribution.is_empty()),
            (flag::ACTOR, self.actor.is_some()),
            (flag::LINKS, !details.links.is_empty()),
            (flag::MENTION, details.everyone().any(|held| held.mention.is_some())),
        ];
        flags.into_iter().filter(|(_, has)| *has).fold(0, |all, (bit, _)| all | bit)
    }
}

impl Item for ById {
    type Key = (u32, AnnotationId, ByteOffset, ByteOffset);

    fn key(&self) -> Self::Key {
        (self.0, self.1.id.clone(), self.1.start(), self.1.end())
    }

    fn order(&self, (hash, id, start, end): &Self::Key) -> Ordering {
        self.0.cmp(hash).then_with(|| (&self.1.id, self.1.start(), self.1.end()).cmp(&(id, *start, *end)))
    }

    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.1, &other.1)
    }
}

impl Layer {
    /// Builds a layer from annotations in any order.
    #[must_use]
    pub fn new(mut annotations: Vec<Arc<Annotation>>) -> Self {
        annotations.sort_by(|a, b| order(a).cmp(&order(b)));
        let mut by_id: Vec<ById> = annotations.iter().map(|a| ById(hash(&a.id), Arc::clone(a))).collect();
        by_id.sort_by(|ById(a, x), ById(b, y)| (a, &x.id, x.start(), x.end()).cmp(&(b, &y.id, y.start(), y.end())));
        Self { annotations: Tree::from_sorted(annotations), by_id: Tree::from_sorted(by_id), ..Self::default() }
    }

    /// In text order (start, end, id).
    #[must_use]
    pub fn annotations(&self) -> &Tree<Arc<Annotation>> {
        &self.annotations
    }

    /// The annotation with that id.
    #[must_use]
    pub fn get(&self, id: &AnnotationId) -> Option<&Arc<Annotation>> {
        let first = (hash(id), id.clone(), ByteOffset::ZERO, ByteOffset::ZERO);
        self.by_id.at_or_after(&first).map(|ById(_, annotation)| annotation).filter(|annotation| annotation.id == *id)
    }

    /// Position of the annotation with that id in text order.
    #[must_use]
    pub fn position(&self, id: &AnnotationId) -> Option<usize> {
        self.get(id).map(|annotation| self.annotations.rank(&annotation.key()))
    }

    /// Number of annotations that begin before that offset: the position of the first one that does not.
    #[must_use]
    pub fn begun_before(&self, at: ByteOffset) -> usize {
        self.annotations.rank(&(at, ByteOffset::ZERO, None))
    }

    /// The annotations that differ between an older version of this layer and this one. A changed annotation with the same start
    /// and end is one pair; if these changed, it is listed twice, as removed and as added.
    #[must_use]
    pub fn differences<'l>(&'l self, older: &'l Self) -> Vec<Difference<'l, Arc<Annotation>>> {
        self.annotations.differences(&older.annotations)
    }

    /// The annotations that have an attribution, in text order from either end.
    pub fn attributed(&self, back: bool) -> impl Iterator<Item = &Arc<Annotation>> {
        self.with(flag::ATTRIBUTION, back)
    }

    /// The annotations that name an actor, in text order.
    pub fn naming(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        self.with(flag::ACTOR, false)
    }

    /// The annotations that hold links, in text order.
    pub fn linking(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        self.with(flag::LINKS, false)
    }

    /// The annotations with a mention as evidence of an attribution, in text order.
    pub fn resting_on_mentions(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        self.with(flag::MENTION, false)
    }

    fn with(&self, flags: u8, back: bool) -> impl Iterator<Item = &Arc<Annotation>> {
        let filter = Filter { reach: 0, flags };
        if back { self.annotations.filtered_back(filter) } else { self.annotations.filtered(filter) }
    }

    /// Whether there is nothing in the layer: no annotation, and not finished.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.annotations.is_empty() && self.lost.is_empty() && self.rejected.is_empty() && !self.done
    }

    /// The annotations that touch or overlap the bytes `from..=to`, in text order.
    pub fn touching(&self, from: ByteOffset, to: ByteOffset) -> impl Iterator<Item = &Arc<Annotation>> {
        self.annotations.filtered(Filter { reach: from.0, flags: 0 }).take_while(move |a| a.start() <= to)
    }

    /// The annotation with the same label and the same spans, other than `annotation` itself.
    #[must_use]
    pub fn twin_of(&self, annotation: &Annotation) -> Option<&Arc<Annotation>> {
        self.touching(annotation.start(), annotation.end()).find(|a| a.id != annotation.id && a.is_twin_of(annotation))
    }

    /// Another annotation with the same label and nearly the same extent: each covers at least four fifths of the other.
    #[must_use]
    pub fn near_twin_of(&self, annotation: &Annotation) -> Option<&Arc<Annotation>> {
        self.touching(annotation.start(), annotation.end())
            .find(|a| a.id != annotation.id && a.label == annotation.label && nearly_same(a, annotation))
    }

    /// Inserts an annotation. Replaces the one with the same id, if there is one.
    pub fn put(&mut self, annotation: Arc<Annotation>) {
        self.remove(&annotation.id);
        self.by_id.insert(ById(hash(&annotation.id), Arc::clone(&annotation)));
        self.annotations.insert(annotation);
    }

    /// Removes the annotation with that id and returns it.
    pub fn remove(&mut self, id: &AnnotationId) {
        while let Some(held) = self.get(id).cloned() {
            self.annotations.remove(&held.key());
            let key = ById(hash(id), held).key();
            if self.by_id.remove(&key).is_none() {
                return;
            }
        }
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
