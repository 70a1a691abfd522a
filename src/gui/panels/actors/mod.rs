//! The register of actors: a list with a filter, and a page for each actor.

mod actions;
mod aliases;
mod attributes;
mod choose;
mod field_commands;
mod fields;
mod list;
mod merge;
mod page;
mod place_row;
mod places;
mod related;
mod row;
mod rows;
mod split;
mod state;
mod tab;
mod twins;

pub use choose::Chooser;
pub use state::ActorsView;
pub use tab::show;
