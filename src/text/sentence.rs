//! STAND-IN
use super::{ByteOffset, Span, Text};
pub fn sentence_at(text: &Text, at: ByteOffset) -> Option<Span> {
    let p = text.paragraph(text.paragraph_at(at));
    Span::snapped(text, ByteOffset(p.start), ByteOffset(p.end))
}
pub fn next_sentence(text: &Text, at: ByteOffset) -> ByteOffset {
    super::word::next_word(text, at)
}
pub fn previous_sentence(text: &Text, at: ByteOffset) -> ByteOffset {
    super::word::previous_word(text, at)
}
