//! Moves the caret and the selection through the text.

use super::selection::Selection;
use crate::model::AnnotationId;
use crate::session::input::command::Edge;
use crate::session::state::Session;
use crate::text::{ByteOffset, Text, sentence, word};

/// One step of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaretStep {
    Left,
    Right,
    WordLeft,
    WordRight,
    SentenceLeft,
    SentenceRight,
    ParagraphUp,
    ParagraphDown,
    TextStart,
    TextEnd,
}

impl CaretStep {
    /// Where the caret comes to, from `at`.
    #[must_use]
    pub fn from(self, text: &Text, at: ByteOffset) -> ByteOffset {
        match self {
            Self::Left => text.previous_grapheme(at),
            Self::Right => text.next_grapheme(at),
            Self::WordLeft => word::previous_word(text, at),
            Self::WordRight => word::next_word(text, at),
            Self::SentenceLeft => sentence::previous_sentence(text, at),
            Self::SentenceRight => sentence::next_sentence(text, at),
            Self::ParagraphUp => paragraph_up(text, at),
            Self::ParagraphDown => paragraph_down(text, at),
            Self::TextStart => ByteOffset::ZERO,
            Self::TextEnd => text.end(),
        }
    }
}

impl CaretStep {
    /// Where an edge comes to, from `at`: as the caret, but never left hanging behind or before a space or a line break,
    /// which are passed over in the direction of the step. Where nothing visible is left on that side, it stays at `at`.
    #[must_use]
    pub fn edge_from(self, text: &Text, at: ByteOffset, edge: Edge) -> ByteOffset {
        let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let mut place = self.from(text, at);
        let forward = place > at;
        let hangs = |place: ByteOffset| match edge {
            Edge::Start => is_space(text.range(place.0..text.end().0).chars().next()),
            Edge::End => is_space(text.range(0..place.0).chars().next_back()),
        };
        while hangs(place) {
            let next = if forward { text.next_grapheme(place) } else { text.previous_grapheme(place) };
            if next == place {
                return at;
            }
            place = next;
        }
        match edge {
            Edge::Start if place == text.end() => at,
            Edge::End if place == ByteOffset::ZERO => at,
            _ => place,
        }
    }
}

/// The beginning of the paragraph, or of the one above; blank lines are passed over.
fn paragraph_up(text: &Text, at: ByteOffset) -> ByteOffset {
    let here = text.paragraph_at(at);
    let above = (0..=here).rev().map(|n| text.paragraph(n)).find(|p| !p.is_empty() && p.start < at.0);
    above.map_or(ByteOffset::ZERO, |p| ByteOffset(p.start))
}

/// The beginning of the next paragraph that is not blank, or the end of the text.
fn paragraph_down(text: &Text, at: ByteOffset) -> ByteOffset {
    let here = text.paragraph_at(at);
    let below = (here + 1..text.paragraph_count()).map(|n| text.paragraph(n)).find(|p| !p.is_empty());
    below.map_or(text.end(), |p| ByteOffset(p.start))
}

impl Session {
    pub(in crate::session) fn step_caret(&mut self, step: CaretStep, extend: bool) {
        let Some(article) = self.article() else { return };
        let text = article.text.clone();
        let Selection { anchor, head } = self.selection;
        // As everywhere: an arrow without Shift first collapses a selection to its end on that side.
        let collapses = !extend && anchor != head && matches!(step, CaretStep::Left | CaretStep::Right);
        let at = match step {
            CaretStep::Left if collapses => anchor.min(head),
            CaretStep::Right if collapses => anchor.max(head),
            _ => step.from(&text, head),
        };
        self.place_caret(at, extend);
        self.reveals += 1;
    }

    /// Puts the caret at the grapheme boundary at or before `at`.
    pub(in crate::session) fn place_caret(&mut self, at: ByteOffset, extend: bool) {
        let Some(article) = self.article() else { return };
        let head = article.text.floor_grapheme(at);
        self.suggestions.current = None;
        self.suggestions.ended = None;
        let anchor = if extend { self.selection.anchor } else { head };
        self.selection = Selection { anchor, head };
        // While words are selected no annotation is: a label key must have one meaning.
        let keeps = self.selection.is_empty() && self.current().is_some_and(|a| a.touches(head));
        if !keeps {
            self.current = None;
        }
    }

    pub(in crate::session) fn select(&mut self, anchor: ByteOffset, head: ByteOffset) {
        self.place_caret(anchor, false);
        self.place_caret(head, true);
    }

    /// Selects the word or the sentence at the caret.
    pub(in crate::session) fn select_around(&mut self, around: impl Fn(&Text, ByteOffset) -> Option<crate::text::Span>) {
        let Some(article) = self.article() else { return };
        if let Some(span) = around(&article.text, self.selection.head) {
            self.select(span.start(), span.end());
            self.reveals += 1;
        }
    }

    /// Selects an annotation of the open article; the caret goes to it when it is elsewhere.
    pub(in crate::session) fn select_annotation(&mut self, id: Option<AnnotationId>) {
        let place = id.as_ref().and_then(|id| self.layer()?.get(id)).map(|a| (a.start(), a.touches(self.selection.head)));
        match place {
            Some((start, touches)) => {
                self.suggestions.current = None;
                let at = if touches { self.selection.head } else { start };
                self.selection = Selection::caret(at);
                self.last.clone_from(&id);
                self.current = id;
                self.reveals += 1;
            }
            None => self.current = None,
        }
    }

    /// Selects the annotation after or before the current one, or the caret.
    pub(in crate::session) fn step_annotation(&mut self, forward: bool) {
        let Some(layer) = self.layer() else { return };
        let all = layer.annotations();
        let here = self.current.as_ref().and_then(|id| layer.position(id));
        let next = match (here, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.wrapping_sub(1),
            (None, true) => layer.begun_before(self.selection.head),
            (None, false) => layer.begun_before(self.selection.head).wrapping_sub(1),
        };
        if let Some(id) = all.get(next).map(|a| a.id.clone()) {
            let start = all.get(next).map(|a| a.start());
            self.selection = Selection::caret(start.unwrap_or_default());
            self.select_annotation(Some(id));
        }
    }

    /// Selects the next of the annotations that overlap at the caret.
    pub(in crate::session) fn cycle_at_caret(&mut self) {
        let here: Vec<AnnotationId> = self.at_caret().into_iter().map(|a| a.id.clone()).collect();
        let now = self.current.as_ref().and_then(|id| here.iter().position(|h| h == id));
        let next = now.map_or(0, |at| (at + 1) % here.len().max(1));
        if let Some(id) = here.get(next) {
            self.select_annotation(Some(id.clone()));
        }
    }

    /// After the document changed under it: what is selected must still be there.
    pub(in crate::session) fn forget_what_is_gone(&mut self) {
        if self.current.is_some() && self.current().is_none() {
            self.current = None;
        }
        let end = self.article().map_or(ByteOffset::ZERO, |a| a.text.end());
        let Selection { anchor, head } = self.selection;
        self.selection = Selection { anchor: anchor.min(end), head: head.min(end) };
    }
}
