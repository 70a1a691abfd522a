//! Draws the sign of a label: a fill, an underline, an outline; the shapes differ without colour.

use egui::{Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};

use crate::gui::style::theme::Theme;
use crate::model::Label;

/// Width and height of a swatch, in points.
pub const SIZE: Vec2 = Vec2::new(22.0, 13.0);

/// Paints the sign of `label` into `rect`; dotted if the annotation is unsure.
pub fn paint(ui: &Ui, rect: Rect, label: Label, unsure: bool) {
    let theme = Theme::of(ui.visuals());
    let painter = ui.painter();
    let line = |from: Pos2, to: Pos2, stroke: Stroke| {
        if unsure {
            painter.extend(egui::Shape::dotted_line(&[from, to], stroke.color, stroke.width * 1.9, stroke.width * 0.6));
        } else {
            painter.line_segment([from, to], stroke);
        }
    };
    match label {
        Label::Quote => {
            painter.rect_filled(rect, 2.0, theme.quote_deep);
            if unsure {
                let stroke = Stroke::new(1.5, theme.accent);
                line(rect.left_bottom(), rect.right_bottom(), stroke);
            }
        }
        Label::Claim => {
            let y = rect.bottom() - 1.5;
            line(Pos2::new(rect.left(), y), Pos2::new(rect.right(), y), Stroke::new(3.0, theme.claim));
        }
        Label::Actor if unsure => {
            let stroke = Stroke::new(1.6, theme.actor);
            let inner = rect.shrink(1.0);
            line(inner.left_top(), inner.right_top(), stroke);
            line(inner.right_top(), inner.right_bottom(), stroke);
            line(inner.right_bottom(), inner.left_bottom(), stroke);
            line(inner.left_bottom(), inner.left_top(), stroke);
        }
        Label::Actor => {
            painter.rect_stroke(rect, 3.0, Stroke::new(1.6, theme.actor), StrokeKind::Inside);
        }
    }
}

/// Paints a swatch whose left side is centred at `left`.
pub fn paint_at(ui: &Ui, left: Pos2, label: Label, unsure: bool) {
    paint(ui, Rect::from_min_size(Pos2::new(left.x, (left.y - SIZE.y / 2.0).round()), SIZE), label, unsure);
}
