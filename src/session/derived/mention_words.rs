//! Finds the actors that mentions of an article name, by their words; updated where annotations have changed.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::batch_index::less;
use crate::model::{ActorId, Annotation, Label, Layer};
use crate::text::fold::folded;

/// The actors that the mentions of a layer name, by their folded words.
#[derive(Debug, Default)]
pub struct MentionWords {
    /// The layer that was read.
    layer: Arc<Layer>,
    /// By words, the number of mentions for each actor.
    actors: HashMap<String, BTreeMap<ActorId, usize>>,
}

impl MentionWords {
    /// The actors that mentions with these folded words name, sorted.
    pub fn named(&mut self, layer: &Arc<Layer>, words: &str) -> Vec<ActorId> {
        let before = std::mem::replace(&mut self.layer, Arc::clone(layer));
        for (gone, new) in layer.differences(&before) {
            if let Some((words, actor)) = gone.and_then(|gone| named_by(gone)) {
                let held = self.actors.entry(words).or_default();
                less(held, actor);
            }
            if let Some((words, actor)) = new.and_then(|new| named_by(new)) {
                *self.actors.entry(words).or_default().entry(actor.clone()).or_default() += 1;
            }
        }
        self.actors.get(words).into_iter().flat_map(BTreeMap::keys).cloned().collect()
    }
}

fn named_by(annotation: &Annotation) -> Option<(String, &ActorId)> {
    let actor = annotation.actor.as_ref().filter(|_| annotation.label == Label::Actor)?;
    Some((folded(annotation.words().trim()), actor))
}
