//! Cuts the words around a place in a text.

use super::{ByteOffset, Text};

/// The text before `at`: at most `chars` characters (code points). A grapheme that would be cut is left out.
#[must_use]
pub fn before(text: &Text, at: ByteOffset, chars: usize) -> &str {
    let start = at.0 - last_chars(text.range(0..at.0), chars).len();
    text.range(text.ceil_grapheme(ByteOffset(start)).0.min(at.0)..at.0)
}

/// The text after `at`: at most `chars` characters (code points). A grapheme that would be cut is left out.
#[must_use]
pub fn after(text: &Text, at: ByteOffset, chars: usize) -> &str {
    let end = at.0 + first_chars(text.range(at.0..text.end().0), chars).len();
    text.range(at.0..text.floor_grapheme(ByteOffset(end)).0.max(at.0))
}

/// The last `chars` characters (code points) of `text`, or all of it if there are fewer. May begin inside a grapheme.
#[must_use]
pub fn last_chars(text: &str, chars: usize) -> &str {
    let Some(last) = chars.checked_sub(1) else { return "" };
    text.char_indices().rev().nth(last).and_then(|(at, _)| text.get(at..)).unwrap_or(text)
}

/// The first `chars` characters (code points) of `text`, or all of it if there are fewer. May end inside a grapheme.
#[must_use]
pub fn first_chars(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
