//! Turns quotations into suggestions: speech with its cue, both halves of a quote that a reporting clause parts, the
//! paragraphs of a long one.

use std::ops::Range;

use crate::suggest::lexicon::word_class::Takes;
use crate::suggest::parse::cue::CueKind;
use crate::suggest::parse::view::View;
use crate::suggest::quotation_marks::quotation::{Kind, Quotation};
use crate::suggest::quotation_marks::quotation_kind::QuotationKind;

/// How a quotation of a sentence is reported.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Direct {
    /// Places in the list of quotations of the view.
    pub quotations: Vec<usize>,
    /// Number of its cue in the sentence.
    pub cue: Option<usize>,
    /// Words of the sentence around it, not set off: `called it “dead”`.
    pub is_embedded: bool,
    pub rule: &'static str,
    pub score: f32,
}

impl View<'_> {
    /// The quotations of the sentence that are speech, or that a cue attributes. `range` are their places in the list.
    pub fn direct(&self, range: Range<usize>) -> Vec<Direct> {
        let mut found: Vec<Direct> = Vec::new();
        for at in range {
            let Some(quotation) = self.quotations.get(at) else { continue };
            let direct = self.one(at, quotation);
            if let (Some(last), Some(direct)) = (found.last_mut(), &direct)
                && let Some(joined) = self.joined(last, direct)
            {
                *last = joined;
                continue;
            }
            found.extend(direct);
        }
        found
    }

    fn one(&self, at: usize, quotation: &Quotation) -> Option<Direct> {
        let (start, end) = (quotation.outer.start().0, quotation.outer.end().0);
        let before = self.text.range(self.sentence.start..start).trim_end();
        let after = self.text.range(end..self.sentence.end).trim_start_matches(['\u{A0}', ' ']);
        let sets_off = before.is_empty() || before.ends_with([':', '—', '–', '|', '(']) || self.follows_cue(start);
        let after_comma = before.ends_with(',') && self.cue_before(start).is_some();
        let inner = self.text.slice(quotation.inner);
        // `“It holds,”` at the beginning: the comma inside says that a report follows.
        let is_closed = before.is_empty() && inner.ends_with([',', '!', '?', '…']) && !after.is_empty();
        let heads = before.is_empty() && after.starts_with(':');
        let ends_off = after.is_empty()
            || is_closed
            || after.starts_with([',', '.', ';', '—', '–', '!', '?', ')', '(', '|', ':'])
            || self.cue_after(end).is_some_and(|(_, near)| near);
        let near_after = self.cue_after(end);
        let cue = match (near_after, self.cue_before(start)) {
            (Some((cue, true)), _)
                if before.is_empty() || quotation.inner.end().0 < end && ends_clause(self.text.slice(quotation.inner), after) =>
            {
                Some(cue)
            }
            (_, Some(cue)) if !before.is_empty() => Some(cue),
            (Some((cue, near)), _) if near || before.is_empty() => Some(cue),
            (_, before) => before,
        };
        // `In her eyes, “it was a mistake”.`: a clause of its own.
        let is_clause = before.ends_with(',') && self.speaks(at);
        // `warned it “won't be cheap”`: a part of the reported clause, though it is alone.
        let is_part = !before.is_empty() && !before.ends_with([':', '—', '–']) && self.is_predicate(at);
        let is_embedded = !((sets_off || after_comma || is_clause) && ends_off) || is_part;
        let speech = quotation.likely == QuotationKind::Speech || heads;
        if !speech && cue.is_none() || self.is_named(at, quotation, before, after) {
            return None;
        }
        if quotation.likely == QuotationKind::Title && is_embedded {
            return None;
        }
        // A dash alone opens lists as well: it is speech when it sounds like it, or a report parts it.
        let inner_speech = inner.ends_with(['?', '!']) || self.grammar().reports.dash_is_speech && inner.ends_with(['.', '…']);
        if quotation.kind == Kind::OpenDash && cue.is_none() && !inner_speech && !self.is_parted(at) {
            return None;
        }
        let is_long = quotation.inner.byte_len() >= 30;
        let (rule, score) = match (cue, is_embedded) {
            (Some(_), false) => ("quotation with a cue", 0.95),
            (Some(_), true) => ("words in marks with a cue", 0.6),
            (None, false) if is_long => ("quotation", 0.7),
            (None, _) if is_long && self.speaks(at) => ("quotation in a sentence", 0.5),
            _ if before.is_empty() && (after.is_empty() || heads) => ("quotation", 0.5),
            _ => return None,
        };
        Some(Direct { quotations: vec![at], cue, is_embedded, rule, score })
    }

    /// Whether the quotation has a finite verb.
    fn speaks(&self, number: usize) -> bool {
        let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        self.sentence
            .words
            .clone()
            .filter_map(|at| self.word(at))
            .any(|word| word.quotation == number && self.grammar().verbs.is_finite(&word.lower))
    }

    /// Whether the quotation is a part of a clause: it begins small, and with a verb or has none.
    fn is_predicate(&self, number: usize) -> bool {
        let place = u32::try_from(number + 1).unwrap_or(u32::MAX);
        let first = self.sentence.words.clone().filter_map(|at| self.word(at)).find(|word| word.quotation == place);
        first.is_some_and(|first| !first.is_upper && (self.grammar().verbs.is_finite(&first.lower) || !self.speaks(number)))
    }

    /// Whether a reporting clause is inside the quotation, whose words it has given back to the sentence.
    fn is_parted(&self, number: usize) -> bool {
        let Some(quotation) = self.quotations.get(number) else { return false };
        let (start, end) = (quotation.outer.start().0, quotation.outer.end().0);
        self.sentence
            .words
            .clone()
            .any(|at| self.word(at).is_some_and(|word| word.quotation == 0 && start < word.start && word.end <= end))
    }

    /// Whether the marks hold a name and no words: an outlet, a company, where a language sets them in marks.
    fn is_named(&self, number: usize, quotation: &Quotation, before: &str, after: &str) -> bool {
        let inner = self.text.slice(quotation.inner);
        let count = inner.split_whitespace().count();
        let is_short = (count <= 3 || count <= 6 && !self.speaks(number)) && !inner.ends_with([',', '.', '!', '?', '…']);
        let starts_upper = inner.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let set_off = before.ends_with([':', '—', '–', '-'])
            || before.is_empty() && (after.is_empty() || after.starts_with([',', ':', '—', '–']));
        self.grammar().reports.names_in_marks && is_short && starts_upper && !set_off
    }

    /// One quote of two halves, when the second follows the reporting clause of the first.
    fn joined(&self, first: &Direct, second: &Direct) -> Option<Direct> {
        self.cues.first()?;
        let last = *first.quotations.last()?;
        let (a, b) = (self.quotations.get(last)?, self.quotations.get(*second.quotations.first()?)?);
        let between = self.text.range(a.outer.end().0..b.outer.start().0);
        let cues = self.cues.iter().enumerate().filter(|(_, cue)| {
            self.word(cue.words.start).is_some_and(|word| a.outer.end().0 <= word.start && word.start < b.outer.start().0)
        });
        let cues: Vec<usize> = cues.map(|(number, _)| number).collect();
        let words = self
            .sentence
            .words
            .clone()
            .filter(|&at| self.word(at).is_some_and(|word| a.outer.end().0 <= word.start && word.end <= b.outer.start().0));
        let parted = between.trim_end().ends_with([':', '.']) && cues.len() != 1 || between.trim_end().ends_with(':');
        let ok = cues.len() == 1
            && words.count() <= 25
            && !parted
            && !first.is_embedded
            && between.trim_end().ends_with([',', '.', '—', '–', ';']);
        ok.then(|| Direct {
            quotations: [first.quotations.as_slice(), second.quotations.as_slice()].concat(),
            cue: first.cue.or(cues.first().copied()),
            is_embedded: false,
            rule: "quotation in two parts",
            score: 0.95,
        })
    }

    /// Whether a cue is directly before the byte `start`.
    fn follows_cue(&self, start: usize) -> bool {
        self.cues.iter().any(|cue| {
            self.word(cue.words.end.wrapping_sub(1))
                .is_some_and(|word| word.end <= start && self.text.range(word.end..start).trim().is_empty())
                && cue.kind != CueKind::According
                && cue.takes() != Some(Takes::Words)
        })
    }

    /// The first cue after the byte `end`, before the next quotation; and whether only its subject is between.
    fn cue_after(&self, end: usize) -> Option<(usize, bool)> {
        self.cues.first()?;
        let own = self.words.get(self.sentence.words.clone())?;
        let first = self.sentence.words.start + own.partition_point(|word| word.start < end);
        self.word(first)?;
        let next = (first..self.sentence.words.end)
            .find(|&at| self.word(at).is_some_and(|word| word.quotation != 0))
            .unwrap_or(self.sentence.words.end);
        let (number, cue) = self.cues.iter().enumerate().find(|(_, cue)| cue.words.start >= first && cue.words.end <= next)?;
        let distance = cue.words.start - first;
        if distance > 20 {
            return None;
        }
        let breaks = (first + 1..=cue.words.start).filter(|&at| self.is_break(at)).count();
        let near = distance <= 6 && breaks == 0 || distance <= 18 && breaks == 2;
        Some((number, near))
    }

    /// The last cue before the byte `start`, after the quotation before it.
    fn cue_before(&self, start: usize) -> Option<usize> {
        let cue =
            self.cues.iter().rposition(|cue| self.word(cue.words.end.wrapping_sub(1)).is_some_and(|word| word.end <= start))?;
        let from = self.cues.get(cue)?.words.end;
        let hidden =
            (from..self.sentence.words.end).any(|at| self.word(at).is_some_and(|word| word.start < start && word.quotation != 0));
        (!hidden).then_some(cue)
    }
}

fn ends_clause(inner: &str, after: &str) -> bool {
    inner.ends_with([',', '.', '!', '?', '…']) || after.starts_with(',')
}
