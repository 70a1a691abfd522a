//! Finds words: the one at an offset, and the next and previous ones for moving the caret.

use super::segment::{Segment, segments};
use super::tile::{Breaks, tile};
use super::{ByteOffset, Span, Text};

/// A stretch without white space is cut after this many bytes.
const PERIOD: usize = 1024;
/// Bytes that are searched backwards for an open quotation mark, at most.
const LOOK_BACK: usize = 256;
/// A caret step ends after this many bytes without a word.
const FARTHEST: usize = 4096;

/// The word that contains `at` or ends there, or else the punctuation mark or symbol; `None` in white space.
///
/// This is what a double click selects: `d’` and `Azur` separately, `Roux-Martin` as one.
#[must_use]
pub fn word_at(text: &Text, at: ByteOffset) -> Option<Span> {
    let at = text.floor_grapheme(at);
    let holding = at_segment(text, at);
    let ending = (at > ByteOffset::ZERO).then(|| at_segment(text, text.previous_grapheme(at))).flatten();
    let ending = ending.filter(|segment| segment.bytes.end == at.0);
    let holding = holding.filter(|segment| segment.bytes.contains(&at.0));
    let best = [&holding, &ending].into_iter().flatten().find(|segment| segment.is_word);
    let visible = |segment: &&Segment| !text.range(segment.bytes.clone()).chars().all(char::is_whitespace);
    let found = best.or_else(|| [&holding, &ending].into_iter().flatten().find(visible))?;
    Span::new(text, ByteOffset(found.bytes.start), ByteOffset(found.bytes.end)).ok()
}

/// The end of the next word after `from`, for moving the caret. Crosses paragraphs. The end of the text if there is none.
#[must_use]
pub fn next_word(text: &Text, from: ByteOffset) -> ByteOffset {
    let mut at = text.floor_grapheme(from);
    while at < text.end() && at.0 < from.0.saturating_add(FARTHEST) {
        let (segments, end) = around(text, at);
        let found = segments.iter().find(|segment| segment.is_word && segment.bytes.end > from.0);
        if let Some(segment) = found {
            return ByteOffset(segment.bytes.end);
        }
        at = ByteOffset(end);
    }
    at
}

/// The start of the word before `from`, for moving the caret. Crosses paragraphs. The start of the text if there is none.
#[must_use]
pub fn previous_word(text: &Text, from: ByteOffset) -> ByteOffset {
    let from = from.min(text.end());
    let mut at = text.ceil_grapheme(from);
    while at > ByteOffset::ZERO && at.0.saturating_add(FARTHEST) > from.0 {
        let (segments, _) = around(text, text.previous_grapheme(at));
        let found = segments.iter().rev().find(|segment| segment.is_word && segment.bytes.start < from.0);
        if let Some(segment) = found {
            return ByteOffset(segment.bytes.start);
        }
        at = segments.first().map_or(ByteOffset::ZERO, |segment| ByteOffset(segment.bytes.start));
    }
    at
}

fn at_segment(text: &Text, at: ByteOffset) -> Option<Segment> {
    around(text, at).0.into_iter().find(|segment| segment.bytes.contains(&at.0))
}

/// The segments of the stretch that contains `at`, in bytes of the text, and the end of the stretch.
fn around(text: &Text, at: ByteOffset) -> (Vec<Segment>, usize) {
    let stretch = tile(text, 0..text.end().0, at, PERIOD, &Edges);
    let back = text.as_str().ceil_char_boundary(stretch.start.saturating_sub(LOOK_BACK));
    let before = text.range(back..stretch.start);
    let before = before.rsplit('\n').next().unwrap_or_default();
    let mut found = segments(before, text.range(stretch.clone()));
    for segment in &mut found {
        segment.bytes = segment.bytes.start + stretch.start..segment.bytes.end + stretch.start;
    }
    (found, stretch.end)
}

/// Breaks where white space begins or ends. UAX 29 has a boundary there too, so stretches can be segmented separately.
struct Edges;

impl Breaks for Edges {
    fn last(&self, text: &Text, after: usize, at: usize) -> Option<usize> {
        let from = text.as_str().floor_char_boundary(after);
        let starts = text.range(from..at).char_indices().rev().map(|(i, _)| from + i);
        std::iter::once(at).chain(starts).filter(|&place| place > after).find(|&place| is_edge(text, place))
    }

    fn first(&self, text: &Text, after: usize, until: usize) -> Option<usize> {
        let starts = text.range(after..until).char_indices().map(|(i, _)| after + i);
        starts.chain(std::iter::once(until)).filter(|&place| place > after).find(|&place| is_edge(text, place))
    }
}

fn is_edge(text: &Text, at: usize) -> bool {
    let (before, after) = text.as_str().split_at_checked(at).unwrap_or_default();
    let (Some(before), Some(after)) = (before.chars().next_back(), after.chars().next()) else { return false };
    before.is_whitespace() != after.is_whitespace() && text.is_grapheme_boundary(ByteOffset(at))
}
