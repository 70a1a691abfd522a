//! The settings page with its sections.

use egui::{Align, Layout, Margin, RichText, ScrollArea, Ui, Vec2};

use super::{keys, options};
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::View;
use crate::gui::style::theme::{Theme, sans_semibold, serif_bold, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::dim;
use crate::session::{Session, WindowAction};

/// Maximum width of the page, in points, for readable lines.
const WIDTH: f32 = 760.0;

/// Draws the page in place of the text.
pub fn show(ui: &mut Ui, session: Option<&Session>, view: &mut View, prefs: &mut Preferences, outbox: &mut Outbox) {
    if view.settings.give_way(session) {
        ui.ctx().request_repaint();
        return;
    }
    ScrollArea::vertical().id_salt("settings").auto_shrink(false).show(ui, |ui| {
        let side = ((ui.available_width() - WIDTH) / 2.0).max(24.0);
        egui::Frame::NONE.inner_margin(Margin::symmetric(side as i8, 24)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 6.0);
            head(ui, session.is_some(), view);
            section(ui, "Appearance");
            options::appearance(ui, prefs, outbox);
            section(ui, "Prompts");
            options::annotating(ui, prefs, outbox);
            section(ui, "Shortcuts");
            keys::show(ui, &mut view.settings, prefs, outbox);
        });
    });
}

fn head(ui: &mut Ui, over_text: bool, view: &mut View) {
    let theme = Theme::of(ui.visuals());
    ui.horizontal(|ui| {
        ui.label(RichText::new("Settings").font(serif_bold(size::TITLE)).color(theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = if over_text { "Close" } else { "Back" };
            let button = Button { key: key_of(ui, WindowAction::Escape), ..Button::flush(words) };
            if button.show(ui).clicked() {
                view.settings.close();
            }
        });
    });
    dim(ui, "These settings apply on this computer only.");
}

fn section(ui: &mut Ui, title: &str) {
    let theme = Theme::of(ui.visuals());
    ui.add_space(20.0);
    ui.label(RichText::new(title).font(sans_semibold(15.0)).color(theme.ink));
    ui.add_space(2.0);
}
