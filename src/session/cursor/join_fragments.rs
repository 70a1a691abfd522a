//! Joins the selection to an annotation as a further fragment, and takes a fragment out again.

use super::selection::Selection;
use crate::model::{Annotation, Fragment, Timestamp};
use crate::session::SessionAction;
use crate::session::input::command::Edge;
use crate::session::input::notice::Severity;
use crate::session::state::Session;

impl Session {
    /// Adds the selection to the annotation that was selected last in this article.
    pub(in crate::session) fn add_fragment(&mut self, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let last = self.joins().cloned();
        let (Some(span), Some(annotation)) = (self.selection.trimmed(&article.text), last) else {
            return self.notify(Severity::Info, "Select an annotation, then select the words that belong to it too", now);
        };
        if annotation.spans().any(|held| held.overlaps(span)) {
            return self.notify(Severity::Info, "These words are in the annotation already; move its edge instead", now);
        }
        let mut changed = Annotation::clone(&annotation);
        changed.fragments.push(Fragment::new(&article.text, span));
        changed.fragments.sort_by_key(|fragment| fragment.span);
        if self.layer().is_some_and(|layer| layer.twin_of(&changed).is_some()) {
            return self.notify(Severity::Warning, "Another annotation marks exactly these fragments already", now);
        }
        if self.change_annotation("add a fragment", Some(&annotation), Some(changed), None, now) {
            self.selection = Selection::caret(span.end());
            self.select_annotation(Some(annotation.id.clone()));
        }
    }

    /// Takes the fragment at the caret out of the selected annotation, which keeps at least one.
    pub(in crate::session) fn remove_fragment(&mut self, now: Timestamp) {
        let Some(annotation) = self.current_or_say(now) else { return };
        let at = self.selection.head;
        let here = annotation.fragments.iter().position(|f| f.span.touches(at));
        let (Some(here), true) = (here, annotation.fragments.len() > 1) else {
            return self.notify(
                Severity::Info,
                format!("There is one fragment here; press {} to delete the annotation", self.key(SessionAction::Delete)),
                now,
            );
        };
        let mut changed = Annotation::clone(&annotation);
        changed.fragments.remove(here);
        if self.layer().is_some_and(|layer| layer.twin_of(&changed).is_some()) {
            return self.notify(Severity::Warning, "Another annotation marks exactly these fragments already", now);
        }
        let id = annotation.id.clone();
        if self.change_annotation("remove a fragment", Some(&annotation), Some(changed), None, now) {
            self.select_annotation(Some(id));
        }
    }

    /// The fragment whose edge a key moves: the one at the caret, or else the outermost on that side.
    pub(in crate::session) fn fragment_to_move(&self, annotation: &Annotation, edge: Edge) -> usize {
        let at = self.selection.head;
        let outermost = if edge == Edge::Start { 0 } else { annotation.fragments.len().saturating_sub(1) };
        annotation.fragments.iter().position(|f| f.span.touches(at)).unwrap_or(outermost)
    }
}
