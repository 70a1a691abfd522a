//! Defines [`Link`]: a typed relation between two annotations, in one article or across articles and languages.

use serde::{Deserialize, Serialize};

use super::{AnnotationId, ArticleId, Label, LinkId};

/// The kind of relation between two annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LinkKind {
    /// The same words or the same assertion, in another article or language.
    #[serde(rename = "SameStatement")]
    SameStatement,
    /// Different people hold the same position.
    #[serde(rename = "SamePosition")]
    SamePosition,
    /// The first is a reason to believe the second.
    #[serde(rename = "Supports")]
    Supports,
    /// Two independent claims assert the same.
    #[serde(rename = "Corroborates")]
    Corroborates,
    /// Both cannot be true.
    #[serde(rename = "Contradicts")]
    Contradicts,
    /// They disagree without excluding each other.
    #[serde(rename = "Tension")]
    Tension,
    /// The same words are credited to different people.
    #[serde(rename = "AttributionConflict")]
    AttributionConflict,
}

impl LinkKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::SameStatement,
        Self::SamePosition,
        Self::Supports,
        Self::Corroborates,
        Self::Contradicts,
        Self::Tension,
        Self::AttributionConflict,
    ];

    /// The name in tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameStatement => "same_statement",
            Self::SamePosition => "same_position",
            Self::Supports => "supports",
            Self::Corroborates => "corroborates",
            Self::Contradicts => "contradicts",
            Self::Tension => "tension",
            Self::AttributionConflict => "attribution_conflict",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::SameStatement => "same statement",
            Self::SamePosition => "same position",
            Self::Supports => "supports",
            Self::Corroborates => "corroborates",
            Self::Contradicts => "contradicts",
            Self::Tension => "tension",
            Self::AttributionConflict => "attribution conflict",
        }
    }

    /// The name in the interface, seen from the other end.
    #[must_use]
    pub fn title_from_target(self) -> &'static str {
        if self == Self::Supports { "supported by" } else { self.title() }
    }

    /// A short symbol for margins.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::SameStatement => "=",
            Self::SamePosition => "≈",
            Self::Supports => "→",
            Self::Corroborates => "+",
            Self::Contradicts => "≠",
            Self::Tension => "~",
            Self::AttributionConflict => "?",
        }
    }

    /// Whether the relation is symmetric. Such a link is stored once.
    #[must_use]
    pub fn is_symmetric(self) -> bool {
        self != Self::Supports
    }

    /// Checks whether such a link may lead from one label to the other.
    ///
    /// # Errors
    /// If it may not; the reason, as a clause.
    pub fn check(self, from: Label, to: Label) -> Result<(), String> {
        let fits = match self {
            Self::SameStatement => from == to && from != Label::Actor,
            Self::SamePosition | Self::AttributionConflict => (from, to) == (Label::Quote, Label::Quote),
            Self::Supports | Self::Corroborates => (from, to) == (Label::Claim, Label::Claim),
            Self::Contradicts | Self::Tension => from != Label::Actor && to != Label::Actor,
        };
        if fits {
            return Ok(());
        }
        let wants = match self {
            Self::SameStatement => "two quotes or two claims",
            Self::SamePosition | Self::AttributionConflict => "two quotes",
            Self::Supports | Self::Corroborates => "two claims",
            Self::Contradicts | Self::Tension => "quotes or claims",
        };
        Err(format!("“{}” ties {wants}, and these are a {} and a {}", self.title(), from.as_str(), to.as_str()))
    }

    /// The kinds that may lead from one label to the other, in the order in which they are offered.
    pub fn between(from: Label, to: Label) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |kind| kind.check(from, to).is_ok())
    }
}

/// A link, stored with the annotation at which it starts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub id: LinkId,
    pub kind: LinkKind,
    /// The article of the other end.
    pub article: ArticleId,
    pub to: AnnotationId,
    #[serde(default)]
    pub note: String,
}
