//! Checks every invariant of a set and reports where one is broken.

pub mod actors;
pub mod breach;
pub mod details;
pub mod ids;
pub mod links;

pub use breach::{About, Breach};
