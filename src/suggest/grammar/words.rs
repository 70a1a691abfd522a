//! Defines [`Words`]: a list of words of one language, looked up quickly.

use std::collections::HashSet;

/// Up to this length a list is searched from its start, which is faster than a hash.
const SHORT: usize = 24;

/// Words in lower case, with a straight apostrophe.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Words {
    few: Vec<&'static str>,
    many: HashSet<&'static str>,
}

impl Words {
    pub fn has(&self, word: &str) -> bool {
        self.few.contains(&word) || self.many.contains(word)
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.few.iter().chain(&self.many).copied()
    }

    pub fn is_empty(&self) -> bool {
        self.few.is_empty() && self.many.is_empty()
    }
}

/// Words separated by spaces.
impl From<&'static str> for Words {
    fn from(list: &'static str) -> Self {
        let words = || list.split_whitespace();
        if words().count() > SHORT {
            Self { few: Vec::new(), many: words().collect() }
        } else {
            Self { few: words().collect(), many: HashSet::new() }
        }
    }
}

/// Beginnings or endings of words.
pub(in crate::suggest) type Parts = &'static [&'static str];

/// Words that follow one another.
pub(in crate::suggest) type Phrases = &'static [&'static [&'static str]];

/// Whether the word has one of these endings.
pub(in crate::suggest) fn ends(word: &str, endings: Parts) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether the word has one of these beginnings.
pub(in crate::suggest) fn begins(word: &str, stems: Parts) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// The number of words of the first phrase that begins at word `at`. `lower` returns a word by its number.
pub(in crate::suggest) fn phrase_at<'w>(phrases: Phrases, at: usize, lower: impl Fn(usize) -> &'w str) -> Option<usize> {
    let is_here = |phrase: &&&[&str]| phrase.iter().enumerate().all(|(number, word)| lower(at + number) == *word);
    phrases.iter().find(is_here).map(|phrase| phrase.len())
}
