//! Defines [`Purpose`]: what a search is for.

use super::search_text::Query;
use crate::model::{ActorId, ZoneKind};

/// What the rows of a review become when they are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Mentions of this actor.
    Mentions(ActorId),
    /// Mentions in the open article, each of the actor of its row.
    Names,
    /// Zones of this kind.
    Zones(ZoneKind),
    /// The hits of a search; the command that accepts them decides what they become.
    Search(Query),
}
