//! Defines [`SettingsView`]: what the settings page remembers between frames.

use crate::gui::input::Recorded;
use crate::model::ArticleId;
use crate::session::input::keymap::is_fixed;
use crate::session::{Action, Chord, Session};

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
    /// The key that was pressed meanwhile.
    pub(super) recorded: Option<Recorded>,
    /// Why the key that was pressed could not be had.
    pub(super) refusal: Option<String>,
    /// The key that was pressed, and the other action that has it: it may be taken from that one.
    pub(super) clash: Option<(Chord, Action)>,
    /// From which action the key was taken last: what it is left with is said.
    pub(super) taken_from: Option<Action>,
}

impl SettingsView {
    /// Returns to what lies below. Returns whether the page was open.
    pub fn close(&mut self) -> bool {
        self.seen = None;
        self.select(None);
        std::mem::take(&mut self.open)
    }

    /// Whether the next key pressed becomes the key of an action.
    #[must_use]
    pub fn listens(&self) -> bool {
        self.open && (self.listening || self.clash.is_some())
    }

    /// Takes the key that was pressed while one is waited for.
    pub fn hear(&mut self, key: Option<Recorded>) {
        self.recorded = key;
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
        (self.listening, self.refusal, self.clash, self.taken_from) = (false, None, None, None);
    }

    /// Has the next key become that of an action.
    pub(super) fn listen(&mut self, action: Action) {
        self.select(Some(action));
        self.listening = !is_fixed(action);
    }
}
