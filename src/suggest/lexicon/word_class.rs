//! Defines what a lexicon says of a word: what follows a verb, gender, number.

use serde::Deserialize;

/// What follows a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Takes {
    /// A clause, also without `that`: `said it was late`.
    Clause,
    /// A clause after a complementiser, or a quotation.
    That,
    /// The reported words themselves, no clause: `called for talks`.
    Words,
    /// Only words in marks directly after it: `spoke of “a farce”`.
    Marks,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(in crate::suggest) enum Gender {
    Masculine,
    Feminine,
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(in crate::suggest) enum Number {
    Singular,
    Plural,
}

/// What a form of a reporting verb says about its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) struct Verb {
    pub takes: Takes,
    /// Reports only after an auxiliary: `a déclaré`.
    pub is_participle: bool,
    /// Has no subject of its own: `soulignant`, `suggesting`.
    pub is_loose: bool,
    /// Not inflected: `say`, `déclarer`; may be an infinitive or a noun.
    pub is_bare: bool,
}

/// Whom a pronoun can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) struct Pronoun {
    pub gender: Gender,
    pub number: Number,
    /// `who`: means the word before.
    pub is_relative: bool,
}
