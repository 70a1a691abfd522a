//! Keeps what each bulk act made that still stands: how much of it, and where.

use std::collections::{BTreeMap, HashMap};

use super::review::BatchState;
use crate::model::{ActorId, Annotation, Annotator, ArticleId, BatchId, Timestamp};

/// What each bulk act made, as far as it still stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Batches {
    by_id: HashMap<BatchId, Batch>,
}

/// What one bulk act made, as far as it still stands. Each map says how often there is what.
#[derive(Debug, Default, PartialEq, Eq)]
struct Batch {
    layers: BTreeMap<(ArticleId, Annotator), usize>,
    actors: BTreeMap<Option<ActorId>, usize>,
    made: BTreeMap<Timestamp, usize>,
    untouched: usize,
    edited: usize,
}

impl Batches {
    pub(super) fn add(&mut self, layer: &(ArticleId, Annotator), annotation: &Annotation) {
        let Some(id) = &annotation.details.batch else { return };
        let batch = self.by_id.entry(id.clone()).or_default();
        *batch.layers.entry(layer.clone()).or_default() += 1;
        *batch.actors.entry(annotation.actor.clone()).or_default() += 1;
        *batch.made.entry(annotation.created).or_default() += 1;
        *batch.count_for(annotation) += 1;
    }

    pub(super) fn take(&mut self, layer: &(ArticleId, Annotator), annotation: &Annotation) {
        let Some(id) = &annotation.details.batch else { return };
        let Some(batch) = self.by_id.get_mut(id) else { return };
        less(&mut batch.layers, layer);
        less(&mut batch.actors, &annotation.actor);
        less(&mut batch.made, &annotation.created);
        let count = batch.count_for(annotation);
        *count = count.saturating_sub(1);
        if batch.layers.is_empty() {
            self.by_id.remove(id);
        }
    }

    /// Every batch of which something still stands, the newest first.
    #[must_use]
    pub fn all(&self) -> Vec<BatchState> {
        let mut all: Vec<BatchState> = self.by_id.iter().map(|(id, batch)| batch.state(id)).collect();
        all.sort_by(|a, b| b.made.cmp(&a.made).then_with(|| a.id.cmp(&b.id)));
        all
    }

    /// What a batch made, as far as it still stands.
    #[must_use]
    pub fn get(&self, id: &BatchId) -> Option<BatchState> {
        self.by_id.get(id).map(|batch| batch.state(id))
    }

    /// The layers in which something of a batch stands, sorted.
    pub fn layers_of(&self, id: &BatchId) -> impl Iterator<Item = &(ArticleId, Annotator)> {
        self.by_id.get(id).into_iter().flat_map(|batch| batch.layers.keys())
    }
}

impl Batch {
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
