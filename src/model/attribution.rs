//! Defines [`Attribution`]: who says it. It stores an actor's identity; the mention in the text is only evidence.

use serde::{Deserialize, Serialize};

use super::{ActorId, AnnotationId};

/// The speaker of a quote, the source of a claim, or one who reports it or is addressed.
///
/// Without any attribution, the question is open; [`Who::Unknown`] is an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Who {
    /// An actor of the register.
    Actor(ActorId),
    /// A source without a name, in the article's words: `two diplomatic sources`.
    Unnamed(String),
    /// The article's own voice.
    Author,
    /// The article does not say, and a person has looked.
    Unknown,
}

impl Who {
    /// The actor; `None` for all other variants.
    #[must_use]
    pub fn actor(&self) -> Option<&ActorId> {
        match self {
            Self::Actor(id) => Some(id),
            Self::Unnamed(_) | Self::Author | Self::Unknown => None,
        }
    }

    /// The name in tables. For an annotation without attribution, tables write `open`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Actor(_) => "actor",
            Self::Unnamed(_) => "unnamed",
            Self::Author => "author",
            Self::Unknown => "unknown",
        }
    }
}

/// One speaker, source, reporter or addressee, with the mention that shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    pub who: Who,
    /// The actor annotation of the same article in which the text names them.
    #[serde(default)]
    pub mention: Option<AnnotationId>,
}

impl Attribution {
    /// An attribution without evidence.
    #[must_use]
    pub fn of(who: Who) -> Self {
        Self { who, mention: None }
    }
}
