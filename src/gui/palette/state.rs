//! Defines [`PaletteView`]: what the palette shows and remembers until the window closes.

use std::collections::VecDeque;

use super::found;
use super::row::{Choice, Row};
use super::score::Query;
use super::titles::Titles;
use crate::gui::state::prefs::Preferences;
use crate::session::{Keymap, Session};

/// Things chosen lately that are remembered.
const RECENT: usize = 5;

/// What the palette shows and remembers until the window closes.
#[derive(Debug, Default)]
pub struct PaletteView {
    pub(super) typed: String,
    /// The row that Enter takes.
    pub(super) lit: usize,
    pub(super) rows: Vec<Row>,
    /// Whether the row that is lit is to be brought into view.
    pub(super) reveal: bool,
    pub(super) titles: Titles,
    pub(super) recent: VecDeque<Choice>,
    /// For what the rows were made.
    made_for: Option<(String, u64)>,
}

impl PaletteView {
    /// Begins anew; what was chosen lately stays.
    pub fn begin(&mut self) {
        self.typed.clear();
        self.rows.clear();
        self.made_for = None;
        self.lit = 0;
    }

    /// Looks again when something else was typed or the set is another.
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

    /// Remembers what was chosen.
    pub(super) fn remember(&mut self, choice: &Choice) {
        self.recent.retain(|known| known != choice);
        self.recent.push_front(choice.clone());
        self.recent.truncate(RECENT);
    }
}
