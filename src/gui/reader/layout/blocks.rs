//! Splits a text into blocks, each laid out as one galley: a paragraph, or a part of a very long one.

use std::ops::Range;

use crate::text::{ByteOffset, Text};

/// Maximum length of a block, in bytes. Laying out a galley takes time in its length, so very long lines are split.
const LONGEST: usize = 2_400;

/// A part of the text that is laid out as one galley.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Byte range in the article, without the `\n`.
    pub bytes: Range<usize>,
    /// Whether it ends its paragraph.
    pub ends_paragraph: bool,
}

/// The blocks of a text, in order, separated by `\n` or nothing. Never empty.
#[must_use]
pub fn cut(text: &Text) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(text.paragraph_count());
    for number in 0..text.paragraph_count() {
        let paragraph = text.paragraph(number);
        let mut start = paragraph.start;
        while paragraph.end - start > LONGEST {
            let end = cut_before(text, start, start + LONGEST);
            blocks.push(Block { bytes: start..end, ends_paragraph: false });
            start = end;
        }
        blocks.push(Block { bytes: start..paragraph.end, ends_paragraph: true });
    }
    blocks
}

/// The last position before `limit` at which a line may break: after white space, or else between graphemes.
fn cut_before(text: &Text, start: usize, limit: usize) -> usize {
    let limit = text.floor_grapheme(ByteOffset(limit)).0;
    let piece = text.range(start..limit);
    let space = piece.char_indices().rev().find(|(_, c)| c.is_whitespace() && *c != '\u{a0}' && *c != '\u{202f}');
    match space {
        Some((at, c)) if at > 0 => start + at + c.len_utf8(),
        // A grapheme longer than a block is not split.
        _ if limit <= start => text.ceil_grapheme(ByteOffset(start + LONGEST)).0,
        _ => limit,
    }
}

/// The block that contains the caret at `byte`.
#[must_use]
pub fn block_at(blocks: &[Block], byte: ByteOffset) -> usize {
    blocks.partition_point(|block| block.bytes.start <= byte.0).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_cover_the_text_in_order() {
        let long = "mot ".repeat(5_000);
        for source in ["", "\n", "a\n\nb", &long, &"x".repeat(9_000), &"👩🏽‍🌾".repeat(900)] {
            let text = Text::new(source);
            let end = |b: &Block| if b.ends_paragraph { "\n" } else { "" };
            let joined: Vec<&str> = cut(&text).iter().flat_map(|b| [text.range(b.bytes.clone()), end(b)]).collect();
            let joined = joined.concat();
            assert_eq!(joined, format!("{source}\n"));
            assert!(cut(&text).iter().all(|b| b.bytes.len() <= LONGEST + 64));
        }
    }
}
