//! Grammars: what the rules have to know of a language, as lists and switches.
//!
//! A language is one file here, one lexicon in `assets/lexicons`, and one line in [`languages`]. No other file names a
//! language or holds its words. The lexicon has what a user may want to extend: verbs, titles, roles, pronouns; the grammar
//! has what the rules rely on. A language without a grammar has the default one: no words, and the plainest of each rule.

pub(super) mod clauses;
pub(super) mod languages;
pub(super) mod name_particles;
pub(super) mod names;
pub(super) mod nouns;
mod page;
pub(super) mod reports;
pub(super) mod verbs;
pub(super) mod words;

/// What the rules know of a language.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Grammar {
    pub verbs: verbs::Verbs,
    pub reports: reports::Reports,
    pub clauses: clauses::Clauses,
    pub nouns: nouns::Nouns,
    pub names: names::Names,
    pub page: page::Page,
}

impl Grammar {
    /// Whether the word, in lower case, is an article, or is where one could.
    pub fn is_article(&self, word: &str) -> bool {
        self.clauses.articles.has(word)
    }
}
