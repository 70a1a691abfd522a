//! Defines [`WordList`]: words that the rules themselves know, looked up quickly.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Words in small letters, written one behind the other.
#[derive(Debug)]
pub(in crate::suggest) struct WordList {
    source: &'static str,
    words: OnceLock<HashSet<&'static str>>,
}

impl WordList {
    pub const fn new(source: &'static str) -> Self {
        Self { source, words: OnceLock::new() }
    }

    pub fn has(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.source.split_whitespace().collect()).contains(word)
    }
}
