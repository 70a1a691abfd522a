//! Defines [`Fragment`] and [`LostFragment`]: one span of an annotation with its words.

use serde::{Deserialize, Serialize};

use crate::text::{Span, Text};

/// One span of an annotation with the words that stand there: the proof that its offsets are right.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fragment {
    pub span: Span,
    pub words: String,
}

impl Fragment {
    /// Takes the words from the text.
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
    /// Up to 32 characters on either side, as the file holds them.
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}
