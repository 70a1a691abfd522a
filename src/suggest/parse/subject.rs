//! Finds the subject of a cue: who, by the order of the words, is said to speak.

use std::ops::Range;

use super::cue::{Cue, CueKind};
use super::nouns::{is_evidence, is_said};
use super::phrase::{meant, mentions};
use super::report_nouns::holder;
use super::view::View;
use crate::suggest::grammar::words::{begins, phrase_at};
use crate::suggest::speakers::mentions::{Cast, Mention, Who};

/// The mention that is the subject of the cue. `clause` are the words of its reporting clause if it comes after.
pub(in crate::suggest) fn subject<'a>(
    view: &View<'_>,
    cast: &'a Cast,
    cue: &Cue,
    clause: Option<&Range<usize>>,
) -> Option<&'a Mention> {
    let reports = &view.grammar().reports;
    if cue.kind == CueKind::According {
        // `…, pour qui`: the source is before.
        if reports.whom.has(view.lower(cue.words.end.wrapping_sub(1))) {
            return before(view, cast, cue.words.start, view.sentence.words.start);
        }
        if view.is_break(cue.words.end) && cue.words.len() > 2 {
            return mentions(cast, cue.words.clone()).iter().find(|mention| matches!(mention.who, Who::Pronoun(_)));
        }
        let stop = stop_behind(view, cue.words.end, 14);
        let all = mentions(cast, cue.words.end..stop);
        let found = meant(view, cast, cue.words.end..stop).or_else(|| all.iter().find(|mention| !mention.is_quoted));
        return found.and_then(|found| of_whom(view, cast, found));
    }
    if cue.kind == CueKind::Noun {
        return holder(view, cast, cue);
    }
    let earlier =
        |also: &dyn Fn(&Cue) -> bool| view.cues.iter().rev().find(|other| other.words.end <= cue.words.start && also(other));
    if cue.is_loose() {
        // The subject of what comes before.
        if let Some(before) = earlier(&|other| other.kind != CueKind::According && !other.is_loose()) {
            return subject(view, cast, before, None);
        }
        return meant(view, cast, view.sentence.words.start..cue.words.start);
    }
    // `said that …, and recalled that …`: one subject for both.
    let joined = cue.words.start.checked_sub(1).and_then(|at| view.word(at));
    let joined = joined.is_some_and(|word| reports.coordinators.has(&word.lower) && word.quotation == 0);
    if joined && let Some(before) = earlier(&|other| other.kind != CueKind::According) {
        return subject(view, cast, before, None);
    }
    // `a-t-on appris auprès de deux sources`
    if cue.words.clone().any(|at| reports.impersonal.has(view.lower(at)))
        && let Some(length) = phrase_at(reports.impersonal_sources, cue.words.end, |at| view.lower(at))
    {
        let source = cue.words.end + length;
        return meant(view, cast, source..stop_behind(view, source, 10));
    }
    // `quoted Korn as saying`
    let quotes = begins(view.lower(cue.words.end.wrapping_sub(1)), reports.quote_stems);
    let saying =
        (cue.words.end + 1..cue.words.end + 8).find(|&at| phrase_at(reports.as_saying, at, |at| view.lower(at)).is_some());
    if let Some(saying) = saying.filter(|_| quotes) {
        return meant(view, cast, cue.words.end..saying);
    }
    // Inside the group: `a-t-il dit`.
    // Another word there is the verb itself, as `juge` in `la préfecture juge que …`.
    if let Some(inside) = mentions(cast, cue.words.clone()).iter().find(|mention| matches!(mention.who, Who::Pronoun(_))) {
        return Some(inside);
    }
    // Inverted: `said Korn`, `a déclaré la ministre`, `dit-il`.
    let starts_clause = view.is_break(cue.words.start) || cue.words.start == view.sentence.words.start;
    let quoted_before = cue.words.start.checked_sub(1).and_then(|at| view.word(at)).is_some_and(|word| word.quotation != 0);
    let told = reports.tell_finite.has(view.lower(cue.words.end.wrapping_sub(1)));
    let first = clause.map_or(cue.words.start, |clause| clause.start);
    let has_own = first < cue.words.start && meant(view, cast, first..cue.words.start).is_some();
    if (starts_clause || quoted_before) && !told && !has_own {
        let begins = view.word(cue.words.end).is_some_and(|word| {
            (!view.is_break(cue.words.end) || word.quotation != 0) && !view.lexicon.is_complementiser(&word.lower)
        });
        // When and where it was said may stand before who: `a déclaré jeudi à l'AFP le ministre`.
        let stop = stop_behind(view, cue.words.end, 16);
        // A clause of its own after the verb is what is said: `X, a guard, said the bridge would hold`.
        let is_clause = clause.is_none() && reports.drops_that && view.has_finite(cue.words.end..stop) && !quoted_before;
        // `X, of the institute, judges the data solid`: the subject is before, and no clause does.
        let is_nominal = clause.is_none()
            && reports.takes_objects
            && !quoted_before
            && !view.has_finite(view.sentence.words.start..cue.words.start)
            && meant(view, cast, view.sentence.words.start..cue.words.start).is_some();
        if begins
            && !is_clause
            && !is_nominal
            && let Some(found) = meant(view, cast, cue.words.end..stop)
        {
            return Some(found);
        }
    }
    // `Am Montag sagte Kern, …`: only where nobody is before the verb in its clause.
    if reports.verb_second && clause.is_none() {
        let start = (view.sentence.words.start..cue.words.start).rev().find(|&at| view.is_break(at));
        let start = start.unwrap_or(view.sentence.words.start);
        let end = stop_behind(view, cue.words.end, 8);
        let is_free = !view.is_break(cue.words.end) && meant(view, cast, start..cue.words.start).is_none();
        if is_free && let Some(found) = meant(view, cast, cue.words.end..end) {
            return Some(found);
        }
    }
    // Before the verb, in its clause.
    if first < cue.words.start
        && let Some(found) = meant(view, cast, first..cue.words.start)
    {
        return Some(found);
    }
    before(view, cast, cue.words.start, view.sentence.words.start)
        .or_else(|| meant(view, cast, cue.words.end..stop_behind(view, cue.words.end, 6)).filter(|_| starts_clause))
}

/// Whose the words are, when the mention is what somebody has said or found: `the figures of the office`. Nothing when
/// that is not told, and a person must have said it: `selon les déclarations rapportées`.
fn of_whom<'a>(view: &View<'_>, cast: &'a Cast, found: &'a Mention) -> Option<&'a Mention> {
    let Who::Role(words) = &found.who else { return Some(found) };
    if !words.iter().any(|word| is_evidence(word)) {
        return Some(found);
    }
    let head = (found.words.clone()).find(|&at| view.word(at).is_some_and(|word| is_evidence(&word.lower)))?;
    let near = head + 1..(head + 6).min(stop_behind(view, head, 6));
    let holder = mentions(cast, near).iter().find(|mention| !mention.is_quoted && !matches!(mention.who, Who::Pronoun(_)));
    holder.or_else(|| Some(found).filter(|_| !words.iter().any(|word| is_said(word))))
}

/// One past the last word of the phrase after `at`: a break ends it, but for a name between commas that follows a role.
fn stop_behind(view: &View<'_>, at: usize, reach: usize) -> usize {
    let end = view.sentence.words.end.min(at + reach);
    let next_break = |from: usize| (from..end).find(|&at| view.is_break(at)).unwrap_or(end);
    let first = next_break(at + 1);
    let named = first < end && view.word(first).is_some_and(|word| word.is_upper && word.quotation == 0);
    if named { next_break(first + 1) } else { first }
}

/// The subject of a verb at word `verb`, which is after it; `X, adviser to Y, said` and `X, who …, said` jump over what
/// is between commas.
fn before<'a>(view: &View<'_>, cast: &'a Cast, verb: usize, from: usize) -> Option<&'a Mention> {
    let mut stop = verb;
    let mut spare = None;
    for round in 0..6 {
        let start = (from..stop).rev().find(|&at| view.is_break(at)).unwrap_or(from);
        let opens = view.word(start).map_or("", |word| word.lower.as_str());
        let is_relative = view.grammar().reports.relative_openers.has(opens);
        // An apposition is right before the verb with a comma.
        let is_apposition = round == 0 && view.is_break(verb) && start > from;
        if !is_relative && start < stop {
            // After an earlier report in the same breath: `X said Y called it …`.
            let after_cue = view
                .cues
                .iter()
                .rev()
                .find(|other| other.words.end <= verb && other.words.start >= start && other.words.end <= stop)
                .map_or(start, |other| other.words.end);
            let found = meant(view, cast, after_cue..stop).or_else(|| meant(view, cast, start..stop));
            match found {
                // `the governor, Anna Korn, said`: the name is the apposition, and it is who is meant.
                Some(found) if is_apposition && !is_sole_name(cast, found, start..stop) => spare = spare.or(Some(found)),
                Some(found) => return Some(found),
                None => {
                    let any = mentions(cast, start..stop).iter().find(|mention| !mention.is_quoted);
                    spare = spare.or(any.filter(|_| !is_apposition));
                }
            }
        }
        if start == from {
            break;
        }
        stop = start;
    }
    spare
}

/// Whether the words are a person's name and nothing else.
fn is_sole_name(cast: &Cast, mention: &Mention, words: Range<usize>) -> bool {
    let is_person = matches!(mention.who, Who::Named(number) if cast.names.get(number).is_some_and(|named| named.is_person));
    is_person && mention.words.end >= words.end && mention.words.start <= words.start + 2
}

/// Who is named first in the words before a quotation that no verb reports: `His message was: “…”`.
pub(in crate::suggest) fn leader<'a>(view: &View<'_>, cast: &'a Cast, words: Range<usize>) -> Option<&'a Mention> {
    meant(view, cast, words)
}
