//! The suggestions of the open article, and walking through them.

pub mod candidates;
pub mod walk;
