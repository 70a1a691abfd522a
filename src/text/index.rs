//! Maps byte offsets to characters, UTF-16 units and lines, and back, in O(log n).

use super::{ByteOffset, CharOffset};

/// Bytes between two checkpoints. A conversion reads at most this many.
const STEP: usize = 256;

/// Checkpoints of a text, with which offsets are converted without reading it from the start.
#[derive(Clone, Debug, Default)]
pub struct OffsetIndex {
    /// Counts at the first character boundary at or after each multiple of [`STEP`] bytes.
    checkpoints: Vec<Checkpoint>,
    /// The byte after each `\n`.
    line_starts: Vec<ByteOffset>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    byte: usize,
    chars: usize,
    utf16: usize,
}

impl OffsetIndex {
    /// Creates the index. Reads `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut line_starts = vec![ByteOffset::ZERO];
        let mut here = Checkpoint::default();
        let mut next = 0;
        for c in text.chars() {
            if here.byte >= next {
                checkpoints.push(here);
                next += STEP;
            }
            here.byte += c.len_utf8();
            here.chars += 1;
            here.utf16 += c.len_utf16();
            if c == '\n' {
                line_starts.push(ByteOffset(here.byte));
            }
        }
        if checkpoints.is_empty() {
            checkpoints.push(here);
        }
        Self { checkpoints, line_starts }
    }

    /// Characters before `byte`. For an offset inside a character or beyond the text, those that end before it.
    #[must_use]
    pub fn char_from_byte(&self, text: &str, byte: ByteOffset) -> CharOffset {
        let (from, rest) = self.rest_before(text, byte);
        CharOffset(from.chars + rest.chars().count())
    }

    /// UTF-16 units before `byte`.
    #[must_use]
    pub fn utf16_from_byte(&self, text: &str, byte: ByteOffset) -> usize {
        let (from, rest) = self.rest_before(text, byte);
        from.utf16 + rest.chars().map(char::len_utf16).sum::<usize>()
    }

    /// The byte at which character `wanted` begins; `None` if the text has fewer characters.
    #[must_use]
    pub fn byte_from_char(&self, text: &str, wanted: CharOffset) -> Option<ByteOffset> {
        let at = self.checkpoints.partition_point(|c| c.chars <= wanted.0).saturating_sub(1);
        let from = self.checkpoints.get(at).copied().unwrap_or_default();
        let rest = text.get(from.byte..)?;
        let mut chars = rest.chars();
        if let Some(last) = (wanted.0 - from.chars).checked_sub(1) {
            chars.nth(last)?;
        }
        Some(ByteOffset(text.len() - chars.as_str().len()))
    }

    /// The line that holds `byte`, counted from 1.
    #[must_use]
    pub fn line_from_byte(&self, byte: ByteOffset) -> usize {
        self.line_starts.partition_point(|&start| start <= byte)
    }

    /// Where each line begins, in bytes; never empty.
    #[must_use]
    pub fn line_starts(&self) -> &[ByteOffset] {
        &self.line_starts
    }

    fn rest_before<'t>(&self, text: &'t str, byte: ByteOffset) -> (Checkpoint, &'t str) {
        let mut end = byte.0.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let at = self.checkpoints.partition_point(|c| c.byte <= end).saturating_sub(1);
        let from = self.checkpoints.get(at).copied().unwrap_or_default();
        (from, text.get(from.byte..end).unwrap_or_default())
    }
}
