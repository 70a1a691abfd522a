//! Carries out the choice made in the palette.

use super::row::Choice;
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::{FocusTarget, View};
use crate::session::Command;

/// Closes the palette and returns the keyboard to the text.
pub(super) fn close(view: &mut View) {
    view.overlay = None;
    view.focus = Some(FocusTarget::Reader);
}

/// Carries out the choice of a row.
pub(super) fn choose(choice: &Choice, view: &mut View, prefs: &mut Preferences, outbox: &mut Outbox) {
    view.palette.remember(choice);
    close(view);
    match choice {
        Choice::Do(action) => {
            // Actions in the text are visible only there.
            if action.is_in_text() {
                view.close_pages();
            }
            outbox.act(*action);
        }
        Choice::Article(id) => {
            view.close_pages();
            outbox.send(Command::OpenArticle(id.clone()));
        }
        Choice::Actor(id) => outbox.ask(WindowRequest::ShowActor(id.clone())),
        Choice::Set(setting) => {
            setting.switch(prefs);
            outbox.ask(WindowRequest::Prefer);
        }
    }
}
