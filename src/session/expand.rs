//! Widens the selection: word, quotation, sentence, paragraph; and narrows it again.

use super::selection::Selection;
use super::state::Session;
use crate::text::{ByteOffset, Span, Text, sentence, trim, word};

impl Session {
    /// Selects the next larger unit around the selection.
    pub(super) fn widen(&mut self) {
        let Some(article) = self.article().cloned() else { return };
        // A candidate is widened from its own extent.
        if let Some((start, end)) = self.candidate().and_then(super::candidates::extent) {
            self.selection = Selection { anchor: end, head: start };
        }
        let before = self.selection;
        let text = &article.text;
        let here = self.selection.trimmed(text);
        let mut units = self.units_around(text, before.head);
        units.retain(|unit| match here {
            Some(held) => unit.start() <= held.start() && held.end() <= unit.end() && *unit != held,
            None => true,
        });
        let Some(next) = units.into_iter().min_by_key(|unit| unit.byte_len()) else { return };
        let mut path = std::mem::take(&mut self.widened);
        // What was selected by other means is where narrowing ends.
        if path.last().is_none_or(|(_, reached)| *reached != before) {
            path.clear();
        }
        self.select(next.start(), next.end());
        path.push((before, self.selection));
        self.widened = path;
        self.reveals += 1;
    }

    /// Goes back to what was selected before it was widened.
    pub(super) fn narrow(&mut self) {
        let now = self.selection;
        if let Some((before, _)) = self.widened.pop().filter(|(_, reached)| *reached == now) {
            let path = std::mem::take(&mut self.widened);
            self.select(before.anchor, before.head);
            self.selection = before;
            self.widened = path;
            self.reveals += 1;
        }
    }

    /// The quotation around the caret, with its marks or without as the setting says.
    #[must_use]
    pub fn quotation_around(&self, at: ByteOffset) -> Option<Span> {
        let article = self.article()?;
        let found = self.quotations(&article.id);
        let around = found.all.iter().filter(|(outer, _)| outer.start() <= at && at <= outer.end());
        let (outer, inner) = around.min_by_key(|(outer, _)| outer.byte_len())?;
        Some(if self.marks_in { *outer } else { *inner })
    }

    fn units_around(&self, text: &Text, at: ByteOffset) -> Vec<Span> {
        let mut units: Vec<Span> = word::word_at(text, at).into_iter().chain(sentence::sentence_at(text, at)).collect();
        if let Some(article) = self.article() {
            let found = self.quotations(&article.id);
            let around = found.all.iter().filter(|(outer, _)| outer.start() <= at && at <= outer.end());
            units.extend(around.map(|(outer, inner)| if self.marks_in { *outer } else { *inner }));
        }
        let paragraph = text.paragraph(text.paragraph_at(at));
        let whole = Span::snapped(text, ByteOffset(paragraph.start), ByteOffset(paragraph.end));
        units.extend(whole.and_then(|span| trim::trimmed(text, span)));
        units
    }
}

/// A selection, and what widening made of it.
pub(super) type Widened = (Selection, Selection);
