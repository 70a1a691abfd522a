//! Formats positions in a text in characters.

use crate::model::Annotation;
use crate::text::{Span, Text};

/// `402–429, 440–512`: the first character and one past the last, for each span.
#[must_use]
pub fn ranges(text: &Text, spans: impl Iterator<Item = Span>) -> String {
    let range = |span: Span| format!("{}–{}", text.char_from_byte(span.start()), text.char_from_byte(span.end()));
    spans.map(range).collect::<Vec<_>>().join(", ")
}

/// `characters 402–429`.
#[must_use]
pub fn characters(text: &Text, annotation: &Annotation) -> String {
    format!("characters {}", ranges(text, annotation.spans()))
}
