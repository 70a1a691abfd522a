//! The register of actors: a list with a filter, and a page for each actor.

mod actions;
mod aliases;
mod appearance_row;
mod appearances;
mod attributes;
mod choose;
mod duplicates;
mod field_commands;
mod fields;
mod list;
mod merge;
mod page;
mod related;
mod row;
mod rows;
mod split;
mod state;
mod tab;

pub use choose::Chooser;
pub use state::ActorsView;
pub use tab::show;
