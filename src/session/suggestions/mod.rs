//! The suggestions of the open article, and walking through them.

pub mod state;
pub mod walk;
