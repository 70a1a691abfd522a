//! Finds contradictory marks: the same words as mentions of different actors, or as a mention and as something else.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::question::{OpenQuestion, Place, QuestionKind, SHORT};
use crate::model::tree::Map;
use crate::model::{Annotation, AnnotationId, Annotator, Article, ArticleId, Codebook, Document, Label, Layer, Timestamp};
use crate::text::ByteOffset;

/// The place of an annotation: its article in the order of the set, its edges, its id.
type Position = (Arrival, ArticleId, ByteOffset, ByteOffset, AnnotationId);
/// The first sort key of articles, before their ids; `None` if the article is not in the set.
type Arrival = Option<(Timestamp, u32)>;
/// An annotation, with the number of its article.
type Held = (u32, Arc<Annotation>);

/// The annotations of one annotator by their words, updated where annotations have changed.
#[derive(Debug, Default)]
pub struct TwoWays {
    read_for: Option<(Annotator, Arc<Codebook>)>,
    layers: Map<(ArticleId, Annotator), Layer>,
    articles: Map<ArticleId, Article>,
    numbers: HashMap<ArticleId, u32>,
    /// When each article was added to the set, by its number.
    order: Vec<(Arrival, ArticleId)>,
    /// Annotations by a hash and the length of their words, in the order of their positions.
    by_words: HashMap<(u64, u32), Vec<Held>>,
    /// Annotations that are marked differently than the first one with the same words.
    found: BTreeMap<Position, Arc<Annotation>>,
}

impl TwoWays {
    /// One question for each annotation after the first whose words the annotator marked differently before.
    pub fn questions(&mut self, document: &Document, annotator: &Annotator) -> Vec<OpenQuestion> {
        self.update(document, annotator);
        let question = |((_, article, ..), annotation): (&Position, &Arc<Annotation>)| OpenQuestion {
            kind: QuestionKind::TwoWays,
            place: Place::Annotation(article.clone(), annotation.id.clone()),
            words: annotation.beginning(SHORT),
        };
        self.found.iter().map(question).collect()
    }

    fn update(&mut self, document: &Document, annotator: &Annotator) {
        let codebook = &document.codebook;
        let reads_on = self.read_for.as_ref().is_some_and(|(by, book)| by == annotator && Arc::ptr_eq(book, codebook));
        let articles = std::mem::replace(&mut self.articles, document.articles.clone());
        let changed = document.articles.differences(&articles);
        let moved = |(id, old, new): &(&ArticleId, _, _)| arrival(*old) != arrival(*new) && self.numbers.contains_key(*id);
        if !reads_on || changed.iter().any(moved) {
            *self = Self { articles: document.articles.clone(), ..Self::default() };
            self.read_for = Some((annotator.clone(), Arc::clone(codebook)));
        }
        let layers = std::mem::replace(&mut self.layers, document.layers.clone());
        let none = Layer::default();
        for ((article, by), before, after) in document.layers.differences(&layers) {
            if by != annotator {
                continue;
            }
            let number = self.number(article, arrival(document.article(article)));
            for (gone, new) in after.map_or(&none, Arc::as_ref).differences(before.map_or(&none, Arc::as_ref)) {
                if let Some(gone) = gone.filter(|gone| is_compared(gone, codebook)) {
                    self.take(&(number, Arc::clone(gone)));
                }
                if let Some(new) = new.filter(|new| is_compared(new, codebook)) {
                    self.add((number, Arc::clone(new)));
                }
            }
        }
    }

    fn number(&mut self, article: &ArticleId, arrival: Arrival) -> u32 {
        *self.numbers.entry(article.clone()).or_insert_with(|| {
            self.order.push((arrival, article.clone()));
            self.order.len() as u32 - 1
        })
    }

    fn add(&mut self, new: Held) {
        let position = position(&self.order, &new);
        let alike = self.by_words.entry(words(&new.1)).or_insert_with(|| Vec::with_capacity(1));
        let at = alike.partition_point(|held| self::position(&self.order, held) < position);
        alike.insert(at, new.clone());
        if at == 0 {
            compare(&self.order, alike, &mut self.found);
        } else if alike.first().is_some_and(|first| differ(&first.1, &new.1)) {
            self.found.insert(position, new.1);
        }
    }

    fn take(&mut self, gone: &Held) {
        let (key, position) = (words(&gone.1), position(&self.order, gone));
        self.found.remove(&position);
        let Some(alike) = self.by_words.get_mut(&key) else { return };
        let at = alike.partition_point(|held| self::position(&self.order, held) < position);
        if alike.get(at).is_some_and(|held| self::position(&self.order, held) == position) {
            alike.remove(at);
        }
        if at == 0 {
            compare(&self.order, alike, &mut self.found);
        }
        if alike.is_empty() {
            self.by_words.remove(&key);
        }
    }
}

/// Compares annotations of the same words with the first of them, and updates `found`.
fn compare(order: &[(Arrival, ArticleId)], alike: &[Held], found: &mut BTreeMap<Position, Arc<Annotation>>) {
    let Some((_, first)) = alike.first() else { return };
    for held in alike {
        let position = position(order, held);
        if differ(first, &held.1) {
            found.insert(position, Arc::clone(&held.1));
        } else {
            found.remove(&position);
        }
    }
}

/// Whether an annotation is compared with others. Of mentions only names are: whom “she” or “the minister” means depends on
/// the context.
fn is_compared(annotation: &Annotation, codebook: &Codebook) -> bool {
    annotation.label != Label::Actor
        || annotation.actor.is_some() && codebook.held(Label::Actor, "form", &annotation.details.attributes) == "name"
}

fn differ(first: &Annotation, other: &Annotation) -> bool {
    let are_mentions = (first.label == Label::Actor, other.label == Label::Actor);
    are_mentions.0 != are_mentions.1 || are_mentions == (true, true) && first.actor != other.actor
}

fn arrival(article: Option<&Arc<Article>>) -> Arrival {
    article.map(|article| (article.imported, article.order))
}

fn words(annotation: &Annotation) -> (u64, u32) {
    let (words, mut hasher) = (annotation.words(), DefaultHasher::new());
    words.hash(&mut hasher);
    (hasher.finish(), words.len() as u32)
}

fn position(order: &[(Arrival, ArticleId)], (number, annotation): &Held) -> Position {
    let (arrival, article) = order.get(*number as usize).cloned().unwrap_or_else(|| (None, ArticleId::least()));
    (arrival, article, annotation.start(), annotation.end(), annotation.id.clone())
}
