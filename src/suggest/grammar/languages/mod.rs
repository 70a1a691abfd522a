//! The table of languages: each with its grammar, made on first use, and the lexicon that comes with Dicta.

mod de;
mod en;
mod fr;
mod ru;

use std::sync::{LazyLock, OnceLock};

use super::Grammar;
use super::words::Words;

/// A language for which Dicta has rules.
pub(in crate::suggest) struct Language {
    /// Primary tag of BCP 47, in lower case.
    pub tag: &'static str,
    /// Name of the lexicon's file.
    pub file: &'static str,
    /// The lexicon as RON.
    pub ron: &'static str,
    make: fn() -> Grammar,
    grammar: OnceLock<Grammar>,
}

static LANGUAGES: [Language; 4] = [
    Language::new("en", "en.ron", include_str!("../../../../assets/lexicons/en.ron"), en::grammar),
    Language::new("de", "de.ron", include_str!("../../../../assets/lexicons/de.ron"), de::grammar),
    Language::new("fr", "fr.ron", include_str!("../../../../assets/lexicons/fr.ron"), fr::grammar),
    Language::new("ru", "ru.ron", include_str!("../../../../assets/lexicons/ru.ron"), ru::grammar),
];

/// The grammar of a language that is not in the table.
static NEUTRAL: LazyLock<Grammar> = LazyLock::new(Grammar::default);

impl Language {
    const fn new(tag: &'static str, file: &'static str, ron: &'static str, make: fn() -> Grammar) -> Self {
        Self { tag, file, ron, make, grammar: OnceLock::new() }
    }

    /// The language with this primary tag; `None` if Dicta has no rules for it.
    pub fn of(tag: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.tag == tag)
    }

    pub fn all() -> impl Iterator<Item = &'static Self> {
        LANGUAGES.iter()
    }

    pub fn grammar(&'static self) -> &'static Grammar {
        self.grammar.get_or_init(self.make)
    }
}

/// The grammar for a primary tag; one without words for a language that is not in the table.
pub(in crate::suggest) fn grammar_of(tag: &str) -> &'static Grammar {
    Language::of(tag).map_or(&*NEUTRAL, Language::grammar)
}

/// The grammars of all languages, for what a text of any language may hold: the names of a register above all.
pub(in crate::suggest) fn grammars() -> impl Iterator<Item = &'static Grammar> {
    Language::all().map(Language::grammar)
}

/// Whether a list of any language has the word.
pub(in crate::suggest) fn any_has(list: fn(&'static Grammar) -> &'static Words, word: &str) -> bool {
    grammars().any(|grammar| list(grammar).has(word))
}
