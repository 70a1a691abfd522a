//! Icons: a note, a cross, half a disc, sliders.

use egui::{Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};

/// An icon of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A sheet with lines, for a note.
    Note,
    /// A cross, for close and remove.
    Cross,
    /// Half a disc, for the theme.
    HalfDisc,
    /// Sliders, for the settings.
    Sliders,
}

/// Paints an icon around `center` in `color`.
pub fn paint(ui: &Ui, center: Pos2, icon: Icon, color: egui::Color32) {
    let painter = ui.painter();
    match icon {
        Icon::Note => {
            let sheet = Rect::from_center_size(center, Vec2::new(10.0, 11.0));
            let stroke = Stroke::new(1.2, color);
            painter.rect_stroke(sheet, 2.0, stroke, StrokeKind::Inside);
            for (y, to) in [(3.5, 2.5), (5.75, 2.5), (8.0, 4.5)] {
                painter.hline(sheet.left() + 2.5..=sheet.right() - to, sheet.top() + y, stroke);
            }
        }
        Icon::Cross => {
            let arm = 3.5;
            let stroke = Stroke::new(1.4, color);
            painter.line_segment([center + Vec2::splat(-arm), center + Vec2::splat(arm)], stroke);
            painter.line_segment([center + Vec2::new(-arm, arm), center + Vec2::new(arm, -arm)], stroke);
        }
        Icon::Sliders => {
            let stroke = Stroke::new(1.3, color);
            for (y, knob) in [(-3.0, 2.0), (3.0, -2.0)] {
                painter.hline(center.x - 6.0..=center.x + knob - 2.0, center.y + y, stroke);
                painter.hline(center.x + knob + 2.0..=center.x + 6.0, center.y + y, stroke);
                painter.circle_stroke(center + Vec2::new(knob, y), 2.0, stroke);
            }
        }
        Icon::HalfDisc => {
            let half = Rect::from_min_size(center - Vec2::splat(6.0), Vec2::new(6.0, 12.0));
            painter.with_clip_rect(half.intersect(ui.clip_rect())).circle_filled(center, 5.5, color);
            painter.circle_stroke(center, 5.5, Stroke::new(1.3, color));
        }
    }
}
