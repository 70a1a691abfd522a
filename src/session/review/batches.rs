//! Lists the annotator's batches, and plans the deletion of one except for annotations that were edited since.

use std::sync::Arc;

use crate::model::BatchId;
use crate::session::annotate::deletion::ToDelete;
use crate::session::annotate::wording::counted;
use crate::session::derived::batch_index::{BatchState, is_edited};
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::notice::Message;
use crate::session::state::Session;

impl Session {
    /// The annotator's own batches that still have annotations, newest first.
    #[must_use]
    pub fn batches(&self) -> Vec<BatchState> {
        let mut batches: Vec<BatchState> = self.derived.survey().batches().of(self.editor.annotator()).collect();
        batches.sort_by_key(|batch| std::cmp::Reverse(batch.made));
        batches
    }

    /// What is left of one of the annotator's own batches.
    #[must_use]
    pub fn batch(&self, id: &BatchId) -> Option<BatchState> {
        self.derived.survey().batches().get(self.editor.annotator(), id)
    }

    /// Plans the deletion of what a batch made, except for annotations that were edited since.
    pub(in crate::session) fn retract_batch(&self, id: &BatchId) -> Planned {
        let articles = self.survey().batches().articles_of(self.annotator(), id);
        let made = articles.flat_map(|article| {
            let annotations = self.editor.layer(article).into_iter().flat_map(|layer| layer.annotations());
            let of_batch = annotations.filter(|annotation| annotation.details.batch.as_ref() == Some(id));
            of_batch.map(|annotation| (article.clone(), self.annotator().clone(), Arc::clone(annotation)))
        });
        let (kept, to_delete): (Vec<ToDelete>, Vec<ToDelete>) = made.partition(|(_, _, annotation)| is_edited(annotation));
        let (gone, kept) = (to_delete.len(), kept.len());
        if gone == 0 {
            return Err(NoPlan::info(match kept {
                0 => format!("“{}” has no annotations of this batch", self.annotator()),
                _ => "All annotations of this batch were edited since. None was deleted".to_owned(),
            }));
        }
        let others = if kept == 0 { String::new() } else { format!(". {kept} were edited since and stay") };
        let message = Message::info(format!("Deleted {} of the batch{others}", counted(gone, "annotation")));
        Ok(Plan::new(format!("retract a batch of {gone}"), self.deletions(&to_delete)).say(message))
    }
}
