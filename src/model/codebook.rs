//! Defines [`Codebook`]: what each label means, in the analyst's own words.

use super::Label;
use super::document::Unknown;

/// The guideline of each label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    pub guidelines: Vec<Guideline>,
    /// Fields of a newer Dicta, kept as they were.
    pub unknown: Unknown,
}

/// What to mark with one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guideline {
    pub label: Label,
    pub text: String,
    /// Fields of a newer Dicta, kept as they were.
    pub unknown: Unknown,
}

impl Codebook {
    /// The guideline of a label; empty when the codebook has none.
    #[must_use]
    pub fn guideline(&self, label: Label) -> &str {
        self.guidelines.iter().find(|g| g.label == label).map_or("", |g| g.text.as_str())
    }
}
