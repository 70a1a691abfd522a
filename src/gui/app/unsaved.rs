//! A banner above the text while the set cannot be saved: the reason, and what can be done.

use egui::{Frame, Margin, RichText, Ui};

use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::style::theme::{Theme, sans_medium, size};
use crate::gui::widgets::button::Button;
use crate::session::{SaveState, Session, SessionAction, WindowAction};

/// Draws the banner if the last save failed.
pub fn show(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let SaveState::Failed(reason) = session.save_state() else { return };
    let theme = Theme::of(ui.visuals());
    Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = RichText::new(format!("Not saved: {reason}")).font(sans_medium(size::SANS)).color(theme.open);
        ui.add(egui::Label::new(text).wrap().selectable(false));
        ui.horizontal_wrapped(|ui| {
            if Button::framed("Try again").show(ui).clicked() {
                outbox.act(SessionAction::Save);
            }
            if Button::framed("Save a copy…").show(ui).clicked() {
                outbox.ask(WindowRequest::SaveCopy);
            }
            if Button::framed("Open the set where it is now…").show(ui).clicked() {
                outbox.act(WindowAction::OpenSet);
            }
        });
    });
}
