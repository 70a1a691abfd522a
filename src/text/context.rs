//! Cuts the words around a span: what stands before and after it.

use super::{ByteOffset, CharOffset, Span, Text};

/// The text before `span`: up to `chars` characters (code points), no grapheme cut.
#[must_use]
pub fn before(text: &Text, span: Span, chars: usize) -> &str {
    let end = span.start();
    let wanted = CharOffset(text.char_from_byte(end).0.saturating_sub(chars));
    let start = text.byte_from_char(wanted).unwrap_or(end);
    text.range(text.ceil_grapheme(start).0.min(end.0)..end.0)
}

/// The text after `span`: up to `chars` characters (code points), no grapheme cut.
#[must_use]
pub fn after(text: &Text, span: Span, chars: usize) -> &str {
    let start = span.end();
    let wanted = CharOffset(text.char_from_byte(start).0.saturating_add(chars));
    let end: ByteOffset = text.byte_from_char(wanted).unwrap_or(text.end());
    text.range(start.0..text.floor_grapheme(end).0.max(start.0))
}
