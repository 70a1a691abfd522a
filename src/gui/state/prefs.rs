//! Defines [`Preferences`]: how a person likes the window. Kept in a file per person, never part of a set.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Recent sets that are kept.
const RECENT: usize = 9;

/// Light, dark, or as the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// How a person likes the window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own, told by its name")]
pub struct Preferences {
    pub theme: ThemeChoice,
    /// Of the whole window; 1 is the usual size.
    pub zoom: f32,
    /// Of the article's text, in points.
    pub text_size: f32,
    /// Of the article's text, as a multiple of its size.
    pub line_height: f32,
    /// Newest first.
    pub recent: Vec<PathBuf>,
    /// Under which name the person annotates in sets that have no entry in `annotators`.
    pub annotator: Option<String>,
    /// Who annotates in a set on this computer, by [`crate::gui::app::annotators::set_key`].
    pub annotators: BTreeMap<String, String>,
    pub articles_open: bool,
    pub side_open: bool,
    /// Ask whom a mention names when one is marked and the register does not tell.
    pub asks_who: bool,
    /// Quotation marks belong to a quotation that is selected by key.
    pub marks_in: bool,
    /// Keys that the person chose: the action's name, and how the key is written.
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
    /// Brings values that were written by hand or by another version back into range.
    pub fn sanitize(&mut self) {
        let within = |value: f32, low: f32, high: f32, usual: f32| if value.is_finite() { value.clamp(low, high) } else { usual };
        self.zoom = within(self.zoom, 0.5, 3.0, 1.0);
        self.text_size = within(self.text_size, 12.0, 40.0, 18.0);
        self.line_height = within(self.line_height, 1.2, 2.6, 1.68);
        self.recent.truncate(RECENT);
    }

    /// Puts a set at the head of the recent ones.
    pub fn remember(&mut self, set: &Path) {
        self.recent.retain(|known| known != set);
        self.recent.insert(0, set.to_owned());
        self.recent.truncate(RECENT);
    }
}
