//! Proposes claims: the clauses of what is quoted, and of the narrator's own sentences that can be checked.

use std::ops::Range;

use super::suggestion::{QuoteKind, Suggestion};
use crate::suggest::parse::clauses::{Clauses, is_date, is_figure, is_pronoun};
use crate::suggest::parse::reading::Reading;
use crate::suggest::parse::sentence::{Sentence, Word};
use crate::text::{ByteOffset, Span, Text, sentence_at};

/// Longest sentence that is cut into claims, in words: what is longer is no prose.
const LONGEST: usize = 200;

impl Reading<'_> {
    /// Proposes claims, in text order. `quotes` are the quotes that are proposed for the same text: what is claimed in one
    /// carries its speakers; a claim without speakers is the article's own.
    #[must_use]
    pub fn claims(&self, quotes: &[Suggestion]) -> Vec<Suggestion> {
        let mut claims: Vec<Suggestion> = Vec::new();
        // Where a report is no clause (`called for talks`), the report itself is what can be checked.
        let mut quoted: Vec<Span> = Vec::new();
        for quote in quotes {
            let found = self.quoted(quote);
            if !found.is_empty() || quote.kind == QuoteKind::Direct {
                quoted.extend(&quote.fragments);
            }
            claims.extend(found);
        }
        quoted.sort_unstable();
        let mut goes_on = None;
        for sentence in &self.cut.sentences {
            let found = self.narrated(sentence, &quoted, goes_on == Some(sentence.paragraph));
            goes_on = (!found.is_empty()).then_some(sentence.paragraph);
            claims.extend(found);
        }
        let extent = |claim: &Suggestion| claim.fragments.first().map(|span| (span.start(), std::cmp::Reverse(span.end())));
        claims.sort_by_key(extent);
        claims.dedup_by(|later, earlier| later.fragments == earlier.fragments);
        claims
    }
}

/// The rule of claims that are read off a quote.
pub(in crate::suggest) const CLAUSE_OF_QUOTE: &str = "clause of a quote";

/// The words of a quotation without its marks and the comma before the closing one; any other words as they are.
#[must_use]
pub fn unmarked(text: &Text, span: Span) -> Span {
    const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '‹', '›', '‘', '’', '\'', '`', '´', '—', '–'];
    let words = text.slice(span);
    let inside = words.trim_start_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
    let bare = inside.trim_end_matches(|c: char| MARKS.contains(&c) || c.is_whitespace() || matches!(c, ',' | '.' | ';'));
    // Marks at one end only, or more of them inside, stand around a part of the words.
    let around = inside.len() < words.len() && inside.trim_end_matches([',', '.', ';', ' ']).ends_with(MARKS);
    let whole = around && !bare.contains(['"', '“', '”', '„', '«', '»']);
    let dashed = words.starts_with(['—', '–']) && inside.len() < words.len();
    if !whole && !dashed {
        return span;
    }
    let start = span.start().0 + (words.len() - inside.len());
    Span::new(text, ByteOffset(start), ByteOffset(start + bare.len())).unwrap_or(span)
}

impl Reading<'_> {
    /// The claims of a quote: those of each fragment, or all fragments as one when the second is no clause of its own.
    fn quoted(&self, quote: &Suggestion) -> Vec<Suggestion> {
        let text = self.material.text;
        let bare: Vec<Span> = quote.fragments.iter().map(|span| unmarked(text, *span)).collect();
        let each: Vec<Vec<Span>> = bare.iter().map(|span| self.clauses(*span)).collect();
        let make = |fragments: Vec<Span>| Suggestion {
            fragments,
            cue: None,
            rule: CLAUSE_OF_QUOTE,
            score: quote.score * 0.8,
            ..quote.clone()
        };
        if bare.iter().skip(1).any(|span| !self.begins_clause(*span)) {
            return if each.iter().all(Vec::is_empty) { Vec::new() } else { vec![make(bare)] };
        }
        each.into_iter().flatten().map(|span| make(vec![span])).collect()
    }

    /// The clauses of quoted words, sentence by sentence; questions claim nothing.
    fn clauses(&self, span: Span) -> Vec<Span> {
        let text = self.material.text;
        let mut found = Vec::new();
        let mut at = span.start();
        while at < span.end() {
            let Some(sentence) = sentence_at(text, at) else { break };
            let end = sentence.end().min(span.end());
            if end <= at {
                break;
            }
            if !text.range(at.0..end.0).trim_end().ends_with('?') {
                found.extend(self.cut_up(at.0..end.0));
            }
            at = end;
            let rest = text.range(at.0..span.end().0);
            at = ByteOffset(at.0 + (rest.len() - rest.trim_start().len()));
        }
        found
    }

    fn begins_clause(&self, span: Span) -> bool {
        let words = self.words(&(span.start().0..span.end().0));
        self.clauses_of().begins_clause(words.start, words.end)
    }

    fn clauses_of(&self) -> Clauses<'_> {
        Clauses { text: self.material.text, words: &self.cut.words, lexicon: self.material.lexicon }
    }

    fn words(&self, bytes: &Range<usize>) -> Range<usize> {
        let words = &self.cut.words;
        let start = words.partition_point(|word| word.start < bytes.start);
        start..words.partition_point(|word| word.end <= bytes.end).max(start)
    }

    fn cut_up(&self, bytes: Range<usize>) -> Vec<Span> {
        let words = self.words(&bytes);
        if words.len() > LONGEST {
            return Vec::new();
        }
        self.clauses_of().of(words).into_iter().filter_map(|clause| self.span(&clause, &bytes)).collect()
    }

    /// The span of a clause, with the marks of a quotation that it touches, and a unit or bracket after it.
    fn span(&self, clause: &Range<usize>, within: &Range<usize>) -> Option<Span> {
        let text = self.material.text;
        let (first, last) = (self.cut.words.get(clause.start)?, self.cut.words.get(clause.end.checked_sub(1)?)?);
        let outer = |word: &Word| {
            let number = (word.quotation as usize).checked_sub(1)?;
            self.opaque.get(number).map(|quotation| quotation.outer)
        };
        // The marks belong to a clause that begins or ends with all of a quotation's words.
        let same = |at: Option<usize>, word: &Word| {
            at.and_then(|at| self.cut.words.get(at)).is_some_and(|other| other.quotation == word.quotation)
        };
        let opens = outer(first).filter(|_| !same(clause.start.checked_sub(1), first));
        let closes = outer(last).filter(|_| !same(Some(clause.end), last));
        let start = opens.map_or(first.start, |span| span.start().0.max(within.start));
        let end = closes.map_or(last.end, |span| span.end().0.min(within.end)).max(last.end);
        let rest = text.range(end..within.end.max(end));
        let unit = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']).chars().next().filter(|c| matches!(c, '%' | '€' | '$'));
        let spaces = rest.len() - rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']).len();
        let mut end = end + unit.map_or(0, |unit| spaces + unit.len_utf8());
        if text.range(end..within.end.max(end)).starts_with(')') && text.range(start..end).contains('(') {
            end += 1;
        }
        let span = Span::snapped(text, ByteOffset(start), ByteOffset(end))?;
        // Inside a quotation a clause ends without the stop.
        let words = text.slice(span);
        let bare = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
        Span::new(text, span.start(), ByteOffset(span.start().0 + bare.len())).ok()
    }

    /// The claims of a sentence that nobody is quoted in, when something in it can be checked; or when it `goes_on` about
    /// what the sentence before claims.
    fn narrated(&self, sentence: &Sentence, quoted: &[Span], goes_on: bool) -> Vec<Suggestion> {
        let text = self.material.text;
        let words = text.range(sentence.start..sentence.end);
        // A heading has no full stop; a question claims nothing; a credit has an address in it.
        if !words.ends_with(['.', '…']) || words.contains("http") {
            return Vec::new();
        }
        let from = quoted.partition_point(|span| span.end().0 <= sentence.start);
        if quoted.iter().skip(from).any(|span| span.start().0 < sentence.end && sentence.start < span.end().0) {
            return Vec::new();
        }
        let spans = self.cut_up(sentence.start..sentence.end);
        let first = self.cut.words.get(sentence.words.start);
        let of_before = first.filter(|_| goes_on).is_some_and(|word| is_pronoun(word, self.material.lexicon));
        let checkable = |span: &Span| {
            let why = self.why(span).or_else(|| of_before.then_some(("goes on", 0.4)));
            why.map(|(rule, score)| (*span, rule, score))
        };
        let claims = spans.iter().filter_map(checkable).map(|(span, rule, score)| Suggestion {
            fragments: vec![span],
            kind: QuoteKind::Indirect,
            cue: None,
            speakers: Vec::new(),
            rule,
            score,
        });
        claims.collect()
    }

    /// What in a clause can be checked.
    fn why(&self, span: &Span) -> Option<(&'static str, f32)> {
        let words = self.cut.words.get(self.words(&(span.start().0..span.end().0)))?;
        if words.iter().any(is_figure) {
            return Some(("a figure", 0.6));
        }
        if words.iter().any(is_date) {
            return Some(("a date", 0.55));
        }
        let names = self.material.names;
        let at = names.partition_point(|hit| hit.span.end() <= span.start());
        let known = names.get(at).is_some_and(|hit| hit.span.start() < span.end());
        let named = words.iter().skip(1).any(|word| word.is_upper && !self.material.lexicon.is_no_name(&word.lower));
        (known || named).then_some(("a name", 0.45))
    }
}
