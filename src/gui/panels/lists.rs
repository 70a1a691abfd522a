//! Chooses what is shown below the text: the search, the list to review, or nothing.

use egui::Ui;

use super::find::found;
use super::{find, review};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::View;
use crate::session::{Purpose, Session};

/// Draws the search while it is open, otherwise the review while there is something to look through.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let View { focus, panels, .. } = view;
    let other = session.review().is_some_and(|review| !matches!(review.purpose, Purpose::Search(_)));
    if other && review::is_shown(session) {
        panels.find.close();
    } else if let Some((_, query)) = found(session).filter(|_| !panels.find.is_open()) {
        panels.find.adopt(session, query);
    }
    if panels.find.is_open() {
        if find::show(ui, session, &mut panels.find, focus, outbox) {
            panels.codebook.close();
        }
    } else if let Some(list) = session.review().filter(|_| review::is_shown(session)) {
        review::show(ui, session, list, &mut panels.review, focus, outbox);
    } else {
        panels.review = review::ReviewView::default();
    }
}
