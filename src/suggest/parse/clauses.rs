//! Cuts words into the smallest clauses that can be true or false by themselves.
//!
//! What only leads in or hangs on is left out (`At the same time, …`, `…, which …`, `…, causing …`); what is joined by a
//! conjunction is cut in two when both halves are clauses.

use std::ops::Range;

use super::finite::{any_finite, is_finite_behind};
use super::sentence::Word;
use crate::suggest::lexicon::Lexicon;
use crate::text::Text;

/// Fewest words of a clause.
const FEWEST: usize = 4;
/// Most words of an opening that stays: `Since late December, …`.
const SHORT_OPENING: usize = 4;
/// In how many words behind a conjunction the verb of a second clause stands.
const REACH: usize = 9;

const OPENINGS: &str = "at in on after before since during for by with despite while although though as if when once provided \
    unless given following until however moreover meanwhile nevertheless furthermore besides also still yet thus \
    therefore instead indeed finally later earlier \
    après avant depuis lors pour dans en à au aux malgré selon si quand lorsque lorsqu' alors tandis bien face outre cependant \
    toutefois néanmoins ainsi par dès pendant durant afin contre sans sous sur ensuite enfin \
    после до с в во на при по несмотря если когда хотя однако";
const CONJUNCTIONS: &str = "and but while whereas et mais tandis и но а";
const RELATIVES: &str = "which who whose where whom qui dont où lequel laquelle lesquels lesquelles который которая которое \
    которые";
const MONTHS: &str = "january february march april may june july august september october november december janvier février mars \
    avril mai juin juillet août septembre octobre novembre décembre января февраля марта апреля мая июня июля августа \
    сентября октября ноября декабря monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi \
    vendredi samedi dimanche";

fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|held| held == word)
}

/// Whether the word tells when or how many.
pub(in crate::suggest) fn is_figure(word: &Word) -> bool {
    word.lower.contains(|c: char| c.is_ascii_digit())
}

/// Whether the word tells a day or a month.
pub(in crate::suggest) fn is_date(word: &Word) -> bool {
    among(MONTHS, &word.lower) && (word.is_upper || word.lower.len() > 3)
}

/// Whether the word stands for what was spoken of before.
pub(in crate::suggest) fn is_pronoun(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.pronoun(&word.lower).is_some() || matches!(word.lower.as_str(), "it" | "this" | "these" | "cela" | "ce" | "это")
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

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    fn is_clause(&self, range: &Range<usize>) -> bool {
        self.words.get(range.clone()).is_some_and(|words| any_finite(words, self.lexicon))
    }

    /// Whether such a mark stands before the word.
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
            } else if among(CONJUNCTIONS, self.word(at)) {
                let next = self.word(at + 1);
                // `… and that …`, `… et que …`: the second clause begins behind both.
                at + 1 + usize::from(self.lexicon.is_complementiser(next) || matches!(next, "que" | "qu'"))
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
            self.words.get(at).is_some_and(|word| is_finite_behind(word, before, self.lexicon))
        };
        let Some(first) = self.words.get(start) else { return false };
        let is_pronoun =
            self.lexicon.pronoun(&first.lower).is_some() || matches!(self.word(start), "it" | "this" | "cela" | "ce");
        let subject = is_pronoun || first.is_upper || super::clause::is_article(&first.lower);
        if is_pronoun && start + 2 < end {
            return true;
        }
        let until = end.min(start + REACH);
        // A verb before the next comma belongs to it.
        let stop = self.commas(start..until).next().unwrap_or(until);
        subject && !finite(start) && (start + 1..stop).any(finite) && end - start >= FEWEST
    }

    /// Without what leads in, but for a short one that tells when.
    fn without_opening(&self, range: Range<usize>) -> Range<usize> {
        let opens = among(OPENINGS, self.word(range.start)) || self.is_participle(range.start);
        let mut range = range;
        if !opens {
            // `But …`, `Et …`
            range.start += usize::from(among(CONJUNCTIONS, self.word(range.start)));
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
        let hangs_on = |at: usize| {
            let first = self.word(at);
            let all = first == "tout" && self.word(at + 1) == "en";
            among(RELATIVES, first) || self.is_participle(at) || all || self.is_participle(at + 1) && matches!(first, "en" | "by")
        };
        let cut = self.commas(range.clone()).find(|&at| hangs_on(at) && self.is_clause(&(range.start..at)));
        let end = cut.unwrap_or(range.end);
        // `… en vue d'une reprise`: what for is another matter.
        let aim = (range.start + FEWEST..end).find(|&at| {
            let three = [self.word(at), self.word(at + 1), self.word(at + 2)];
            matches!(three, ["en", "vue", "de" | "d'" | "du"] | ["in", "order", "to"])
                || matches!(three, ["afin", "de" | "d'", _])
        });
        // `… d'engager des négociations en vue d'un règlement`: it belongs to what is to be begun.
        let is_infinitive = |at: usize| {
            let ending = ["er", "ir", "re"].iter().any(|ending| self.word(at).ends_with(ending));
            ending && matches!(self.word(at - 1), "de" | "d'" | "à")
        };
        let binds = |at: usize| (range.start + 1..at).any(is_infinitive);
        aim.filter(|&at| self.is_clause(&(range.start..at)) && !binds(at)).unwrap_or(end)
    }

    fn is_participle(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| !word.is_upper || at == 0) else { return false };
        let ending = match self.lexicon.language.as_str() {
            "fr" => "ant",
            "ru" => return false,
            _ => "ing",
        };
        let is_other = matches!(word.lower.as_str(), "pendant" | "avant" | "devant" | "durant" | "during" | "nothing" | "king");
        word.lower.ends_with(ending) && word.lower.chars().count() > 4 && !is_other
    }
}
