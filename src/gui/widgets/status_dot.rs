//! Draws an annotator's status of an article; the shapes differ without colour.

use egui::{Pos2, Rect, Stroke, Ui, Vec2};

use crate::gui::style::theme::Theme;
use crate::model::Status;

/// Width and height, in points.
pub const SIZE: f32 = 9.0;

/// Paints the dot of `status` around `center`: a ring, half a disc, a disc, a disc with a gap across.
pub fn paint(ui: &Ui, center: Pos2, status: Status) {
    let theme = Theme::of(ui.visuals());
    let painter = ui.painter();
    let radius = SIZE / 2.0;
    let ring = |color| painter.circle_stroke(center, radius - 0.75, Stroke::new(1.5, color));
    match status {
        Status::Untouched => {
            ring(theme.dim);
        }
        Status::InProgress => {
            let left = Rect::from_min_size(center - Vec2::splat(radius), Vec2::new(radius, SIZE));
            painter.with_clip_rect(left.intersect(ui.clip_rect())).circle_filled(center, radius - 0.5, theme.accent);
            ring(theme.accent);
        }
        Status::Done => {
            painter.circle_filled(center, radius, theme.actor);
        }
        Status::DoneNothingFound => {
            ring(theme.actor);
            painter.hline(center.x - 2.25..=center.x + 2.25, center.y, Stroke::new(1.5, theme.actor));
        }
    }
}
