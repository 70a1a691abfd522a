//! Tooltips: a sentence, and the key of the action.

use egui::{Response, RichText};

use super::key_cap::key_cap;
use crate::gui::input::keymap::key_of;
use crate::gui::style::theme::{Theme, sans, size};
use crate::session::Action;

/// Maximum width of a tip, in points.
const WIDTH: f32 = 320.0;

/// Adds a tip with a key beside it; either may be empty.
pub fn tip(response: Response, text: &str, key: &str) -> Response {
    if text.is_empty() && key.is_empty() {
        return response;
    }
    let show = |ui: &mut egui::Ui| {
        ui.set_max_width(WIDTH);
        let theme = Theme::of(ui.visuals());
        ui.horizontal(|ui| {
            if !text.is_empty() {
                ui.label(RichText::new(text).font(sans(size::SANS)).color(theme.ink));
            }
            if !key.is_empty() {
                key_cap(ui, key);
            }
        });
    };
    if response.enabled() { response.on_hover_ui(show) } else { response.on_disabled_hover_ui(show) }
}

/// Adds the help text and the key of an action.
pub fn action_tip(response: Response, action: impl Into<Action>) -> Response {
    let action = action.into();
    let key = key_of(&response.ctx, action);
    tip(response, action.spec().help, &key)
}
