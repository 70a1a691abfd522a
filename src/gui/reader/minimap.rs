//! The map at the right: all marks of the article, where the view is, and a way to go elsewhere.

use egui::{CornerRadius, Rect, Response, Ui, pos2};

use super::column::Column;
use super::page::Page;
use super::view::{Drag, ReaderView};
use crate::model::{Annotation, Label};
use crate::text::ByteOffset;

const WIDTH: f32 = 8.0;
const INSET: f32 = 12.0;

/// The map's bar in the pane.
pub(super) fn bar(pane: Rect) -> Rect {
    let right = pane.right() - 6.0;
    Rect::from_min_max(pos2(right - WIDTH, pane.top() + INSET), pos2(right, pane.bottom() - INSET))
}

/// Draws the map and scrolls when it is pressed or dragged.
pub(super) fn show(ui: &Ui, response: &Response, page: &Page<'_>, column: &Column, view: &mut ReaderView) {
    let bar = bar(page.pane);
    let theme = page.theme;
    ui.painter().rect_filled(bar, CornerRadius::same(4), theme.panel);
    marks(ui, page, column, bar);
    let tall = f64::from(page.pane.height());
    let all = (f64::from(page.heading.height) + column.height()).max(tall);
    let share = |y: f64| bar.top() + ((y / all).clamp(0.0, 1.0) as f32) * bar.height();
    if all > tall * 1.02 {
        let window = Rect::from_min_max(
            pos2(bar.left() - 3.0, share(view.scroll)),
            pos2(bar.right() + 3.0, share(view.scroll + tall).max(share(view.scroll) + 12.0)),
        );
        let fill = theme.ink.gamma_multiply(if theme.dark { 0.16 } else { 0.10 });
        ui.painter().rect_filled(window, CornerRadius::same(5), fill);
    }
    let near = bar.expand2(egui::vec2(6.0, INSET));
    let pressed = response.is_pointer_button_down_on();
    if let Some(point) =
        response.interact_pointer_pos().filter(|p| pressed && (view.drag == Some(Drag::Map) || near.contains(*p)))
    {
        view.drag = Some(Drag::Map);
        let at = f64::from(((point.y - bar.top()) / bar.height()).clamp(0.0, 1.0));
        view.scroll = at * all - tall / 2.0;
    } else if view.drag == Some(Drag::Map) {
        view.drag = None;
    }
}

/// One line for every mark; where many fall on one line of pixels only the first of each label is drawn.
fn marks(ui: &Ui, page: &Page<'_>, column: &Column, bar: Rect) {
    let Some(layer) = page.session.layer() else { return };
    let end = page.text.end().0.max(1) as f32;
    let head = page.heading.height / (page.heading.height + column.height() as f32).max(1.0);
    let place = |byte: ByteOffset| bar.top() + bar.height() * (head + (1.0 - head) * (byte.0 as f32 / end));
    // Actors first, so that the quotes and claims that hold them stay on top.
    for label in [Label::Actor, Label::Claim, Label::Quote] {
        let color = if label == Label::Actor { page.theme.actor.gamma_multiply(0.55) } else { page.theme.label_ink(label) };
        let mut free = f32::NEG_INFINITY;
        for annotation in layer.annotations().iter().filter(|a| a.label == label) {
            let (top, bottom) = extent(annotation, place);
            if bottom < free + 0.75 {
                continue;
            }
            let rect = Rect::from_min_max(pos2(bar.left(), top.max(free)), pos2(bar.right(), bottom));
            ui.painter().rect_filled(rect, CornerRadius::same(2), color);
            free = bottom;
        }
    }
}

fn extent(annotation: &Annotation, place: impl Fn(ByteOffset) -> f32) -> (f32, f32) {
    let top = place(annotation.start());
    (top, place(annotation.end()).max(top + 2.0))
}
