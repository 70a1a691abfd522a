//! Defines [`Setting`]: a setting that the palette can change.

use crate::gui::state::prefs::{Preferences, ThemeChoice};

/// A setting that Enter changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    Theme(ThemeChoice),
    AsksWho,
    MarksIn,
}

impl Setting {
    pub(super) const ALL: [Self; 5] = [
        Self::Theme(ThemeChoice::Light),
        Self::Theme(ThemeChoice::Dark),
        Self::Theme(ThemeChoice::System),
        Self::AsksWho,
        Self::MarksIn,
    ];

    /// Its name.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Theme(ThemeChoice::Light) => "Light theme",
            Self::Theme(ThemeChoice::Dark) => "Dark theme",
            Self::Theme(ThemeChoice::System) => "System theme",
            Self::AsksWho => "Ask which actor a mention refers to",
            Self::MarksIn => "Include quotation marks in quotes",
        }
    }

    /// Its current value, as text.
    pub(super) fn state(self, prefs: &Preferences) -> &'static str {
        let on = |on| if on { "on" } else { "off" };
        match self {
            Self::Theme(look) => {
                if prefs.theme == look {
                    "current"
                } else {
                    ""
                }
            }
            Self::AsksWho => on(prefs.asks_who),
            Self::MarksIn => on(prefs.marks_in),
        }
    }

    /// Switches it.
    pub(super) fn switch(self, prefs: &mut Preferences) {
        match self {
            Self::Theme(look) => prefs.theme = look,
            Self::AsksWho => prefs.asks_who = !prefs.asks_who,
            Self::MarksIn => prefs.marks_in = !prefs.marks_in,
        }
    }
}
