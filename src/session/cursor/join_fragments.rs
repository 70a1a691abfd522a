//! Plans the selection as a further fragment of an annotation, and the removal of a fragment.

use super::caret_step::Edge;
use crate::model::{Annotation, Fragment, Timestamp};
use crate::session::editor::plan::{NoPlan, Planned};
use crate::session::input::action::SessionAction;
use crate::session::state::Session;

impl Session {
    /// Adds the selection to the annotation that was selected last in this article.
    pub(in crate::session) fn add_fragment(&mut self, now: Timestamp) {
        self.apply(self.fragment_added(now), now);
    }

    fn fragment_added(&self, now: Timestamp) -> Planned {
        let article = self.article().ok_or(NoPlan::Nothing)?;
        let (Some(span), Some(annotation)) = (self.selection().trimmed(&article.text), self.joins()) else {
            return Err(NoPlan::info("Select an annotation, then select the words that belong to it too"));
        };
        if annotation.spans().any(|held| held.overlaps(span)) {
            return Err(NoPlan::info("These words are already in the annotation. Move its edge instead"));
        }
        let mut changed = Annotation::clone(annotation);
        changed.fragments.push(Fragment::new(&article.text, span));
        changed.fragments.sort_by_key(|fragment| fragment.span);
        self.check_no_twin_of_fragments(&changed)?;
        let plan = self.change_own("add a fragment", annotation, changed, now)?;
        Ok(plan.caret(span.end()).select(annotation.id.clone()))
    }

    /// Removes the fragment at the caret from the selected annotation, unless it is the only one.
    pub(in crate::session) fn remove_fragment(&mut self, now: Timestamp) {
        self.apply(self.fragment_removed(now), now);
    }

    fn fragment_removed(&self, now: Timestamp) -> Planned {
        let annotation = self.current_or_say()?;
        let at = self.selection().head;
        let here = annotation.fragments.iter().position(|f| f.span.touches(at));
        let (Some(here), true) = (here, annotation.fragments.len() > 1) else {
            let key = self.key(SessionAction::Delete);
            return Err(NoPlan::info(format!("There is one fragment here. Press {key} to delete the annotation")));
        };
        let mut changed = Annotation::clone(annotation);
        changed.fragments.remove(here);
        self.check_no_twin_of_fragments(&changed)?;
        Ok(self.change_own("remove a fragment", annotation, changed, now)?.select(annotation.id.clone()))
    }

    fn check_no_twin_of_fragments(&self, annotation: &Annotation) -> Result<(), NoPlan> {
        let has_twin = self.layer().is_some_and(|layer| layer.twin_of(annotation).is_some());
        let text = "Another annotation marks exactly these fragments already";
        if has_twin { Err(NoPlan::warning(text)) } else { Ok(()) }
    }

    /// The fragment whose edge a key moves: the one at the caret, otherwise the outermost on that side.
    pub(in crate::session) fn fragment_to_move(&self, annotation: &Annotation, edge: Edge) -> usize {
        let at = self.selection().head;
        let outermost = if edge == Edge::Start { 0 } else { annotation.fragments.len().saturating_sub(1) };
        annotation.fragments.iter().position(|f| f.span.touches(at)).unwrap_or(outermost)
    }
}
