//! Locates the words of an annotation in its article: by offsets first, then by a unique exact match.

use std::ops::Range;

use super::schema::fragment::FragmentRecord;
use crate::text::{ByteOffset, CharOffset, Span, Text};

/// Where the words of an annotation are: one span for each fragment.
#[derive(Debug, PartialEq, Eq)]
pub enum Placed {
    /// At the offsets in the file.
    There(Vec<Span>),
    /// At exactly one other place.
    Elsewhere(Vec<Span>),
    /// At none, or at several.
    Nowhere,
}

/// Maximum change of the distance between a fragment and its neighbour, in characters, if the words of the fragment occur more
/// than once in the article.
const NEAR: usize = 200;

/// Locates all fragments of an annotation, or none.
///
/// A fragment that is at its offsets stays there. Each of the others must be at exactly one place between its neighbours: the
/// only occurrence in the article, the only one with the same context, or the only one near its neighbour.
pub fn place(text: &Text, fragments: &[FragmentRecord]) -> Placed {
    let there: Vec<Option<Span>> = fragments.iter().map(|fragment| at_offsets(text, fragment)).collect();
    if let Some(found) = whole(&there) {
        return Placed::There(found);
    }
    match whole(&moved(text, fragments, there)) {
        Some(found) => Placed::Elsewhere(found),
        None => Placed::Nowhere,
    }
}

/// Keeps the fragments that are certainly at their offsets, and searches for the others until no more are found. Each one
/// found narrows the range for its neighbours.
fn moved(text: &Text, fragments: &[FragmentRecord], there: Vec<Option<Span>>) -> Vec<Option<Span>> {
    // Part of the annotation has moved, so a common word at the old offsets may be another occurrence: the context decides.
    let sure = |(fragment, span): (&FragmentRecord, Option<Span>)| span.filter(|span| has_neighbours(text, fragment, *span));
    let mut found: Vec<Option<Span>> = fragments.iter().zip(there).map(sure).collect();
    if !found.iter().flatten().is_sorted_by(|one, next| one.end() <= next.start()) {
        found.fill(None);
    }
    loop {
        let mut is_new = false;
        for (at, fragment) in fragments.iter().enumerate() {
            if found.get(at).is_none_or(Option::is_some) {
                continue;
            }
            let placed = || fragments.iter().zip(&found).filter_map(|(fragment, span)| span.map(|span| (fragment, span)));
            let count = found.iter().take(at).flatten().count();
            let between =
                Between { before: count.checked_sub(1).and_then(|last| placed().nth(last)), after: placed().nth(count) };
            let span = at_unique_match(text, fragment, &between);
            is_new |= span.is_some();
            if let Some(place) = found.get_mut(at) {
                *place = span;
            }
        }
        if !is_new {
            return found;
        }
    }
}

/// The nearest located fragments before and after, with their spans.
struct Between<'f> {
    before: Option<(&'f FragmentRecord, Span)>,
    after: Option<(&'f FragmentRecord, Span)>,
}

impl Between<'_> {
    /// The bytes between the two.
    fn range(&self, text: &Text) -> Range<usize> {
        self.before.map_or(0, |(_, span)| span.end().0)..self.after.map_or(text.end().0, |(_, span)| span.start().0)
    }

    /// Whether the distance of a span from a neighbour is about that of the fragment.
    fn is_near(&self, text: &Text, fragment: &FragmentRecord, span: Span) -> bool {
        let gap = |from: ByteOffset, to: ByteOffset| text.char_from_byte(to).0.saturating_sub(text.char_from_byte(from).0);
        let after_one = self.before.is_some_and(|(other, place)| {
            gap(place.end(), span.start()).abs_diff(fragment.span.start.saturating_sub(other.span.end)) <= NEAR
        });
        let before_one = self.after.is_some_and(|(other, place)| {
            gap(span.end(), place.start()).abs_diff(other.span.start.saturating_sub(fragment.span.end)) <= NEAR
        });
        after_one || before_one
    }
}

/// All spans, if there is at least one, all are found, and they are in order without overlaps.
fn whole(found: &[Option<Span>]) -> Option<Vec<Span>> {
    let found: Vec<Span> = found.iter().copied().collect::<Option<_>>()?;
    let in_order = found.is_sorted_by(|one, next| one.end() <= next.start());
    (in_order && !found.is_empty()).then_some(found)
}

/// Whether the text before or after the span is the context of the fragment. Always `true` for a fragment without context.
fn has_neighbours(text: &Text, fragment: &FragmentRecord, span: Span) -> bool {
    let FragmentRecord { before, after, .. } = fragment;
    let is_before = !before.is_empty() && text.range(0..span.start().0).ends_with(before.as_str());
    let is_after = !after.is_empty() && text.range(span.end().0..text.end().0).starts_with(after.as_str());
    is_before || is_after || (before.is_empty() && after.is_empty())
}

fn at_offsets(text: &Text, fragment: &FragmentRecord) -> Option<Span> {
    let start = text.byte_from_char(CharOffset(fragment.span.start))?;
    let end = ByteOffset(start.0.checked_add(fragment.text.len())?);
    let reads = text.range(start.0..end.0) == fragment.text;
    let ends = fragment.span.start.checked_add(fragment.text.chars().count()) == Some(fragment.span.end);
    if reads && ends { Span::new(text, start, end).ok() } else { None }
}

/// Searches for the words alone; if they occur several times, for the words with their context; then for the words near a
/// neighbour.
fn at_unique_match(text: &Text, fragment: &FragmentRecord, between: &Between<'_>) -> Option<Span> {
    let FragmentRecord { text: words, before, after, .. } = fragment;
    let range = between.range(text);
    let span = |start: usize| {
        let stays = start >= range.start && start + words.len() <= range.end;
        if stays { Span::new(text, ByteOffset(start), ByteOffset(start + words.len())).ok() } else { None }
    };
    match occurrences(text.as_str(), words) {
        Found::Never => return None,
        Found::Once(at) => return span(at),
        Found::Often => {}
    }
    if !before.is_empty() || !after.is_empty() {
        match occurrences(text.as_str(), &format!("{before}{words}{after}")) {
            Found::Once(at) => return span(at + before.len()),
            Found::Often => return None,
            Found::Never => {}
        }
    }
    match occurrences(text.range(range.clone()), words) {
        Found::Once(at) => span(range.start + at).filter(|span| between.is_near(text, fragment, *span)),
        Found::Never | Found::Often => None,
    }
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
