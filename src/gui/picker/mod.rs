//! The actor picker: chooses a speaker, a source or the actor of a mention by digit, by typing, or by click.

pub mod choose;
pub mod keys;
pub mod popup;
mod present;
pub mod row;
pub mod rows;
pub mod state;
pub mod target;

pub use popup::show;
pub use state::Picker;
pub use target::{Request, Target};
