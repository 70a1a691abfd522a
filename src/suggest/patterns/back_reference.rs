//! Finds what a sentence of its own reports of the one before: `The bridge is open. This was reported by the mayor.`

use crate::suggest::parse::clause::View;
use crate::suggest::parse::cues::{Cue, CueKind};
use crate::suggest::propose::finder::Finder;
use crate::suggest::propose::suggestions::{QuoteKind, Suggestion};
use crate::text::{ByteOffset, Span};

impl Finder<'_> {
    /// Takes the sentence before as a quote, when this one does nothing but say whose it is.
    pub(in crate::suggest) fn pointing(&mut self, view: &View<'_>) {
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
        let cue = crate::suggest::propose::finder::span_of(view, &cue);
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

/// The words that report, when the sentence is about the one before.
fn pointer(view: &View<'_>) -> Option<Cue> {
    let first = view.sentence.words.start;
    let lower = |at: usize| view.word(at).filter(|word| word.quotation == 0).map_or("", |word| word.lower.as_str());
    match view.lexicon.language.as_str() {
        "ru" => {
            let opens = lower(first) == "об" && lower(first + 1) == "этом";
            let closes = |cue: &&Cue| {
                lower(cue.words.end) == "об" && lower(cue.words.end + 1) == "этом" && view.is_break(cue.words.end + 2)
            };
            let cue = view
                .cues
                .iter()
                .find(|cue| matches!(cue.kind, CueKind::Verb(_)) && (opens && cue.words.start <= first + 10 || closes(cue)))?;
            Some(cue.clone())
        }
        "fr" => {
            let opens = lower(first) == "c'" && lower(first + 1) == "est" && lower(first + 2) == "ce";
            view.cues.iter().find(|cue| opens && cue.words.start <= first + 6).cloned()
        }
        _ => {
            if matches!(lower(first), "this" | "that") && matches!(lower(first + 1), "was" | "is" | "has") {
                let verb = (first + 2..first + 5).find(|&at| view.lexicon.verb(lower(at)).is_some())?;
                let by = (verb + 1..verb + 8).find(|&at| lower(at) == "by")?;
                return Some(Cue { words: verb..by + 1, kind: CueKind::According });
            }
            let closes = |cue: &&Cue| lower(cue.words.end) == "about" && matches!(lower(cue.words.end + 1), "this" | "it");
            view.cues.iter().find(|cue| matches!(cue.kind, CueKind::Verb(_)) && closes(cue)).cloned()
        }
    }
}
