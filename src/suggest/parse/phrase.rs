//! Reads a noun phrase as a subject: who is meant by `the head of the office, Anna Korn`, `Pentagon spokesman Tom Vale`,
//! `глава МИД Анна Корн`.

use std::ops::Range;

use super::view::View;
use crate::suggest::speakers::mentions::{Cast, Mention, Who};

/// A name after a role is its bearer's within this many words.
const REACH: usize = 12;

/// Who is meant by the words `range`: no break is among them but commas around what is said of the same one.
pub(in crate::suggest) fn meant<'a>(view: &View<'_>, cast: &'a Cast, range: Range<usize>) -> Option<&'a Mention> {
    let from = range.start;
    let free: Vec<&Mention> = mentions(cast, range).iter().filter(|mention| !mention.is_quoted).collect();
    let first = free.iter().copied().find(|mention| !follows_preposition(view, mention, from))?;
    let is_bearer = |mention: &Mention| {
        matches!(mention.who, Who::Named(number) if cast.names.get(number).is_some_and(|named| named.is_person))
            && !mention.is_oblique
            && !follows_preposition(view, mention, from)
            && mention.words.start <= first.words.end + REACH
    };
    let leads = match first.who {
        Who::Role(_) => true,
        // `Pentagon spokesman Tom Vale`: what is named first is no person, or its last name alone continues with a title.
        Who::Named(number) => !cast.names.get(number).is_some_and(|named| named.is_person) || is_followed_by_title(view, first),
        Who::Pronoun(_) => false,
    };
    if !leads {
        return Some(first);
    }
    let mut bearer = None;
    for mention in free.iter().copied().filter(|mention| mention.words.start >= first.words.end) {
        let between = first.words.end..mention.words.start;
        let goes_on = between.clone().all(|at| !view.is_break(at) || at == between.start) && between.len() <= REACH;
        if !goes_on {
            break;
        }
        if is_bearer(mention) && !view.is_break(mention.words.start) {
            bearer = Some(mention);
        }
    }
    if bearer.is_some() {
        return bearer;
    }
    // `the regional governor, Anna Korn,`
    let next = free.iter().copied().find(|mention| mention.words.start >= first.words.end && view.is_break(mention.words.start));
    let beside = next.filter(|mention| {
        let plain = (first.words.end..mention.words.start).all(|at| !view.is_break(at));
        plain && is_bearer(mention) && (view.is_break(mention.words.end) || view.word(mention.words.end).is_none())
    });
    if beside.is_some() {
        return beside;
    }
    // `the GE spokesman`: the role is the head of what is named before it.
    if let Who::Named(_) = first.who {
        let role = free.iter().copied().find(|mention| {
            let near = first.words.end..mention.words.start;
            matches!(mention.who, Who::Role(_))
                && near.len() <= 2
                && !view.is_break(mention.words.start)
                && view.grammar().nouns.role_after_name
                && near.clone().all(|at| view.grammar().nouns.name_to_role.has(view.lower(at)))
        });
        return role.or(Some(first));
    }
    Some(first)
}

/// Mentions that begin among the words.
pub(in crate::suggest) fn mentions(cast: &Cast, words: Range<usize>) -> &[Mention] {
    let from = |word: usize| cast.mentions.partition_point(|mention| mention.words.start < word);
    cast.mentions.get(from(words.start)..from(words.end.max(words.start))).unwrap_or_default()
}

/// `Tory leader Michael Howard`, `Ukraine's Prime Minister`: a title is within two words after the name.
fn is_followed_by_title(view: &View<'_>, name: &Mention) -> bool {
    (name.words.end..name.words.end + 4)
        .take_while(|&at| !view.is_break(at))
        .filter_map(|at| view.word(at))
        .any(|word| view.lexicon.is_title(&word.lower))
}

/// Whether a preposition is before the mention, not before word `from`.
pub(in crate::suggest) fn follows_preposition(view: &View<'_>, mention: &Mention, from: usize) -> bool {
    let mut at = mention.words.start;
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1).filter(|&at| at >= from).and_then(|at| view.word(at)).filter(|_| !view.is_break(at))
        else {
            return false;
        };
        if view.grammar().nouns.prepositions.has(&before.lower) {
            return true;
        }
        let passes = view.is_article(&before.lower) || view.lexicon.is_title(&before.lower) && mention.words.start - at < 3;
        if !passes || before.quotation != 0 {
            return false;
        }
        at -= 1;
    }
    false
}
