//! Reads the order of the words around a cue: where its clause begins after it, and where the reporting clause is if it comes
//! after what it reports.

use std::ops::Range;

use super::cue::Cue;
use super::view::View;
use crate::suggest::grammar::words::begins;
use crate::suggest::lexicon::word_class::Takes;

impl View<'_> {
    /// The first word after the complementiser of a verb: `said on Monday that | …`.
    pub fn complementiser(&self, cue: &Cue) -> Option<usize> {
        let reports = &self.grammar().reports;
        let mut is_aside = false;
        for at in cue.words.end..(cue.words.end + 16).min(self.sentence.words.end) {
            let word = self.word(at)?;
            if word.quotation != 0 {
                return None;
            }
            if at > cue.words.end && cue.takes() == Some(Takes::Words) {
                return None;
            }
            // `that's` is a subject with its verb.
            let is_short = self
                .word(at + 1)
                .is_some_and(|next| self.text.range(word.end..next.start) == "'" || self.text.range(word.end..next.start) == "’");
            // `denied that was the case`
            let next = self.lower(at + 1);
            let is_subject = is_short || reports.clause_verbs.has(next) && !reports.clause_verb_nouns.has(next);
            if self.lexicon.is_complementiser(&word.lower) && !(is_subject && reports.that_pronoun.has(&word.lower)) {
                // `said not all of it was there and that …`: a second clause, after one without.
                let joins = reports.that_joins.has(self.lower(at.wrapping_sub(1)));
                if joins && at > cue.words.end {
                    return None;
                }
                let directly = at == cue.words.end || is_aside;
                // A question goes with its word: `asked whether …`.
                let is_question = reports.question_words.has(&word.lower);
                let start = if is_question { at } else { at + 1 };
                return (directly && (!word.after_break || is_aside || reports.far_that)).then_some(start);
            }
            if at == cue.words.end {
                let person = word.is_upper || self.lexicon.pronoun(&word.lower).is_some() || self.lexicon.is_role(&word.lower);
                let tells = begins(self.lower(cue.words.end.wrapping_sub(1)), reports.tell_stems);
                is_aside = self.lexicon.opens_aside(&word.lower)
                    || person
                    || word.after_break
                    || tells
                    || self.lexicon.is_adverb(&word.lower);
                if !is_aside && !reports.far_that {
                    return None;
                }
                is_aside = true;
            }
            if self.cues.iter().any(|other| other.words.start == at) {
                return None;
            }
        }
        None
    }

    /// Where a clause without `that` begins: `said | talks are under way`, `said on Monday | it would close`.
    pub fn bare_clause(&self, cue: &Cue) -> Option<usize> {
        let reports = &self.grammar().reports;
        let verb = self.word(cue.words.end.wrapping_sub(1))?;
        let after = cue.words.end;
        let first = self.word(after)?;
        let tells = begins(&verb.lower, reports.addressed_stems);
        let is_that = reports.that_pronoun.has(&first.lower) && reports.clause_verbs.has(self.lower(after + 1));
        let told = tells && !reports.clause_openers.has(&first.lower) || begins(&verb.lower, reports.tell_stems);
        let mut start = after;
        if told || self.lexicon.opens_aside(&first.lower) || self.lexicon.is_preposition(&first.lower) {
            let clause = (after + 1..(after + 10).min(self.sentence.words.end)).find(|&at| {
                let before = reports.clause_aside_ends.has(self.lower(at.wrapping_sub(1))) || tells && at <= after + 4;
                before && !self.is_break(at) && self.word(at).is_some_and(|word| reports.clause_openers.has(&word.lower))
            });
            start = clause?;
        } else if self.lexicon.is_complementiser(&first.lower) && !is_that
            || reports.no_clause.has(&first.lower)
            || self.grammar().verbs.negation.has(&first.lower) && !reports.counted.has(self.lower(after + 1))
        {
            return None;
        }
        let has_verb = (start + 1..(start + 16).min(self.sentence.words.end))
            .take_while(|&at| !reports.relative_openers.has(self.lower(at)))
            .any(|at| reports.clause_verbs.has(self.lower(at)));
        let said = reports.say_forms.has(&verb.lower);
        let opens = self.word(start).is_some_and(|word| reports.clause_openers.has(&word.lower) || word.is_upper);
        (has_verb || said && opens && self.word(start + 3).is_some()).then_some(start)
    }

    /// The words of a reporting clause after what it reports: `Korn said`, `said Korn`, `Anna Korn, a guard, told Reuters`.
    pub fn reporting_clause(&self, cue: &Cue) -> Option<Range<usize>> {
        let reports = &self.grammar().reports;
        let at = cue.words.start;
        let first = self.sentence.words.start;
        let segment = |end: usize| (first..end).rev().find(|&word| self.is_break(word));
        let next = self.word(cue.words.end).filter(|word| !word.after_break && word.quotation == 0);
        let inverted = next.is_some_and(|next| {
            next.is_upper
                || self.lexicon.pronoun(&next.lower).is_some()
                || self.is_article(&next.lower)
                || self.lexicon.is_role(&next.lower)
        });
        let told = reports.tell_past.has(self.lower(cue.words.end.wrapping_sub(1)));
        if !self.is_break(at) {
            let start = segment(at)?;
            let pronouns = self.grammar().clauses.relatives.has(self.lower(start));
            return (start > first && at - start <= 10 && !pronouns && !self.is_conjunction(self.word(start)))
                .then_some(start..self.sentence.words.end);
        }
        if at == first {
            return None;
        }
        let inside = (at..cue.words.end).any(|at| self.word(at).is_some_and(|word| word.is_joined));
        let follows = self.word(cue.words.end).is_none_or(|word| word.after_break || word.quotation != 0)
            || next.is_some_and(|next| self.lexicon.opens_aside(&next.lower) || self.lexicon.is_adverb(&next.lower));
        if !reports.subject_first && !inverted && !inside && !follows {
            return None;
        }
        let aside_follows = next.is_none_or(|next| self.lexicon.opens_aside(&next.lower));
        if !reports.subject_first || inverted && !told || !aside_follows && !told {
            return Some(at..self.sentence.words.end);
        }
        // An apposition is between subject and verb.
        let mut end = at;
        for _ in 0..4 {
            let start = segment(end)?;
            let named = self.word(start).is_some_and(|word| word.is_upper && word.quotation == 0 || self.is_article(&word.lower));
            let is_apposition = end == at;
            if !is_apposition && named && end - start <= 8 && start > first {
                return Some(start..self.sentence.words.end);
            }
            end = start;
        }
        None
    }
}
