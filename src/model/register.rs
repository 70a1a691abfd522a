//! Defines [`Register`]: the actors that all articles of the set share.

use super::ActorId;
use super::document::Unknown;

/// The actors of the set, sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    pub actors: Vec<Actor>,
    /// Fields of a newer Dicta, kept as they were.
    pub unknown: Unknown,
}

/// A person, organisation, group or outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub id: ActorId,
    pub name: String,
    /// Fields of a newer Dicta, kept as they were.
    pub unknown: Unknown,
}

impl Register {
    /// The actor with that id.
    #[must_use]
    pub fn get(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.binary_search_by(|actor| actor.id.cmp(id)).ok().and_then(|at| self.actors.get(at))
    }
}
