//! Moves the edges of an annotation. Its id, its note and everything attached to it stay.

use super::caret_step::{CaretStep, Edge};
use crate::model::{Annotation, AnnotationId, Fragment, Timestamp};
use crate::session::annotate::wording::with_article;
use crate::session::editor::gesture::GestureKind;
use crate::session::editor::plan::{NoPlan, Planned};
use crate::session::state::Session;
use crate::text::{ByteOffset, Span, trim};

impl Session {
    /// Moves an edge of the current annotation one step: that of the fragment at the caret.
    pub(in crate::session) fn step_edge(&mut self, edge: Edge, step: CaretStep, now: Timestamp) {
        let annotation = match self.current_or_say() {
            Ok(annotation) => annotation,
            Err(none) => return self.apply(Err(none), now),
        };
        let Some(article) = self.article() else { return };
        let fragment = self.fragment_to_move(annotation, edge);
        let Some(held) = annotation.fragments.get(fragment).map(|f| f.span) else { return };
        let from = if edge == Edge::Start { held.start() } else { held.end() };
        let to = step.edge_from(&article.text, from, edge);
        let id = annotation.id.clone();
        self.move_edge(&id, fragment, edge, to, now);
    }

    /// Moves an edge of a fragment to the grapheme boundary at or before `to`; never past its other edge or another fragment.
    pub(in crate::session) fn move_edge(
        &mut self,
        id: &AnnotationId,
        fragment: usize,
        edge: Edge,
        to: ByteOffset,
        now: Timestamp,
    ) {
        let planned = self.edge_moved(id, fragment, edge, to, now);
        // The caret follows the edge, so that the change stays in view.
        if self.carry_out(planned, now) {
            self.cursor.keep_selected(id.clone());
        }
    }

    fn edge_moved(&self, id: &AnnotationId, fragment: usize, edge: Edge, to: ByteOffset, now: Timestamp) -> Planned {
        let (article, annotation) = self.article().zip(self.own(id)).ok_or(NoPlan::Nothing)?;
        let text = &article.text;
        let held = annotation.fragments.get(fragment).map(|f| f.span).ok_or(NoPlan::Nothing)?;
        let previous = fragment.checked_sub(1).and_then(|at| annotation.fragments.get(at));
        let after_previous = previous.map_or(ByteOffset::ZERO, |f| f.span.end());
        let before_next = annotation.fragments.get(fragment + 1).map_or(text.end(), |f| f.span.start());
        let to = text.floor_grapheme(to);
        let (start, end) = match edge {
            Edge::Start => (to.max(after_previous), held.end()),
            Edge::End => (held.start(), to.min(before_next)),
        };
        // A drag may end between words.
        let span = Span::new(text, start, end).ok().and_then(|span| trim::trimmed(text, span));
        let span = span.ok_or_else(|| NoPlan::info("An annotation has at least one letter"))?;
        if span == held {
            return Err(NoPlan::Nothing);
        }
        let mut changed = Annotation::clone(annotation);
        if let Some(slot) = changed.fragments.get_mut(fragment) {
            *slot = Fragment::new(text, span);
        }
        self.check_no_twin(&changed, with_article(changed.label))?;
        let plan = self.change_own("move an edge", annotation, changed, now)?;
        let at = if edge == Edge::Start { span.start() } else { span.end() };
        Ok(plan.gesture(Some(GestureKind::Edge(id.clone()))).caret(at))
    }
}
