//! The Actors tab: the open page of an actor, or the register.

use egui::Ui;

use super::{list, page};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::{FocusTarget, View};
use crate::session::Session;

/// Draws the tab.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let actors = &mut view.panels.actors;
    if view.focus == Some(FocusTarget::ActorsFilter) {
        actors.action = None;
        actors.page = None;
    }
    if view.focus.take_if(|focus| *focus == FocusTarget::ActorPage).is_some() {
        actors.takes_keyboard = true;
    }
    actors.follow(session);
    let typing = ui.ctx().text_edit_focused();
    actors.duplicates.update(ui.ctx(), &session.document().register, typing);
    match actors.page.as_ref().and_then(|id| session.document().register.get(id)).cloned() {
        Some(actor) => page::show(ui, session, &actor, view, outbox),
        None => list::show(ui, session, view, outbox),
    }
}
