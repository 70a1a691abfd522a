//! Gathers the quotes of an article sentence by sentence, and keeps count of who has spoken.

use super::suggestion::{FEWEST_OF_CLAUSE, QuoteKind, Suggestion};
use crate::suggest::parse::cue::{Cue, CueKind};
use crate::suggest::parse::reported::Reported;
use crate::suggest::parse::sentence::Sentence;
use crate::suggest::parse::view::View;
use crate::suggest::patterns::direct::Direct;
use crate::suggest::patterns::inserted_clause::InsertedClause;
use crate::suggest::quotation_marks::quotation::Quotation;
use crate::suggest::speakers::Speech;
use crate::suggest::speakers::mentions::Cast;
use crate::text::{ByteOffset, Span, Text};

/// Reads an article sentence by sentence and gathers its quotes.
pub(in crate::suggest) struct Finder<'a> {
    pub(in crate::suggest) text: &'a Text,
    pub(in crate::suggest) opaque: &'a [&'a Quotation],
    pub(in crate::suggest) inserted: &'a [InsertedClause],
    pub(in crate::suggest) cast: &'a Cast,
    pub(in crate::suggest) speech: Speech,
    pub(in crate::suggest) quotes: Vec<Suggestion>,
    /// Every quotation of the text, in order.
    pub(in crate::suggest) all: &'a [Quotation],
    /// First and last byte of the sentence before.
    pub(in crate::suggest) last: Option<(usize, usize)>,
    /// Where the last sentence ended that began with a quotation and reported it, and the place of that quote.
    pub(in crate::suggest) reported: Option<(usize, usize)>,
}

impl Finder<'_> {
    pub fn sentence(&mut self, view: &View<'_>) {
        let Sentence { start, end, .. } = *view.sentence;
        let first = self.opaque.partition_point(|quotation| quotation.outer.start().0 < start);
        let last = self.opaque.partition_point(|quotation| quotation.outer.start().0 < end);
        let direct = view.direct(first..last);
        let before = self.reported.take();
        let mut covered: Vec<(usize, usize)> = Vec::new();
        let mut used = vec![false; view.cues.len()];
        let from = self.inserted.partition_point(|clause_inside| clause_inside.words.start < view.sentence.words.start);
        let inserted =
            self.inserted.iter().skip(from).take_while(|clause_inside| clause_inside.words.start < view.sentence.words.end);
        let inserted: Vec<&InsertedClause> = inserted.collect();
        for found in direct.iter().filter(|found| !found.is_embedded) {
            found.cue.and_then(|cue| used.get_mut(cue)).into_iter().for_each(|used| *used = true);
            let quotation = found.quotations.first().and_then(|&at| self.opaque.get(at));
            let opens = quotation.is_some_and(|quotation| quotation.outer.start().0 == start);
            let goes_on = before.filter(|&(before_end, _)| opens && found.cue.is_none() && is_near(self.text, before_end, start));
            if let Some(clause_inside) = inserted.iter().find(|clause_inside| found.quotations.contains(&clause_inside.quotation))
            {
                let cue = view.cues.iter().position(|cue| clause_inside.words.contains(&cue.words.start));
                cue.and_then(|cue| used.get_mut(cue)).into_iter().for_each(|used| *used = true);
                self.push_parted(view, found, clause_inside, cue);
            } else if let Some(quote) = goes_on.and_then(|(_, at)| self.quotes.get_mut(at)) {
                // `“We will,” he said. “By May.”`
                quote
                    .fragments
                    .extend(found.quotations.iter().filter_map(|&at| self.opaque.get(at)).map(|quotation| quotation.outer));
                quote.rule = "quotation in two parts";
            } else {
                self.push_direct(view, found);
                let ends = quotation.is_some_and(|quotation| quotation.outer.end().0 < end) && found.quotations.len() == 1;
                if opens && ends && found.cue.is_some() && direct.len() == 1 {
                    self.reported = Some((end, self.quotes.len().saturating_sub(1)));
                }
            }
            covered.extend(
                found.quotations.iter().filter_map(|&at| self.opaque.get(at)).map(|q| (q.outer.start().0, q.outer.end().0)),
            );
        }
        for number in 0..view.cues.len() {
            let Some(cue) = view.cues.get(number) else { continue };
            if inserted.iter().any(|clause_inside| clause_inside.words.contains(&cue.words.start)) {
                continue;
            }
            let Some(reported) = view.reported(number) else { continue };
            let quotes_only = |range: &std::ops::Range<usize>| covered.iter().any(|&(a, b)| a < range.end && range.start < b);
            if reported.fragments.iter().any(quotes_only) || used.get(number) == Some(&true) && reported.rule != "that-clause" {
                continue;
            }
            self.push_reported(view, cue, &reported);
            covered.extend(
                reported.fragments.iter().filter(|range| self.holds_quotation(range)).map(|range| (range.start, range.end)),
            );
        }
        for found in direct.iter().filter(|found| found.is_embedded) {
            let inside = !view.cues.is_empty()
                && found.quotations.first().and_then(|&at| self.opaque.get(at)).is_some_and(|quotation| {
                    covered.iter().any(|&(a, b)| a <= quotation.outer.start().0 && quotation.outer.end().0 <= b)
                });
            if !inside {
                self.push_direct(view, found);
            }
        }
        for number in first..last {
            self.nested(view, number);
        }
        self.back_reference(view);
        self.headline(view);
        self.last = Some((start, end));
    }

    pub(in crate::suggest) fn holds_quotation(&self, range: &std::ops::Range<usize>) -> bool {
        let first = self.opaque.partition_point(|quotation| quotation.outer.start().0 < range.start);
        self.opaque.get(first).is_some_and(|quotation| quotation.outer.end().0 <= range.end)
    }

    fn push_parted(&mut self, view: &View<'_>, found: &Direct, clause_inside: &InsertedClause, cue: Option<usize>) {
        let mut fragments: Vec<Span> = Vec::new();
        for &at in &found.quotations {
            if at == clause_inside.quotation {
                fragments.extend(
                    clause_inside
                        .spoken
                        .iter()
                        .filter_map(|range| Span::snapped(self.text, ByteOffset(range.start), ByteOffset(range.end))),
                );
            } else {
                fragments.extend(self.opaque.get(at).map(|quotation| quotation.outer));
            }
        }
        let Some(start) = fragments.first().map(|span| span.start().0) else { return };
        let cue = cue.and_then(|number| view.cues.get(number));
        let speakers = self.speech.rank(view, self.cast, cue, Some(&clause_inside.words), start);
        self.speech.note(self.cast, speakers.first(), view.sentence.start);
        let cue = cue.and_then(|cue| span_of(view, cue));
        self.quotes.push(Suggestion {
            fragments,
            kind: QuoteKind::Direct,
            cue,
            speakers,
            rule: "quotation around a cue",
            score: 0.9,
        });
    }

    fn push_direct(&mut self, view: &View<'_>, found: &Direct) {
        let fragments: Vec<Span> =
            found.quotations.iter().filter_map(|&at| self.opaque.get(at)).map(|quotation| quotation.outer).collect();
        let Some(start) = fragments.first().map(|span| span.start().0) else { return };
        let cue = found.cue.and_then(|number| view.cues.get(number));
        let clause = cue
            .and_then(|cue| view.reporting_clause(cue))
            .filter(|_| cue.is_some_and(|cue| view.word(cue.words.start).is_some_and(|word| word.start > start)));
        let speakers = self.speech.rank(view, self.cast, cue, clause.as_ref(), start);
        self.speech.note(self.cast, speakers.first(), view.sentence.start);
        let kind = if found.is_embedded { QuoteKind::Mixed } else { QuoteKind::Direct };
        let cue = cue.and_then(|cue| span_of(view, cue));
        self.quotes.push(Suggestion { fragments, kind, cue, speakers, rule: found.rule, score: found.score });
    }

    pub(in crate::suggest) fn push_reported(&mut self, view: &View<'_>, cue: &Cue, reported: &Reported) {
        let fragments: Vec<Span> = reported
            .fragments
            .iter()
            .filter_map(|range| Span::snapped(self.text, ByteOffset(range.start), ByteOffset(range.end)))
            .collect();
        let Some(start) = fragments.first().map(|span| span.start().0) else { return };
        let is_whole = |span: &Span| {
            let at = self.opaque.partition_point(|quotation| quotation.outer.start() < span.start());
            self.opaque.get(at).is_some_and(|quotation| quotation.outer == *span)
        };
        let words = |span: &Span| self.text.slice(*span).split_whitespace().count();
        let kind = match reported.fragments.iter().any(|range| self.holds_quotation(range)) {
            // `said that “it holds”`: every word is in the marks, and it is a clause.
            true if !matches!(reported.rule, "object" | "behind a preposition" | "infinitive")
                && fragments
                    .iter()
                    .all(|span| is_whole(span) && (words(span) >= FEWEST_OF_CLAUSE || reported.rule == "words in marks")) =>
            {
                QuoteKind::Direct
            }
            true => QuoteKind::Mixed,
            false => QuoteKind::Indirect,
        };
        let clause = reported.clause.clone().filter(|_| cue.kind != CueKind::According);
        let speakers = self.speech.rank(view, self.cast, Some(cue), clause.as_ref(), start);
        self.speech.note(self.cast, speakers.first(), view.sentence.start);
        self.quotes.push(Suggestion {
            fragments,
            kind,
            cue: span_of(view, cue),
            speakers,
            rule: reported.rule,
            score: reported.score,
        });
    }
}

/// Whether only spaces stand between the two bytes, and no end of a paragraph.
fn is_near(text: &Text, end: usize, start: usize) -> bool {
    text.range(end..start).chars().all(|c| c.is_whitespace() && c != '\n')
}

pub(in crate::suggest) fn span_of(view: &View<'_>, cue: &Cue) -> Option<Span> {
    let (first, last) = (view.word(cue.words.start)?, view.word(cue.words.end.checked_sub(1)?)?);
    Span::snapped(view.text, ByteOffset(first.start), ByteOffset(last.end))
}
