//! Defines [`Lexicon`]: the words of one language that report, made from data that a user can add to.

pub(super) mod lexicon_file;
pub(super) mod lexicons;
pub(super) mod word_class;

use std::collections::{HashMap, HashSet};

use super::grammar::Grammar;
use super::grammar::languages::grammar_of;
use super::grammar::words::ends;
use super::parse::sentence::lower_words;
use lexicon_file::{LexiconError, Source, SourcePronoun, SourceVerb, forms, plain};
use word_class::{Pronoun, Verb};

/// The words of one language by which suggestions are found.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Tag of the language, such as `fr`.
    pub language: String,
    grammar: &'static Grammar,
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

impl Lexicon {
    /// Reads a lexicon from the RON of a file called `file`.
    ///
    /// # Errors
    /// When it is no lexicon, with the line and the column.
    pub fn parse(file: &str, ron: &str) -> Result<Self, LexiconError> {
        Source::parse(file, ron).map(Self::from)
    }

    /// The grammar of the language; one without words if Dicta has none.
    pub(super) fn grammar(&self) -> &'static Grammar {
        self.grammar
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
        let formed = word.len() > 5 && ends(word, self.grammar.verbs.adverb_endings);
        formed || self.adverbs.contains(word)
    }

    pub(super) fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word)
    }

    /// Words that open what is between a verb and its clause: `on Monday`, `à Reuters`.
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
        let grammar = grammar_of(&language);
        let set = |words: Vec<String>| words.iter().map(|word| word.to_lowercase()).collect::<HashSet<String>>();
        let mut by_form = HashMap::new();
        for SourceVerb { lemma, forms: finite, participles, takes } in verbs {
            for form in forms(&participles).map(plain) {
                by_form.insert(form, Verb { takes, is_participle: true, is_loose: false, is_bare: false });
            }
            for form in forms(&finite).map(plain) {
                let is_loose = ends(&form, grammar.verbs.loose_endings);
                let verb = Verb { takes, is_participle: false, is_loose, is_bare: form == plain(&lemma) };
                by_form.insert(form, verb);
            }
        }
        let mut according: Vec<Vec<String>> =
            according.iter().map(|phrase| lower_words(phrase)).filter(|words| !words.is_empty()).collect();
        according.sort_by_key(|words| std::cmp::Reverse(words.len()));
        let titles = titles.iter().flat_map(|title| lower_words(title)).collect();
        let pronouns = pronouns
            .into_iter()
            .map(|SourcePronoun { form, gender, number }| {
                let form = plain(&form);
                let is_relative = grammar.clauses.relative_pronouns.has(&form);
                (form, Pronoun { gender, number, is_relative })
            })
            .collect();
        Self {
            language,
            grammar,
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

impl Default for Lexicon {
    /// A lexicon without words, of no language.
    fn default() -> Self {
        Self::from(Source::default())
    }
}
