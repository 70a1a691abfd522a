//! The search below the text: a field, options, every result in its context, and actions for the results.

mod acts;
mod bar;
mod rows;
mod state;

use egui::{Frame, Panel, Ui};

use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::Theme;
use crate::session::Session;

pub use state::{FindView, found};

/// Draws the panel below the text. Returns whether a place is to be shown in the text.
pub fn show(ui: &mut Ui, session: &Session, find: &mut FindView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) -> bool {
    let theme = Theme::of(ui.visuals());
    let most = (ui.available_height() * 0.6).max(160.0);
    let panel = Panel::bottom("find").default_size(300.0).size_range(160.0..=most).resizable(true);
    let panel = panel.frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        bar::show(ui, session, find, focus, outbox);
        acts::show(ui, session, find, outbox);
        rows::show(ui, session, find, focus, outbox)
    });
    find.settle(ui, session, outbox);
    panel.inner
}
