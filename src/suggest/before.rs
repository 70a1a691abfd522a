//! What is reported before a reporting clause, or on both sides of it: `The bridge, she said, will open.`

use std::ops::Range;

use super::clause::{Reported, View, is_article, is_conjunction};
use super::cues::{Cue, CueKind};
use super::lexicon::Takes;

/// They open a clause beside the main one: alone before a report they say when.
const SUBORDINATES: [&str; 24] = [
    "before",
    "after",
    "when",
    "while",
    "as",
    "since",
    "although",
    "though",
    "once",
    "until",
    "because",
    "unless",
    "quand",
    "lorsque",
    "lorsqu'",
    "alors",
    "tandis",
    "comme",
    "bien",
    "puisque",
    "когда",
    "после",
    "хотя",
    "пока",
];
/// Beside prepositions, what opens the words that tell when, where or how something was said.
const ADJUNCTS: [&str; 30] = [
    "speaking",
    "asked",
    "answering",
    "responding",
    "commenting",
    "writing",
    "addressing",
    "under",
    "despite",
    "throughout",
    "across",
    "within",
    "sous",
    "selon",
    "interrogé",
    "interrogée",
    "malgré",
    "outre",
    "côté",
    "chez",
    "face",
    "avec",
    "sans",
    "invité",
    "vers",
    "dès",
    "de",
    "d'",
    "du",
    "sur",
];

impl View<'_> {
    /// What stands before a reporting clause that ends the sentence: `… is open, Korn said on Monday.`
    pub(super) fn before(&self, cue: &Cue) -> Option<Reported> {
        if cue.is_loose() || cue.takes() == Some(Takes::Words) {
            return None;
        }
        let clause = self.reporting_clause(cue)?;
        let first = self.word(cue.words.end);
        let aside = first.is_none_or(|word| {
            word.after_break
                || self.lexicon.opens_aside(&word.lower)
                || word.is_upper
                || self.lexicon.is_preposition(&word.lower)
                || self.lexicon.pronoun(&word.lower).is_some()
                || is_article(&word.lower)
                || self.lexicon.is_role(&word.lower)
        });
        if !aside
            || self.cues.iter().any(|other| {
                other.words.end <= clause.start && (other.kind == CueKind::According || self.complementiser(other).is_some())
            })
        {
            return None;
        }
        let start = self.content_start();
        if !self.is_content(start..clause.start) && !self.is_headline() {
            return None;
        }
        let mut reported = self.reported_range(start, clause.start, "clause before", 0.7, 3)?;
        reported.clause = Some(clause);
        Some(reported)
    }

    /// Both parts of a clause that a reporting clause parts: `The bridge, she said, will open in May.`
    pub(super) fn around(&self, cue: &Cue) -> Option<Reported> {
        if cue.is_loose() || cue.takes() == Some(Takes::Words) || self.complementiser(cue).is_some() {
            return None;
        }
        let clause = self.reporting_clause(cue)?;
        let (start, end) = (self.content_start(), self.sentence.words.end);
        let is_comma = |at: usize| {
            let gap =
                self.word(at.wrapping_sub(1)).zip(self.word(at)).map(|(before, word)| self.text.range(before.end..word.start));
            gap.is_some_and(|gap| gap.trim() == "," || gap.trim() == "—" || gap.trim() == "–")
        };
        let rest = (cue.words.end..end.min(clause.start + 12)).find(|&at| self.is_break(at))?;
        let is_set_off = is_comma(clause.start) && is_comma(rest) && !(clause.start..rest).any(|at| self.is_quoted_at(at));
        let next = self.word(rest)?;
        let goes_on = !is_article(&next.lower) || self.has_finite(rest..end.min(rest + 8));
        let joins =
            is_conjunction(Some(next)) || self.cues.iter().any(|other| other.words.contains(&rest) || other.words.start == rest);
        let breaks_content = !self.has_finite(start..clause.start)
            || self
                .word(start)
                .is_some_and(|word| SUBORDINATES.contains(&word.lower.as_str()) || word.lower == "if" || word.lower == "si");
        let is_plain = next.quotation == 0 || breaks_content;
        if !is_set_off || !goes_on || joins || next.is_upper || !is_plain || !self.has_finite(rest..end) || start >= clause.start
        {
            return None;
        }
        if !breaks_content
            && !(self.lexicon.is_preposition(&next.lower)
                || self.lexicon.opens_aside(&next.lower)
                || self.has_finite(rest..rest + 1))
        {
            return None;
        }
        let mut reported = self.reported_range(start, clause.start, "clause around", 0.7, 1)?;
        reported.fragments.extend(self.reported_range(rest, end, "", 0.0, 1)?.fragments);
        reported.clause = Some(clause.start..rest);
        Some(reported)
    }

    pub(super) fn is_quoted_at(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.quotation != 0)
    }

    /// Whether the sentence is a line without an end, such as a headline.
    pub(super) fn is_headline(&self) -> bool {
        !self.text.range(self.sentence.start..self.sentence.end).ends_with(['.', '!', '?', '…', '"', '”', '»', '\'', '’'])
    }

    /// Whether a whole clause stands before a verb that follows a comma: `The bridge is open again, said Korn, a guard.`
    pub(super) fn is_inverted(&self, cue: &Cue) -> bool {
        let first = self.sentence.words.start;
        self.is_break(cue.words.start) && cue.words.start > first && self.is_content(first..cue.words.start)
    }

    /// Whether words before a reporting clause can be what is reported: a clause, not a name or when and where it was said.
    pub(super) fn is_content(&self, words: Range<usize>) -> bool {
        let Some(first) = self.word(words.start) else { return false };
        let is_one = !(words.start + 1..words.end).any(|at| self.is_break(at));
        let lower = first.lower.as_str();
        if first.quotation != 0 {
            return true;
        }
        if is_one && SUBORDINATES.contains(&lower) {
            return false;
        }
        // `Об этом сообщил …` is about the sentence before.
        if lower == "об" && self.word(words.start + 1).is_some_and(|word| word.lower == "этом") {
            return false;
        }
        let is_adjunct = first.is_upper
            && (self.lexicon.is_preposition(lower) || self.lexicon.opens_aside(lower) || ADJUNCTS.contains(&lower));
        match self.lexicon.language.as_str() {
            "fr" => !is_adjunct || self.has_finite(words),
            _ => self.has_finite(words),
        }
    }
}
