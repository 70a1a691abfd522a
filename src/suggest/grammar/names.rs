//! Defines [`Names`]: how names look in running text, and the words that say what kind of name one is.

use super::words::{Parts, Words};

/// Words in and beside names.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts about a language, which do not depend on each other")]
pub(in crate::suggest) struct Names {
    /// A capital inside a sentence is evidence of a name. Not where common nouns have capitals, or may have.
    pub trusts_capitals: bool,
    /// Marks alone say that a word opens a quotation, not a name of a company.
    pub marks_open_speech: bool,
    /// A body's name follows its kind without a word between: a heading word alone is a name.
    pub bare_bodies: bool,
    /// A person may begin after an acronym: `ЦБ Тимур Корн`.
    pub person_after_acronym: bool,
    /// Articles that belong to a name.
    pub articles: Words,
    /// Before the name of a place: `North Korn`.
    pub place_adjectives: Words,
    /// Bodies that are names alone.
    pub lone_bodies: Words,
    /// Endings of adjectives after the word for a body, in lower case: `Assemblée nationale`.
    pub body_adjective_endings: Parts,
    pub body_links: Words,
    pub body_link_articles: Words,
    /// Endings of adjectives before the word for a body, in lower case: `Верховный суд`.
    pub adjective_endings: Parts,
    /// Words that bodies are called by.
    pub institutions: Words,
    /// Beginnings of such words in any case.
    pub institution_stems: Parts,
    /// Endings of such words, in compounds.
    pub institution_endings: Parts,
    /// Of which country or realm.
    pub demonyms: Words,
    /// Heads of states and governments.
    pub leaders: Words,
    /// They open the name of an event or a law.
    pub event_openings: Words,
    /// They close one.
    pub event_closings: Words,
    /// A name with one of these is no person's.
    pub not_persons: Words,
    /// Months and days that are last names too.
    pub calendar: Words,
    /// Endings of adjectives before a noun, where nouns have capitals.
    pub adjective_noun_endings: Parts,
    /// Endings of common nouns, where they have capitals.
    pub noun_endings: Parts,
    /// Words before a common noun, where they have capitals.
    pub before_nouns: Words,
}
