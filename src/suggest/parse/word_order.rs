//! Reads the order of the words around a cue: where its clause begins behind it, where its own clause stands behind that.

use std::ops::Range;

use super::clause::{View, is_article, is_conjunction};
use super::cues::Cue;
use crate::suggest::lexicon::Takes;
use crate::suggest::lexicon::word_list::WordList;

/// A clause without `that` has one of these among its first words.
static FINITE: WordList = WordList::new(
    "is are was were will would has have had can could should may might must do does did isn't aren't wasn't won't \
    don't didn't doesn't cannot needs remains seems want wants need",
);
static OPENS_CLAUSE: WordList = WordList::new(
    "it he she they we i there the his her its their this these those a an no some many all both nobody everyone you",
);
static DAYS: WordList = WordList::new(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday reporters journalists lawmakers earlier him her them",
);

/// What `not` can begin a clause with: `said not all of it was there`.
const COUNTED: [&str; 8] = ["all", "every", "everyone", "everything", "everybody", "one", "many", "enough"];

impl View<'_> {
    /// The first word behind the complementiser of a verb: `said on Monday that | …`.
    pub fn complementiser(&self, cue: &Cue) -> Option<usize> {
        let mut is_aside = false;
        for at in cue.words.end..(cue.words.end + 16).min(self.sentence.words.end) {
            let word = self.word(at)?;
            let is_russian = self.lexicon.language == "ru";
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
            let is_subject = is_short || self.word(at + 1).is_some_and(|next| FINITE.has(&next.lower) && next.lower != "needs");
            if self.lexicon.is_complementiser(&word.lower) && !(is_subject && word.lower == "that") {
                // `said not all of it was there and that …`: a second clause, behind one without.
                let joins = self.word(at.wrapping_sub(1)).is_some_and(|word| matches!(word.lower.as_str(), "and" | "et" | "и"));
                if joins && at > cue.words.end {
                    return None;
                }
                let directly = at == cue.words.end || is_aside;
                // A question goes with its word: `asked whether …`.
                let is_question = matches!(word.lower.as_str(), "how" | "why" | "whether" | "как");
                let start = if is_question { at } else { at + 1 };
                return (directly && (!word.after_break || is_aside || is_russian)).then_some(start);
            }
            if at == cue.words.end {
                let person = word.is_upper || self.lexicon.pronoun(&word.lower).is_some() || self.lexicon.is_role(&word.lower);
                let tells = self
                    .word(cue.words.end.wrapping_sub(1))
                    .is_some_and(|verb| verb.lower.starts_with("told") || verb.lower.starts_with("tell"));
                is_aside = self.lexicon.opens_aside(&word.lower)
                    || person
                    || word.after_break
                    || tells
                    || self.lexicon.is_adverb(&word.lower);
                if !is_aside && !is_russian {
                    return None;
                }
                if is_russian {
                    is_aside = true;
                }
            }
            if self.cues.iter().any(|other| other.words.start == at) {
                return None;
            }
        }
        None
    }

    /// Where a clause without `that` begins: `said | talks are under way`, `said on Monday | it would close`.
    pub fn bare_clause(&self, cue: &Cue) -> Option<usize> {
        let verb = self.word(cue.words.end.wrapping_sub(1))?;
        let after = cue.words.end;
        let first = self.word(after)?;
        let tells = ["tol", "tel", "remind", "warn", "inform", "assur", "advis", "convinc", "promis", "notif"]
            .iter()
            .any(|stem| verb.lower.starts_with(stem));
        let is_that = first.lower == "that" && self.word(after + 1).is_some_and(|next| FINITE.has(&next.lower));
        let told = tells && !OPENS_CLAUSE.has(&first.lower) || verb.lower.starts_with("tol") || verb.lower.starts_with("tel");
        let mut start = after;
        if told || self.lexicon.opens_aside(&first.lower) || self.lexicon.is_preposition(&first.lower) {
            let clause = (after + 1..(after + 10).min(self.sentence.words.end)).find(|&at| {
                let before = self.word(at.wrapping_sub(1)).is_some_and(|word| DAYS.has(&word.lower) || tells && at <= after + 4);
                before && !self.is_break(at) && self.word(at).is_some_and(|word| OPENS_CLAUSE.has(&word.lower))
            });
            start = clause?;
        } else if self.lexicon.is_complementiser(&first.lower) && !is_that
            || matches!(first.lower.as_str(), "so" | "and" | "nothing" | "to")
            || first.lower == "not" && !self.word(after + 1).is_some_and(|next| COUNTED.contains(&next.lower.as_str()))
        {
            return None;
        }
        let has_verb = (start + 1..(start + 16).min(self.sentence.words.end))
            .take_while(|&at| self.word(at).is_some_and(|word| !matches!(word.lower.as_str(), "who" | "which")))
            .any(|at| self.word(at).is_some_and(|word| FINITE.has(&word.lower)));
        let said = matches!(verb.lower.as_str(), "said" | "says" | "say" | "saying");
        let opens = self.word(start).is_some_and(|word| OPENS_CLAUSE.has(&word.lower) || word.is_upper);
        (has_verb || said && opens && self.word(start + 3).is_some()).then_some(start)
    }

    /// The words of a reporting clause behind its content: `Korn said`, `said Korn`, `Anna Korn, a guard, told Reuters`.
    pub fn reporting_clause(&self, cue: &Cue) -> Option<Range<usize>> {
        let at = cue.words.start;
        let first = self.sentence.words.start;
        let segment = |end: usize| (first..end).rev().find(|&word| self.is_break(word));
        let next = self.word(cue.words.end).filter(|word| !word.after_break && word.quotation == 0);
        let inverted = next.is_some_and(|next| {
            next.is_upper
                || self.lexicon.pronoun(&next.lower).is_some()
                || is_article(&next.lower)
                || self.lexicon.is_role(&next.lower)
        });
        let told = self.word(cue.words.end.wrapping_sub(1)).is_some_and(|verb| verb.lower == "told");
        if !self.is_break(at) {
            let start = segment(at)?;
            let pronouns = self
                .word(start)
                .is_some_and(|word| matches!(word.lower.as_str(), "who" | "qui" | "which" | "that" | "qu'" | "que"));
            return (start > first && at - start <= 10 && !pronouns && !is_conjunction(self.word(start)))
                .then_some(start..self.sentence.words.end);
        }
        if at == first {
            return None;
        }
        let inside = (at..cue.words.end).any(|at| self.word(at).is_some_and(|word| word.is_joined));
        let follows = self.word(cue.words.end).is_none_or(|word| word.after_break || word.quotation != 0)
            || next.is_some_and(|next| self.lexicon.opens_aside(&next.lower) || self.lexicon.is_adverb(&next.lower));
        if self.lexicon.language != "en" && !inverted && !inside && !follows {
            return None;
        }
        let aside_follows = next.is_none_or(|next| self.lexicon.opens_aside(&next.lower));
        if self.lexicon.language != "en" || inverted && !told || !aside_follows && !told {
            return Some(at..self.sentence.words.end);
        }
        // An apposition stands between subject and verb.
        let mut end = at;
        for _ in 0..4 {
            let start = segment(end)?;
            let named = self.word(start).is_some_and(|word| word.is_upper && word.quotation == 0 || is_article(&word.lower));
            let is_apposition = end == at;
            if !is_apposition && named && end - start <= 8 && start > first {
                return Some(start..self.sentence.words.end);
            }
            end = start;
        }
        None
    }
}
