//! Defines [`Preferences`]: settings of a person on this computer, kept in a file, never part of a set.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Number of recent sets that are kept.
const RECENT: usize = 9;

/// Light, dark, or the system's theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The settings of a person on this computer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an independent switch")]
pub struct Preferences {
    pub theme: ThemeChoice,
    /// Zoom factor of the whole window; 1 is the default.
    pub zoom: f32,
    /// Size of the article's text, in points.
    pub text_size: f32,
    /// Line height of the article's text, as a multiple of its size.
    pub line_height: f32,
    /// Recent sets, newest first.
    pub recent: Vec<PathBuf>,
    /// The annotator's name in sets that have no entry in `annotators`.
    pub annotator: Option<String>,
    /// The annotator of each set on this computer, by [`crate::gui::app::annotators::set_key`].
    pub annotators: BTreeMap<String, String>,
    pub articles_open: bool,
    pub side_open: bool,
    /// Whether to ask for the actor of a tagged mention if the register has no clear match.
    pub asks_who: bool,
    /// Whether a quotation selected by key includes its quotation marks.
    pub marks_in: bool,
    /// Keys that were changed: the action's id, and the key in its stored form.
    pub keys: BTreeMap<String, String>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            zoom: 1.0,
            text_size: 18.0,
            line_height: 1.68,
            recent: Vec::new(),
            annotator: None,
            annotators: BTreeMap::new(),
            articles_open: true,
            side_open: true,
            asks_who: true,
            marks_in: true,
            keys: BTreeMap::new(),
        }
    }
}

impl Preferences {
    /// Brings values that were edited by hand or written by another version into range.
    pub fn sanitize(&mut self) {
        let within = |value: f32, low: f32, high: f32, usual: f32| if value.is_finite() { value.clamp(low, high) } else { usual };
        self.zoom = within(self.zoom, 0.5, 3.0, 1.0);
        self.text_size = within(self.text_size, 12.0, 40.0, 18.0);
        self.line_height = within(self.line_height, 1.2, 2.6, 1.68);
        self.recent.truncate(RECENT);
    }

    /// Moves a set to the front of the recent ones.
    pub fn remember(&mut self, set: &Path) {
        self.recent.retain(|known| known != set);
        self.recent.insert(0, set.to_owned());
        self.recent.truncate(RECENT);
    }
}
