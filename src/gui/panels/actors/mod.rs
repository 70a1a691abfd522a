//! The register of actors: a list with a filter, and a page for each actor.

mod aliases;
mod attributes;
mod choose;
mod deeds;
mod fields;
mod kin;
mod list;
mod memory;
mod merge;
mod page;
mod place_row;
mod places;
mod row;
mod rows;
mod split;
mod tab;
mod twins;

pub use choose::Chooser;
pub use memory::ActorsView;
pub use tab::show;
