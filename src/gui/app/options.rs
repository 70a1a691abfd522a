//! Defines [`Options`]: what the window is started with.

use std::path::PathBuf;
use std::sync::Arc;

use super::stop::Stop;
use crate::gui::state::clock::Clock;
use crate::host::{Disk, Fs, app_dirs};
use crate::model::Annotator;

/// What the window is started with.
#[derive(Clone, Debug)]
pub struct Options {
    /// For journals, locks and the log of panics.
    pub state_dir: PathBuf,
    /// The file of the preferences; `None`: they are not kept.
    pub preferences: Option<PathBuf>,
    /// What to open: a set, or article files and folders.
    pub paths: Vec<PathBuf>,
    /// The person who annotates; `None`: the one of last time, or the one who is logged in.
    pub annotator: Option<Annotator>,
    pub clock: Clock,
    /// Through which sets and journals are written; tests put a faulty one in its place.
    pub disk: Arc<dyn Fs>,
    /// By which the system asks the window to end.
    pub stop: Stop,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            state_dir: app_dirs::state_dir(),
            preferences: None,
            paths: Vec::new(),
            annotator: None,
            clock: Clock::System,
            disk: Arc::new(Disk),
            stop: Stop::default(),
        }
    }
}
