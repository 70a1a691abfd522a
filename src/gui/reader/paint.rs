//! Paints marks: quotes as fills, claims as underlines, actors as outlines, so that no mark hides another.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::marks::Mark;
use crate::gui::style::theme::Theme;
use crate::model::Label;

/// Thickness of underlines and of the selection's frame, in points.
const LINE: f32 = 2.0;
/// Thickness of outlines, in points.
const OUTLINE: f32 = 1.3;
/// Distance of a second underline or outline from the first, in points.
const STEP: f32 = 3.0;

/// Paints what is behind the letters: fills.
pub(super) fn behind(painter: &Painter, marks: &[Mark], theme: &Theme) {
    for mark in marks.iter().filter(|m| m.annotation.label == Label::Quote) {
        let fill = if mark.depth == 0 { theme.quote } else { theme.quote_deep };
        painter.rect_filled(mark.part.rect.expand2(vec2(0.0, 2.0)), CornerRadius::same(2), fill);
    }
}

/// Paints what is over the letters: underlines, outlines, ends, and the frame of the selected annotation.
pub(super) fn over(painter: &Painter, marks: &[Mark], theme: &Theme) {
    for mark in marks {
        let ink = theme.label_ink(mark.annotation.label);
        let level = mark.depth.min(3) as f32 * STEP;
        match mark.annotation.label {
            Label::Quote if mark.annotation.unsure => {
                let rect = mark.part.rect.expand2(vec2(0.0, 2.0));
                dotted_border(painter, rect, ink);
            }
            Label::Quote => {}
            Label::Claim => {
                let y = painter.round_to_pixel_center(mark.part.rect.bottom() + 1.0 + level);
                underline(painter, mark.part.rect.left(), mark.part.rect.right(), y, mark.annotation.unsure, ink);
            }
            Label::Actor => {
                let grow = 1.0 + mark.depth.min(2) as f32 * -2.0;
                let rect = mark.part.rect.expand2(vec2(grow.max(0.0) + 0.5, grow));
                outline(painter, rect, mark, ink);
            }
        }
        if mark.crowded && mark.annotation.label != Label::Actor {
            ends(painter, mark, level, ink);
        }
    }
    let current: Vec<&Mark> = marks.iter().filter(|m| m.current).collect();
    for fragment in current.chunk_by(|a, b| a.fragment == b.fragment) {
        frame(painter, fragment, theme.accent);
    }
}

fn underline(painter: &Painter, left: f32, right: f32, y: f32, dotted: bool, ink: Color32) {
    if dotted {
        painter.extend(Shape::dotted_line(&[pos2(left + 1.0, y), pos2(right, y)], ink, 4.5, 1.2));
    } else {
        painter.hline(left..=right, y, Stroke::new(LINE, ink));
    }
}

fn dotted_border(painter: &Painter, rect: Rect, ink: Color32) {
    for y in [rect.top() + 1.0, rect.bottom() - 1.0] {
        painter.extend(Shape::dotted_line(&[pos2(rect.left() + 1.0, y), pos2(rect.right(), y)], ink, 4.5, 1.0));
    }
}

/// An outline that is open where the name continues in another line.
fn outline(painter: &Painter, rect: Rect, mark: &Mark, ink: Color32) {
    let corners = corner_path(rect, mark.part.first, mark.part.last);
    if mark.annotation.unsure {
        painter.extend(Shape::dotted_line(&corners, ink, 3.5, 0.9));
    } else if mark.part.first && mark.part.last {
        painter.rect_stroke(rect, CornerRadius::same(3), Stroke::new(OUTLINE, ink), StrokeKind::Middle);
    } else {
        let stroke = Stroke::new(OUTLINE, ink);
        painter.hline(rect.x_range(), rect.top(), stroke);
        painter.hline(rect.x_range(), rect.bottom(), stroke);
        if mark.part.first {
            painter.vline(rect.left(), rect.y_range(), stroke);
        }
        if mark.part.last {
            painter.vline(rect.right(), rect.y_range(), stroke);
        }
    }
}

fn corner_path(rect: Rect, closed_left: bool, closed_right: bool) -> Vec<Pos2> {
    let mut path = Vec::with_capacity(5);
    if closed_left {
        path.push(rect.left_bottom());
    }
    path.extend([rect.left_top(), rect.right_top()]);
    if closed_right {
        path.push(rect.right_bottom());
        path.push(rect.left_bottom());
    }
    path
}

/// Small brackets at both ends, if annotations of one label overlap.
fn ends(painter: &Painter, mark: &Mark, level: f32, ink: Color32) {
    let rect = mark.part.rect.expand2(vec2(0.0, 2.0));
    let bottom = rect.bottom() - 1.0 + if mark.annotation.label == Label::Claim { level } else { 0.0 };
    let top = if mark.annotation.label == Label::Claim { bottom - 6.0 } else { rect.top() };
    let stroke = Stroke::new(1.4, ink);
    let tick = 4.0;
    if mark.part.first {
        painter.line_segment([pos2(rect.left(), top), pos2(rect.left(), bottom)], stroke);
        painter.line_segment([pos2(rect.left(), top), pos2(rect.left() + tick, top)], stroke);
    }
    if mark.part.last {
        painter.line_segment([pos2(rect.right(), top), pos2(rect.right(), bottom)], stroke);
        painter.line_segment([pos2(rect.right() - tick, bottom), pos2(rect.right(), bottom)], stroke);
    }
}

/// The frame of a fragment of the selected annotation: one contour around all its lines, with a grip at each end.
fn frame(painter: &Painter, rows: &[&Mark], accent: Color32) {
    let mut rects: Vec<Rect> = rows.iter().map(|m| m.part.rect.expand2(vec2(1.5, 3.0))).collect();
    // Consecutive lines share an edge; two paragraphs have space between them.
    for at in 1..rects.len() {
        if let Some([above, below]) = rects.get_mut(at - 1..=at)
            && below.top() - above.bottom() < 6.0
        {
            let edge = painter.round_to_pixel_center(f32::midpoint(above.bottom(), below.top()));
            (above.max.y, below.min.y) = (edge, edge);
        }
    }
    let stroke = Stroke::new(LINE, accent);
    let none = 0.0..=0.0;
    for (at, rect) in rects.iter().enumerate() {
        let touches = |other: Option<&Rect>, y: f32| {
            let other = other.filter(|o| (o.top() - y).abs() < 0.1 || (o.bottom() - y).abs() < 0.1);
            other.map_or(none.clone(), |o| o.left()..=o.right())
        };
        line_without(painter, rect, rect.top(), touches(at.checked_sub(1).and_then(|b| rects.get(b)), rect.top()), stroke);
        line_without(painter, rect, rect.bottom(), touches(rects.get(at + 1), rect.bottom()), stroke);
        painter.vline(rect.left(), rect.top() - LINE / 2.0..=rect.bottom() + LINE / 2.0, stroke);
        painter.vline(rect.right(), rect.top() - LINE / 2.0..=rect.bottom() + LINE / 2.0, stroke);
    }
    for (mark, rect) in rows.iter().zip(&rects) {
        let grip = |x: f32| {
            let bar = Rect::from_center_size(pos2(x, rect.center().y), vec2(4.0, (rect.height() * 0.5).max(8.0)));
            painter.rect_filled(bar, CornerRadius::same(2), accent);
        };
        if mark.part.first {
            grip(rect.left() - 2.0);
        }
        if mark.part.last {
            grip(rect.right() + 2.0);
        }
    }
}

/// A horizontal line along a rectangle's edge, except for the part shared with the adjacent rectangle.
fn line_without(painter: &Painter, rect: &Rect, y: f32, shared: std::ops::RangeInclusive<f32>, stroke: Stroke) {
    let (from, to) = (shared.start().max(rect.left()), shared.end().min(rect.right()));
    if from >= to {
        painter.hline(rect.x_range(), y, stroke);
        return;
    }
    for (left, right) in [(rect.left(), from), (to, rect.right())] {
        if right - left > 0.5 {
            painter.hline(left..=right, y, stroke);
        }
    }
}

/// Paints the words that a search found.
pub(super) fn hit(painter: &Painter, rect: Rect, theme: &Theme) {
    painter.rect_filled(rect, CornerRadius::same(3), theme.selection.gamma_multiply(0.6));
}

/// Paints the selection.
pub(super) fn selection(painter: &Painter, rect: Rect, theme: &Theme) {
    painter.rect_filled(rect.expand2(vec2(0.0, 2.0)), CornerRadius::ZERO, theme.selection);
}

/// Paints the caret.
pub(super) fn caret(painter: &Painter, rect: Rect, theme: &Theme) {
    let x = painter.round_to_pixel_center(rect.left());
    painter.vline(x, rect.y_range(), Stroke::new(1.6, theme.ink));
}
