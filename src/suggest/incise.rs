//! Finds the reporting clause that stands inside the marks, as French and Russian newspapers set it:
//! `« Il tiendra, assure-t-elle. Nous l’avons vu. »`, `«Он выдержит, — сказала Корн. — Мы видели»`.

use std::ops::Range;

use super::clause::is_article;
use super::cues::cue_inside;
use super::lexicon::{Lexicon, Takes};
use super::quotation::Quotation;
use super::sentence::{Cut, Sentence};
use crate::text::Text;

/// A reporting clause inside a quotation.
#[derive(Clone, Debug)]
pub(super) struct Incise {
    /// Place of its quotation in the list of those that hide their words.
    pub quotation: usize,
    /// What of the quotation is spoken, in bytes.
    pub spoken: Vec<Range<usize>>,
    /// Numbers of its words.
    pub words: Range<usize>,
}

/// A reporting clause inside marks has at most so many words.
const MOST_WORDS: usize = 18;

/// Finds the reporting clauses inside quotations, and takes their words out of the quotations.
pub(super) fn take_out(text: &Text, cut: &mut Cut, opaque: &[&Quotation], lexicon: &Lexicon) -> Vec<Incise> {
    let mut found: Vec<Incise> = Vec::new();
    if !matches!(lexicon.language.as_str(), "fr" | "ru") {
        return found;
    }
    for sentence in &cut.sentences {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let incise = incise_at(text, cut, sentence, opaque, lexicon, at);
            let done = incise.as_ref().is_some_and(|new| found.last().is_some_and(|last| last.quotation == new.quotation));
            at = incise.as_ref().map_or(at + 1, |incise| incise.words.end.max(at + 1));
            found.extend(incise.filter(|_| !done));
        }
    }
    for word in found.iter().flat_map(|incise| incise.words.clone()) {
        cut.words.get_mut(word).into_iter().for_each(|word| word.quotation = 0);
    }
    found
}

fn incise_at(text: &Text, cut: &Cut, holder: &Sentence, opaque: &[&Quotation], lexicon: &Lexicon, at: usize) -> Option<Incise> {
    let word = cut.words.get(at).filter(|word| word.quotation != 0 && word.after_break && !word.is_upper)?;
    let number = (word.quotation as usize).checked_sub(1)?;
    let quotation = opaque.get(number)?;
    // The verb, or its auxiliary with the verb behind it.
    let verb = (at..(at + 6).min(holder.words.end)).find(|&verb| {
        let Some(last) = cut.words.get(verb).filter(|last| last.quotation == word.quotation) else { return false };
        let cue = cue_inside(&cut.words, holder, lexicon, verb, last);
        cue.is_some_and(|cue| cue.words.start == at && cue.takes().is_some_and(|takes| takes != Takes::Words) && !cue.is_loose())
    })?;
    let inside = |at: usize| cut.words.get(at).filter(|next| at < holder.words.end && next.quotation == word.quotation);
    let (before, last) =
        (cut.words.get(at.checked_sub(1)?).filter(|before| before.quotation == word.quotation)?, cut.words.get(verb)?);
    let gap = text.range(before.end..word.start);
    let dashed = gap.contains(['—', '–']);
    let is_set_off = if lexicon.language == "ru" { dashed } else { gap.contains(',') || dashed };
    // A subject stands behind the verb, or, with an auxiliary, inside the group: `a-t-elle dit`.
    let inverted = (at..verb).any(|at| inside(at).is_some_and(|word| word.is_joined));
    let subject = inside(verb + 1).is_some_and(|next| {
        let near = text.range(last.end..next.start);
        let joined = next.is_joined && (lexicon.pronoun(&next.lower).is_some() || next.lower == "t");
        let noun = near.trim().is_empty()
            && (next.is_upper || is_article(&next.lower) || lexicon.is_role(&next.lower) || lexicon.language == "ru");
        joined || noun
    });
    if !is_set_off || !(subject || inverted) {
        return None;
    }
    let end = (verb + 1..(at + MOST_WORDS).min(holder.words.end)).find(|&end| {
        let Some((previous, next)) = cut.words.get(end - 1).zip(inside(end)) else { return true };
        let gap = text.range(previous.end..next.start);
        end > verb + 1 - usize::from(inverted)
            && if dashed {
                gap.contains(['—', '–'])
            } else {
                gap.contains(['.', ',', '!', '?', ':', ';']) && !next.is_joined && !is_initial(&previous.lower)
            }
    });
    let end = end.unwrap_or((at + MOST_WORDS).min(holder.words.end));
    let first = quotation.outer.start().0
        ..before.end
            + gap.find([',', '—', '–']).filter(|_| !dashed).unwrap_or_else(|| gap.find([',', '—', '–', ' ']).unwrap_or(0));
    let mut spoken = vec![first];
    if let Some(next) = inside(end) {
        spoken.push(next.start..quotation.outer.end().0);
    }
    Some(Incise { quotation: number, spoken, words: at..end })
}

/// `M. Roux`: the full stop ends no clause.
fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 || matches!(word, "mm" | "mme" | "dr" | "me")
}
