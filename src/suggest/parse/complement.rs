//! Finds where the reported words begin after a cue that takes no `that`: `urged them to | …`, `dit | vouloir …`.

use super::cue::Cue;
use super::view::View;
use crate::suggest::grammar::reports::Infinitives;
use crate::suggest::grammar::words::{begins, ends};
use crate::suggest::lexicon::word_class::Takes;

/// How far after the cue it is looked for, in words.
const REACH: usize = 10;

impl View<'_> {
    /// The first word of what is asked, promised or said of oneself, and the rule that found it.
    pub fn infinitive(&self, cue: &Cue) -> Option<(usize, &'static str)> {
        let reports = &self.grammar().reports;
        let last = self.word(cue.words.end.checked_sub(1)?)?;
        let asks = || cue.words.clone().any(|at| begins(self.lower(at), reports.asking_stems));
        let reach = || {
            let end = (cue.words.end + REACH).min(self.sentence.words.end);
            let end = (cue.words.end + 1..end).find(|&at| self.is_break(at) && !self.is_quoted(at)).unwrap_or(end);
            cue.words.end..end
        };
        let prepositions = || reports.preposition_stems.iter().filter(|(stem, _)| last.lower.starts_with(stem));
        let first_preposition = prepositions().next().map_or("", |(_, preposition)| *preposition);
        if let Some(at) = reach().find(|&at| prepositions().any(|(_, preposition)| self.lower(at) == *preposition))
            && !(reports.not_before_infinitive.has(first_preposition) && self.is_infinitive_form(at + 1))
        {
            return Some((at + 1, "behind a preposition"));
        }
        let negated = |at: usize| usize::from(at > cue.words.end && self.grammar().verbs.negation.has(self.lower(at - 1)));
        match reports.infinitives {
            Infinitives::None => None,
            Infinitives::ByEnding => {
                let begin = cue.words.end + usize::from(self.is_day(cue.words.end));
                let first = self.skip_clitics(begin);
                if cue.takes() != Some(Takes::Words) && self.is_infinitive(first) {
                    return Some((begin, "infinitive"));
                }
                if !asks() {
                    return None;
                }
                let is_mark = |at: usize| reports.infinitive_marks.has(self.lower(at));
                let of = reach().find(|&at| is_mark(at) && self.is_infinitive(self.skip_clitics(at + 1)))?;
                Some((of + 1, "infinitive"))
            }
            Infinitives::AfterAsking => {
                if asks()
                    && let Some(at) = reach().find(|&at| self.is_infinitive_form(at))
                {
                    return Some((at - negated(at), "infinitive"));
                }
                let first = cue.words.end + usize::from(self.lexicon.is_adverb(self.lower(cue.words.end)));
                reports.topic_prepositions.has(self.lower(first)).then_some((first + 1, "behind a preposition"))
            }
            Infinitives::Marked => {
                if !asks() {
                    return None;
                }
                let to = reach().find(|&at| reports.infinitive_marks.has(self.lower(at)) && self.is_verb_after_mark(at + 1))?;
                let between = cue.words.end..to;
                let has_subject = between.clone().any(|at| reports.clause_subjects.has(self.lower(at)));
                (!has_subject && !self.has_finite(between)).then_some((to - negated(to), "infinitive"))
            }
        }
    }

    pub fn is_day(&self, at: usize) -> bool {
        self.grammar().reports.days.has(self.lower(at))
    }

    fn skip_clitics(&self, mut at: usize) -> usize {
        let clitics = &self.grammar().reports.clitics;
        let is = |at: usize| {
            self.word(at)
                .is_some_and(|word| !word.after_break && (clitics.has(&word.lower) || self.lexicon.is_adverb(&word.lower)))
        };
        while is(at) {
            at += 1;
        }
        at
    }

    /// Whether the word is an infinitive by its ending, and no noun or adjective that ends so too.
    fn is_infinitive(&self, at: usize) -> bool {
        let reports = &self.grammar().reports;
        let Some(word) = self.word(at).filter(|word| !word.is_upper && !word.after_break || word.quotation != 0) else {
            return false;
        };
        let lower = word.lower.as_str();
        let before = at.checked_sub(1).map_or("", |at| self.lower(at));
        // An article that is a clitic pronoun as well says nothing.
        let nominal = reports.before_noun_infinitives.has(before);
        let could_be_clitic = reports.clitics.has(before);
        lower.chars().count() > 3
            && ends(lower, reports.infinitive_endings)
            && (!reports.not_infinitives.has(lower) || reports.noun_infinitives.has(lower) && !nominal)
            && (!nominal || could_be_clitic)
            && (!ends(lower, reports.not_infinitive_endings) || reports.surely_infinitives.has(lower))
    }

    fn is_infinitive_form(&self, at: usize) -> bool {
        let lower = self.lower(at);
        lower.chars().count() > 3 && ends(lower, self.grammar().reports.infinitive_endings)
    }

    /// After the mark of an infinitive: no name, no article, no pronoun, as in `told to reporters`.
    fn is_verb_after_mark(&self, at: usize) -> bool {
        let reports = &self.grammar().reports;
        self.word(at).is_some_and(|word| {
            let lower = word.lower.as_str();
            !word.is_upper
                && !self.is_article(lower)
                && self.lexicon.pronoun(lower).is_none()
                && !self.lexicon.opens_aside(lower)
                && !reports.not_after_mark.has(lower)
                && !lower.ends_with('s')
                || reports.surely_infinitives.has(lower)
        })
    }
}
