//! The cards that show questions over the window, and their buttons.

use egui::{Align2, Button, Frame, Id, Margin, Modal, Response, RichText, Stroke, Ui};

use crate::gui::style::theme::Theme;

/// Width of a card, in points.
const WIDTH: f32 = 480.0;

/// The emphasis of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The default button, pressed by Enter.
    Main,
    Quiet,
}

/// Draws a card over the window, in its upper half.
pub fn show<T>(ctx: &egui::Context, name: &str, content: impl FnOnce(&mut Ui) -> T) -> T {
    let theme = Theme::of(&ctx.global_style().visuals);
    let id = Id::unique(("card", name));
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, [0.0, 120.0]).accessible_name(name);
    let frame = Frame::popup(&ctx.global_style())
        .fill(theme.panel)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(10)
        .inner_margin(Margin::same(20));
    let width = WIDTH.min(ctx.content_rect().width() - 64.0);
    let show = |ui: &mut Ui| {
        ui.set_width(width);
        content(ui)
    };
    Modal::new(id).area(area).frame(frame).show(ctx, show).inner
}

/// Draws a button of a card.
pub fn button(ui: &mut Ui, text: &str, weight: Weight) -> Response {
    let theme = Theme::of(ui.visuals());
    let button = match weight {
        Weight::Main => Button::new(RichText::new(text).color(theme.paper)).fill(theme.accent).stroke(Stroke::NONE),
        Weight::Quiet => Button::new(text),
    };
    ui.add(button.min_size(egui::vec2(0.0, 28.0)))
}
