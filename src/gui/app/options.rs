//! Defines [`Options`]: the options with which the window is started.

use std::path::PathBuf;
use std::sync::Arc;

use super::stop::Stop;
use crate::gui::state::clock::Clock;
use crate::host::{Disk, Fs, app_dirs};
use crate::model::Annotator;

/// The options with which the window is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// For journals, locks and the log of panics.
    pub state_dir: PathBuf,
    /// The file of the preferences. `None` if they are not saved.
    pub preferences: Option<PathBuf>,
    /// What to open: a set, or article files and folders.
    pub paths: Vec<PathBuf>,
    /// The annotator. `None` for the last one, or the logged-in user.
    pub annotator: Option<Annotator>,
    pub clock: Clock,
    /// The file system for sets and journals; tests replace it by a faulty one.
    pub disk: Arc<dyn Fs>,
    /// The request of the system to end the window.
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
