//! Gives annotations whose words could not be found a new place, or discards them.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{Anchor, Annotation, AnnotationId, Fragment, Lost, Timestamp};
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::state::Session;

impl Session {
    /// Plans the selection as the new place of an annotation that lost its words.
    pub(in crate::session) fn reanchor(&self, id: &AnnotationId, now: Timestamp) -> Planned {
        let (Some(article), Some(lost)) = (self.article(), self.lost(id)) else { return Err(NoPlan::Nothing) };
        let Some(span) = self.selection().trimmed(&article.text) else {
            return Err(NoPlan::info("Select the words that it should mark first"));
        };
        let Lost { id, label, fragments: _, note, unsure, actor, details, origin, created, modified: _, unknown } =
            Lost::clone(lost);
        let fragments = vec![Fragment::new(&article.text, span)];
        let (anchor, modified) = (Anchor::Exact, now.whole_seconds());
        let select = id.clone();
        let found = Annotation { id, label, fragments, note, unsure, actor, details, origin, anchor, created, modified, unknown };
        let edits = vec![self.lost_removed(lost)?, self.added(article, found)];
        Ok(Plan::new("give it its place", edits).select(select))
    }

    /// Plans the end of an annotation that lost its words.
    pub(in crate::session) fn drop_lost(&self, id: &AnnotationId) -> Planned {
        let lost = self.lost(id).ok_or(NoPlan::Nothing)?;
        Ok(Plan::new("discard a lost annotation", vec![self.lost_removed(lost)?]))
    }

    fn lost_removed(&self, lost: &Arc<Lost>) -> Result<Edit, NoPlan> {
        let article = self.cursor.article().cloned().ok_or(NoPlan::Nothing)?;
        Ok(Edit::Lost(article, self.annotator().clone(), Change::new(Some(Arc::clone(lost)), None)))
    }

    fn lost(&self, id: &AnnotationId) -> Option<&Arc<Lost>> {
        self.layer()?.lost.iter().find(|lost| lost.id == *id)
    }
}
