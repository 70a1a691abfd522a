//! Tells a noun that speaks by its place: `the homeowner said`, `deux riverains racontent`, `сообщил собеседник`.
//!
//! No list holds all that people are called.

use std::ops::Range;

use super::sentence::{Cut, Word};
use crate::suggest::grammar::languages::any_has;
use crate::suggest::grammar::words::ends;
use crate::suggest::lexicon::Lexicon;

/// How far after the noun its verb may stand, in words.
const REACH: usize = 9;

/// Whether the noun, in lower case, is something said or found.
pub(in crate::suggest) fn is_evidence(noun: &str) -> bool {
    any_has(|grammar| &grammar.nouns.evidence, noun)
}

/// Whether the noun, in lower case, means what a person has said.
pub(in crate::suggest) fn is_said(noun: &str) -> bool {
    any_has(|grammar| &grammar.nouns.said, noun)
}

/// Whether a noun by its form names an act or a quality: `poursuite`, `declaration`. Bodies that do are roles of a lexicon.
fn is_abstract(noun: &str, lexicon: &Lexicon) -> bool {
    let one = noun.strip_suffix('s').unwrap_or(noun);
    if lexicon.is_role(one) {
        return false;
    }
    ends(one, lexicon.grammar().nouns.abstract_endings)
}

/// Whether word `at`, a common noun, is the head of a phrase that is beside a reporting verb.
pub(in crate::suggest) fn is_speaking_noun(cut: &Cut, lexicon: &Lexicon, sentence: &Range<usize>, at: usize) -> bool {
    let nouns = &lexicon.grammar().nouns;
    let word = |at: usize| cut.words.get(at).filter(|_| sentence.contains(&at));
    let Some(noun) = word(at).filter(|noun| noun.quotation == 0 && !noun.is_upper && noun.lower.chars().count() > 2) else {
        return false;
    };
    let plain = noun.lower.chars().all(char::is_alphabetic)
        && !nouns.things.has(&noun.lower)
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
    if nouns.no_articles {
        let behind = before(1).is_some_and(|verb| glued(1) && reports(verb));
        let in_front = word(at + 1).is_some_and(|verb| !verb.after_break && reports(verb))
            && before(1).is_none_or(|word| !lexicon.is_preposition(&word.lower));
        let nominative = !ends(&noun.lower, nouns.oblique_endings);
        return (behind || in_front) && nominative;
    }
    // The determiner is before it, with at most two adjectives between.
    let Some(back) = (1..=3).find(|&back| before(back).is_some_and(|word| nouns.determiners.has(&word.lower)) && glued(back))
    else {
        return false;
    };
    let adjectives = (1..back).all(|back| {
        before(back)
            .is_some_and(|word| !word.is_upper && lexicon.verb(&word.lower).is_none() && !lexicon.is_preposition(&word.lower))
    });
    if !adjectives || nouns.noun_first && back > 2 {
        return false;
    }
    // After its verb: `dit un riverain`, `said a neighbour`.
    let inverted = at.checked_sub(back + 1).and_then(word).is_some_and(&reports)
        && word(at + 1).is_none_or(|next| {
            next.after_break || lexicon.is_preposition(&next.lower) || lexicon.opens_aside(&next.lower) || next.is_upper
        });
    if inverted {
        return true;
    }
    let next = word(at + 1);
    // The head of the phrase: no noun follows.
    let is_head = nouns.noun_first
        || next.is_some_and(|next| {
            next.after_break
                || reports(next)
                || lexicon.is_auxiliary(&next.lower)
                || lexicon.is_preposition(&next.lower)
                || lexicon.opens_aside(&next.lower)
                || lexicon.is_adverb(&next.lower)
                || nouns.after_head.has(&next.lower)
        });
    let opens = before(back).is_some_and(|first| first.after_break)
        || at == sentence.start + back
        || at.checked_sub(back + 1).and_then(word).is_some_and(|word| nouns.clause_starts.has(&word.lower));
    let verb = (at + 1..at + REACH).map_while(word).find(|word| reports(word));
    is_head && opens && verb.is_some()
}
