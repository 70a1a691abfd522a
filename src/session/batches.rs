//! Lists what an annotator made as batches, and retracts a batch except for what was edited since.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::notice::Severity;
use super::state::Session;
use crate::model::{ActorId, Annotation, BatchId, Layer, Timestamp};

/// The annotations that are left of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchState {
    pub id: BatchId,
    /// The actor of all of them; `None` if they name several or none.
    pub actor: Option<ActorId>,
    pub made: Timestamp,
    /// As the batch made them.
    pub untouched: usize,
    /// Changed by a person since: retracting leaves them.
    pub edited: usize,
}

impl BatchState {
    fn of(id: &BatchId, annotation: &Annotation) -> Self {
        let edited = usize::from(is_edited(annotation));
        let (actor, made) = (annotation.actor.clone(), annotation.created);
        Self { id: id.clone(), actor, made, untouched: 1 - edited, edited }
    }

    /// Takes in what another layer, or another annotation, holds of the same batch.
    fn join(&mut self, other: &Self) {
        if self.actor != other.actor {
            self.actor = None;
        }
        self.made = self.made.min(other.made);
        self.untouched += other.untouched;
        self.edited += other.edited;
    }
}

/// Whether a person changed the annotation after it was made.
fn is_edited(annotation: &Annotation) -> bool {
    annotation.modified != annotation.created
}

/// What a layer holds of batches.
#[must_use]
pub fn batches_of(layer: &Layer) -> BTreeMap<BatchId, BatchState> {
    let mut found = BTreeMap::new();
    for annotation in layer.annotations() {
        if let Some(id) = &annotation.details.batch {
            join(&mut found, &BatchState::of(id, annotation));
        }
    }
    found
}

fn join(found: &mut BTreeMap<BatchId, BatchState>, other: &BatchState) {
    found.entry(other.id.clone()).and_modify(|held| held.join(other)).or_insert_with(|| other.clone());
}

impl Session {
    /// The annotator's own batches of which something is left, newest first.
    #[must_use]
    pub fn batches(&self) -> Vec<BatchState> {
        let mut found = BTreeMap::new();
        self.survey.batches_by(&self.annotator).for_each(|state| join(&mut found, state));
        let mut batches: Vec<BatchState> = found.into_values().collect();
        batches.sort_by_key(|batch| std::cmp::Reverse(batch.made));
        batches
    }

    /// What is left of one of the annotator's own batches.
    #[must_use]
    pub fn batch(&self, id: &BatchId) -> Option<BatchState> {
        let mut own = self.survey.batches_by(&self.annotator).filter(|state| state.id == *id);
        let mut found = own.next()?.clone();
        own.for_each(|state| found.join(state));
        Some(found)
    }

    pub(super) fn retract_batch(&mut self, id: &BatchId, now: Timestamp) {
        let own = self.document.layers.iter().filter(|((_, annotator), _)| *annotator == self.annotator);
        let made = own.flat_map(|((article, annotator), layer)| {
            let of_batch = layer.annotations().iter().filter(|a| a.details.batch.as_ref() == Some(id));
            of_batch.map(move |annotation| (article.clone(), annotator.clone(), Arc::clone(annotation)))
        });
        let (kept, doomed): (Vec<_>, Vec<_>) = made.partition(|(_, _, annotation)| is_edited(annotation));
        let (gone, kept) = (doomed.len(), kept.len());
        if gone == 0 {
            let text = match kept {
                0 => format!("“{}” has nothing of this batch", self.annotator),
                _ => "Everything of this batch was edited since; nothing was taken back".to_owned(),
            };
            return self.notify(Severity::Info, text, now);
        }
        let edits = self.deletions(&doomed);
        if self.take_step(&format!("retract a batch of {gone}"), edits, None, now) {
            let others = if kept == 0 { String::new() } else { format!("; {kept} were edited since and stay") };
            self.notify(Severity::Info, format!("{gone} annotations of the batch are gone{others}"), now);
        }
    }
}
