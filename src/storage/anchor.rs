//! Finds the place of an annotation's words in its article, by offsets first, then by a unique exact match.

use super::schema::layer::FragmentRecord;
use crate::text::{ByteOffset, CharOffset, Span, Text};

/// Where the words of an annotation stand: one span a fragment.
#[derive(Debug, PartialEq, Eq)]
pub enum Placed {
    /// At the offsets in the file.
    There(Vec<Span>),
    /// At exactly one other place.
    Elsewhere(Vec<Span>),
    /// At none, or at several.
    Nowhere,
}

/// Places all fragments of an annotation, or none.
pub fn place(text: &Text, fragments: &[FragmentRecord]) -> Placed {
    if let Some(found) = all(fragments, |fragment| at_offsets(text, fragment)) {
        return Placed::There(found);
    }
    match all(fragments, |fragment| at_unique_match(text, fragment)) {
        Some(found) => Placed::Elsewhere(found),
        None => Placed::Nowhere,
    }
}

fn all(fragments: &[FragmentRecord], find: impl Fn(&FragmentRecord) -> Option<Span>) -> Option<Vec<Span>> {
    let mut found: Vec<Span> = Vec::with_capacity(fragments.len());
    for fragment in fragments {
        let span = find(fragment)?;
        if found.last().is_some_and(|last| last.end() > span.start()) {
            return None;
        }
        found.push(span);
    }
    (!found.is_empty()).then_some(found)
}

fn at_offsets(text: &Text, fragment: &FragmentRecord) -> Option<Span> {
    let start = text.byte_from_char(CharOffset(fragment.span.start))?;
    let end = ByteOffset(start.0.checked_add(fragment.text.len())?);
    let reads = text.range(start.0..end.0) == fragment.text;
    let ends = fragment.span.start.checked_add(fragment.text.chars().count()) == Some(fragment.span.end);
    if reads && ends { Span::new(text, start, end).ok() } else { None }
}

/// The words alone first; when they stand at several places, the words with what stood around them.
fn at_unique_match(text: &Text, fragment: &FragmentRecord) -> Option<Span> {
    let FragmentRecord { text: words, before, after, .. } = fragment;
    let start = match occurrences(text.as_str(), words) {
        Found::Once(at) => at,
        Found::Never => return None,
        Found::Often if before.is_empty() && after.is_empty() => return None,
        Found::Often => match occurrences(text.as_str(), &format!("{before}{words}{after}")) {
            Found::Once(at) => at + before.len(),
            Found::Never | Found::Often => return None,
        },
    };
    Span::new(text, ByteOffset(start), ByteOffset(start + words.len())).ok()
}

enum Found {
    Never,
    Once(usize),
    Often,
}

fn occurrences(text: &str, words: &str) -> Found {
    let Some(width) = words.chars().next().map(char::len_utf8) else { return Found::Never };
    let Some(first) = text.find(words) else { return Found::Never };
    let again = text.get(first + width..).is_some_and(|rest| rest.contains(words));
    if again { Found::Often } else { Found::Once(first) }
}

/// Up to 32 characters on either side of a span.
pub fn surroundings(text: &Text, span: Span) -> (String, String) {
    const CHARS: usize = 32;
    let before = text.range(0..span.start().0);
    let from = before.char_indices().rev().nth(CHARS - 1).map_or(0, |(at, _)| at);
    let after = text.range(span.end().0..text.end().0);
    let to = after.char_indices().nth(CHARS).map_or(after.len(), |(at, _)| at);
    (before.get(from..).unwrap_or_default().to_owned(), after.get(..to).unwrap_or_default().to_owned())
}
