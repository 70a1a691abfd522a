//! The search below the text: a field, what narrows it, every hit in its context, and what is made of the hits.

mod acts;
mod bar;
mod memory;
mod rows;

use egui::{Frame, Panel, Ui};

use super::review;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::View;
use crate::gui::style::theme::Theme;
use crate::session::{Purpose, Session};

pub use memory::{FindView, found};

/// Draws the search while it is open. Returns whether it was drawn.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) -> bool {
    let search = found(session);
    let other = session.review().is_some_and(|review| !matches!(review.purpose, Purpose::Search(_)));
    let find = &mut view.panels.find;
    if other && review::is_shown(session) {
        find.close();
    } else if let Some((_, query)) = search.filter(|_| !find.open) {
        find.adopt(session, query);
    }
    if !find.open {
        return false;
    }
    let theme = Theme::of(ui.visuals());
    let most = (ui.available_height() * 0.6).max(160.0);
    let panel = Panel::bottom("find").default_size(300.0).size_range(160.0..=most).resizable(true);
    panel.frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        bar::show(ui, session, view, outbox);
        acts::show(ui, session, &mut view.panels.find, outbox);
        rows::show(ui, session, view, outbox);
    });
    view.panels.find.settle(ui, session, outbox);
    true
}
