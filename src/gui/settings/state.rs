//! Defines [`SettingsView`]: the state of the settings page between frames.

use crate::gui::input::Recorded;
use crate::model::ArticleId;
use crate::session::input::keymap::is_fixed;
use crate::session::{Action, Chord, Session};

/// The state of the settings page between frames.
#[derive(Debug, Default)]
pub struct SettingsView {
    /// Whether the page is open.
    pub open: bool,
    /// The article, and the session's count of reveals, when the page was last drawn.
    seen: Option<(ArticleId, u64)>,
    pub(super) filter: String,
    /// The action whose key can be changed.
    pub(super) selected: Option<Action>,
    /// Whether the next key pressed becomes the key of the selected action.
    pub(super) listening: bool,
    /// The key that was pressed meanwhile.
    pub(super) recorded: Option<Recorded>,
    /// Why the pressed key could not be assigned.
    pub(super) refusal: Option<String>,
    /// The pressed key, and the action that has it and from which it may be reassigned.
    pub(super) clash: Option<(Chord, Action)>,
    /// The action from which a key was reassigned last; its remaining keys are shown.
    pub(super) taken_from: Option<Action>,
}

impl SettingsView {
    /// Closes the page. Returns whether it was open.
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

    /// Stores the key that was pressed while one is awaited.
    pub fn hear(&mut self, key: Option<Recorded>) {
        self.recorded = key;
    }

    /// Closes the page if the session was asked to show a place in the text. Returns whether the page is closed.
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

    /// Records the next key for an action.
    pub(super) fn listen(&mut self, action: Action) {
        self.select(Some(action));
        self.listening = !is_fixed(action);
    }
}
