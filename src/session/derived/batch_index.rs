//! Counts what is left of each batch, by annotator, and in which articles.

use std::collections::BTreeMap;

use crate::model::{ActorId, Annotation, Annotator, ArticleId, BatchId, Timestamp};

/// The annotations that are left of one annotator's batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchState {
    pub id: BatchId,
    /// The actor of all of them; `None` if they name several or none.
    pub actor: Option<ActorId>,
    pub made: Timestamp,
    /// Not changed since the batch made them.
    pub untouched: usize,
    /// Changed by a person since: retracting keeps them.
    pub edited: usize,
}

/// Whether a person changed the annotation after it was made.
pub(in crate::session) fn is_edited(annotation: &Annotation) -> bool {
    annotation.modified != annotation.created
}

/// What is left of each batch, by annotator.
#[derive(Debug, Default)]
pub(in crate::session) struct BatchIndex {
    left: BTreeMap<(Annotator, BatchId), Left>,
}

/// What is left of one annotator's share of a batch, as counts.
#[derive(Debug, Default)]
struct Left {
    articles: BTreeMap<ArticleId, usize>,
    actors: BTreeMap<Option<ActorId>, usize>,
    made: BTreeMap<Timestamp, usize>,
    untouched: usize,
    edited: usize,
}

impl BatchIndex {
    pub fn add(&mut self, (article, annotator): &(ArticleId, Annotator), annotation: &Annotation) {
        let Some(id) = &annotation.details.batch else { return };
        let left = self.left.entry((annotator.clone(), id.clone())).or_default();
        *left.articles.entry(article.clone()).or_default() += 1;
        *left.actors.entry(annotation.actor.clone()).or_default() += 1;
        *left.made.entry(annotation.created).or_default() += 1;
        *left.count_for(annotation) += 1;
    }

    pub fn take(&mut self, (article, annotator): &(ArticleId, Annotator), annotation: &Annotation) {
        let Some(id) = &annotation.details.batch else { return };
        let key = (annotator.clone(), id.clone());
        let Some(left) = self.left.get_mut(&key) else { return };
        less(&mut left.articles, article);
        less(&mut left.actors, &annotation.actor);
        less(&mut left.made, &annotation.created);
        let count = left.count_for(annotation);
        *count = count.saturating_sub(1);
        if left.articles.is_empty() {
            self.left.remove(&key);
        }
    }

    /// What is left of each batch of an annotator, sorted by id.
    pub fn of(&self, annotator: &Annotator) -> impl Iterator<Item = BatchState> {
        let own = self.left.iter().filter(move |((by, _), _)| by == annotator);
        own.map(|((_, id), left)| left.state(id))
    }

    /// What is left of one batch of an annotator.
    pub fn get(&self, annotator: &Annotator, id: &BatchId) -> Option<BatchState> {
        self.left.get(&(annotator.clone(), id.clone())).map(|left| left.state(id))
    }

    /// The articles in which something of an annotator's batch is left.
    pub fn articles_of(&self, annotator: &Annotator, id: &BatchId) -> impl Iterator<Item = &ArticleId> {
        self.left.get(&(annotator.clone(), id.clone())).into_iter().flat_map(|left| left.articles.keys())
    }
}

impl Left {
    fn count_for(&mut self, annotation: &Annotation) -> &mut usize {
        if is_edited(annotation) { &mut self.edited } else { &mut self.untouched }
    }

    fn state(&self, id: &BatchId) -> BatchState {
        // A batch of names has several actors.
        let mut actors = self.actors.keys();
        let actor = actors.next().filter(|_| actors.next().is_none()).cloned().flatten();
        let made = self.made.keys().next().copied().unwrap_or_default();
        BatchState { id: id.clone(), actor, made, untouched: self.untouched, edited: self.edited }
    }
}

/// Decrements a count, and removes it at 0.
pub(in crate::session) fn less<K: Ord>(counts: &mut BTreeMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}
