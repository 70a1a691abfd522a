//! Words by which bodies are called, and words of countries that say which: `European Commission`, `Assemblée nationale`.

use crate::suggest::grammar::languages::{any_has, grammars};
use crate::suggest::grammar::words::ends;

/// Whether bodies are called by the word, in lower case.
pub(in crate::suggest) fn is_institution(word: &str) -> bool {
    any_has(|grammar| &grammar.names.institutions, word)
        || grammars().any(|grammar| {
            let has_stem = |stem: &&str| word.starts_with(*stem) && word.chars().count() <= stem.chars().count() + 3;
            grammar.names.institution_stems.iter().any(has_stem) || ends(word, grammar.names.institution_endings)
        })
}

/// Whether the word, in lower case, says of which country or realm a body is.
pub(in crate::suggest) fn is_demonym(word: &str) -> bool {
    any_has(|grammar| &grammar.names.demonyms, word)
}

/// Whether the word, in lower case, may mean the head of a state.
pub(in crate::suggest) fn is_leader(word: &str) -> bool {
    any_has(|grammar| &grammar.names.leaders, word)
}
