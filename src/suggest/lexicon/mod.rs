//! Defines [`Lexicon`]: the words of one language that report, made from data that a user can add to.

pub(super) mod lexicon_file;
pub(super) mod lexicons;
pub(super) mod word_list;

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::lexicon::lexicon_file::{LexiconError, Source, SourcePronoun, SourceVerb, forms, plain};

/// The words of one language by which suggestions are found.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Tag of the language, such as `fr`.
    pub language: String,
    verbs: HashMap<String, Verb>,
    complementisers: HashSet<String>,
    /// Phrases in words, the longest first.
    according: Vec<Vec<String>>,
    auxiliaries: HashSet<String>,
    adverbs: HashSet<String>,
    prepositions: HashSet<String>,
    asides: HashSet<String>,
    titles: HashSet<String>,
    roles: HashSet<String>,
    pronouns: HashMap<String, Pronoun>,
    not_names: HashSet<String>,
}

/// What a form of a reporting verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub takes: Takes,
    /// Reports only after an auxiliary: `a déclaré`.
    pub is_participle: bool,
    /// Has no subject of its own: `soulignant`, `suggesting`.
    pub is_loose: bool,
    /// Not inflected: `say`, `déclarer`; may be an infinitive or a noun.
    pub is_bare: bool,
}

/// What follows a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Takes {
    /// A clause, also without `that`: `said it was late`.
    Clause,
    /// A clause behind a complementiser, or a quotation.
    That,
    /// The reported words themselves, no clause: `called for talks`.
    Words,
    /// Only words in marks right behind it: `spoke of “a farce”`.
    Marks,
}

/// Whom a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pronoun {
    pub gender: Gender,
    pub number: Number,
    /// `who`: stands for the word before.
    is_relative: bool,
}

impl Pronoun {
    pub fn is_relative(self) -> bool {
        self.is_relative
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Gender {
    Masculine,
    Feminine,
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Number {
    Singular,
    Plural,
}

impl Lexicon {
    /// Reads a lexicon from the RON of a file called `file`.
    ///
    /// # Errors
    /// When it is no lexicon, with the line and the column.
    pub fn parse(file: &str, ron: &str) -> Result<Self, LexiconError> {
        Source::parse(file, ron).map(Self::from)
    }

    pub(super) fn verb(&self, form: &str) -> Option<Verb> {
        self.verbs.get(form).copied()
    }

    pub(super) fn pronoun(&self, word: &str) -> Option<Pronoun> {
        self.pronouns.get(word).copied()
    }

    /// The phrases that name a source, longest first, in words.
    pub(super) fn according(&self) -> &[Vec<String>] {
        &self.according
    }

    pub(super) fn is_complementiser(&self, word: &str) -> bool {
        self.complementisers.contains(word)
    }

    pub(super) fn is_auxiliary(&self, word: &str) -> bool {
        self.auxiliaries.contains(word)
    }

    pub(super) fn is_adverb(&self, word: &str) -> bool {
        let formed =
            (word.ends_with("ly") && self.language == "en" || word.ends_with("ment") && self.language == "fr") && word.len() > 5;
        formed || self.adverbs.contains(word)
    }

    pub(super) fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word)
    }

    /// Words that open what stands between a verb and its clause: `on Monday`, `à Reuters`.
    pub(super) fn opens_aside(&self, word: &str) -> bool {
        self.asides.contains(word)
    }

    pub(super) fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }

    /// Heads of noun phrases that can speak: `minister`, `sources`.
    #[must_use]
    pub fn is_role(&self, word: &str) -> bool {
        self.roles.contains(word)
    }

    /// The words of titles that people bear.
    pub(super) fn titles(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().map(String::as_str)
    }

    /// The words of titles and roles.
    pub(super) fn role_words(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().chain(&self.roles).map(String::as_str)
    }

    /// Words that open sentences with a capital and name nobody.
    pub(super) fn is_no_name(&self, word: &str) -> bool {
        self.not_names.contains(word)
    }
}

impl From<Source> for Lexicon {
    fn from(source: Source) -> Self {
        let Source { language, verbs, complementisers, according, auxiliaries, adverbs, prepositions, asides, .. } = source;
        let Source { titles, roles, pronouns, not_names, .. } = source;
        let set = |words: Vec<String>| words.iter().map(|word| word.to_lowercase()).collect::<HashSet<String>>();
        let mut by_form = HashMap::new();
        for SourceVerb { lemma, forms: finite, participles, takes } in verbs {
            for form in forms(&participles).map(plain) {
                by_form.insert(form, Verb { takes, is_participle: true, is_loose: false, is_bare: false });
            }
            for form in forms(&finite).map(plain) {
                let is_loose = match language.as_str() {
                    "en" => form.ends_with("ing"),
                    "fr" => form.ends_with("ant"),
                    _ => form.ends_with("ив") || form.ends_with("ув"),
                };
                let verb = Verb { takes, is_participle: false, is_loose, is_bare: form == plain(&lemma) };
                by_form.insert(form, verb);
            }
        }
        let mut according: Vec<Vec<String>> = according
            .iter()
            .map(|phrase| super::parse::sentence::lower_words(phrase))
            .filter(|words| !words.is_empty())
            .collect();
        according.sort_by_key(|words| std::cmp::Reverse(words.len()));
        let titles = titles.iter().flat_map(|title| super::parse::sentence::lower_words(title)).collect();
        let pronouns = pronouns
            .into_iter()
            .map(|SourcePronoun { form, gender, number }| {
                let form = plain(&form);
                let is_relative = matches!(form.as_str(), "who" | "qui" | "который" | "которая");
                (form, Pronoun { gender, number, is_relative })
            })
            .collect();
        Self {
            language,
            verbs: by_form,
            complementisers: set(complementisers),
            according,
            auxiliaries: set(auxiliaries),
            adverbs: set(adverbs),
            prepositions: set(prepositions),
            asides: set(asides),
            titles,
            roles: set(roles),
            pronouns,
            not_names: set(not_names),
        }
    }
}
