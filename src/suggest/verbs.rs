//! Tells whether words hold a finite verb: by its form, by the lexicon, and by the word before it.
//!
//! A guess: it decides what is proposed, never what is marked.

use super::finite;
use super::lexicon::Lexicon;
use super::sentence::Word;

/// Commonest forms that nothing else tells.
const OTHERS: &str = "seeks holds shows runs supports remain leads gave falls rises grows sends meets leaves loses wins spends \
    puts brings stands pays owns inscrit inscrivent tente tentent insiste insistent marque marquent figure figurent demeure \
    appelle appellent estime estiment";
/// Nouns and adjectives that end as French verbs in the plural do.
const FRENCH_OTHERS: &str = "président précédent différent accident incident continent présent permanent fréquent évident prudent \
    résident occident pourcent excellent violent innocent équivalent compétent intelligent";

/// Whether there is a finite verb among the words.
pub(super) fn has_finite(words: &[Word], lexicon: &Lexicon) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.lower.as_str());
        is_finite(word, before, lexicon)
    })
}

/// Whether a word is a finite verb, behind the word before it.
pub(super) fn is_finite(word: &Word, before: &str, lexicon: &Lexicon) -> bool {
    let lower = word.lower.as_str();
    // `the work`, `to work`, `la porte`: a noun or an infinitive.
    let is_bound = super::clause::is_article(before) || matches!(before, "to" | "de" | "d'" | "of" | "à" | "pour");
    if word.is_upper || is_bound {
        return false;
    }
    let reports = lexicon.verb(lower).is_some_and(|verb| !verb.is_participle && !verb.is_loose && !verb.is_bare);
    let listed = OTHERS.split_whitespace().any(|other| other == lower);
    reports || listed || finite::is_finite(lower, &lexicon.language) || lexicon.language == "fr" && is_french_plural(lower)
}

fn is_french_plural(word: &str) -> bool {
    let ends = word.ends_with("ent") && !word.ends_with("ment") && word.chars().count() > 6;
    ends && !FRENCH_OTHERS.split_whitespace().any(|other| other == word)
}
