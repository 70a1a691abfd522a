//! Keeps what is left of each batch, by annotator: how much, and where.

use std::collections::BTreeMap;

use super::review::BatchState;
use crate::model::{ActorId, Annotation, Annotator, ArticleId, BatchId, Timestamp};

/// What is left of each batch, by annotator.
#[derive(Debug, Default)]
pub(super) struct BatchIndex {
    left: BTreeMap<(Annotator, BatchId), Left>,
}

/// What is left of one annotator's share of a batch. Each map says how often there is what.
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

    /// What is left of each batch, with the annotator whose share it is.
    pub fn all(&self) -> impl Iterator<Item = (&Annotator, BatchState)> {
        self.left.iter().map(|((annotator, id), left)| (annotator, left.state(id)))
    }

    /// The layers in which something of a batch is left, by annotator.
    pub fn layers_of(&self, id: &BatchId) -> impl Iterator<Item = (&ArticleId, &Annotator)> {
        let shares = self.left.iter().filter(move |((_, of), _)| of == id);
        shares.flat_map(|((annotator, _), left)| left.articles.keys().map(move |article| (article, annotator)))
    }
}

impl Left {
    fn count_for(&mut self, annotation: &Annotation) -> &mut usize {
        if annotation.modified == annotation.created { &mut self.untouched } else { &mut self.edited }
    }

    fn state(&self, id: &BatchId) -> BatchState {
        // A batch of names is nobody's alone.
        let mut actors = self.actors.keys();
        let actor = actors.next().filter(|_| actors.next().is_none()).cloned().flatten();
        let made = self.made.keys().next().copied().unwrap_or_default();
        BatchState { id: id.clone(), actor, made, untouched: self.untouched, edited: self.edited }
    }
}

/// Counts one less; the last one goes.
pub(super) fn less<K: Ord>(counts: &mut BTreeMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}
