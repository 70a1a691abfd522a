//! The minimap: all marks of the article and the visible part; a press or drag scrolls.

pub mod map_lines;

use egui::{CornerRadius, Rect, Response, Ui, pos2};

use super::layout::column::Column;
use super::layout::page::Page;
use super::minimap::map_lines::{Lines, Scale};
use super::state::{Drag, ReaderView};
use crate::model::Label;

const WIDTH: f32 = 8.0;
const INSET: f32 = 12.0;

/// The rectangle of the map in the pane.
pub(super) fn bar(pane: Rect) -> Rect {
    let right = pane.right() - 6.0;
    Rect::from_min_max(pos2(right - WIDTH, pane.top() + INSET), pos2(right, pane.bottom() - INSET))
}

/// Draws the map, and scrolls while it is pressed or dragged.
pub(super) fn show(ui: &Ui, response: &Response, page: &Page<'_>, column: &Column, view: &mut ReaderView) {
    let bar = bar(page.pane);
    let theme = page.theme;
    ui.painter().rect_filled(bar, CornerRadius::same(4), theme.panel);
    suggestions(ui, page, column, bar);
    marks(ui, page, column, bar, view);
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

/// Draws a pale, narrow line for every open suggestion; marks are painted on top.
fn suggestions(ui: &Ui, page: &Page<'_>, column: &Column, bar: Rect) {
    if !page.active {
        return;
    }
    let head = page.heading.height / (page.heading.height + column.height() as f32).max(1.0);
    let scale = Scale { bar, head, end: page.text.end() };
    let mut free = f32::NEG_INFINITY;
    let label = page.session.offers();
    for span in page.session.suggestions_of(label).iter().filter_map(|suggestion| suggestion.fragments.first()) {
        let top = scale.place(span.start());
        // Suggestions close together share one line.
        if top < free {
            continue;
        }
        free = top + 3.0;
        let rect = Rect::from_min_max(pos2(bar.left() + 2.0, top), pos2(bar.right() - 2.0, top + 2.0));
        ui.painter().rect_filled(rect, CornerRadius::same(1), page.theme.label_ink(label).gamma_multiply(0.45));
    }
}

fn marks(ui: &Ui, page: &Page<'_>, column: &Column, bar: Rect, view: &mut ReaderView) {
    let Some(layer) = page.layer else { return };
    let head = page.heading.height / (page.heading.height + column.height() as f32).max(1.0);
    let scale = Scale { bar, head, end: page.text.end() };
    let lines = match view.map.take() {
        Some(kept) if kept.fits(&scale) => kept.renewed(layer),
        _ => Lines::new(layer, scale),
    };
    for (label, rect) in lines.rects() {
        let ink = page.theme.label_ink(label);
        let color = if label == Label::Actor { page.theme.actor.gamma_multiply(0.55) } else { ink };
        ui.painter().rect_filled(rect, CornerRadius::same(2), color);
    }
    view.map = Some(lines);
}
