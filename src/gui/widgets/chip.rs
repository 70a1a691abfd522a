//! A small toggle with the sign of a label and a number.

use egui::{Align2, Color32, Pos2, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::button::focus_ring;
use super::lettering::{digits, whole};
use super::swatch;
use crate::gui::style::theme::{Theme, sans, size};
use crate::model::Label;

const PADDING: f32 = 8.0;
const GAP: f32 = 6.0;
const HEIGHT: f32 = 24.0;

/// A toggle that shows or hides the annotations of a label.
pub fn label_chip(ui: &mut Ui, label: Label, count: usize, on: bool) -> Response {
    let theme = Theme::of(ui.visuals());
    let color = if on { theme.ink } else { theme.dim };
    let galley = whole(ui, &digits(count), sans(size::SMALL), color);
    let wanted = Vec2::new((swatch::SIZE.x + GAP + galley.size().x + 2.0 * PADDING).ceil(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let name = format!("Show {}s", label.as_str());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
    if ui.is_rect_visible(rect) {
        let fill = match (response.hovered(), on) {
            (true, _) => theme.hover,
            (false, true) => theme.paper,
            (false, false) => Color32::TRANSPARENT,
        };
        let line = if response.hovered() { theme.frame } else { theme.line };
        ui.painter().rect(rect, f32::from(size::CORNER), fill, Stroke::new(1.0, line), StrokeKind::Inside);
        let left = Pos2::new(rect.left() + PADDING, rect.center().y);
        swatch::paint_at(ui, left, label, false);
        let x = left.x + swatch::SIZE.x + GAP;
        let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x, rect.center().y), galley.size()).min;
        if !on {
            let (a, b) = (Pos2::new(left.x - 2.0, rect.center().y), Pos2::new(x - GAP + 2.0, rect.center().y));
            ui.painter().line_segment([a, b], Stroke::new(1.5, theme.dim));
        }
        ui.painter().galley(at, galley, color);
        focus_ring(ui, rect, &response);
    }
    response
}
