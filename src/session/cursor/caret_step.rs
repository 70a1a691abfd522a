//! Defines [`CaretStep`], one step of the caret or of an edge through a text, and [`Edge`].

use crate::text::{ByteOffset, Text, sentence, word};

/// An end of a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    Start,
    End,
}

/// One step of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaretStep {
    Left,
    Right,
    WordLeft,
    WordRight,
    SentenceLeft,
    SentenceRight,
    ParagraphUp,
    ParagraphDown,
    TextStart,
    TextEnd,
}

impl CaretStep {
    /// Where the caret comes to, from `at`, in bytes.
    #[must_use]
    pub fn from(self, text: &Text, at: ByteOffset) -> ByteOffset {
        match self {
            Self::Left => text.previous_grapheme(at),
            Self::Right => text.next_grapheme(at),
            Self::WordLeft => word::previous_word(text, at),
            Self::WordRight => word::next_word(text, at),
            Self::SentenceLeft => sentence::previous_sentence(text, at),
            Self::SentenceRight => sentence::next_sentence(text, at),
            Self::ParagraphUp => paragraph_up(text, at),
            Self::ParagraphDown => paragraph_down(text, at),
            Self::TextStart => ByteOffset::ZERO,
            Self::TextEnd => text.end(),
        }
    }
}

impl CaretStep {
    /// Where an edge comes to, from `at`: as the caret, but never next to a space or a line break inside the span. These are
    /// passed over in the direction of the step. Returns `at` if nothing visible is left on that side.
    #[must_use]
    pub fn edge_from(self, text: &Text, at: ByteOffset, edge: Edge) -> ByteOffset {
        let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let mut place = self.from(text, at);
        let forward = place > at;
        let hangs = |place: ByteOffset| match edge {
            Edge::Start => is_space(text.range(place.0..text.end().0).chars().next()),
            Edge::End => is_space(text.range(0..place.0).chars().next_back()),
        };
        while hangs(place) {
            let next = if forward { text.next_grapheme(place) } else { text.previous_grapheme(place) };
            if next == place {
                return at;
            }
            place = next;
        }
        match edge {
            Edge::Start if place == text.end() => at,
            Edge::End if place == ByteOffset::ZERO => at,
            _ => place,
        }
    }
}

/// The beginning of the paragraph, or of the one above; blank lines are passed over.
fn paragraph_up(text: &Text, at: ByteOffset) -> ByteOffset {
    let here = text.paragraph_at(at);
    let above = (0..=here).rev().map(|n| text.paragraph(n)).find(|p| !p.is_empty() && p.start < at.0);
    above.map_or(ByteOffset::ZERO, |p| ByteOffset(p.start))
}

/// The beginning of the next paragraph that is not blank, or the end of the text.
fn paragraph_down(text: &Text, at: ByteOffset) -> ByteOffset {
    let here = text.paragraph_at(at);
    let below = (here + 1..text.paragraph_count()).map(|n| text.paragraph(n)).find(|p| !p.is_empty());
    below.map_or(text.end(), |p| ByteOffset(p.start))
}
