//! Finds what a cue reports: after its complementiser, directly after it, or before it in the sentence.

use super::cue::{Cue, CueKind};
use super::reported::Reported;
use super::sentence::Word;
use super::view::View;
use crate::suggest::grammar::reports::Follows;
use crate::suggest::lexicon::word_class::Takes;

impl View<'_> {
    /// What cue number `number` of the sentence reports, outside of mere direct quotations.
    pub fn reported(&self, number: usize) -> Option<Reported> {
        let cue = self.cues.get(number)?;
        if cue.kind == CueKind::According {
            return self.according(cue, number);
        }
        if cue.kind == CueKind::Noun {
            return self.behind_noun(cue, number);
        }
        if cue.takes() == Some(Takes::Marks) {
            return self.marked(cue);
        }
        self.after_opening_clause(cue, number)
            .or_else(|| self.around(cue))
            .or_else(|| self.clause_after(cue, number))
            .or_else(|| self.clause_before(cue))
    }

    /// Where a clause ends that begins at word `start`: before the next report, or with the sentence. A word number.
    pub(in crate::suggest) fn end_of_clause(&self, start: usize, number: usize) -> usize {
        let end = self.end_before_report(start, number);
        // What the narrator sets beside it.
        let is_aside = |at: usize| {
            let Some(word) = self.word(at).filter(|word| word.quotation == 0) else { return false };
            let gap = self.word(at.wrapping_sub(1)).map_or("", |before| self.text.range(before.end..word.start));
            gap.starts_with(';') || word.after_break && self.opens_aside(at)
        };
        (start + 2..end).find(|&at| is_aside(at)).unwrap_or(end)
    }

    /// Whether the narrator continues at word `at`, after a break: `…, while adding …`.
    fn opens_aside(&self, at: usize) -> bool {
        let next = self.lower(at + 1);
        self.grammar().clauses.narrator_asides.iter().filter(|(first, _)| *first == self.lower(at)).any(|(_, follows)| {
            match follows {
                Follows::Anything => true,
                Follows::Word(words) => words.contains(&next),
                Follows::Ending(ending) => next.ends_with(ending),
            }
        })
    }

    /// The same without regard to what else ends a clause.
    fn end_before_report(&self, start: usize, number: usize) -> usize {
        for cue in self.cues.iter().skip(number + 1).filter(|cue| cue.words.start > start) {
            let at = cue.words.start;
            if (cue.is_loose() || cue.kind == CueKind::According) && self.is_break(at) {
                return at;
            }
            // `attacks that he calls …`
            let is_object = self.cues.get(number).is_some_and(|cue| cue.takes() == Some(Takes::Words));
            let relative = (at.saturating_sub(2).max(start + 1)..at)
                .find(|&before| self.grammar().clauses.relatives.has(self.lower(before)));
            if let Some(relative) = relative.filter(|_| is_object) {
                return relative;
            }
            // `…, and he warned`, `… et a ajouté`
            let joined = (at.saturating_sub(3).max(start + 1)..at).rev().find(|&before| {
                self.word(before)
                    .is_some_and(|word| self.grammar().clauses.report_conjunctions.has(&word.lower) && word.quotation == 0)
            });
            if let Some(joined) = joined {
                let subject_is_short = (joined + 1..at).all(|between| {
                    self.word(between).is_some_and(|w| {
                        w.is_upper
                            || self.lexicon.pronoun(&w.lower).is_some()
                            || self.lexicon.is_adverb(&w.lower)
                            || self.grammar().verbs.negation.has(&w.lower)
                    })
                });
                if subject_is_short {
                    return joined;
                }
            }
            // `…, he said`
            if let Some(clause) = self.reporting_clause(cue)
                && clause.start > start
                && self.ends_sentence(cue)
            {
                return clause.start;
            }
        }
        self.sentence.words.end
    }

    /// Whether nothing but a subject or an aside follows the cue in its sentence.
    fn ends_sentence(&self, cue: &Cue) -> bool {
        let rest = self.sentence.words.end.saturating_sub(cue.words.end);
        rest == 0 || self.is_break(cue.words.end) || rest < 12 && self.complementiser(cue).is_none()
    }

    /// The first word of the sentence that can belong to content: not a conjunction that opens it.
    pub(in crate::suggest) fn content_start(&self) -> usize {
        let first = self.sentence.words.start;
        let clauses = &self.grammar().clauses;
        let opens = clauses.sentence_openers.has(self.lower(first));
        // `Meanwhile, …`: it binds the sentence to the one before.
        let binds = self.is_break(first + 1) && clauses.binders.has(self.lower(first));
        first + usize::from(opens || binds)
    }

    /// The bytes from word `start` to before word `end`, with the marks of the quotations it touches.
    pub(in crate::suggest) fn reported_range(
        &self,
        start: usize,
        end: usize,
        rule: &'static str,
        score: f32,
        fewest: usize,
    ) -> Option<Reported> {
        let last = end.checked_sub(1).filter(|&last| last >= start)?;
        let (first_word, last_word) = (self.word(start)?, self.word(last)?);
        let (mut from, mut to) = (first_word.start, last_word.end);
        let touching = |word: &Word| (word.quotation as usize).checked_sub(1).and_then(|number| self.quotations.get(number));
        if let Some(quotation) = touching(first_word) {
            from = quotation.outer.start().0;
        }
        if let Some(quotation) = touching(last_word) {
            to = quotation.outer.end().0;
        }
        // What the narrator adds after the quoted end of a clause is not reported.
        let inside = |from: usize, to: usize| {
            let first = self.quotations.partition_point(|quotation| quotation.outer.start().0 < from);
            let last = self.quotations.partition_point(|quotation| quotation.outer.end().0 <= to);
            self.quotations.get(first..last).unwrap_or_default()
        };
        let tail = inside(from, to).last().filter(|quotation| quotation.outer.end().0 < to);
        if rule == "that-clause"
            && let Some(quotation) = tail
            && self.text.range(quotation.outer.end().0..to).starts_with(',')
            && !(start..end).any(|at| {
                self.word(at).is_some_and(|word| {
                    word.start > quotation.outer.end().0 && self.is_conjunction(Some(word)) && word.after_break
                })
            })
        {
            to = quotation.outer.end().0;
        }
        let rest = self.text.range(to..self.sentence.end);
        let spaced = [" %", "\u{A0}%", "\u{202F}%", " €", "\u{A0}€"]
            .iter()
            .find(|unit| rest.starts_with(**unit))
            .map_or(0, |unit| unit.len());
        let closing = spaced + rest.chars().take_while(|c| matches!(c, ')' | '%' | '€' | '$')).map(char::len_utf8).sum::<usize>();
        let opened = self.text.range(from..to).contains('(') || !rest.starts_with(')');
        let to = if opened { to + closing } else { to };
        let has_quotation = !inside(from, to).is_empty();
        (has_quotation || end - start >= fewest).then(|| Reported {
            fragments: std::iter::once(from..to).collect(),
            rule,
            score,
            clause: None,
        })
    }
}
