//! Widens the selection: word, quotation, sentence, paragraph; and narrows it again.

use super::selection::Selection;
use super::widened::Widened;
use crate::session::state::Session;
use crate::suggest::Suggestion;
use crate::text::{ByteOffset, Span, Text, sentence, trim, word};

impl Session {
    /// Selects the next larger unit around the selection. A suggestion that was walked to is widened from its own extent;
    /// one that was clicked is a unit among the others, so that words in it can be selected as well.
    pub(in crate::session) fn widen(&mut self) {
        let Some(article) = self.article().cloned() else { return };
        let before = self.cursor.selection();
        if let Some((start, end)) = self.suggestion().filter(|_| !self.suggestions.is_by_place()).and_then(Suggestion::extent) {
            self.cursor.set_selection(Selection { anchor: end, head: start });
        }
        let text = &article.text;
        let here = self.cursor.selection().trimmed(text);
        let units = self.units_around(text, self.cursor.selection().head).into_iter().filter(|unit| match here {
            Some(held) => unit.start() <= held.start() && held.end() <= unit.end() && *unit != held,
            None => true,
        });
        match units.min_by_key(|unit| unit.byte_len()) {
            Some(next) => self.reach(before, next),
            None => self.cursor.set_selection(before),
        }
    }

    /// Selects what was selected before it was widened; otherwise the largest quotation in the selection or in the current
    /// suggestion, or its first word.
    pub(in crate::session) fn narrow(&mut self) {
        let now = self.cursor.selection();
        if let Some(Widened { before, looked_at, .. }) = self.cursor.widened.pop().filter(|step| step.reached == now) {
            let path = std::mem::take(&mut self.cursor.widened);
            self.select(before.anchor, before.head);
            self.cursor.set_selection(before);
            self.cursor.widened = path;
            self.suggestions.set_current(looked_at);
            self.cursor.reveal();
            return;
        }
        let Some(article) = self.article().cloned() else { return };
        let text = &article.text;
        let looked_at = self.suggestion().and_then(Suggestion::extent).and_then(|(start, end)| Span::new(text, start, end).ok());
        let Some(held) = looked_at.or_else(|| now.trimmed(text)) else { return };
        let at = self.suggestions.is_by_place().then_some(now.head).filter(|at| looked_at.is_some() && held.touches(*at));
        let inside = |unit: &Span| {
            let within = held.start() <= unit.start() && unit.end() <= held.end() && *unit != held;
            within && at.is_none_or(|at| unit.touches(at))
        };
        let quotations = self.derived.quotations(&article);
        let quoted =
            quotations.all.iter().map(|(outer, inner)| if self.defaults.marks_in() { *outer } else { *inner }).filter(inside);
        let word = || word::word_at(text, at.unwrap_or_else(|| held.start())).filter(inside);
        // The first of the largest.
        if let Some(next) = quoted.min_by_key(|span| std::cmp::Reverse(span.byte_len())).or_else(word) {
            self.reach(now, next);
        }
    }

    /// Selects a unit, and remembers what was selected before.
    fn reach(&mut self, before: Selection, unit: Span) {
        let mut path = std::mem::take(&mut self.cursor.widened);
        // Narrowing ends at a selection that was made by other means.
        if path.last().is_none_or(|step| step.reached != before) {
            path.clear();
        }
        let looked_at = self.suggestions.current().cloned();
        self.select(unit.start(), unit.end());
        path.push(Widened { before, looked_at, reached: self.cursor.selection() });
        self.cursor.widened = path;
        self.cursor.reveal();
    }

    /// The quotation around the caret, with its marks or without as the setting says.
    #[must_use]
    pub fn quotation_around(&self, at: ByteOffset) -> Option<Span> {
        let article = self.article()?;
        let found = self.derived.quotations(article);
        let around = found.all.iter().filter(|(outer, _)| outer.start() <= at && at <= outer.end());
        let (outer, inner) = around.min_by_key(|(outer, _)| outer.byte_len())?;
        Some(if self.defaults.marks_in() { *outer } else { *inner })
    }

    /// The word, the quotations, the sentence, the suggestions and the paragraph around a place.
    fn units_around(&self, text: &Text, at: ByteOffset) -> Vec<Span> {
        let mut units: Vec<Span> = word::word_at(text, at).into_iter().collect();
        let mut whole = sentence::sentence_at(text, at);
        if let Some(article) = self.article() {
            let found = self.derived.quotations(article);
            for (outer, inner) in found.all.iter().filter(|(outer, _)| outer.touches(at)) {
                units.push(if self.defaults.marks_in() { *outer } else { *inner });
                // A sentence that begins or ends inside the quotation is joined with the sentences at the quotation's ends.
                let crosses = |sentence: &Span| {
                    let holds = |a: Span, b: Span| a.start() <= b.start() && b.end() <= a.end();
                    sentence.overlaps(*outer) && !holds(*sentence, *outer) && !holds(*outer, *sentence)
                };
                if let Some(sentence) = whole.filter(crosses) {
                    let first = sentence::sentence_at(text, outer.start()).unwrap_or(sentence);
                    let last = sentence::sentence_at(text, last_in(text, *outer)).unwrap_or(sentence);
                    let (start, end) = (first.start().min(sentence.start()), last.end().max(sentence.end()));
                    whole = Span::new(text, start, end).ok();
                }
            }
        }
        units.extend(whole);
        let offered =
            self.suggestions().iter().chain(self.suggestion()).flat_map(|suggestion| suggestion.fragments.iter().copied());
        units.extend(offered.filter(|span| span.touches(at)));
        let paragraph = text.paragraph(text.paragraph_at(at));
        let whole = Span::snapped(text, ByteOffset(paragraph.start), ByteOffset(paragraph.end));
        units.extend(whole.and_then(|span| trim::trimmed(text, span)));
        units
    }
}

/// The start of a span's last character: the span's end may belong to the next sentence.
fn last_in(text: &Text, span: Span) -> ByteOffset {
    text.previous_grapheme(span.end())
}
