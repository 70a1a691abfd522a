//! Removes white space from the ends of a span.

use unicode_segmentation::UnicodeSegmentation;

use super::{ByteOffset, Span, Text};

/// The span without white space at its ends; `None` if it is all white space.
///
/// White space is Unicode's, no-break spaces (U+00A0, U+202F) included. A space that carries a combining mark is a
/// visible grapheme and stays.
#[must_use]
pub fn trimmed(text: &Text, span: Span) -> Option<Span> {
    let words = text.slice(span);
    let visible = |&(_, grapheme): &(usize, &str)| !grapheme.chars().all(char::is_whitespace);
    let (first, _) = words.grapheme_indices(true).find(visible)?;
    let (last, grapheme) = words.grapheme_indices(true).rev().find(visible)?;
    let start = ByteOffset(span.start().0 + first);
    let end = ByteOffset(span.start().0 + last + grapheme.len());
    Span::new(text, start, end).ok()
}
