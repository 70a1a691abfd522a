//! Actors of the register: new ones, matches of a typed name, merging and splitting, review of names.

pub mod actor_matches;
pub mod actors;
pub(super) mod mention_words;
pub mod merge;
pub mod review_names;
