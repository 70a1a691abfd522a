//! Tells a noun that speaks by its place: `the homeowner said`, `deux riverains racontent`, `сообщил собеседник`.
//!
//! No list holds all that people are called.

use std::ops::Range;

use super::sentence::{Cut, Word};
use crate::suggest::lexicon::Lexicon;
use crate::suggest::lexicon::word_list::WordList;

/// How far behind the noun its verb may stand, in words.
const REACH: usize = 9;

static DETERMINERS: WordList = WordList::new(
    "a an the one two three four five several some many another his her their its other most \
    le la l' un une les des deux trois quatre plusieurs certains ce cet cette ces son sa ses leur leurs autre",
);
/// What is no speaker, whatever its verb.
static THINGS: WordList = WordList::new(
    "day week month year time way thing moment morning evening night hour minute place part fact case idea question number price \
    jour semaine mois année fois heure temps lieu moment cas fait idée question nombre prix partie suite côté cours \
    день неделя месяц год раз время часть случай",
);

/// What somebody has said or found: it speaks for whoever it is of.
static EVIDENCE: WordList = WordList::new(
    "statement statements remark remarks comment comments declaration declarations figures data estimates calculations forecast \
    forecasts testimony assessment \
    déclaration déclarations propos dires confidences témoignage témoignages calculs chiffres données estimations statistiques \
    prévisions décompte bilan avis informations aveux \
    сообщение сообщения заявление заявления данные расчёты расчеты подсчёты подсчеты оценки слова",
);
/// Of these, what a person has just said.
static SAID: WordList = WordList::new(
    "remark remarks comment comments declaration declarations words déclaration déclarations propos dires confidences aveux слова",
);

/// Whether the noun, in small letters, is something said or found.
pub(in crate::suggest) fn is_evidence(noun: &str) -> bool {
    EVIDENCE.has(noun)
}

/// Whether the noun, in small letters, stands for what a person has said.
pub(in crate::suggest) fn is_said(noun: &str) -> bool {
    SAID.has(noun)
}

/// Whether a noun by its form names an act or a quality: `poursuite`, `declaration`. Bodies that do are roles of a lexicon.
fn is_abstract(noun: &str, lexicon: &Lexicon) -> bool {
    let one = noun.strip_suffix('s').unwrap_or(noun);
    if lexicon.is_role(one) {
        return false;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| one.ends_with(ending));
    match lexicon.language.as_str() {
        "fr" => ends(&[
            "tion", "sion", "ité", "ance", "ence", "isme", "ure", "age", "ude", "oire", "aison", "suite", "ette", "esse", "ement",
        ]),
        "ru" => ends(&["ние", "ния", "ость", "ости", "ция", "ции", "ство", "ства", "ика", "ина", "ота"]),
        _ => ends(&["tion", "sion", "ness", "ity", "ance", "ence", "ism", "ment", "ship", "hood", "ure", "age", "ing"]),
    }
}

/// Whether word `at`, a common noun, is the head of a phrase that stands beside a reporting verb.
pub(in crate::suggest) fn is_speaking_noun(cut: &Cut, lexicon: &Lexicon, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| cut.words.get(at).filter(|_| sentence.contains(&at));
    let Some(noun) = word(at).filter(|noun| noun.quotation == 0 && !noun.is_upper && noun.lower.chars().count() > 2) else {
        return false;
    };
    let plain = noun.lower.chars().all(char::is_alphabetic)
        && !THINGS.has(&noun.lower)
        && !is_abstract(&noun.lower, lexicon)
        && lexicon.verb(&noun.lower).is_none()
        && !lexicon.is_auxiliary(&noun.lower)
        && !lexicon.is_preposition(&noun.lower)
        && !lexicon.is_adverb(&noun.lower)
        && !lexicon.is_no_name(&noun.lower);
    if !plain {
        return false;
    }
    let reports = |word: &Word| {
        word.quotation == 0 && !word.is_upper && lexicon.verb(&word.lower).is_some_and(|verb| !verb.is_loose && !verb.is_bare)
    };
    let before = |back: usize| at.checked_sub(back).and_then(word);
    let glued = |back: usize| (0..back).all(|n| word(at - n).is_some_and(|word| !word.after_break));
    if lexicon.language == "ru" {
        let behind = before(1).is_some_and(|verb| glued(1) && reports(verb));
        let in_front = word(at + 1).is_some_and(|verb| !verb.after_break && reports(verb))
            && before(1).is_none_or(|word| !lexicon.is_preposition(&word.lower));
        let nominative = !["ом", "ем", "ой", "ам", "ям", "ами", "ах", "ях", "ов", "ев", "ую", "ому"]
            .iter()
            .any(|end| noun.lower.ends_with(end));
        return (behind || in_front) && nominative;
    }
    // The determiner stands before it, with at most two adjectives between.
    let Some(back) = (1..=3).find(|&back| before(back).is_some_and(|word| DETERMINERS.has(&word.lower)) && glued(back)) else {
        return false;
    };
    let adjectives = (1..back).all(|back| {
        before(back)
            .is_some_and(|word| !word.is_upper && lexicon.verb(&word.lower).is_none() && !lexicon.is_preposition(&word.lower))
    });
    if !adjectives || lexicon.language == "fr" && back > 2 {
        return false;
    }
    // Behind its verb: `dit un riverain`, `said a neighbour`.
    let inverted = at.checked_sub(back + 1).and_then(word).is_some_and(&reports)
        && word(at + 1).is_none_or(|next| {
            next.after_break || lexicon.is_preposition(&next.lower) || lexicon.opens_aside(&next.lower) || next.is_upper
        });
    if inverted {
        return true;
    }
    let next = word(at + 1);
    // The head of the phrase: no noun follows.
    let is_head = lexicon.language == "fr"
        || next.is_some_and(|next| {
            next.after_break
                || reports(next)
                || lexicon.is_auxiliary(&next.lower)
                || lexicon.is_preposition(&next.lower)
                || lexicon.opens_aside(&next.lower)
                || lexicon.is_adverb(&next.lower)
                || matches!(next.lower.as_str(), "who" | "whose" | "near" | "close" | "familiar")
        });
    let opens = before(back).is_some_and(|first| first.after_break)
        || at == sentence.start + back
        || at.checked_sub(back + 1).and_then(word).is_some_and(|word| {
            matches!(word.lower.as_str(), "and" | "but" | "while" | "et" | "mais" | "as" | "that" | "que" | "because")
        });
    let verb = (at + 1..at + REACH).map_while(word).find(|word| reports(word));
    is_head && opens && verb.is_some()
}
