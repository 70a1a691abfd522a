//! Recognises finite verbs by their form, by the lexicon and by the word before: what has none is no clause.
//!
//! A guess: it decides what is proposed, never what is marked.

use std::ops::Range;

use super::sentence::Word;
use super::view::View;
use crate::suggest::lexicon::Lexicon;

/// Whether there is a finite verb among the words, judged by the words before them too.
pub(in crate::suggest) fn any_finite(words: &[Word], lexicon: &Lexicon) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.lower.as_str());
        is_finite_after(word, before, lexicon)
    })
}

/// Whether a word is a finite verb after the word `before`.
pub(in crate::suggest) fn is_finite_after(word: &Word, before: &str, lexicon: &Lexicon) -> bool {
    let (lower, grammar) = (word.lower.as_str(), lexicon.grammar());
    // `the work`, `to work`, `la porte`: a noun or an infinitive.
    let is_bound = grammar.is_article(before) || grammar.verbs.noun_markers.has(before);
    if word.is_upper || is_bound {
        return false;
    }
    let reports = lexicon.verb(lower).is_some_and(|verb| !verb.is_participle && !verb.is_loose && !verb.is_bare);
    let verbs = &grammar.verbs;
    reports || verbs.finite_by_context.has(lower) || verbs.is_finite(lower) || verbs.is_finite_plural(lower)
}

impl View<'_> {
    /// Whether one of the words outside of quotations is a finite verb; marks do not count.
    pub fn has_own_finite(&self, mut words: Range<usize>) -> bool {
        words.any(|at| self.word(at).is_some_and(|word| self.is_finite_word(word)))
    }

    /// Whether one of the words is a finite verb, or a quotation is among them.
    pub fn has_finite(&self, mut words: Range<usize>) -> bool {
        words.any(|at| self.word(at).is_some_and(|word| word.quotation != 0 || self.is_finite_word(word)))
    }

    fn is_finite_word(&self, word: &Word) -> bool {
        word.quotation == 0 && !word.is_upper && self.grammar().verbs.is_finite(&word.lower)
    }
}
