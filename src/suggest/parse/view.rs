//! Defines [`View`]: one sentence with its words, cues and quotations, on which the rules work.

use super::cue::Cue;
use super::sentence::{Sentence, Word};
use crate::suggest::grammar::Grammar;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::quotation_marks::quotation::Quotation;
use crate::text::Text;

/// A sentence with all that the rules need of it.
pub(in crate::suggest) struct View<'a> {
    pub text: &'a Text,
    /// Of the whole article.
    pub words: &'a [Word],
    pub sentence: &'a Sentence,
    pub lexicon: &'a Lexicon,
    /// Of this sentence, in order.
    pub cues: &'a [Cue],
    /// Where the sentence before this one begins, in bytes, and whom it is about: number in the cast.
    pub previous: Option<(usize, Option<usize>)>,
    /// The outermost quotations of the text, in order.
    pub quotations: &'a [&'a Quotation],
}

impl View<'_> {
    pub fn grammar(&self) -> &'static Grammar {
        self.lexicon.grammar()
    }

    /// The word with this number; `None` outside the sentence.
    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    /// The word in lower case; empty outside the sentence.
    pub fn lower(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.lower.as_str())
    }

    /// Whether these words stand at word `at`.
    pub fn is_phrase(&self, words: &[&str], at: usize) -> bool {
        words.iter().enumerate().all(|(number, word)| self.lower(at + number) == *word)
    }

    /// Whether punctuation is before the word, or the sentence ends there.
    pub fn is_break(&self, at: usize) -> bool {
        self.word(at).is_none_or(|word| word.after_break)
    }

    pub fn is_quoted(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.quotation != 0)
    }

    /// Whether the word is a conjunction or opens a relative clause.
    pub fn is_conjunction(&self, word: Option<&Word>) -> bool {
        word.is_some_and(|word| self.grammar().clauses.conjunctions.has(&word.lower))
    }

    pub fn is_article(&self, word: &str) -> bool {
        self.grammar().is_article(word)
    }
}
