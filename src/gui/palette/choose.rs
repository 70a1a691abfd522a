//! Carries out what was chosen in the palette.

use super::row::Choice;
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::{FocusTarget, View};
use crate::session::Command;

/// Closes the palette; what had the keyboard before is the text's again.
pub(super) fn close(view: &mut View) {
    view.overlay = None;
    view.focus = Some(FocusTarget::Reader);
}

/// Does what the row stands for.
pub(super) fn choose(choice: &Choice, view: &mut View, prefs: &mut Preferences, outbox: &mut Outbox) {
    view.palette.remember(choice);
    close(view);
    match choice {
        Choice::Do(action) => {
            // What is done in the text shows only there.
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
