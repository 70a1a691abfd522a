//! A row with a label on the left and a control on the right, so that controls form a column.

use egui::{Align, Align2, Layout, RichText, Ui, UiBuilder, Vec2};

use super::lettering::clamped;
use crate::gui::style::theme::{Theme, sans, size};

/// What a field shows while it has no value.
pub const NOT_SET: &str = "– (not set)";

/// A row with `label` on the left and a control with its own accessible name on the right.
pub fn field_row<R>(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    row(ui, label, false, add)
}

/// A row with text on the right; its label is part of the accessible text.
pub fn fact_row<R>(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    row(ui, label, true, add)
}

fn row<R>(ui: &mut Ui, label: &str, spoken: bool, add: impl FnOnce(&mut Ui) -> R) -> R {
    const GAP: f32 = 10.0;
    let theme = Theme::of(ui.visuals());
    let rect = ui.available_rect_before_wrap();
    let top = ui.cursor().top();
    let words = egui::Rect::from_min_size(egui::pos2(rect.left(), top), Vec2::new(size::FIELD_LABEL, size::FIELD));
    if spoken {
        ui.scope_builder(UiBuilder::new().max_rect(words).layout(Layout::left_to_right(Align::Center)), |ui| {
            let text = RichText::new(label).font(sans(size::SANS)).color(theme.dim);
            ui.add(egui::Label::new(text).truncate().selectable(false));
        });
    } else {
        let galley = clamped(ui, label, sans(size::SANS), 18.0, theme.dim, words.width() + GAP - 2.0, 1);
        let at = Align2::LEFT_CENTER.anchor_size(words.left_center(), galley.size()).min;
        ui.painter().galley(at, galley, theme.dim);
    }
    let left = words.right() + GAP;
    let right = egui::Rect::from_min_max(egui::pos2(left, top), egui::pos2(rect.right(), rect.bottom().max(top)));
    let column = ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)), add);
    let bottom = column.response.rect.bottom().max(words.bottom());
    ui.advance_cursor_after_rect(egui::Rect::from_min_max(words.min, egui::pos2(rect.right(), bottom)));
    column.inner
}
