//! Draws a key cap.

use std::sync::Arc;

use egui::{Align2, Galley, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::lettering::whole;
use crate::gui::style::theme::{Theme, sans, size};

/// Height of a key cap, in points.
pub const HEIGHT: f32 = 17.0;

const PADDING: f32 = 5.0;
const CORNER: f32 = 4.0;

fn lettering(ui: &Ui, keys: &str) -> Arc<Galley> {
    whole(ui, keys, sans(size::KEY), Theme::of(ui.visuals()).dim)
}

/// Width of the cap, in points; 0 for an empty text.
pub fn width(ui: &Ui, keys: &str) -> f32 {
    if keys.is_empty() {
        return 0.0;
    }
    (lettering(ui, keys).size().x + 2.0 * PADDING).max(HEIGHT).ceil()
}

/// Paints a cap whose left side is centred at `left`. Returns its rectangle.
pub fn paint(ui: &Ui, left: Pos2, keys: &str) -> Rect {
    if keys.is_empty() {
        return Rect::from_min_size(left, Vec2::ZERO);
    }
    let theme = Theme::of(ui.visuals());
    let galley = lettering(ui, keys);
    let wide = width(ui, keys);
    let rect = Rect::from_min_size(Pos2::new(left.x, (left.y - HEIGHT / 2.0).round()), Vec2::new(wide, HEIGHT));
    let painter = ui.painter();
    painter.rect(rect, CORNER, theme.paper, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min;
    painter.galley(at, galley, theme.dim);
    rect
}

/// A key cap as a widget. It is decoration: the widget it belongs to has the key in its own name or tip.
pub fn key_cap(ui: &mut Ui, keys: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width(ui, keys), HEIGHT), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint(ui, rect.left_center(), keys);
    }
    response
}
