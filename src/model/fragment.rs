//! Defines [`Fragment`] and [`LostFragment`]: one span of an annotation with its words.

use serde::{Deserialize, Serialize};

use crate::text::{Span, Text};

/// One span of an annotation with its words, which prove that the offsets are right.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fragment {
    pub span: Span,
    pub words: String,
}

impl Fragment {
    /// The fragment for `span`, with its words taken from `text`.
    #[must_use]
    pub fn new(text: &Text, span: Span) -> Self {
        Self { span, words: text.slice(span).to_owned() }
    }
}

/// One span of a [`Lost`](super::Lost) annotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostFragment {
    /// Half-open, in characters.
    pub chars: (usize, usize),
    pub words: String,
    /// At most 32 characters of context on either side, from the file.
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}
