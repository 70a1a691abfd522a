//! Draws transient overlays: the hint for files dragged over the window, and the progress of reading.

use egui::{Align2, Area, Frame, Id, LayerId, Margin, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::{App, Loading};
use crate::gui::style::theme::{Theme, sans_medium};

/// Draws the overlays that apply now.
pub fn show(app: &App, ctx: &egui::Context) {
    if !ctx.input(|input| input.raw.hovered_files.is_empty()) {
        drop_hint(app, ctx);
    }
    if let (Some(loading), true) = (&app.loading, app.open.is_some()) {
        let theme = Theme::of(&ctx.global_style().visuals);
        let frame = Frame::popup(&ctx.global_style()).fill(theme.panel).inner_margin(Margin::symmetric(16, 12));
        let area = Area::new(Id::unique("loading")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, [0.0, -88.0]);
        area.interactable(false).show(ctx, |ui| frame.show(ui, |ui| progress(ui, loading)));
    }
}

fn drop_hint(app: &App, ctx: &egui::Context) {
    let theme = Theme::of(&ctx.global_style().visuals);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop hint")));
    let rect = ctx.content_rect().shrink(12.0);
    let text = if app.open.is_some() {
        "Drop to add these articles, or to open a set"
    } else {
        "Drop to open a set, or to create one from these articles"
    };
    painter.rect(rect, 10.0, theme.accent.gamma_multiply(0.06), Stroke::new(2.0, theme.accent), StrokeKind::Inside);
    let galley = painter.layout_no_wrap(text.to_owned(), sans_medium(15.0), theme.ink);
    let label = Rect::from_center_size(rect.center(), galley.size() + Vec2::new(40.0, 24.0));
    painter.rect(label, 8.0, theme.panel, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    painter.galley(label.center() - galley.size() / 2.0, galley, theme.ink);
}

/// Draws the progress of reading.
pub fn progress(ui: &mut Ui, loading: &Loading) {
    let theme = Theme::of(ui.visuals());
    let Loading { what, done, total } = loading;
    let text = if *total == 0 { format!("{what}…") } else { format!("{what}: {done} of {total}") };
    ui.label(&text);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(320.0, 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &text));
    let part = *done as f32 / (*total).max(1) as f32;
    ui.painter().rect_filled(rect, 2.0, theme.line);
    let filled = Rect::from_min_size(rect.min, Vec2::new(rect.width() * part, rect.height()));
    ui.painter().rect_filled(filled, 2.0, theme.accent);
}
