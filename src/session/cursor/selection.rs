//! Defines [`Selection`]: where the caret is, and what is selected.

use crate::text::{ByteOffset, Span, Text, trim};

/// A caret with an anchor, in bytes, both on grapheme boundaries. Equal: nothing is selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where selecting began.
    pub anchor: ByteOffset,
    /// Where the caret is; may lie before the anchor.
    pub head: ByteOffset,
}

impl Selection {
    /// The caret alone.
    #[must_use]
    pub fn caret(at: ByteOffset) -> Self {
        Self { anchor: at, head: at }
    }

    /// Whether nothing is selected.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.anchor == self.head
    }

    /// What is selected, as it was drawn.
    #[must_use]
    pub fn span(self, text: &Text) -> Option<Span> {
        Span::snapped(text, self.anchor, self.head)
    }

    /// What is selected, without outer white space: what a label would mark.
    #[must_use]
    pub fn trimmed(self, text: &Text) -> Option<Span> {
        trim::trimmed(text, self.span(text)?)
    }
}
