//! Defines [`PaletteView`]: what the palette shows and remembers until the window closes.

use std::collections::VecDeque;

use super::found;
use super::row::{Choice, Row};
use super::score::Query;
use super::titles::Titles;
use crate::gui::state::prefs::Preferences;
use crate::session::{Keymap, Session};

/// Number of recent choices that are kept.
const RECENT: usize = 5;

/// What the palette shows and remembers until the window closes.
#[derive(Debug, Default)]
pub struct PaletteView {
    pub(super) typed: String,
    /// The index of the row that Enter chooses.
    pub(super) lit: usize,
    pub(super) rows: Vec<Row>,
    /// Whether the highlighted row is to be scrolled into view.
    pub(super) reveal: bool,
    pub(super) titles: Titles,
    pub(super) recent: VecDeque<Choice>,
    /// The input for which the rows were made.
    made_for: Option<(String, u64)>,
}

impl PaletteView {
    /// Clears the field; recent choices are kept.
    pub fn begin(&mut self) {
        self.typed.clear();
        self.rows.clear();
        self.made_for = None;
        self.lit = 0;
    }

    /// Updates the rows if the typed text or the set has changed.
    pub(super) fn refresh(&mut self, session: Option<&Session>, prefs: &Preferences, keys: &Keymap) {
        let now = (self.typed.clone(), session.map_or(0, Session::revision));
        if self.made_for.as_ref() == Some(&now) {
            return;
        }
        if let Some(session) = session {
            self.titles.update(session);
        }
        let query = Query::new(&self.typed);
        let search = found::Search { session, prefs, keys };
        self.rows =
            if query.is_empty() { search.proposals(&self.recent) } else { search.find(&query, &self.typed, &self.titles) };
        self.made_for = Some(now);
        self.lit = 0;
        self.reveal = true;
    }

    /// Adds a recent choice.
    pub(super) fn remember(&mut self, choice: &Choice) {
        self.recent.retain(|known| known != choice);
        self.recent.push_front(choice.clone());
        self.recent.truncate(RECENT);
    }
}
