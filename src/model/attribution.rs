//! Defines [`Attribution`]: who says it. Holds an actor's identity; the mention in the text is evidence.

use serde::{Deserialize, Serialize};

use super::{ActorId, AnnotationId};

/// Who speaks a quote, stands behind a claim, reports it or is addressed.
///
/// No attribution at all is an open question; [`Who::Unknown`] is an answer to it.
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
    /// The actor, when it is one.
    #[must_use]
    pub fn actor(&self) -> Option<&ActorId> {
        match self {
            Self::Actor(id) => Some(id),
            Self::Unnamed(_) | Self::Author | Self::Unknown => None,
        }
    }

    /// As tables write the kind of a speaker; `open` is for an empty slot.
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

/// One of those who say it, with the mention that shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    pub who: Who,
    /// The actor annotation of the same article in which the text names them.
    #[serde(default)]
    pub mention: Option<AnnotationId>,
}

impl Attribution {
    /// Without evidence.
    #[must_use]
    pub fn of(who: Who) -> Self {
        Self { who, mention: None }
    }
}
