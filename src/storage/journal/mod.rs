//! The journal of a set: every edit, on the local disk at once, kept apart from the set; the history after a restart.
//!
//! A journal is a folder of segments. Each segment can be read alone: `frame` says what it looks like, `pack` how an
//! entry is written as a difference from what the segment already holds.

mod ballast;
mod contents;
mod disk_wait;
mod files;
mod frame;
mod pack;
mod patch;
mod place;
mod recover;
mod segments;
mod state;

pub use contents::Contents;
pub use disk_wait::DiskWait;
pub use place::Place;
pub use recover::{Conflict, Recovery, recover};
pub use segments::Journal;
