//! The journal of a set: every edit, written to the local disk at once. It also restores the history after a restart.
//!
//! A journal is a folder of segments. Each segment can be read by itself: `frame` defines its layout, `pack` how an entry is
//! written as a difference from earlier entries of the segment.

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
