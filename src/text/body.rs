//! Defines [`Text`], one immutable text with its offset index and its paragraphs.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use unicode_segmentation::GraphemeCursor;

use super::index::OffsetIndex;
use super::letters::Letters;
use super::{ByteOffset, CharOffset};

/// One immutable text: UTF-8, lines ended by `\n`. Cheap to clone.
#[derive(Clone)]
pub struct Text {
    inner: Arc<Inner>,
}

struct Inner {
    string: Box<str>,
    index: OffsetIndex,
    letters: OnceLock<Letters>,
}

impl Text {
    /// Creates a text and its index. Reads `string` once.
    #[must_use]
    pub fn new(string: impl Into<Box<str>>) -> Self {
        let string = string.into();
        let index = OffsetIndex::new(&string);
        Self { inner: Arc::new(Inner { string, index, letters: OnceLock::new() }) }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.inner.string
    }

    /// The characters of the text beyond ASCII. Collected on the first call, then kept.
    #[must_use]
    pub fn letters(&self) -> &Letters {
        self.inner.letters.get_or_init(|| Letters::of(self.as_str()))
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(&self) -> ByteOffset {
        ByteOffset(self.inner.string.len())
    }

    /// Number of characters (Unicode code points).
    #[must_use]
    pub fn char_count(&self) -> usize {
        self.char_from_byte(self.end()).0
    }

    /// The text of a byte range. Empty if the range is out of bounds or cuts a character.
    #[must_use]
    pub fn range(&self, bytes: Range<usize>) -> &str {
        self.inner.string.get(bytes).unwrap_or_default()
    }

    /// Characters before `byte`.
    #[must_use]
    pub fn char_from_byte(&self, byte: ByteOffset) -> CharOffset {
        self.inner.index.char_from_byte(self.as_str(), byte)
    }

    /// UTF-16 units before `byte`.
    #[must_use]
    pub fn utf16_from_byte(&self, byte: ByteOffset) -> usize {
        self.inner.index.utf16_from_byte(self.as_str(), byte)
    }

    /// The byte at which character `offset` begins; `None` if it is beyond the text.
    #[must_use]
    pub fn byte_from_char(&self, offset: CharOffset) -> Option<ByteOffset> {
        self.inner.index.byte_from_char(self.as_str(), offset)
    }

    /// The line that holds `byte`, counted from 1.
    #[must_use]
    pub fn line_from_byte(&self, byte: ByteOffset) -> usize {
        self.inner.index.line_from_byte(byte)
    }

    /// Number of paragraphs: one a line, blank lines included. At least 1.
    #[must_use]
    pub fn paragraph_count(&self) -> usize {
        self.inner.index.line_starts().len()
    }

    /// The bytes of paragraph `number` (from 0), without its `\n`; empty beyond the last.
    #[must_use]
    pub fn paragraph(&self, number: usize) -> Range<usize> {
        let starts = self.inner.index.line_starts();
        let start = starts.get(number).map_or(self.end().0, |s| s.0);
        let end = starts.get(number + 1).map_or(self.end().0, |next| next.0 - 1);
        start..end.max(start)
    }

    /// The paragraph (from 0) that holds `byte`; its `\n` belongs to it.
    #[must_use]
    pub fn paragraph_at(&self, byte: ByteOffset) -> usize {
        self.line_from_byte(byte) - 1
    }

    /// Whether a caret may stand at `byte`.
    #[must_use]
    pub fn is_grapheme_boundary(&self, byte: ByteOffset) -> bool {
        let bytes = self.as_str().as_bytes();
        if let Some(&[before, after]) = byte.0.checked_sub(1).and_then(|from| bytes.get(from..=byte.0))
            && before.is_ascii()
            && after.is_ascii()
        {
            // Within ASCII the only grapheme of two characters is a Windows line end.
            return (before, after) != (b'\r', b'\n');
        }
        byte <= self.end()
            && self.as_str().is_char_boundary(byte.0)
            && GraphemeCursor::new(byte.0, self.end().0, true).is_boundary(self.as_str(), 0).unwrap_or(false)
    }

    /// The last grapheme boundary at or before `byte`.
    #[must_use]
    pub fn floor_grapheme(&self, byte: ByteOffset) -> ByteOffset {
        let mut at = byte.0.min(self.end().0);
        while !self.as_str().is_char_boundary(at) {
            at -= 1;
        }
        if self.is_grapheme_boundary(ByteOffset(at)) { ByteOffset(at) } else { self.previous_grapheme(ByteOffset(at)) }
    }

    /// The first grapheme boundary at or after `byte`.
    #[must_use]
    pub fn ceil_grapheme(&self, byte: ByteOffset) -> ByteOffset {
        let floor = self.floor_grapheme(byte);
        if floor >= byte.min(self.end()) { floor } else { self.next_grapheme(floor) }
    }

    /// The grapheme boundary after `byte`, or the end of the text.
    #[must_use]
    pub fn next_grapheme(&self, byte: ByteOffset) -> ByteOffset {
        let at = byte.0.min(self.end().0);
        let mut cursor = GraphemeCursor::new(at, self.end().0, true);
        cursor.next_boundary(self.as_str(), 0).ok().flatten().map_or(self.end(), ByteOffset)
    }

    /// The grapheme boundary before `byte`, or the start of the text.
    #[must_use]
    pub fn previous_grapheme(&self, byte: ByteOffset) -> ByteOffset {
        let at = byte.0.min(self.end().0);
        let mut cursor = GraphemeCursor::new(at, self.end().0, true);
        cursor.prev_boundary(self.as_str(), 0).ok().flatten().map_or(ByteOffset::ZERO, ByteOffset)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner) || self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Text({} bytes)", self.end().0)
    }
}
