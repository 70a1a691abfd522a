//! The journal of a set: every edit, durable within a frame, kept apart from the set; the history after a restart.

mod checksum;
mod frame;
mod recover;
mod segments;

pub use frame::Record;
pub use recover::{Recovery, recover};
pub use segments::Journal;
