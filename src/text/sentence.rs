//! Finds sentences: the one at an offset, and the next and previous ones for moving the caret.
//!
//! The rules are our own: the `sentencex` crate needs to know the language, reads a paragraph from its start, depends on a
//! regex engine, and still splits `M. Macron`, `art. 5` and `т. е.`; UAX 29 has no abbreviations at all.

mod abbreviation;

use std::ops::Range;

use abbreviation::ends_sentence;

use super::tile::{Breaks, tile};
use super::{ByteOffset, Span, Text, trimmed};

/// A stretch without an end of a sentence is cut after this many bytes.
const PERIOD: usize = 16 * 1024;
/// A caret step ends after this many bytes of white space.
const FARTHEST: usize = 4096;
/// Longest run of marks and of white space at the end of a sentence, in characters.
const LONGEST_RUN: usize = 64;
/// Distance from a break back to the mark that makes it, in characters, at most: marks, closing marks with their spaces, space.
const REACH: usize = 4 * LONGEST_RUN;
/// Bytes that are examined on either side of a full stop, at most.
const NEIGHBOURHOOD: usize = 64;

/// The sentence that contains `at`, without white space at its ends; `None` in a blank paragraph.
///
/// It never crosses a paragraph; a closing mark after the full stop belongs to it.
#[must_use]
pub fn sentence_at(text: &Text, at: ByteOffset) -> Option<Span> {
    visible(text, region(text, text.floor_grapheme(at)))
}

/// The end of the sentence after `from`, for moving the caret. The end of the text if there is none.
#[must_use]
pub fn next_sentence(text: &Text, from: ByteOffset) -> ByteOffset {
    let mut at = text.floor_grapheme(from);
    while at < text.end() && at.0 < from.0.saturating_add(FARTHEST) {
        let region = region(text, at);
        if let Some(sentence) = visible(text, region.clone()).filter(|sentence| sentence.end() > from) {
            return sentence.end();
        }
        let paragraph = text.paragraph(text.paragraph_at(at));
        let end = if region.end >= paragraph.end { paragraph.end + 1 } else { region.end };
        at = text.ceil_grapheme(ByteOffset(end)).max(text.next_grapheme(at));
    }
    at
}

/// The start of the sentence before `from`, for moving the caret. The start of the text if there is none.
#[must_use]
pub fn previous_sentence(text: &Text, from: ByteOffset) -> ByteOffset {
    let from = from.min(text.end());
    let mut at = text.ceil_grapheme(from);
    while at > ByteOffset::ZERO && at.0.saturating_add(FARTHEST) > from.0 {
        let inside = text.previous_grapheme(at);
        let region = region(text, inside);
        if let Some(sentence) = visible(text, region.clone()).filter(|sentence| sentence.start() < from) {
            return sentence.start();
        }
        at = text.floor_grapheme(ByteOffset(region.start)).min(inside);
    }
    at
}

fn visible(text: &Text, region: Range<usize>) -> Option<Span> {
    let whole = Span::snapped(text, ByteOffset(region.start), ByteOffset(region.end))?;
    trimmed(text, whole)
}

/// The sentence that contains `at`, including the white space after it, in bytes.
fn region(text: &Text, at: ByteOffset) -> Range<usize> {
    let paragraph = text.paragraph(text.paragraph_at(at));
    let at = at.min(ByteOffset(paragraph.end));
    tile(text, paragraph.clone(), at, PERIOD, &Ends { paragraph })
}

/// Where a sentence of this paragraph ends and the next one begins.
struct Ends {
    paragraph: Range<usize>,
}

impl Breaks for Ends {
    fn last(&self, text: &Text, after: usize, at: usize) -> Option<usize> {
        let from = self.earliest_mark(text, after);
        let marks = text.range(from..at).char_indices().rev().filter(|&(_, c)| is_mark(c));
        marks.filter_map(|(i, c)| self.break_after(text, from + i, c)).find(|&found| after < found && found <= at)
    }

    fn first(&self, text: &Text, after: usize, until: usize) -> Option<usize> {
        let from = self.earliest_mark(text, after);
        let marks = text.range(from..until).char_indices().filter(|&(_, c)| is_mark(c));
        marks.filter_map(|(i, c)| self.break_after(text, from + i, c)).find(|&found| after < found && found <= until)
    }
}

impl Ends {
    /// The earliest position of a mark that makes a break after `after`: only marks and space are between the two.
    fn earliest_mark(&self, text: &Text, after: usize) -> usize {
        let after = text.as_str().floor_char_boundary(after);
        let before = text.range(self.paragraph.start..after).chars().rev();
        after - before.take(REACH).take_while(|c| !c.is_alphanumeric()).map(char::len_utf8).sum::<usize>()
    }

    /// Where the next sentence begins, if the mark `c` at `mark` ends one.
    fn break_after(&self, text: &Text, mark: usize, c: char) -> Option<usize> {
        let rest = text.range(mark..self.paragraph.end);
        let before =
            text.range(text.as_str().ceil_char_boundary(mark.saturating_sub(NEIGHBOURHOOD)).max(self.paragraph.start)..mark);
        let at_start = mark - before.len() == self.paragraph.start;
        if before.ends_with(is_stop) && !is_separator(c) {
            return None;
        }
        let after_stops = strip_run(rest, is_mark);
        let stops = rest.get(..rest.len() - after_stops.len()).unwrap_or_default();
        let new_line = stops.contains(is_separator);
        let after_closers = if new_line { after_stops } else { strip_closers(after_stops) };
        let next = strip_run(after_closers, char::is_whitespace);
        let spaced = next.len() < after_closers.len();
        let found = mark + rest.len() - next.len();
        let may_break = new_line || !next.is_empty() && (spaced || is_wide(c));
        if !may_break || !text.is_grapheme_boundary(ByteOffset(found)) {
            return None;
        }
        if new_line {
            return Some(found);
        }
        let word = first_word(next)?;
        let begins = !word.starts_with(char::is_lowercase) && (stops != "." || ends_sentence(before, at_start, word));
        begins.then_some(found)
    }
}

/// The text that follows, from its first letter or digit; `None` if there is none nearby, as after an emoji or a lone mark.
fn first_word(next: &str) -> Option<&str> {
    let (at, _) = next.char_indices().take(16).find(|(_, c)| c.is_alphanumeric())?;
    next.get(at..next.floor_char_boundary(at + NEIGHBOURHOOD))
}

fn strip_run(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.char_indices().take(LONGEST_RUN).find(|&(_, c)| !belongs(c)).map(|(i, _)| i);
    let end = end.or_else(|| text.char_indices().nth(LONGEST_RUN).map(|(i, _)| i)).unwrap_or(text.len());
    text.get(end..).unwrap_or_default()
}

/// Removes closing quotation marks and brackets, French ones with the space before them.
fn strip_closers(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..LONGEST_RUN {
        let mut chars = rest.chars();
        let closed = match chars.next() {
            Some(c) if is_closer(c) => chars.as_str(),
            Some(' ' | '\u{A0}' | '\u{202F}' | '\u{2009}') if chars.as_str().starts_with(['»', '›']) => {
                chars.next();
                // „ … “ and » … « exist: a mark before a letter opens.
                if chars.as_str().starts_with(char::is_alphanumeric) {
                    return rest;
                }
                chars.as_str()
            }
            _ => return rest,
        };
        rest = closed;
    }
    rest
}

fn is_mark(c: char) -> bool {
    is_stop(c) || is_separator(c)
}

fn is_stop(c: char) -> bool {
    is_wide(c) || matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥' | '։')
}

/// Full-width stops, after which there is no space.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

/// Whether `c` is a line or paragraph separator.
fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}')
}

fn is_closer(c: char) -> bool {
    matches!(c, '»' | '›' | '”' | '’' | '"' | '\'' | '“' | ')' | ']' | '}' | '」' | '』' | '】' | '）')
}
