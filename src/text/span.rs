//! Defines [`Span`], one half-open range of a text, never empty, never inside a grapheme.

use serde::{Deserialize, Serialize};

use super::{ByteOffset, Text};

/// One half-open range of one text, in bytes.
///
/// ```text
///   H e l l o ,   w o r l d        a span lies between gaps:
///  0 1 2 3 4 5 6 7 8 9 …           (0, 5) is "Hello"; (5, 5) is empty, so it is no span
/// ```
///
/// A span is never empty, and in the text for which it was made it is in bounds and on grapheme boundaries.
///
/// ```
/// use dicta::text::{ByteOffset, Span, SpanError, Text};
///
/// let text = Text::new("Le cafe\u{301} ouvre.");
/// let span = Span::new(&text, ByteOffset(3), ByteOffset(9))?;
/// assert_eq!(text.slice(span), "cafe\u{301}");
/// // Between a letter and its accent there is no boundary.
/// assert_eq!(Span::new(&text, ByteOffset(3), ByteOffset(7)), Err(SpanError::InsideGrapheme));
/// # Ok::<(), SpanError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: ByteOffset,
    end: ByteOffset,
}

/// Why two offsets are not a span of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    #[error("a span must hold at least one character")]
    Empty,
    #[error("the span ends beyond the text")]
    OutOfBounds,
    #[error("the span begins or ends inside a character that is written as several")]
    InsideGrapheme,
}

impl Span {
    /// The span from `start` to `end`, both in bytes.
    ///
    /// # Errors
    /// If the range is empty or reversed, ends beyond the text, or cuts a grapheme.
    pub fn new(text: &Text, start: ByteOffset, end: ByteOffset) -> Result<Self, SpanError> {
        if start >= end {
            return Err(SpanError::Empty);
        }
        if end > text.end() {
            return Err(SpanError::OutOfBounds);
        }
        if !text.is_grapheme_boundary(start) || !text.is_grapheme_boundary(end) {
            return Err(SpanError::InsideGrapheme);
        }
        Ok(Self { start, end })
    }

    /// The smallest span that contains both offsets and cuts no grapheme; `None` if it would be empty.
    ///
    /// The offsets may be in either order, and anywhere, even beyond the text.
    #[must_use]
    pub fn snapped(text: &Text, a: ByteOffset, b: ByteOffset) -> Option<Self> {
        if a == b {
            return None;
        }
        let start = text.floor_grapheme(a.min(b));
        let end = text.ceil_grapheme(a.max(b));
        (start < end).then_some(Self { start, end })
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> ByteOffset {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> ByteOffset {
        self.end
    }

    /// Number of bytes; never 0.
    #[must_use]
    pub fn byte_len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Whether every byte of `other` is in this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the caret at `offset` touches this span, its two edges included.
    #[must_use]
    pub fn touches(self, offset: ByteOffset) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl Text {
    /// The text of a span. Empty if the span was made for another text and does not fit this one.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.range(span.start().0..span.end().0)
    }
}
