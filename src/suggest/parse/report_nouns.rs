//! Finds nouns that report: `his warning that …`, `the claim by Korn that …`, `l’affirmation de Korn selon laquelle …`.

use super::cue::{Cue, CueKind};
use super::phrase::{meant, mentions};
use super::reported::Reported;
use super::sentence::{Sentence, Word};
use super::view::View;
use crate::suggest::grammar::words::phrase_at;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::speakers::mentions::{Cast, Mention, Who};

/// Most words between the noun and what it reports.
const REACH: usize = 9;

/// The noun at word `at`, outside of quotations, if it has a clause with `that` or `selon laquelle`.
pub(in crate::suggest) fn report_noun(words: &[Word], sentence: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Cue> {
    words.get(at).filter(|word| word.quotation == 0 && !word.is_upper && lexicon.grammar().reports.nouns.has(&word.lower))?;
    let cue = Cue { words: at..at + 1, kind: CueKind::Noun };
    content(words, sentence, lexicon, &cue).map(|_| cue)
}

/// Number of the first word that is reported after the noun.
fn content(words: &[Word], sentence: &Sentence, lexicon: &Lexicon, cue: &Cue) -> Option<usize> {
    let word = |at: usize| words.get(at).filter(|_| sentence.words.contains(&at));
    let lower = |at: usize| word(at).map_or("", |word| word.lower.as_str());
    let (reports, verbs) = (&lexicon.grammar().reports, &lexicon.grammar().verbs);
    let opens = |at: usize| phrase_at(reports.noun_that, at, lower);
    let ends = |at: &usize| {
        let near = *at == cue.words.end || opens(*at).is_some();
        word(*at).is_none_or(|word| {
            word.after_break && !near || lexicon.verb(&word.lower).is_some() || !near && verbs.is_finite(&word.lower)
        })
    };
    let (that, length) =
        (cue.words.end..cue.words.end + REACH).take_while(|at| !ends(at)).find_map(|at| Some((at, opens(at)?)))?;
    // `the claim | by Korn | that …`: after other words than whose it is, `that` belongs to them.
    let is_whose = that == cue.words.end || reports.noun_links.has(lower(cue.words.end));
    let start = that + length;
    // `the claim that was made`
    let is_relative = word(start).is_none_or(|word| word.quotation == 0 && verbs.is_finite(&word.lower));
    (is_whose && !is_relative).then_some(start)
}

impl View<'_> {
    /// What hangs on a noun that reports.
    pub(in crate::suggest) fn behind_noun(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let start = content(self.words, self.sentence, self.lexicon, cue)?;
        let end = self.end_of_clause(start, number);
        self.reported_range(start, end, "behind a noun", 0.5, 3).filter(|_| self.has_finite(start..end))
    }
}

/// Whose the noun is: `Korn’s claim`, `her claim`, `the claim by Korn`; else the subject before it.
pub(in crate::suggest) fn holder<'a>(view: &View<'_>, cast: &'a Cast, cue: &Cue) -> Option<&'a Mention> {
    let reports = &view.grammar().reports;
    let (at, first) = (cue.words.start, view.sentence.words.start);
    let near = at.saturating_sub(4).max(first)..at;
    let of = near.clone().rev().take_while(|&at| !view.is_break(at + 1)).find(|&at| reports.possessive_marks.has(view.lower(at)));
    let whose = of.and_then(|of| mentions(cast, first..of).iter().rev().find(|mention| mention.words.end == of));
    let pronoun = || {
        mentions(cast, near.clone()).iter().rev().find(|mention| {
            matches!(mention.who, Who::Pronoun(_)) && reports.possessive_pronouns.has(view.lower(mention.words.start))
        })
    };
    let behind = || {
        let by = cue.words.end;
        reports.noun_holders.has(view.lower(by)).then(|| {
            let stop = (by + 1..by + REACH)
                .find(|&at| view.is_break(at) || reports.noun_that.iter().any(|phrase| phrase.first() == Some(&view.lower(at))))
                .unwrap_or(by + REACH);
            meant(view, cast, by + 1..stop)
        })?
    };
    whose.or_else(pronoun).or_else(behind).or_else(|| meant(view, cast, first..at))
}
