//! Finds what a headline attributes without a verb: `Bridge will hold - mayor`, `Корн: мост выдержит`.

use std::ops::Range;

use crate::suggest::parse::cue::{Cue, CueKind};
use crate::suggest::parse::phrase::{meant, mentions};
use crate::suggest::parse::view::View;
use crate::suggest::propose::finder::Finder;
use crate::suggest::propose::suggestion::{QuoteKind, Suggestion};
use crate::suggest::speakers::mentions::{Mention, Who};
use crate::text::{ByteOffset, Span};

/// Most words of a headline.
const LONGEST: usize = 30;
/// Most words of the source in it.
const SOURCE: usize = 6;

impl Finder<'_> {
    /// Takes a line that is a headline apart at its dash or colon.
    pub(in crate::suggest) fn headline(&mut self, view: &View<'_>) {
        let words = view.sentence.words.clone();
        let line = view.text.paragraph(view.sentence.paragraph);
        let is_line = view.text.range(line.start..view.sentence.start).trim().is_empty()
            && view.text.range(view.sentence.end..line.end).trim().is_empty();
        if !is_line || !view.is_headline() || words.len() > LONGEST || words.len() < 4 || !view.cues.is_empty() {
            return;
        }
        let gap =
            |at: usize| view.word(at.wrapping_sub(1)).zip(view.word(at)).map_or("", |(a, b)| view.text.range(a.end..b.start));
        let is_dash = |at: usize| gap(at).contains('—') || gap(at).contains('–') || gap(at).contains(" - ");
        let behind = (words.start + 2..words.end).rev().find(|&at| is_dash(at)).filter(|&at| words.end - at <= SOURCE);
        let before =
            (words.start + 1..words.end.wrapping_sub(1)).find(|&at| gap(at).starts_with(':') || gap(at).starts_with(" :"));
        let before = before.filter(|&at| at - words.start <= SOURCE && words.end - at >= 3);
        if let Some(at) = behind.filter(|&at| self.names_a_source(view, at..words.end, true)) {
            self.push_line(view, words.start..at, at);
        } else if let Some(at) = before.filter(|&at| self.names_a_source(view, words.start..at, false)) {
            self.push_line(view, at..words.end, words.start);
        }
    }

    /// Whether the words are somebody who can speak, and nothing more. A role alone counts after a dash.
    fn names_a_source(&self, view: &View<'_>, words: Range<usize>, with_roles: bool) -> bool {
        let all = mentions(self.cast, words.clone());
        let is_source = |mention: &Mention| match mention.who {
            Who::Named(number) => self.cast.names.get(number).is_some_and(|named| named.is_person) || with_roles,
            Who::Role(_) => with_roles,
            Who::Pronoun(_) => false,
        };
        let named: usize = all.iter().map(|mention| mention.words.len()).sum();
        all.iter().any(is_source) && named + 2 >= words.len() && !view.has_finite(words)
    }

    fn push_line(&mut self, view: &View<'_>, content: Range<usize>, source: usize) {
        let (Some(first), Some(last)) = (view.word(content.start), view.word(content.end - 1)) else { return };
        if first.quotation != 0 || content.len() < 3 {
            return;
        }
        let Some(span) = Span::snapped(view.text, ByteOffset(first.start), ByteOffset(last.end)) else { return };
        let kind = if self.holds_quotation(&(first.start..last.end)) { QuoteKind::Mixed } else { QuoteKind::Indirect };
        // No word reports: the place of the source does.
        let place = Cue { words: source..source, kind: CueKind::According };
        let speakers = match meant(view, self.cast, source..view.sentence.words.end.min(source + SOURCE)) {
            Some(_) => self.speech.rank(view, self.cast, Some(&place), None, first.start),
            None => Vec::new(),
        };
        self.quotes.push(Suggestion { fragments: vec![span], kind, cue: None, speakers, rule: "headline", score: 0.55 });
    }
}
