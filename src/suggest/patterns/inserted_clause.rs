//! Finds the reporting clause that is inside the marks, as French and Russian newspapers set it:
//! `« Il tiendra, assure-t-elle. Nous l’avons vu. »`, `«Он выдержит, — сказала Корн. — Мы видели»`.

use std::ops::Range;

use crate::suggest::grammar::reports::InsertedClause as Place;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::lexicon::word_class::Takes;
use crate::suggest::parse::cues::cue_inside;
use crate::suggest::parse::position_verbs::position_verb;
use crate::suggest::parse::sentence::{Cut, Sentence, Word};
use crate::suggest::quotation_marks::quotation::{Kind, Quotation};
use crate::text::Text;

/// A reporting clause inside a quotation.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct InsertedClause {
    /// Place of its quotation in the list of those that hide their words.
    pub quotation: usize,
    /// What of the quotation is spoken, in bytes.
    pub spoken: Vec<Range<usize>>,
    /// Numbers of its words.
    pub words: Range<usize>,
}

/// Most words of a reporting clause inside marks.
const MOST_WORDS: usize = 18;

/// Finds the reporting clauses inside quotations, and takes their words out of the quotations.
pub(in crate::suggest) fn take_out(text: &Text, cut: &mut Cut, opaque: &[&Quotation], lexicon: &Lexicon) -> Vec<InsertedClause> {
    let mut found: Vec<InsertedClause> = Vec::new();
    for sentence in &cut.sentences {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let clause = clause_at(text, cut, sentence, opaque, lexicon, at);
            let done = clause.as_ref().is_some_and(|new| found.last().is_some_and(|last| last.quotation == new.quotation));
            at = clause.as_ref().map_or(at + 1, |clause| clause.words.end.max(at + 1));
            found.extend(clause.filter(|_| !done));
        }
    }
    for word in found.iter().flat_map(|clause| clause.words.clone()) {
        cut.words.get_mut(word).into_iter().for_each(|word| word.quotation = 0);
    }
    found
}

fn clause_at(
    text: &Text,
    cut: &Cut,
    holder: &Sentence,
    opaque: &[&Quotation],
    lexicon: &Lexicon,
    at: usize,
) -> Option<InsertedClause> {
    let grammar = lexicon.grammar();
    let place = grammar.reports.inserted;
    if place == Place::Never {
        return None;
    }
    let is_subject_first = place == Place::SubjectFirst;
    let word =
        cut.words.get(at).filter(|word| word.quotation != 0 && word.after_break && (is_subject_first || !word.is_upper))?;
    let number = (word.quotation as usize).checked_sub(1)?;
    let quotation = opaque.get(number)?;
    let before = cut.words.get(at.checked_sub(1)?).filter(|before| before.quotation == word.quotation)?;
    let gap = text.range(before.end..word.start);
    let dashed = is_dash(gap);
    let closes = gap.contains([',', '.', '?', '!', '…']);
    // A dash alone parts the speaker's own words.
    let is_dialogue = quotation.kind != Kind::Marks;
    let is_set_off = closes && (place == Place::AfterComma || dashed || is_subject_first && is_dialogue);
    if !is_set_off {
        return None;
    }
    // The verb, or its auxiliary with the verb after it.
    let verb = (at..(at + 6).min(holder.words.end)).find(|&verb| {
        let Some(last) = cut.words.get(verb).filter(|last| last.quotation == word.quotation) else { return false };
        let cue = cue_inside(&cut.words, holder, lexicon, verb, last);
        cue.is_some_and(|cue| cue.words.start == at && cue.takes().is_some_and(|takes| takes != Takes::Words) && !cue.is_loose())
    });
    let by_place = || Some(position_verb(text, &cut.words, holder, lexicon, at)?.words.end.wrapping_sub(1));
    // With the subject first: `, - the diplomat pointed out. -`
    let after_subject = || {
        let reach = at..(at + 8).min(holder.words.end);
        reach.take_while(|&verb| verb == at || inside_at(cut, verb, word.quotation).is_some_and(|word| !word.after_break)).find(
            |&verb| {
                inside_at(cut, verb, word.quotation)
                    .is_some_and(|last| cue_inside(&cut.words, holder, lexicon, verb, last).is_some())
            },
        )
    };
    let verb = if is_subject_first { after_subject()? } else { verb.or_else(by_place)? };
    let inside = |at: usize| cut.words.get(at).filter(|next| at < holder.words.end && next.quotation == word.quotation);
    let last = cut.words.get(verb)?;
    // A subject is after the verb, or, with an auxiliary, inside the group: `a-t-elle dit`.
    let inverted = (at..verb).any(|at| inside(at).is_some_and(|word| word.is_joined));
    let subject = inside(verb + 1).is_some_and(|next| {
        let near = text.range(last.end..next.start);
        let joined = next.is_joined && (lexicon.pronoun(&next.lower).is_some() || grammar.verbs.joined_pronouns.has(&next.lower));
        let noun = near.trim().is_empty()
            && (next.is_upper || grammar.is_article(&next.lower) || lexicon.is_role(&next.lower) || place == Place::AfterDash);
        joined || noun
    });
    if !(subject
        || inverted
        || is_subject_first
        || dashed && place == Place::AfterDash && inside(verb + 1).is_none_or(|next| next.after_break))
    {
        return None;
    }
    // `M. Roux`: the full stop ends no clause.
    let is_short_form = |word: &str| word.chars().count() == 1 || grammar.reports.abbreviations.has(word);
    let ends = |end: &usize| {
        let end = *end;
        let Some((previous, next)) = cut.words.get(end - 1).zip(inside(end)) else { return true };
        let gap = text.range(previous.end..next.start);
        end > verb + 1 - usize::from(inverted)
            && if dashed {
                is_dash(gap)
            } else {
                gap.contains(['.', ',', '!', '?', ':', ';']) && !next.is_joined && !is_short_form(&previous.lower)
            }
    };
    let last = (at + MOST_WORDS).min(holder.words.end);
    let mut end = (verb + 1..last).find(ends).unwrap_or(last);
    // `…, sourit Jean Roux, le maire. …`: who it is continues after the comma.
    let describes = !dashed
        && inside(end).is_some_and(|next| {
            let gap = cut.words.get(end - 1).map_or("", |previous| text.range(previous.end..next.start));
            gap.trim() == ","
                && (grammar.is_article(&next.lower) || lexicon.is_title(&next.lower) || lexicon.is_role(&next.lower))
        });
    if describes {
        end = (end + 1..last).find(ends).unwrap_or(end);
    }
    // Without a dash, nothing but the end shows that it was a report: `— It was cold, she said.`
    let is_last = inside(end)
        .is_none_or(|next| cut.words.get(end - 1).is_some_and(|previous| is_dash(text.range(previous.end..next.start))));
    if is_subject_first && !dashed && (!is_last || verb > at + 7) {
        return None;
    }
    let stop = gap.char_indices().rev().find(|(_, c)| matches!(c, '?' | '!' | '…')).map(|(at, c)| at + c.len_utf8());
    let first_end = stop.unwrap_or_else(|| gap.find([',', '—', '–', ' ', '\u{A0}']).unwrap_or(0));
    let first = quotation.outer.start().0..before.end + first_end;
    let mut spoken = vec![first];
    if let Some(next) = inside(end) {
        spoken.push(next.start..quotation.outer.end().0);
    }
    Some(InsertedClause { quotation: number, spoken, words: at..end })
}

/// A dash between spaces; typists and converters take a hyphen for it.
fn is_dash(gap: &str) -> bool {
    gap.contains(['—', '–']) || gap.contains(" - ")
}

fn inside_at(cut: &Cut, at: usize, quotation: u32) -> Option<&Word> {
    cut.words.get(at).filter(|word| word.quotation == quotation)
}
