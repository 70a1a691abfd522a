//! Defines [`SearchAct`]: what is made of the ticked hits of a search.

use crate::model::{ActorId, Label};

/// What is made of the ticked hits of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchAct {
    /// Annotations with this label.
    Tag(Label),
    /// Mentions of this actor.
    Mention(ActorId),
    /// Mentions of a new actor of that name.
    MentionNew(String),
    /// Quotes and claims around the hits are attributed to this actor; mentions around them name it.
    Credit(ActorId),
    /// The annotations around the hits are deleted.
    Delete,
}
