//! Defines [`Status`]: how far an annotator has come with an article.

use super::Layer;

/// How far an annotator has come with an article. “Read, but nothing found” differs from “not read”.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    #[default]
    Untouched,
    InProgress,
    Done,
    DoneNothingFound,
}

impl Status {
    /// Derives the status from an annotator's layer; `None` means `Untouched`.
    #[must_use]
    pub fn of(layer: Option<&Layer>) -> Self {
        match layer {
            None => Self::Untouched,
            Some(layer) if layer.is_untouched() => Self::Untouched,
            Some(layer) if !layer.done => Self::InProgress,
            Some(layer) if layer.annotations().is_empty() && layer.lost.is_empty() => Self::DoneNothingFound,
            Some(_) => Self::Done,
        }
    }

    /// The name in tables and in the interface.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Untouched => "untouched",
            Self::InProgress => "in progress",
            Self::Done => "done",
            Self::DoneNothingFound => "done, nothing found",
        }
    }
}
