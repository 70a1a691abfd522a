//! Writes a text with its spans, caret and selection as one string: the notation of the tests of all modules.
//!
//! ```
//! use dicta::text::{Span, marked};
//!
//! let parsed = marked::parse("Le [ministre] a dit : ^«oui»|")?;
//! assert_eq!(parsed.text.as_str(), "Le ministre a dit : «oui»");
//! assert_eq!(parsed.text.slice(parsed.spans[0]), "ministre");
//! assert_eq!(parsed.selection().map(|span| parsed.text.slice(span)), Some("«oui»"));
//! assert_eq!(marked::print(&parsed), "Le [ministre] a dit : ^«oui»|");
//! # Ok::<(), marked::MarkedError>(())
//! ```
//!
//! | mark | means |
//! |---|---|
//! | `[` … `]` | a span; spans may follow each other or be nested |
//! | `[1:` … `:1]` | a span by number, for spans that cross: `[1:a [2:b:1] c:2]` |
//! | `\|` | the caret, at most one |
//! | `^` | the anchor of the selection, at most one: the caret is its other end |
//! | `\` | the next character is text, not a mark |
//!
//! Spans are in text order (start, then longest first). [`print()`] is the inverse of [`parse`]; for several marks at one
//! place it writes closing marks, then `^`, then `|`, then opening marks.

use std::fmt::Write as _;

use super::{ByteOffset, Span, SpanError, Text};

/// A text with marked places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    pub text: Text,
    /// In text order: by start, then longest first.
    pub spans: Vec<Span>,
    pub caret: Option<ByteOffset>,
    pub anchor: Option<ByteOffset>,
}

/// Why a marked string is not valid. Positions are characters of the string, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkedError {
    #[error("character {0}: a span is closed that was not opened")]
    NotOpened(usize),
    #[error("a span is not closed")]
    NotClosed,
    #[error("character {0}: there is a second caret or anchor")]
    Second(usize),
    #[error("the last character is a backslash; write two for one")]
    NothingEscaped,
    #[error(transparent)]
    NoSpan(#[from] SpanError),
}

impl Marked {
    /// A text with spans only, sorted.
    #[must_use]
    pub fn new(text: Text, mut spans: Vec<Span>) -> Self {
        spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
        Self { text, spans, caret: None, anchor: None }
    }

    /// The span between anchor and caret; `None` if one is missing or they coincide.
    #[must_use]
    pub fn selection(&self) -> Option<Span> {
        let (anchor, caret) = (self.anchor?, self.caret?);
        Span::new(&self.text, anchor.min(caret), anchor.max(caret)).ok()
    }
}

/// Parses a marked string.
///
/// # Errors
/// If marks do not pair or are repeated, or a span is empty or cuts a grapheme.
pub fn parse(marked: &str) -> Result<Marked, MarkedError> {
    let mut text = String::new();
    let mut open: Vec<(Option<u32>, usize)> = Vec::new();
    let mut ranges = Vec::new();
    let (mut caret, mut anchor) = (None, None);
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        let place = || marked.chars().count() - rest.chars().count() + 1;
        let here = ByteOffset(text.len());
        let mut tail = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\\' => {
                let escaped = tail.chars().next().ok_or(MarkedError::NothingEscaped)?;
                text.push(escaped);
                tail = tail.get(escaped.len_utf8()..).unwrap_or_default();
            }
            '[' => {
                let (number, after) = opening(tail);
                open.push((number, here.0));
                tail = after;
            }
            ':' if let Some((at, after)) = closed(&open, tail) => {
                ranges.push((open.remove(at).1, here.0));
                tail = after;
            }
            ']' => {
                let at = open.iter().rposition(|(number, _)| number.is_none()).ok_or_else(|| MarkedError::NotOpened(place()))?;
                ranges.push((open.remove(at).1, here.0));
            }
            '|' if caret.replace(here).is_some() => return Err(MarkedError::Second(place())),
            '^' if anchor.replace(here).is_some() => return Err(MarkedError::Second(place())),
            '|' | '^' => {}
            _ => text.push(c),
        }
        rest = tail;
    }
    if !open.is_empty() {
        return Err(MarkedError::NotClosed);
    }
    let text = Text::new(text);
    let spans: Result<Vec<Span>, SpanError> =
        ranges.into_iter().map(|(start, end)| Span::new(&text, ByteOffset(start), ByteOffset(end))).collect();
    Ok(Marked { caret, anchor, ..Marked::new(text, spans?) })
}

/// Writes a marked string that [`parse`] reads back. Spans are numbered only if one crosses another.
#[must_use]
pub fn print(marked: &Marked) -> String {
    let Marked { text, spans, caret, anchor } = marked;
    let crossing = |a: &Span, b: &Span| a.start() < b.start() && b.start() < a.end() && a.end() < b.end();
    let numbered = spans.iter().any(|a| spans.iter().any(|b| crossing(a, b)));
    let mut out = String::new();
    let places = text.as_str().char_indices().map(|(at, c)| (at, Some(c))).chain([(text.end().0, None)]);
    for (at, c) in places {
        let here = ByteOffset(at);
        for (number, _) in spans.iter().enumerate().rev().filter(|(_, span)| span.end() == here) {
            let _ = if numbered { write!(out, ":{}]", number + 1) } else { write!(out, "]") };
        }
        out.extend((*anchor == Some(here)).then_some('^'));
        out.extend((*caret == Some(here)).then_some('|'));
        for (number, _) in spans.iter().enumerate().filter(|(_, span)| span.start() == here) {
            let _ = if numbered { write!(out, "[{}:", number + 1) } else { write!(out, "[") };
        }
        let Some(c) = c else { break };
        let rest = text.range(at..text.end().0);
        let reads_as_number = (out.ends_with('[') && opening(rest).0.is_some()) || (numbered && c == ':');
        if matches!(c, '[' | ']' | '|' | '^' | '\\') || reads_as_number {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `1:` after an opening bracket.
fn opening(rest: &str) -> (Option<u32>, &str) {
    let numbered = rest.split_once(':').and_then(|(digits, after)| Some((number(digits)?, after)));
    numbered.map_or((None, rest), |(number, after)| (Some(number), after))
}

/// The open span that `1]` after a colon closes; `None` for any other number: then the colon is text.
fn closed<'m>(open: &[(Option<u32>, usize)], rest: &'m str) -> Option<(usize, &'m str)> {
    let (digits, after) = rest.split_once(']')?;
    let number = number(digits)?;
    Some((open.iter().rposition(|&(opened, _)| opened == Some(number))?, after))
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
