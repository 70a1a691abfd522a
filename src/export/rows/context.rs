//! Cuts the words around a place: for the context columns, and for messages.

use crate::text::{ByteOffset, Text};

/// Up to `chars` characters before `byte`, cutting no grapheme.
#[must_use]
pub fn before(text: &Text, byte: ByteOffset, chars: usize) -> &str {
    let before = text.range(0..byte.0);
    let start = chars.checked_sub(1).map_or(before.len(), |last| before.char_indices().rev().nth(last).map_or(0, |(at, _)| at));
    text.range(text.ceil_grapheme(ByteOffset(start)).0..byte.0)
}

/// Up to `chars` characters after `byte`, cutting no grapheme.
#[must_use]
pub fn after(text: &Text, byte: ByteOffset, chars: usize) -> &str {
    let after = text.range(byte.0..text.end().0);
    let len = after.char_indices().nth(chars).map_or(after.len(), |(at, _)| at);
    text.range(byte.0..text.floor_grapheme(ByteOffset(byte.0 + len)).0)
}

/// The last `chars` characters of a text.
#[must_use]
pub fn last_chars(text: &str, chars: usize) -> &str {
    let skip = text.chars().count().saturating_sub(chars);
    text.char_indices().nth(skip).and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

/// The first `chars` characters of a text.
#[must_use]
pub fn first_chars(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// Words as a message shows them: one line, short, nothing that a terminal would obey.
#[must_use]
pub fn shown(words: &str) -> String {
    let mut line: String = words.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.len() < words.len() {
        line.push('…');
    }
    line
}
