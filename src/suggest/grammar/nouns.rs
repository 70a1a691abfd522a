//! Defines [`Nouns`]: how noun phrases are built, and what roles, parts and numbers are called.

use super::words::{Parts, Phrases, Words};

/// How noun phrases are built.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts about a language, which do not depend on each other")]
pub(in crate::suggest) struct Nouns {
    /// No article says whether a noun is new or known.
    pub no_articles: bool,
    /// Adjectives and complements follow their noun.
    pub noun_first: bool,
    /// A role may follow a name of a body: `the GE spokesman`.
    pub role_after_name: bool,
    /// A name in the genitive follows a title directly: `глава МИД Германии`.
    pub bare_genitive: bool,

    pub determiners: Words,
    /// What is no speaker, whatever its verb.
    pub things: Words,
    /// What somebody has said or found.
    pub evidence: Words,
    /// Of these, what a person has just said.
    pub said: Words,
    pub abstract_endings: Parts,
    /// Of nouns in another case than a subject's.
    pub oblique_endings: Parts,
    /// After the head of a phrase.
    pub after_head: Words,
    /// Before a phrase that is a subject.
    pub clause_starts: Words,

    /// Before a noun: it is no subject.
    pub prepositions: Words,
    /// Between the name of a body and a role.
    pub name_to_role: Words,
    pub definite: Words,
    pub indefinite: Words,
    pub plural_endings: Parts,
    /// A plural has more characters than this.
    pub plural_longer_than: usize,
    /// Words of shares: `four in ten`.
    pub counting: Words,
    /// What a name that is no person's may be called.
    pub bodies: Words,
    /// What speaks and is neither a person nor has a name.
    pub nobodies: Words,
    pub feminine_titles: Words,
    pub masculine_titles: Words,

    /// Before a name that bears no title itself: `the office of Korn`.
    pub complement_links: Words,
    /// Articles inside titles.
    pub title_particles: Words,
    /// After a role: of whom.
    pub of_words: Words,
    /// The article after these.
    pub of_articles: Words,
    /// Adjectives of roles though they name nobody alone.
    pub role_adjectives: Words,
    pub places: Words,
    /// Between a preposition of place and a name.
    pub place_articles: Words,
    /// Between a role and the name of its bearer.
    pub bearer_links: Words,
    pub complement_articles: Words,

    /// Heads of offices beside the titles of the lexicon.
    pub offices: Words,
    /// Beside a title, and none alone.
    pub beside_titles: Words,
    /// What offices are about.
    pub domains: Words,
    /// Words of roles that are last names too.
    pub titles_and_names: Words,
    pub role_links: Words,
    pub role_of: Words,
    pub elided_articles: Parts,
    /// Endings of names that are in the genitive after a role.
    pub genitive_endings: Parts,
    /// Endings that roles have in other cases than that of the lexicon.
    pub case_endings: Parts,
    /// Endings of the lexicon's case in place of them.
    pub base_endings: Parts,

    pub numbers: Words,
    pub percent: Words,
    pub percent_phrases: Phrases,
    pub parts: Words,
    pub part_of: Words,
    pub out_of: Words,
}
