//! Actors of the register: new ones, matches of a typed name, merging and splitting, names to look through.

pub(super) mod actor_matches;
pub mod actors;
pub mod merge;
pub mod naming;
pub(super) mod review_names;
