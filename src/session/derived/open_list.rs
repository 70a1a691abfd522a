//! Defines [`OpenList`], the open questions of the open article, updated where annotations have changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::question::{OpenQuestion, Place, QuestionKind, SHORT, kinds_of, unmarked};
use crate::jobs::quotations::Quotations;
use crate::model::tree::{Filter, Item, Tree};
use crate::model::{Annotation, AnnotationId, Annotator, Article, ArticleId, Label, Layer, Lost};
use crate::session::annotate::wording::shortened;
use crate::text::Span;

/// The open questions of the open article, in text order.
#[derive(Debug, Default)]
pub struct OpenList {
    read: Option<Read>,
    list: Tree<Open>,
    /// How many questions of each kind, in the order of [`QuestionKind::ALL`].
    counts: [usize; QuestionKind::ALL.len()],
}

/// The state for which the list was made.
#[derive(Clone, Debug)]
struct Read {
    article: Arc<Article>,
    annotator: Annotator,
    layer: Arc<Layer>,
    broken: Arc<BTreeSet<AnnotationId>>,
    quotations: Arc<Quotations>,
    /// Quotations that are open questions unless they are marked.
    marks: Tree<Mark>,
}

/// The place of a question in the list: start, kind, and end or number among those of a kind at one place.
type Key = (usize, QuestionKind, usize, Option<AnnotationId>);

#[derive(Clone, Debug)]
struct Open(Key, OpenQuestion);

impl Item for Open {
    type Key = Key;

    fn key(&self) -> Key {
        self.0.clone()
    }

    fn order(&self, key: &Key) -> std::cmp::Ordering {
        self.0.cmp(key)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0 && self.1 == other.1
    }
}

/// A quotation, or a quotation mark without its other half.
#[derive(Clone, Copy, Debug)]
struct Mark(Span, QuestionKind);

impl Item for Mark {
    type Key = (usize, usize, QuestionKind);

    fn key(&self) -> Self::Key {
        (self.0.start().0, self.0.end().0, self.1)
    }

    fn order(&self, key: &Self::Key) -> std::cmp::Ordering {
        self.key().cmp(key)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    fn reach(&self) -> usize {
        self.0.end().0
    }
}

impl OpenList {
    /// All questions.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &OpenQuestion> + ExactSizeIterator {
        self.list.iter().map(|Open(_, question)| question)
    }

    /// The questions from position `at` on.
    pub(in crate::session) fn starting_at(
        &self,
        at: usize,
    ) -> impl DoubleEndedIterator<Item = &OpenQuestion> + ExactSizeIterator {
        self.list.range(at..usize::MAX).map(|Open(_, question)| question)
    }

    /// Number of questions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are no questions.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Number of questions of one kind.
    #[must_use]
    pub fn count(&self, kind: QuestionKind) -> usize {
        let count = QuestionKind::ALL.iter().zip(self.counts).find(|(other, _)| **other == kind);
        count.map_or(0, |(_, count)| count)
    }

    /// The question at position `at`.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&OpenQuestion> {
        self.list.get(at).map(|Open(_, question)| question)
    }

    /// Number of questions that begin before that byte: the position of the first of the others.
    pub(in crate::session) fn begun_before(&self, byte: usize) -> usize {
        self.list.rank(&(byte, QuestionKind::NoSpeaker, 0, None))
    }

    /// Updates the list to an article and the annotator's layer of it.
    pub(super) fn update(
        &mut self,
        article: &Arc<Article>,
        annotator: &Annotator,
        layer: Arc<Layer>,
        broken: Arc<BTreeSet<AnnotationId>>,
        quotations: Arc<Quotations>,
    ) {
        let (article, annotator) = (Arc::clone(article), annotator.clone());
        let stays = |read: &Read| {
            Arc::ptr_eq(&read.article, &article) && read.annotator == annotator && Arc::ptr_eq(&read.quotations, &quotations)
        };
        if let Some(read) = self.read.take_if(|read| stays(read)) {
            let now = Read { article, annotator, layer, broken, quotations, marks: read.marks.clone() };
            self.renew(&read, &now);
            self.read = Some(now);
            return;
        }
        let marks = marks_of(&quotations);
        *self = Self::new(Read { article, annotator, layer, broken, quotations, marks });
    }

    /// Makes the list for a state.
    fn new(now: Read) -> Self {
        let mut all: Vec<Open> = Vec::new();
        for annotation in now.layer.annotations() {
            let broken = now.broken.contains(&annotation.id).then_some(QuestionKind::BrokenLink);
            let kinds = kinds_of(annotation, &now.article).chain(broken);
            all.extend(kinds.map(|kind| Open::annotation(&now.article.id, annotation, kind)));
        }
        all.extend(now.layer.lost.iter().enumerate().map(|(at, lost)| Open::lost(&now.article.id, at, lost)));
        all.extend(now.marks.iter().filter(|mark| mark.is_open(&now)).map(|mark| Open::mark(&now.article, *mark)));
        all.sort_by(|Open(a, _), Open(b, _)| a.cmp(b));
        let counts = QuestionKind::ALL.map(|kind| all.iter().filter(|Open((_, of, ..), _)| *of == kind).count());
        Self { read: Some(now), list: Tree::from_sorted(all), counts }
    }

    fn put(&mut self, open: Open) {
        let kind = open.1.kind;
        if self.list.insert(open).is_none() {
            self.counts.iter_mut().zip(QuestionKind::ALL).filter(|(_, of)| *of == kind).for_each(|(count, _)| *count += 1);
        }
    }

    fn remove(&mut self, key: &Key) {
        if self.list.remove(key).is_some() {
            let kind = key.1;
            self.counts.iter_mut().zip(QuestionKind::ALL).filter(|(_, of)| *of == kind).for_each(|(count, _)| *count -= 1);
        }
    }

    /// Updates the list from `read` to `now`, which are of the same article and annotator.
    fn renew(&mut self, read: &Read, now: &Read) {
        let id = &now.article.id;
        let changed = now.layer.differences(&read.layer);
        for (gone, new) in &changed {
            if let Some(gone) = gone {
                let kinds = kinds_of(gone, &now.article).chain([QuestionKind::BrokenLink]);
                kinds.for_each(|kind| self.remove(&key_of(gone, kind)));
            }
            if let Some(new) = new {
                let broken = now.broken.contains(&new.id).then_some(QuestionKind::BrokenLink);
                kinds_of(new, &now.article).chain(broken).for_each(|kind| self.put(Open::annotation(id, new, kind)));
            }
        }
        if !Arc::ptr_eq(&read.broken, &now.broken) {
            for of in read.broken.symmetric_difference(&now.broken) {
                let Some(annotation) = now.layer.get(of) else { continue };
                if now.broken.contains(of) {
                    self.put(Open::annotation(id, annotation, QuestionKind::BrokenLink));
                } else {
                    self.remove(&key_of(annotation, QuestionKind::BrokenLink));
                }
            }
        }
        if read.layer.lost != now.layer.lost {
            for (at, lost) in read.layer.lost.iter().enumerate() {
                self.remove(&Open::lost(id, at, lost).0);
            }
            now.layer.lost.iter().enumerate().for_each(|(at, lost)| self.put(Open::lost(id, at, lost)));
        }
        let quotes = changed.iter().flat_map(|(gone, new)| gone.iter().chain(new)).filter(|a| a.label == Label::Quote);
        for quote in quotes {
            let near = now.marks.filtered(Filter { reach: quote.start().0, flags: 0 });
            near.take_while(|Mark(span, _)| span.start() <= quote.end()).for_each(|mark| self.look_at(now, *mark));
        }
    }

    fn look_at(&mut self, now: &Read, mark: Mark) {
        let open = Open::mark(&now.article, mark);
        if mark.is_open(now) {
            self.put(open);
        } else {
            self.remove(&open.0);
        }
    }
}

impl Open {
    fn new(key: Key, place: Place, words: String) -> Self {
        let kind = key.1;
        Self(key, OpenQuestion { kind, place, words })
    }

    fn annotation(article: &ArticleId, annotation: &Annotation, kind: QuestionKind) -> Self {
        let place = Place::Annotation(article.clone(), annotation.id.clone());
        Self::new(key_of(annotation, kind), place, annotation.beginning(SHORT))
    }

    fn lost(article: &ArticleId, at: usize, lost: &Lost) -> Self {
        let place = Place::Lost(article.clone(), lost.id.clone());
        Self::new((usize::MAX, QuestionKind::Lost, at, Some(lost.id.clone())), place, shortened(&lost.words()))
    }

    fn mark(article: &Article, Mark(span, kind): Mark) -> Self {
        let place = Place::Words(article.id.clone(), span);
        Self::new((span.start().0, kind, span.end().0, None), place, shortened(article.text.slice(span)))
    }
}

impl Mark {
    fn is_open(&self, now: &Read) -> bool {
        unmarked(&[self.0], &now.article, Some(&now.layer)).next().is_some()
    }
}

fn key_of(annotation: &Annotation, kind: QuestionKind) -> Key {
    (annotation.start().0, kind, annotation.end().0, Some(annotation.id.clone()))
}

fn marks_of(quotations: &Quotations) -> Tree<Mark> {
    let speech = quotations.speech.iter().map(|span| Mark(*span, QuestionKind::Unmarked));
    let mut marks: Vec<Mark> =
        speech.chain(quotations.unbalanced.iter().map(|span| Mark(*span, QuestionKind::Unbalanced))).collect();
    marks.sort_by_key(Item::key);
    Tree::from_sorted(marks)
}
