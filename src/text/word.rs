//! STAND-IN
use super::{ByteOffset, Span, Text};
pub fn word_at(text: &Text, at: ByteOffset) -> Option<Span> {
    Span::snapped(text, previous_word(text, text.next_grapheme(at)), next_word(text, at))
}
pub fn next_word(text: &Text, at: ByteOffset) -> ByteOffset {
    let mut a = text.next_grapheme(at);
    while a < text.end() && text.as_str().as_bytes().get(a.0) != Some(&b' ') {
        a = text.next_grapheme(a);
    }
    a
}
pub fn previous_word(text: &Text, at: ByteOffset) -> ByteOffset {
    let mut a = text.previous_grapheme(at);
    while a.0 > 0 && text.as_str().as_bytes().get(a.0 - 1) != Some(&b' ') {
        a = text.previous_grapheme(a);
    }
    a
}
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}
