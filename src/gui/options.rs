//! Defines [`Options`]: what the window is started with.

use std::path::PathBuf;

use super::clock::Clock;
use crate::host::places;
use crate::model::Annotator;

/// What the window is started with.
#[derive(Clone, Debug)]
pub struct Options {
    /// For journals and locks.
    pub state_dir: PathBuf,
    /// What to open: a set, or article files and folders.
    pub paths: Vec<PathBuf>,
    /// The person who annotates; nothing: the one of last time, or the one who is logged in.
    pub annotator: Option<Annotator>,
    pub clock: Clock,
}

impl Default for Options {
    fn default() -> Self {
        Self { state_dir: places::state_dir(), paths: Vec::new(), annotator: None, clock: Clock::System }
    }
}
