//! Cuts words into the smallest clauses that can be true or false by themselves.
//!
//! What only leads in or hangs on is left out (`At the same time, …`, `…, which …`, `…, causing …`); what is joined by a
//! conjunction is cut in two when both halves are clauses.

use std::ops::Range;

use super::finite::{any_finite, is_finite_after};
use super::sentence::Word;
use crate::suggest::grammar::clauses::Clauses as Lists;
use crate::suggest::grammar::languages::any_has;
use crate::suggest::grammar::words::{ends, phrase_at};
use crate::suggest::lexicon::Lexicon;
use crate::text::Text;

/// Fewest words of a clause.
const FEWEST: usize = 4;
/// Most words of an opening that stays: `Since late December, …`.
const SHORT_OPENING: usize = 4;
/// In how many words after a conjunction the verb of a second clause is.
const REACH: usize = 9;

/// Whether the word has a digit in it.
pub(in crate::suggest) fn is_figure(word: &Word) -> bool {
    word.lower.contains(|c: char| c.is_ascii_digit())
}

/// Whether the word is a day or a month, in any language.
pub(in crate::suggest) fn is_date(word: &Word) -> bool {
    any_has(|grammar| &grammar.clauses.dates, &word.lower) && (word.is_upper || word.lower.len() > 3)
}

/// Whether the word means what was spoken of before.
pub(in crate::suggest) fn is_pronoun(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.pronoun(&word.lower).is_some() || lexicon.grammar().clauses.demonstratives.has(&word.lower)
}

/// Words of one sentence, to be cut.
pub(in crate::suggest) struct Clauses<'a> {
    pub text: &'a Text,
    pub words: &'a [Word],
    pub lexicon: &'a Lexicon,
}

impl Clauses<'_> {
    /// The clauses among some of the words; numbers of words. None is empty.
    pub fn of(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for part in self.joined(range) {
            let part = self.without_opening(part);
            let part = part.start..self.without_tail(&part);
            if part.len() >= FEWEST && self.is_clause(&part) {
                found.push(part);
            }
        }
        found
    }

    fn lists(&self) -> &'static Lists {
        &self.lexicon.grammar().clauses
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    fn is_clause(&self, range: &Range<usize>) -> bool {
        self.words.get(range.clone()).is_some_and(|words| any_finite(words, self.lexicon))
    }

    /// Whether such a mark is before the word.
    fn follows(&self, at: usize, marks: &[char]) -> bool {
        let gap = at.checked_sub(1).and_then(|before| self.words.get(before)).zip(self.words.get(at));
        gap.is_some_and(|(before, word)| self.text.range(before.end..word.start).contains(marks))
    }

    fn commas(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        (range.start + 1..range.end).filter(|&at| self.follows(at, &[',', '–', '—']))
    }

    /// Cut where a conjunction or a semicolon joins two clauses.
    fn joined(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut from = range.start;
        for at in range.start + 1..range.end {
            let in_marks = |at: usize| self.words.get(at).map_or(0, |word| word.quotation);
            if in_marks(at) != in_marks(range.start) && in_marks(at) != 0 {
                continue;
            }
            let behind = if self.follows(at, &[';']) {
                at
            } else if self.lists().joins.has(self.word(at)) {
                let next = self.word(at + 1);
                // `… and that …`, `… et que …`: the second clause begins after both.
                at + 1 + usize::from(self.lexicon.is_complementiser(next) || self.lists().second_that.has(next))
            } else {
                continue;
            };
            if behind < range.end && self.is_clause(&(from..at)) && at - from >= FEWEST && self.begins_clause(behind, range.end) {
                parts.push(from..at);
                from = behind;
            }
        }
        parts.push(from..range.end);
        parts
    }

    /// Whether a subject and its verb follow: `they underscore …`, not `underscore …`.
    pub fn begins_clause(&self, start: usize, end: usize) -> bool {
        let finite = |at: usize| {
            let before = if at == start { "" } else { self.word(at - 1) };
            self.words.get(at).is_some_and(|word| is_finite_after(word, before, self.lexicon))
        };
        let Some(first) = self.words.get(start) else { return false };
        let is_pronoun = self.lexicon.pronoun(&first.lower).is_some() || self.lists().subject_demonstratives.has(&first.lower);
        let subject = is_pronoun || first.is_upper || self.lexicon.grammar().is_article(&first.lower);
        if is_pronoun && start + 2 < end {
            return true;
        }
        let until = end.min(start + REACH);
        // A verb before the next comma belongs to it.
        let stop = self.commas(start..until).next().unwrap_or(until);
        subject && !finite(start) && (start + 1..stop).any(finite) && end - start >= FEWEST
    }

    /// Without what leads in, but for a short one that says when.
    fn without_opening(&self, range: Range<usize>) -> Range<usize> {
        let opens = self.lists().openings.has(self.word(range.start)) || self.is_participle(range.start);
        let mut range = range;
        if !opens {
            // `But …`, `Et …`
            range.start += usize::from(self.lists().joins.has(self.word(range.start)));
            return range;
        }
        for at in self.commas(range.clone()) {
            let opening = self.words.get(range.start..at).unwrap_or_default();
            let tells_when = opening.iter().any(|word| is_figure(word) || is_date(word));
            if opening.len() <= SHORT_OPENING && tells_when {
                return range;
            }
            if self.begins_clause(at, range.end) || self.is_clause(&(at..range.end)) && !self.is_participle(at) {
                return at..range.end;
            }
        }
        range
    }

    /// Where the clause ends before what hangs on; a number of a word.
    fn without_tail(&self, range: &Range<usize>) -> usize {
        let lists = self.lists();
        let phrase = |phrases, at| phrase_at(phrases, at, |at| self.word(at)).is_some();
        let hangs_on = |at: usize| {
            lists.relative_openers.has(self.word(at))
                || self.is_participle(at)
                || phrase(lists.hanging, at)
                || self.is_participle(at + 1) && lists.gerund_prepositions.has(self.word(at))
        };
        let cut = self.commas(range.clone()).find(|&at| hangs_on(at) && self.is_clause(&(range.start..at)));
        let end = cut.unwrap_or(range.end);
        // `… en vue d'une reprise`: what for is another matter.
        let aim = (range.start + FEWEST..end).find(|&at| phrase(lists.aims, at));
        // `… d'engager des négociations en vue d'un règlement`: it belongs to what is to be begun.
        let is_infinitive = |at: usize| {
            ends(self.word(at), lists.aim_infinitive_endings) && lists.aim_infinitive_prepositions.has(self.word(at - 1))
        };
        let binds = |at: usize| (range.start + 1..at).any(is_infinitive);
        aim.filter(|&at| self.is_clause(&(range.start..at)) && !binds(at)).unwrap_or(end)
    }

    fn is_participle(&self, at: usize) -> bool {
        let word = self.words.get(at).filter(|word| !word.is_upper || at == 0);
        word.is_some_and(|word| self.lexicon.grammar().verbs.is_gerund(&word.lower))
    }
}
