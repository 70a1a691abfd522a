//! Gathers what an article says about its capitalised words, where a capital is no evidence of a name.

use std::collections::{HashMap, HashSet};

use super::gender::is_first_name;
use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::words::ends;
use crate::suggest::parse::sentence::{Cut, Word};

/// What the whole article says about its capitalised words.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Evidence {
    /// How often each is after no article, number or adjective; `None` once it is after one.
    free: HashMap<String, Option<usize>>,
    /// Last words of names of people.
    pub last_names: HashSet<String>,
}

impl Evidence {
    /// Reads an article. A person's name is a first name and what follows it.
    pub fn new(cut: &Cut, grammar: &Grammar) -> Self {
        let mut evidence = Self::default();
        for sentence in &cut.sentences {
            let word = |at: usize| cut.words.get(at).filter(|_| sentence.words.contains(&at));
            for at in sentence.words.clone() {
                let Some(here) = word(at).filter(|here| here.is_upper && !here.is_joined) else { continue };
                let before = at.checked_sub(1).and_then(word).filter(|_| !here.after_break);
                let is_free = before.is_none_or(|before| !may_precede_noun(before, grammar));
                let count = evidence.free.entry(here.lower.clone()).or_insert(Some(0));
                *count = count.filter(|_| is_free).map(|count| count + usize::from(at != sentence.words.start));
                let next = word(at + 1).filter(|next| next.is_upper && !next.after_break);
                if let Some(next) = next.filter(|next| is_first_name(&here.lower) && !is_common(next, grammar)) {
                    evidence.last_names.insert(next.lower.clone());
                }
            }
        }
        evidence
    }

    /// Whether the word is at least twice inside sentences, and never as a common noun would.
    pub fn is_always_free(&self, word: &str) -> bool {
        self.free.get(word).is_some_and(|count| count.is_some_and(|count| count >= 2))
    }
}

/// An article, a number, or an adjective by its being in lower case and inflected: a noun follows.
fn may_precede_noun(word: &Word, grammar: &Grammar) -> bool {
    let names = &grammar.names;
    names.before_nouns.has(&word.lower)
        || grammar.is_article(&word.lower)
        || word.lower.starts_with(|c: char| c.is_ascii_digit())
        || !word.is_upper && word.lower.chars().count() > 4 && ends(&word.lower, names.adjective_noun_endings)
}

/// Whether the word has the ending of a common noun.
pub(super) fn is_common(word: &Word, grammar: &Grammar) -> bool {
    ends(&word.lower, grammar.names.noun_endings)
}
