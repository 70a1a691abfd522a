//! What is reported before a reporting clause, or on both sides of it: `The bridge, she said, will open.`

use std::ops::Range;

use crate::suggest::lexicon::word_class::Takes;
use crate::suggest::parse::cue::{Cue, CueKind};
use crate::suggest::parse::reported::Reported;
use crate::suggest::parse::view::View;

impl View<'_> {
    /// What is before a reporting clause that ends the sentence: `… is open, Korn said on Monday.`
    pub(in crate::suggest) fn clause_before(&self, cue: &Cue) -> Option<Reported> {
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
                || self.is_article(&word.lower)
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

    /// `Le gérant, Jean Roux, a raconté sa peur`: a subject is before the verb and its object after; nothing is reported.
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
        self.grammar().reports.takes_objects
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
        // `…, said Korn, a guard.`: who it is continues, not what is said.
        let describes = next.is_upper || self.is_article(lower) && !self.has_finite(rest..end.min(rest + 8));
        let joins = self.is_conjunction(Some(next)) || self.cues.iter().any(|other| other.words.contains(&rest));
        // What is before is no sentence without what is after.
        let (opens, reports) = (self.lower(start), &self.grammar().reports);
        let is_beside = reports.subordinators.has(opens) || reports.conditionals.has(opens);
        let is_parted = is_beside || !self.has_finite(start..clause.start);
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

    /// Whether a whole clause is before a verb that follows a comma: `The bridge is open again, said Korn, a guard.`
    pub(in crate::suggest) fn is_inverted(&self, cue: &Cue) -> bool {
        let first = self.sentence.words.start;
        self.is_break(cue.words.start) && cue.words.start > first && self.is_content(first..cue.words.start)
    }

    /// Whether words before a reporting clause can be what is reported: a clause, not a name or when and where it was said.
    pub(in crate::suggest) fn is_content(&self, words: Range<usize>) -> bool {
        let Some(first) = self.word(words.start) else { return false };
        let reports = &self.grammar().reports;
        let is_one = !(words.start + 1..words.end).any(|at| self.is_break(at));
        let lower = first.lower.as_str();
        if first.quotation != 0 {
            return true;
        }
        if is_one && reports.subordinators.has(lower) {
            return false;
        }
        // `Об этом сообщил …` is about the sentence before.
        if reports.back_closes.iter().any(|back| self.is_phrase(back.words, words.start) && back.then_break) {
            return false;
        }
        let is_adjunct = first.is_upper
            && (self.lexicon.is_preposition(lower) || self.lexicon.opens_aside(lower) || reports.adjuncts.has(lower));
        reports.verbless_content && !is_adjunct || self.has_finite(words)
    }
}
