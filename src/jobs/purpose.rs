//! Defines [`Purpose`]: what a search is for.

use super::search_text::Query;
use crate::model::{ActorId, ZoneKind};

/// What the rows of a review would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Mentions of this actor.
    Mentions(ActorId),
    /// Mentions in the open article, of the actor that each row tells.
    Names,
    /// Zones of this kind.
    Zones(ZoneKind),
    /// The hits of a search; what becomes of them is said when they are accepted.
    Search(Query),
}
