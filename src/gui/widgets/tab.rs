//! Draws a row of tabs: the open one bold, with a line in the accent colour under it.

use egui::{Align2, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::button::focus_ring;
use super::lettering::{digits, whole};
use super::tip::action_tip;
use crate::gui::theme::{Theme, sans, sans_semibold, size};
use crate::session::Action;

/// Height of the row, its line included.
pub const HEIGHT: f32 = 40.0;

const GAP: f32 = 16.0;

/// One tab: its words, a number beside them or nothing, and the action that opens it.
#[derive(Clone, Copy, Debug)]
pub struct Tab {
    pub name: &'static str,
    pub count: Option<usize>,
    pub action: Action,
}

/// Draws the row; returns the tab that was clicked.
pub fn tabs(ui: &mut Ui, tabs: &[Tab], open: usize) -> Option<usize> {
    let theme = Theme::of(ui.visuals());
    let (_, row) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let mut clicked = None;
    let mut x = row.left() + size::MARGIN;
    for (number, tab) in tabs.iter().enumerate() {
        let (font, color) = if number == open { (sans_semibold(size::SANS), theme.ink) } else { (sans(size::SANS), theme.dim) };
        let galley = whole(ui, tab.name, font, color);
        let count = tab.count.map(|n| whole(ui, &digits(n), sans(size::SMALL), theme.dim));
        let words = galley.size().x;
        let width = words + count.as_ref().map_or(0.0, |g| g.size().x + 5.0);
        let rect = Rect::from_min_max(Pos2::new(x - GAP / 2.0, row.top()), Pos2::new(x + width + GAP / 2.0, row.bottom()));
        let response = tab_response(ui, rect, tab, number == open);
        let middle = row.top() + 20.0;
        let color = if response.hovered() { theme.ink } else { color };
        let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x, middle), galley.size()).min;
        ui.painter().galley_with_override_text_color(at, galley, color);
        if let Some(count) = count {
            let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x + words + 5.0, middle), count.size()).min;
            ui.painter().galley(at, count, theme.dim);
        }
        if number == open {
            let under = Rect::from_min_max(Pos2::new(x, row.bottom() - 2.0), Pos2::new(x + width, row.bottom()));
            ui.painter().rect_filled(under, 0.0, theme.accent);
        }
        focus_ring(ui, rect.shrink2(Vec2::new(2.0, 8.0)), &response);
        if response.clicked() {
            clicked = Some(number);
        }
        x += width + GAP;
    }
    clicked
}

fn tab_response(ui: &Ui, rect: Rect, tab: &Tab, open: bool) -> Response {
    let response = ui.interact(rect, egui::Id::unique(("tab", tab.name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, tab.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(open));
    action_tip(response, tab.action)
}
