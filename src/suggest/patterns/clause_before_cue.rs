//! What is reported before a reporting clause, or on both sides of it: `The bridge, she said, will open.`

use std::ops::Range;

use crate::suggest::lexicon::Takes;
use crate::suggest::parse::clause::{Reported, View, is_article, is_conjunction};
use crate::suggest::parse::cues::{Cue, CueKind};

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
    pub(in crate::suggest) fn before(&self, cue: &Cue) -> Option<Reported> {
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
        if !self.is_content(start..clause.start) && !self.is_headline() || self.is_parted_subject(cue, &clause, start) {
            return None;
        }
        let mut reported = self.reported_range(start, clause.start, "clause before", 0.7, 3)?;
        reported.clause = Some(clause);
        Some(reported)
    }

    /// `Le gérant, Jean Roux, a raconté sa peur`: a subject stands before the verb and its object behind; nothing is reported.
    fn is_parted_subject(&self, cue: &Cue, clause: &Range<usize>, start: usize) -> bool {
        let speaks = |at: usize| {
            self.word(at).is_some_and(|word| {
                let pronoun = self.lexicon.pronoun(&word.lower).is_some();
                let is_called = self.lexicon.is_role(&word.lower) || self.lexicon.is_title(&word.lower);
                !word.after_break && (word.is_upper || pronoun || is_called)
            })
        };
        let inside = cue.words.clone().any(|at| self.word(at).is_some_and(|word| word.is_joined));
        let behind = (cue.words.end..(cue.words.end + 5).min(self.sentence.words.end)).any(speaks);
        self.lexicon.language == "fr"
            && clause.start == cue.words.start
            && !inside
            && !behind
            && !self.is_break(cue.words.end)
            && !self.has_finite(start..clause.start)
    }

    /// Both parts of a clause that a reporting clause parts: `The bridge, she said, will open in May.`
    pub(in crate::suggest) fn around(&self, cue: &Cue) -> Option<Reported> {
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
        let is_set_off = is_comma(clause.start) && is_comma(rest) && !(clause.start..rest).any(|at| self.is_quoted(at));
        let next = self.word(rest)?;
        let lower = next.lower.as_str();
        // `…, said Korn, a guard.`: who it is goes on, not what is said.
        let describes = next.is_upper || is_article(lower) && !self.has_finite(rest..end.min(rest + 8));
        let joins = is_conjunction(Some(next)) || self.cues.iter().any(|other| other.words.contains(&rest));
        // What stands before is no sentence without what stands behind.
        let opens = self.word(start).map_or("", |word| word.lower.as_str());
        let is_parted = !self.has_finite(start..clause.start) || SUBORDINATES.contains(&opens) || matches!(opens, "if" | "si");
        let goes_on = if is_parted {
            true
        } else {
            let adds = self.lexicon.is_preposition(lower) || self.lexicon.opens_aside(lower) || self.has_finite(rest..rest + 1);
            next.quotation == 0 && adds
        };
        if start >= clause.start || !is_set_off || describes || joins || !goes_on || !self.has_finite(rest..end) {
            return None;
        }
        let mut reported = self.reported_range(start, clause.start, "clause around", 0.7, 1)?;
        reported.fragments.extend(self.reported_range(rest, end, "", 0.0, 1)?.fragments);
        reported.clause = Some(clause.start..rest);
        Some(reported)
    }

    /// Whether the sentence is a line without an end, such as a headline.
    pub(in crate::suggest) fn is_headline(&self) -> bool {
        !self.text.range(self.sentence.start..self.sentence.end).ends_with(['.', '!', '?', '…', '"', '”', '»', '\'', '’'])
    }

    /// Whether a whole clause stands before a verb that follows a comma: `The bridge is open again, said Korn, a guard.`
    pub(in crate::suggest) fn is_inverted(&self, cue: &Cue) -> bool {
        let first = self.sentence.words.start;
        self.is_break(cue.words.start) && cue.words.start > first && self.is_content(first..cue.words.start)
    }

    /// Whether words before a reporting clause can be what is reported: a clause, not a name or when and where it was said.
    pub(in crate::suggest) fn is_content(&self, words: Range<usize>) -> bool {
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
