//! Defines [`Suggestion`]: words that a person may accept as a quote or a claim, and [`NewName`].

use crate::suggest::speakers::Speaker;
use crate::text::{ByteOffset, Span};

/// What has fewer words is rather a part of a clause.
pub(in crate::suggest) const FEWEST_OF_CLAUSE: usize = 4;

/// A quote that a person may accept.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// In text order, apart. Never empty.
    pub fragments: Vec<Span>,
    pub kind: QuoteKind,
    pub cue: Option<Span>,
    /// Best first; empty if nobody is named near.
    pub speakers: Vec<Speaker>,
    /// What found it, in a few words.
    pub rule: &'static str,
    /// From 0 to 1.
    pub score: f32,
}

impl Suggestion {
    /// Where its first fragment starts and its last one ends; `None` if it has no fragments.
    #[must_use]
    pub fn extent(&self) -> Option<(ByteOffset, ByteOffset)> {
        Some((self.fragments.first()?.start(), self.fragments.last()?.end()))
    }
}

/// Whether the words are given in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuoteKind {
    Direct,
    Mixed,
    Indirect,
}

impl QuoteKind {
    /// As the codebook writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// A name that the register does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewName {
    pub span: Span,
    /// As it is there first, in full.
    pub name: String,
}
