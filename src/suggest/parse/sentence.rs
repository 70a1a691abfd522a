//! Cuts an article into sentences and words for the search of suggestions. A quotation is never cut: what is said in it
//! may be many sentences, but it is reported by one.

use std::ops::Range;

use crate::suggest::grammar::languages::any_has;
use crate::suggest::patterns::credits::dateline;
use crate::suggest::quotation_marks::quotation::Quotation;
use crate::text::{ByteOffset, Span, Text, sentence_at};

/// A word, in bytes of the text. An elided word keeps its apostrophe: `qu'`.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Word {
    pub start: usize,
    pub end: usize,
    /// In small letters, with a straight apostrophe.
    pub lower: String,
    pub is_upper: bool,
    /// Punctuation is between the word before and this one: a comma, a dash between spaces, a bracket, a colon.
    pub after_break: bool,
    /// Joined to the word before by a hyphen.
    pub is_joined: bool,
    /// Number of the quotation it lies in, counted from 1; 0 outside of all.
    pub quotation: u32,
}

/// A sentence: its bytes without the white space around them, and the numbers of its words.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Sentence {
    pub start: usize,
    pub end: usize,
    pub words: Range<usize>,
    pub paragraph: usize,
}

/// An article cut up.
#[derive(Clone, Debug, Default)]
pub(in crate::suggest) struct Cut {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
}

/// Whether the quotation's words are somebody else's for the search of cues.
pub(in crate::suggest) fn is_opaque(quotation: &Quotation) -> bool {
    quotation.depth == 0
}

/// Cuts up `text`. The quotations are those of the text, in order.
pub(in crate::suggest) fn cut(text: &Text, quotations: &[Quotation], zones: &[Span]) -> Cut {
    let mut zones: Vec<Span> = zones.to_vec();
    zones.sort_unstable();
    let opaque: Vec<Span> = quotations.iter().filter(|quotation| is_opaque(quotation)).map(|quotation| quotation.outer).collect();
    let mut cut = Cut::default();
    for paragraph in 0..text.paragraph_count() {
        let range = text.paragraph(paragraph);
        // Where and for whom it was written belongs to no sentence.
        let range = range.start + dateline(text.range(range.clone()))..range.end;
        let mut from: Option<usize> = None;
        let mut at = range.start;
        while at < range.end {
            let Some(sentence) = sentence_at(text, ByteOffset(at)) else { break };
            let end = sentence.end().0.max(at + 1);
            let start = from.unwrap_or(sentence.start().0.max(range.start));
            let inside = opaque.partition_point(|span| span.end().0 <= end);
            let is_inside = opaque.get(inside).is_some_and(|span| span.start().0 < end);
            // A reporting clause after a quotation begins with a small letter: it continues.
            let rest = text.range(end..range.end).trim_start();
            let goes_on = is_inside || rest.starts_with(char::is_lowercase);
            if goes_on && end < range.end && !rest.is_empty() {
                from = Some(start);
            } else {
                let whole = Span::snapped(text, ByteOffset(start), ByteOffset(end));
                if whole.is_some_and(|whole| !is_in_zone(&zones, whole)) {
                    push_sentence(text, start..end, paragraph, &opaque, &mut cut);
                }
                from = None;
            }
            at = end + (text.range(end..range.end).len() - rest.len());
        }
    }
    cut
}

fn is_in_zone(zones: &[Span], span: Span) -> bool {
    let first = zones.partition_point(|zone| zone.end() <= span.start());
    zones.get(first).is_some_and(|zone| zone.overlaps(span))
}

fn push_sentence(text: &Text, range: Range<usize>, paragraph: usize, opaque: &[Span], cut: &mut Cut) {
    let first = cut.words.len();
    let mut quotation = opaque.partition_point(|span| span.end().0 <= range.start);
    let mut last_end = range.start;
    for (start, end) in word_bounds(text.range(range.clone())) {
        let (start, end) = (range.start + start, range.start + end);
        while opaque.get(quotation).is_some_and(|span| span.end().0 <= start) {
            quotation += 1;
        }
        let inside = opaque.get(quotation).is_some_and(|span| span.start().0 <= start);
        let word = text.range(start..end);
        cut.words.push(Word {
            start,
            end,
            lower: lower(word),
            is_upper: word.starts_with(char::is_uppercase),
            after_break: text.range(last_end..start).chars().any(is_break),
            is_joined: text.range(last_end..start) == "-",
            quotation: if inside { u32::try_from(quotation + 1).unwrap_or(u32::MAX) } else { 0 },
        });
        last_end = end;
    }
    cut.sentences.push(Sentence { start: range.start, end: range.end, words: first..cut.words.len(), paragraph });
}

fn is_break(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '—' | '–' | '―' | '!' | '?' | '…' | '«' | '»' | '“' | '”' | '"' | '|' | '/')
}

fn lower(word: &str) -> String {
    let mut lower = word.to_lowercase();
    if lower.contains('’') {
        lower = lower.replace('’', "'");
    }
    lower
}

/// The words of a phrase, as [`Word::lower`] has them.
pub(in crate::suggest) fn lower_words(phrase: &str) -> Vec<String> {
    word_bounds(phrase).into_iter().filter_map(|(start, end)| phrase.get(start..end)).map(lower).collect()
}

/// Where words begin and end. A word ends after the apostrophe of an elision, and at a hyphen.
fn word_bounds(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}') && start.is_some() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            let next_is_letter = chars.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
            if matches!(c, '\'' | '’') && is_elision(text.get(from..at).unwrap_or_default()) {
                found.push((from, at + c.len_utf8()));
            } else if matches!(c, '\'' | '’') && next_is_letter && !text.get(from..at).is_some_and(holds_apostrophe) {
                found.push((from, at));
            } else if matches!(c, '\'' | '’') && next_is_letter {
                start = Some(from);
            } else {
                found.push((from, at));
            }
        }
    }
    found.extend(start.map(|from| (from, text.len())));
    found
}

fn is_elision(word: &str) -> bool {
    any_has(|grammar| &grammar.clauses.elided, &word.to_lowercase())
}

/// Whether the word continues after its apostrophe: `aujourd’hui`.
fn holds_apostrophe(word: &str) -> bool {
    any_has(|grammar| &grammar.clauses.apostrophe_words, word)
}
