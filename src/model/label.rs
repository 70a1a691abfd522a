//! Defines [`Label`]: what an annotation marks.

use serde::{Deserialize, Serialize};

/// What an annotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Label {
    #[serde(rename = "Quote")]
    Quote,
    #[serde(rename = "Claim")]
    Claim,
    #[serde(rename = "Actor")]
    Actor,
}

impl Label {
    /// In the order of the label bar.
    pub const ALL: [Self; 3] = [Self::Quote, Self::Claim, Self::Actor];

    /// The name in tables and accessible names.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Claim => "claim",
            Self::Actor => "actor",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Quote => "Quote",
            Self::Claim => "Claim",
            Self::Actor => "Actor",
        }
    }
}
