//! Finds what a sentence of its own reports of the one before: `The bridge is open. This was reported by the mayor.`

use crate::suggest::parse::cue::{Cue, CueKind};
use crate::suggest::parse::view::View;
use crate::suggest::propose::finder::{Finder, span_of};
use crate::suggest::propose::suggestion::{QuoteKind, Suggestion};
use crate::text::{ByteOffset, Span};

impl Finder<'_> {
    /// Takes the sentence before as a quote if this one only says whose it is.
    pub(in crate::suggest) fn back_reference(&mut self, view: &View<'_>) {
        let Some((start, end)) = self.last else { return };
        let Some(cue) = pointer(view) else { return };
        let sentence = view.text.range(start..end);
        let content = sentence.trim_end_matches(['.', ' ', '\u{A0}']);
        let is_taken =
            self.quotes.iter().any(|quote| quote.fragments.iter().any(|span| span.start().0 < end && start < span.end().0));
        if is_taken || content.ends_with(['?', '!', ':', '"', '”', '»']) || content.split_whitespace().count() < 3 {
            return;
        }
        let Some(span) = Span::snapped(view.text, ByteOffset(start), ByteOffset(start + content.len())) else { return };
        let kind = if self.holds_quotation(&(start..start + content.len())) { QuoteKind::Mixed } else { QuoteKind::Indirect };
        let speakers = self.speech.rank(view, self.cast, Some(&cue), None, view.sentence.end);
        self.speech.note(self.cast, speakers.first(), view.sentence.start);
        let cue = span_of(view, &cue);
        self.quotes.push(Suggestion {
            fragments: vec![span],
            kind,
            cue,
            speakers,
            rule: "told by the next sentence",
            score: 0.55,
        });
    }
}

/// The words that report, if the sentence is about the one before.
fn pointer(view: &View<'_>) -> Option<Cue> {
    let first = view.sentence.words.start;
    let reports = &view.grammar().reports;
    let is_here = |words: &[&str], at: usize| view.is_phrase(words, at) && !(at..at + words.len()).any(|at| view.is_quoted(at));
    if let Some(passive) = &reports.back_passive
        && passive.subjects.contains(&view.lower(first))
        && passive.auxiliaries.contains(&view.lower(first + 1))
    {
        let verb = (first + 2..first + 5).find(|&at| view.lexicon.verb(view.lower(at)).is_some())?;
        let by = (verb + 1..verb + 8).find(|&at| view.lower(at) == passive.by)?;
        return Some(Cue { words: verb..by + 1, kind: CueKind::According });
    }
    let reach = reports.back_opens.iter().find(|(words, _)| is_here(words, first)).map(|(_, reach)| first + reach);
    let closes = |cue: &Cue| {
        reports.back_closes.iter().any(|back| {
            let end = cue.words.end + back.words.len();
            is_here(back.words, cue.words.end) && (!back.then_break || view.is_break(end))
        })
    };
    let verbs = view.cues.iter().filter(|cue| matches!(cue.kind, CueKind::Verb(_)));
    verbs.into_iter().find(|cue| reach.is_some_and(|reach| cue.words.start <= reach) || closes(cue)).cloned()
}
