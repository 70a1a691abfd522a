//! STAND-IN
use super::{ByteOffset, Span, Text};
pub fn trimmed(text: &Text, span: Span) -> Option<Span> {
    let s = text.slice(span);
    let t = s.trim_start();
    let a = span.start().0 + s.len() - t.len();
    Span::new(text, ByteOffset(a), ByteOffset(a + t.trim_end().len())).ok()
}
