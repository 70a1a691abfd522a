//! Moves the caret and the selection through the text.

use super::caret_step::CaretStep;
use super::selection::Selection;
use crate::model::AnnotationId;
use crate::session::state::Session;
use crate::text::{ByteOffset, Span, Text};

impl Session {
    pub(in crate::session) fn step_caret(&mut self, step: CaretStep, extend: bool) {
        let Some(article) = self.article() else { return };
        let text = article.text.clone();
        let Selection { anchor, head } = self.cursor.selection();
        // An arrow without Shift collapses a selection to its end on that side.
        let collapses = !extend && anchor != head && matches!(step, CaretStep::Left | CaretStep::Right);
        let at = match step {
            CaretStep::Left if collapses => anchor.min(head),
            CaretStep::Right if collapses => anchor.max(head),
            _ => step.from(&text, head),
        };
        self.place_caret(at, extend);
        self.cursor.reveal();
    }

    /// Puts the caret at the grapheme boundary at or before `at`.
    pub(in crate::session) fn place_caret(&mut self, at: ByteOffset, extend: bool) {
        let Some(article) = self.article() else { return };
        let head = article.text.floor_grapheme(at);
        self.suggestions.leave();
        let anchor = if extend { self.cursor.selection().anchor } else { head };
        self.cursor.set_selection(Selection { anchor, head });
        // Words and an annotation are never selected at the same time: a label key must have one meaning.
        let keeps = self.cursor.selection().is_empty() && self.current().is_some_and(|a| a.touches(head));
        if !keeps {
            self.cursor.deselect();
        }
    }

    pub(in crate::session) fn select(&mut self, anchor: ByteOffset, head: ByteOffset) {
        self.place_caret(anchor, false);
        self.place_caret(head, true);
    }

    /// Selects the word or the sentence at the caret.
    pub(in crate::session) fn select_around(&mut self, around: impl Fn(&Text, ByteOffset) -> Option<Span>) {
        let Some(article) = self.article() else { return };
        if let Some(span) = around(&article.text, self.cursor.selection().head) {
            self.select(span.start(), span.end());
            self.cursor.reveal();
        }
    }

    /// Selects an annotation of the open article; the caret goes to its start unless it touches it already.
    ///
    /// Selects none if there is no such annotation.
    pub(in crate::session) fn select_annotation(&mut self, id: Option<AnnotationId>) {
        let at = self.selection().head;
        let place = id.and_then(|id| {
            let annotation = self.layer()?.get(&id)?;
            let place = if annotation.touches(at) { at } else { annotation.start() };
            Some((id, place))
        });
        match place {
            Some((id, place)) => {
                self.suggestions.drop_current();
                self.cursor.select(id, place);
            }
            None => self.cursor.deselect(),
        }
    }

    /// Selects the annotation after or before the current one, or the caret.
    pub(in crate::session) fn step_annotation(&mut self, forward: bool) {
        let Some(layer) = self.layer() else { return };
        let all = layer.annotations();
        let here = self.cursor.current().and_then(|id| layer.position(id));
        let next = match (here, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.wrapping_sub(1),
            (None, true) => layer.begun_before(self.cursor.selection().head),
            (None, false) => layer.begun_before(self.cursor.selection().head).wrapping_sub(1),
        };
        if let Some((id, start)) = all.get(next).map(|a| (a.id.clone(), a.start())) {
            self.cursor.put_caret(start);
            self.select_annotation(Some(id));
        }
    }

    /// Selects the next of the annotations that overlap at the caret.
    pub(in crate::session) fn cycle_at_caret(&mut self) {
        let here: Vec<AnnotationId> = self.at_caret().into_iter().map(|a| a.id.clone()).collect();
        let now = self.cursor.current().and_then(|id| here.iter().position(|h| h == id));
        let next = now.map_or(0, |at| (at + 1) % here.len().max(1));
        if let Some(id) = here.get(next) {
            self.select_annotation(Some(id.clone()));
        }
    }

    /// Drops what is selected if the document no longer contains it.
    pub(in crate::session) fn forget_what_is_gone(&mut self) {
        if self.current().is_none() {
            self.cursor.deselect();
        }
        let end = self.article().map_or(ByteOffset::ZERO, |a| a.text.end());
        let Selection { anchor, head } = self.cursor.selection();
        self.cursor.set_selection(Selection { anchor: anchor.min(end), head: head.min(end) });
    }
}
