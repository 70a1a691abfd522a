//! Check boxes, with words and a key, or alone.

use egui::{Align2, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::button::focus_ring;
use super::key_cap;
use super::lettering::whole;
use crate::gui::style::theme::{Theme, sans, size};

const BOX: f32 = 16.0;
const GAP: f32 = 8.0;

/// A check box; a click requests the opposite.
pub fn check(ui: &mut Ui, ticked: bool, words: &str, key: &str, enabled: bool) -> Response {
    let theme = Theme::of(ui.visuals());
    let galley = whole(ui, words, sans(size::SANS), if enabled { theme.ink } else { theme.dim });
    let cap = if key.is_empty() { 0.0 } else { GAP + key_cap::width(ui, key) };
    let wanted = Vec2::new(BOX + GAP + galley.size().x + cap, size::FIELD);
    let (rect, response) = ui.allocate_exact_size(wanted, if enabled { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, ticked, words));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let y = rect.center().y;
    let square = Rect::from_min_size(Pos2::new(rect.left(), (y - BOX / 2.0).round()), Vec2::splat(BOX));
    paint_box(ui, square, ticked, response.hovered());
    focus_ring(ui, square, &response);
    let x = square.right() + GAP;
    let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x, y), galley.size()).min;
    let after = x + galley.size().x + GAP;
    ui.painter().galley(at, galley, theme.ink);
    if !key.is_empty() {
        key_cap::paint(ui, Pos2::new(after, y), key);
    }
    response
}

/// A check box alone, painted around `center` in a row.
pub fn tick(ui: &Ui, id: egui::Id, center: Pos2, ticked: bool, name: &str) -> Response {
    let square = Rect::from_center_size(center.round(), Vec2::splat(BOX));
    let response = ui.interact(square.expand(5.0), id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, name));
    paint_box(ui, square, ticked, response.hovered());
    response
}

fn paint_box(ui: &Ui, square: Rect, ticked: bool, hovered: bool) {
    let theme = Theme::of(ui.visuals());
    let painter = ui.painter();
    if ticked {
        painter.rect_filled(square, 4.0, theme.accent);
        let [a, b, c] = [Vec2::new(-3.5, 0.25), Vec2::new(-1.0, 3.0), Vec2::new(3.75, -3.0)].map(|v| square.center() + v);
        painter.line(vec![a, b, c], Stroke::new(1.8, theme.paper));
    } else {
        let line = if hovered { theme.ink } else { theme.frame };
        painter.rect(square, 4.0, theme.paper, Stroke::new(1.0, line), StrokeKind::Inside);
    }
}
