//! Lists what an annotator made as batches, and retracts a batch except for what was edited since.

use std::sync::Arc;

use crate::model::{ActorId, Annotation, BatchId, Timestamp};
use crate::session::input::notice::Severity;
use crate::session::state::Session;

/// The annotations that are left of one annotator's batch.
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

/// Whether a person changed the annotation after it was made.
pub(in crate::session) fn is_edited(annotation: &Annotation) -> bool {
    annotation.modified != annotation.created
}

impl Session {
    /// The annotator's own batches of which something is left, newest first.
    #[must_use]
    pub fn batches(&self) -> Vec<BatchState> {
        let mut batches: Vec<BatchState> = self.survey.batches().of(&self.annotator).collect();
        batches.sort_by_key(|batch| std::cmp::Reverse(batch.made));
        batches
    }

    /// What is left of one of the annotator's own batches.
    #[must_use]
    pub fn batch(&self, id: &BatchId) -> Option<BatchState> {
        self.survey.batches().get(&self.annotator, id)
    }

    pub(in crate::session) fn retract_batch(&mut self, id: &BatchId, now: Timestamp) {
        let articles = self.survey.batches().articles_of(&self.annotator, id);
        let made = articles.flat_map(|article| {
            let annotations = self.document.layer(article, &self.annotator).into_iter().flat_map(|layer| layer.annotations());
            let of_batch = annotations.filter(|annotation| annotation.details.batch.as_ref() == Some(id));
            of_batch.map(|annotation| (article.clone(), self.annotator.clone(), Arc::clone(annotation)))
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
