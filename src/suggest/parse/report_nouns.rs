//! Finds nouns that report: `his warning that …`, `the claim by Korn that …`, `l’affirmation de Korn selon laquelle …`.

use super::clause::{Reported, View};
use super::cues::{Cue, CueKind};
use super::finite::is_finite;
use super::phrase::{meant, mentions};
use super::sentence::{Sentence, Word};
use crate::suggest::lexicon::Lexicon;
use crate::suggest::lexicon::word_list::WordList;
use crate::suggest::speakers::mentions::{Cast, Mention, Who};

/// So many words may stand between the noun and what is reported.
const REACH: usize = 9;

static NOUNS: WordList = WordList::new(
    "claim claims warning warnings suggestion suggestions allegation allegations accusation accusations assertion assertions \
    assessment statement statements announcement complaint complaints fear fears concern concerns promise promises pledge pledges \
    view belief argument arguments conclusion prediction predictions denial insistence admission remark remarks comment comments \
    declaration contention reminder confirmation assurance assurances threat threats hope hopes demand demands \
    affirmation affirmations accusation accusations annonce avertissement crainte craintes déclaration déclarations allégation \
    allégations rumeur rumeurs thèse théorie argument arguments promesse idée informations information critiques critique",
);

/// The noun at word `at`, outside of quotations, when a clause with `that` or `selon laquelle` hangs on it.
pub(in crate::suggest) fn report_noun(words: &[Word], sentence: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Cue> {
    words.get(at).filter(|word| word.quotation == 0 && !word.is_upper && NOUNS.has(&word.lower))?;
    let cue = Cue { words: at..at + 1, kind: CueKind::Noun };
    content(words, sentence, lexicon, &cue).map(|_| cue)
}

/// Number of the first word that is reported behind the noun.
fn content(words: &[Word], sentence: &Sentence, lexicon: &Lexicon, cue: &Cue) -> Option<usize> {
    let word = |at: usize| words.get(at).filter(|_| sentence.words.contains(&at));
    let lower = |at: usize| word(at).map_or("", |word| word.lower.as_str());
    let french = lexicon.language == "fr";
    let opens = |at: usize| {
        if french {
            lower(at) == "selon" && matches!(lower(at + 1), "laquelle" | "lequel" | "lesquelles" | "lesquels")
        } else {
            lower(at) == "that"
        }
    };
    let ends = |at: &usize| {
        let near = *at == cue.words.end || opens(*at);
        word(*at).is_none_or(|word| {
            word.after_break && !near || lexicon.verb(&word.lower).is_some() || !near && is_finite(&word.lower, &lexicon.language)
        })
    };
    let that = (cue.words.end..cue.words.end + REACH).take_while(|at| !ends(at)).find(|&at| opens(at))?;
    // `the claim | by Korn | that …`: behind other words than whose it is, `that` belongs to them.
    let is_whose = that == cue.words.end
        || matches!(
            lower(cue.words.end),
            "by" | "of" | "from" | "in" | "on" | "to" | "made" | "de" | "du" | "des" | "d'" | "par"
        );
    let start = that + 1 + usize::from(french);
    // `the claim that was made`
    let is_relative = word(start).is_none_or(|word| word.quotation == 0 && is_finite(&word.lower, &lexicon.language));
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
    let lower = |at: usize| view.word(at).map_or("", |word| word.lower.as_str());
    let (at, first) = (cue.words.start, view.sentence.words.start);
    let near = at.saturating_sub(4).max(first)..at;
    let of = near.clone().rev().take_while(|&at| !view.is_break(at + 1)).find(|&at| matches!(lower(at), "s" | "'s" | "’s"));
    let whose = of.and_then(|of| mentions(cast, first..of).iter().rev().find(|mention| mention.words.end == of));
    let pronoun = || {
        mentions(cast, near.clone()).iter().rev().find(|mention| {
            matches!(mention.who, Who::Pronoun(_)) && matches!(lower(mention.words.start), "his" | "her" | "their")
        })
    };
    let behind = || {
        let by = cue.words.end;
        matches!(lower(by), "by" | "of" | "from" | "de" | "du" | "des" | "d'" | "par").then(|| {
            let stop =
                (by + 1..by + REACH).find(|&at| view.is_break(at) || matches!(lower(at), "that" | "selon")).unwrap_or(by + REACH);
            meant(view, cast, by + 1..stop)
        })?
    };
    whose.or_else(pronoun).or_else(behind).or_else(|| meant(view, cast, first..at))
}
