//! Moves the edges of an annotation; id, note and everything attached stay.

use crate::model::{Annotation, AnnotationId, Fragment, Timestamp};
use crate::session::annotate::tagging::with_article;
use crate::session::editor::step::GestureKind;
use crate::session::input::command::Edge;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::text::{ByteOffset, Span, trim};

use super::caret::CaretStep;

impl Session {
    /// Moves an edge of the current annotation one step: of the fragment at the caret.
    pub(in crate::session) fn step_edge(&mut self, edge: Edge, step: CaretStep, now: Timestamp) {
        let Some(annotation) = self.current_or_say(now) else { return };
        let Some(article) = self.article().cloned() else { return };
        let fragment = self.fragment_to_move(&annotation, edge);
        let Some(held) = annotation.fragments.get(fragment).map(|f| f.span) else { return };
        let from = if edge == Edge::Start { held.start() } else { held.end() };
        let to = step.edge_from(&article.text, from, edge);
        self.move_edge(&annotation.id.clone(), fragment, edge, to, now);
    }

    /// Moves one edge of one fragment to the grapheme boundary at `to`; never past its other edge or a neighbour.
    pub(in crate::session) fn move_edge(
        &mut self,
        id: &AnnotationId,
        fragment: usize,
        edge: Edge,
        to: ByteOffset,
        now: Timestamp,
    ) {
        let Some(article) = self.article().cloned() else { return };
        let Some(annotation) = self.layer().and_then(|layer| layer.get(id)).cloned() else { return };
        let text = &article.text;
        let Some(held) = annotation.fragments.get(fragment).map(|f| f.span) else { return };
        let after_previous =
            fragment.checked_sub(1).and_then(|at| annotation.fragments.get(at)).map_or(ByteOffset::ZERO, |f| f.span.end());
        let before_next = annotation.fragments.get(fragment + 1).map_or(text.end(), |f| f.span.start());
        let to = text.floor_grapheme(to);
        let (start, end) = match edge {
            Edge::Start => (to.max(after_previous), held.end()),
            Edge::End => (held.start(), to.min(before_next)),
        };
        // A drag may let go between words.
        let Some(span) = Span::new(text, start, end).ok().and_then(|span| trim::trimmed(text, span)) else {
            return self.notify(Severity::Info, "An annotation holds at least one letter", now);
        };
        if span == held {
            return;
        }
        let mut changed = Annotation::clone(&annotation);
        if let Some(slot) = changed.fragments.get_mut(fragment) {
            *slot = Fragment::new(text, span);
        }
        if self.layer().is_some_and(|layer| layer.twin_of(&changed).is_some()) {
            let text = format!("The same words are already marked as {}", with_article(changed.label));
            return self.notify(Severity::Warning, text, now);
        }
        let gesture = Some(GestureKind::Edge(id.clone()));
        if self.change_annotation("move an edge", Some(&annotation), Some(changed), gesture, now) {
            // The caret goes with the edge, so that what is being changed stays in view.
            self.selection = crate::session::Selection::caret(if edge == Edge::Start { span.start() } else { span.end() });
            self.current = Some(id.clone());
            self.reveals += 1;
        }
    }
}
