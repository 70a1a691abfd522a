//! Tells finite verbs by their form, by the lexicon and by the word before, as far as it goes: what has none is no clause.
//!
//! A guess: it decides what is proposed, never what is marked.

use std::ops::Range;

use super::clause::{View, is_article};
use super::sentence::Word;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::lexicon::word_list::WordList;

static ENGLISH: WordList = WordList::new(
    "is are was were am has have had can could should may might must will would shall do does did isn't aren't wasn't \
    weren't won't don't didn't doesn't can't couldn't wouldn't shouldn't hasn't haven't hadn't cannot needs remains seems wants want \
    came went got took made saw ran fell rose grew led met won lost paid left sent held kept brought began broke gave found became \
    felt thought knew said told put let cut hit set spent built sought fought drew stood bore wore wrote drove chose spoke froze \
    shook threw flew blew meant dealt slept swept bought caught taught hung dug stuck struck shot sat cost hurt shut split spread \
    makes takes goes gives gets comes becomes keeps means faces plans hopes expects works lives plays continues depends requires \
    includes represents reflects offers serves allows begins appears exists need know think believe feel want look looks",
);

static FRENCH: WordList = WordList::new(
    "est sont suis sommes êtes était étaient étions fut furent sera seront serait seraient soit soient ai as a avons avez ont \
    avait avaient aura auront aurait auraient ait aient eut eurent va vont allait iront ira irait fait font peut peuvent pouvait pourra \
    pourrait doit doivent devait devra devrait veut veulent voulait faut fallait faudra faudrait reste restent vient viennent \
    permet permettent prend prennent met mettent tient tiennent sait savent voit voient dit disent existe existent devient \
    constitue représente concerne montre compte comptent attend attendent demande semble semblent dispose passe passent \
    souhaite souhaitent porte portent remonte s'agit agit repose continue continuent commence vise visent risque",
);

/// More of the commonest, told from nouns by the word before them.
static OTHERS: WordList = WordList::new(
    "seeks holds shows runs supports remain leads gave falls rises grows sends meets leaves loses wins spends puts brings stands \
    pays owns inscrit inscrivent tente tentent insiste insistent marque marquent figure figurent demeure appelle appellent \
    estime estiment",
);
/// Nouns and adjectives that end as French verbs in the plural do.
static FRENCH_NOUNS: WordList = WordList::new(
    "président précédent différent accident incident continent présent permanent fréquent évident prudent résident occident \
    pourcent excellent violent innocent équivalent compétent intelligent",
);

/// Whether the word, in small letters, has the form of a finite verb in that language.
pub(in crate::suggest) fn is_finite(word: &str, language: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|end| word.ends_with(end));
    match language {
        "fr" => {
            let long = word.chars().count() > 4;
            FRENCH.has(word) || long && ends(&["ait", "aient", "èrent", "irent", "era", "eront", "ira", "iront"])
        }
        "ru" => {
            let long = word.chars().count() > 3;
            matches!(
                word,
                "есть"
                    | "нет"
                    | "был"
                    | "была"
                    | "были"
                    | "было"
                    | "будет"
                    | "будут"
                    | "может"
                    | "могут"
                    | "нужно"
                    | "надо"
            ) || long
                && ends(&[
                    "ет", "ит", "ют", "ут", "ят", "ат", "ал", "ил", "ел", "ял", "ла", "ли", "ло", "лся", "лась", "лись", "лось",
                    "тся", "ем", "им",
                ])
        }
        _ => ENGLISH.has(word) || word.len() > 4 && word.ends_with("ed"),
    }
}

/// Whether there is a finite verb among the words, told by the words before them too.
pub(in crate::suggest) fn any_finite(words: &[Word], lexicon: &Lexicon) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.lower.as_str());
        is_finite_behind(word, before, lexicon)
    })
}

/// Whether a word is a finite verb, behind the word before it.
pub(in crate::suggest) fn is_finite_behind(word: &Word, before: &str, lexicon: &Lexicon) -> bool {
    let lower = word.lower.as_str();
    // `the work`, `to work`, `la porte`: a noun or an infinitive.
    let is_bound = is_article(before) || matches!(before, "to" | "de" | "d'" | "of" | "à" | "pour");
    if word.is_upper || is_bound {
        return false;
    }
    let reports = lexicon.verb(lower).is_some_and(|verb| !verb.is_participle && !verb.is_loose && !verb.is_bare);
    reports || OTHERS.has(lower) || is_finite(lower, &lexicon.language) || lexicon.language == "fr" && is_french_plural(lower)
}

fn is_french_plural(word: &str) -> bool {
    word.ends_with("ent") && !word.ends_with("ment") && word.chars().count() > 6 && !FRENCH_NOUNS.has(word)
}

impl View<'_> {
    /// Whether one of the words outside of quotations is a finite verb; marks do not count.
    pub fn has_own_finite(&self, mut words: Range<usize>) -> bool {
        words.any(|at| {
            self.word(at)
                .is_some_and(|word| word.quotation == 0 && !word.is_upper && is_finite(&word.lower, &self.lexicon.language))
        })
    }

    /// Whether one of the words outside of quotations is a finite verb.
    pub fn has_finite(&self, mut words: Range<usize>) -> bool {
        let is = |word: &Word| word.quotation == 0 && !word.is_upper && is_finite(&word.lower, &self.lexicon.language);
        words.any(|at| self.word(at).is_some_and(|word| is(word) || word.quotation != 0))
    }
}
