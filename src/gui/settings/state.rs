//! Defines [`SettingsView`]: what the settings page remembers between frames.

use crate::model::ArticleId;
use crate::session::{Action, Session};

/// What the settings page remembers between frames.
#[derive(Debug, Default)]
pub struct SettingsView {
    /// Whether the page lies over the text.
    pub open: bool,
    /// The article, and how often the session asked to show a place, when the page was last drawn.
    seen: Option<(ArticleId, u64)>,
    pub(super) filter: String,
    /// The action whose key can be changed.
    pub(super) selected: Option<Action>,
    /// The next key pressed becomes the key of the selected action.
    pub(super) listening: bool,
    /// Why the key that was pressed could not be had.
    pub(super) refusal: Option<String>,
}

impl SettingsView {
    /// Returns to what lies below. Returns whether the page was open.
    pub fn close(&mut self) -> bool {
        self.seen = None;
        self.listening = false;
        self.refusal = None;
        std::mem::take(&mut self.open)
    }

    /// Whether the next key pressed becomes the key of an action.
    #[must_use]
    pub fn listens(&self) -> bool {
        self.open && self.listening
    }

    /// Makes room for the text when something asked to show a place in it.
    pub(super) fn give_way(&mut self, session: Option<&Session>) -> bool {
        let now = session.and_then(|session| Some((session.article()?.id.clone(), session.reveals())));
        let before = std::mem::replace(&mut self.seen, now);
        if before.is_some() && before != self.seen {
            self.close();
        }
        !self.open
    }

    /// Selects the action whose key can be changed.
    pub(super) fn select(&mut self, action: Option<Action>) {
        self.selected = action;
        self.listening = false;
        self.refusal = None;
    }
}
