//! What is reported beside a phrase that names the source: `according to Korn, …`, `…, selon elle`.

use crate::suggest::parse::cue::Cue;
use crate::suggest::parse::reported::Reported;
use crate::suggest::parse::sentence::Word;
use crate::suggest::parse::view::View;

impl View<'_> {
    pub(in crate::suggest) fn according(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let first = self.sentence.words.start;
        let end = self.sentence.words.end;
        let next_break = |from: usize| (from..end).find(|&at| self.is_break(at));
        let source = cue.words.end;
        let reports = &self.grammar().reports;
        // `…, pour qui le pont tiendra`: the source is before.
        let is_before = reports.whom.has(self.lower(source.wrapping_sub(1)));
        if self.is_break(source) {
            return self.beside_closed(cue, number);
        }
        if !self.is_source(source) && !is_before {
            return None;
        }
        let mut after = next_break(source + 1);
        // `According to Anna Korn, head of the office, …`
        let fresh = |word: &Word| {
            reports.bare_apposition
                && !word.is_upper
                && word.quotation == 0
                && !self.is_article(&word.lower)
                && !self.lexicon.is_preposition(&word.lower)
                && self.lexicon.pronoun(&word.lower).is_none()
                && !self.lexicon.is_no_name(&word.lower)
                && !self.lexicon.opens_aside(&word.lower)
        };
        // `According to the head of the office, Anna Korn, …`
        let is_name = |at: usize| {
            let end = next_break(at + 1).filter(|&end| end - at <= 4);
            end.filter(|&end| {
                (at..end).all(|at| {
                    self.word(at)
                        .is_some_and(|word| word.is_upper && word.quotation == 0 && !self.lexicon.is_no_name(&word.lower))
                })
            })
        };
        if let Some(second) =
            after.filter(|&at| self.word(at.wrapping_sub(1)).is_some_and(|word| !word.is_upper)).and_then(is_name)
        {
            after = Some(second);
        } else if let Some(at) = after
            && self.word(at).is_some_and(fresh)
            && let Some(second) = next_break(at + 1)
        {
            after = Some(second);
        } else if let Some(at) = after
            && self.word(at).is_some_and(|word| {
                !word.is_upper
                    && (self.lexicon.is_title(&word.lower)
                        || self.lexicon.is_role(&word.lower)
                        || reports.apposition_openers.has(&word.lower))
            })
            && let Some(second) = next_break(at + 1)
        {
            after = Some(second);
        }
        if is_before {
            return self.reported_range(source, self.end_of_clause(source, number), "according to, behind", 0.6, 2);
        }
        let in_front = cue.words.start - first <= 3
            && cue.words.start <= first + 3
            && (first..cue.words.start).all(|at| self.word(at).is_some_and(|word| word.quotation == 0));
        if in_front && (cue.words.start == first || after.is_some()) {
            // `Laut Kern bleibt das Werk offen`: the verb ends the name of the source.
            let verb = |at: &usize| self.has_own_finite(*at..*at + 1);
            let second = (source + 1..after.unwrap_or(end)).find(verb).filter(|_| reports.verb_second);
            let start = second.or(after)?;
            let stop = self.end_of_clause(start, number);
            return self.reported_range(start, stop, "according to, before", 0.75, 2);
        }
        let start = self.content_start();
        let mut reported = self.reported_range(start, cue.words.start, "according to, after", 0.7, 2)?;
        let goes_on = after.filter(|&at| {
            self.word(at).is_some_and(|word| {
                word.quotation == 0
                    && !word.is_upper
                    && !self.is_conjunction(Some(word))
                    && self.lexicon.verb(&word.lower).is_none()
            }) && self.is_break(cue.words.start)
                && !self.cues.iter().any(|other| other.words.start >= at)
                && at - source <= 5
        });
        if let Some(at) = goes_on
            && let Some(rest) = self.reported_range(at, end, "", 0.0, 2)
        {
            reported.fragments.extend(rest.fragments);
            reported.rule = "according to, between";
        }
        Some(reported)
    }

    /// `In her view, the bridge will hold`, `the bridge, in her view, will hold`.
    fn beside_closed(&self, cue: &Cue, number: usize) -> Option<Reported> {
        let first = self.sentence.words.start;
        let in_front = cue.words.start <= first + 3 && !self.has_finite(first..cue.words.start);
        if in_front {
            let end = self.end_of_clause(cue.words.end, number);
            return self.reported_range(cue.words.end, end, "according to, before", 0.75, 2);
        }
        let mut reported = self.reported_range(self.content_start(), cue.words.start, "according to, after", 0.7, 2)?;
        if let Some(rest) = self.reported_range(cue.words.end, self.sentence.words.end, "", 0.0, 2) {
            reported.fragments.extend(rest.fragments);
            reported.rule = "according to, between";
        }
        Some(reported)
    }

    /// Whether somebody or something that can speak follows `according to`; else it says what something depends on.
    fn is_source(&self, at: usize) -> bool {
        let end = (at + 1..self.sentence.words.end).find(|&at| self.is_break(at)).unwrap_or(self.sentence.words.end);
        let speaks = |word: &Word| {
            word.is_upper
                || word.quotation != 0
                || self.lexicon.is_role(&word.lower)
                || self.lexicon.is_title(&word.lower)
                || self.lexicon.pronoun(&word.lower).is_some()
        };
        self.grammar().reports.any_source || (at..end.min(at + 7)).any(|at| self.word(at).is_some_and(speaks))
    }
}
