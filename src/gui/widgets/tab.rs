//! Draws a row of tabs: the open one bold, with a line in the accent colour below it.

use egui::{Align2, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::button::focus_ring;
use super::lettering::{clamped, digits, whole};
use super::tip::action_tip;
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::session::Action;

/// Height of the row with its line, in points.
pub const HEIGHT: f32 = 40.0;

const GAP: f32 = 16.0;

/// Minimum space between two tabs in a narrow panel, in points.
const LEAST_GAP: f32 = 8.0;

/// One tab: its name, its words, an optional count, and the action that opens it.
#[derive(Clone, Copy, Debug)]
pub struct Tab {
    /// The accessible name, which does not change with the words.
    pub name: &'static str,
    pub words: &'static str,
    pub count: Option<usize>,
    pub action: Action,
}

/// Draws the row. Returns the index of the tab that was clicked.
pub fn tabs(ui: &mut Ui, tabs: &[Tab], open: usize) -> Option<usize> {
    let theme = Theme::of(ui.visuals());
    let (_, row) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let look = |number| if number == open { (sans_semibold(size::SANS), theme.ink) } else { (sans(size::SANS), theme.dim) };
    let words: Vec<String> = tabs
        .iter()
        .map(|tab| match tab.count {
            Some(count) => format!("{} ({})", tab.words, digits(count)),
            None => tab.words.to_owned(),
        })
        .collect();
    let widths: Vec<f32> =
        words.iter().enumerate().map(|(number, words)| whole(ui, words, look(number).0, theme.ink).size().x).collect();
    let sum: f32 = widths.iter().sum();
    let between = tabs.len().saturating_sub(1).max(1) as f32;
    let room = row.width() - 2.0 * size::MARGIN;
    let gap = ((room - sum) / between).clamp(LEAST_GAP, GAP);
    // In a very narrow panel all tabs are narrowed equally.
    let share = ((room - gap * between) / sum.max(1.0)).min(1.0);
    let mut clicked = None;
    let mut x = row.left() + size::MARGIN;
    for (number, ((tab, words), width)) in tabs.iter().zip(&words).zip(&widths).enumerate() {
        let (font, color) = look(number);
        let width = (width * share).max(8.0);
        let rect = Rect::from_min_max(Pos2::new(x - gap / 2.0, row.top()), Pos2::new(x + width + gap / 2.0, row.bottom()));
        let response = tab_response(ui, rect, tab, number == open);
        let color = if response.hovered() { theme.ink } else { color };
        let galley = if share < 1.0 { clamped(ui, words, font, 18.0, color, width, 1) } else { whole(ui, words, font, color) };
        let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x, row.top() + 20.0), galley.size()).min;
        ui.painter().galley(at, galley, color);
        if number == open {
            let under = Rect::from_min_max(Pos2::new(x, row.bottom() - 2.0), Pos2::new(x + width, row.bottom()));
            ui.painter().rect_filled(under, 0.0, theme.accent);
        }
        focus_ring(ui, rect.shrink2(Vec2::new(2.0, 8.0)), &response);
        if response.clicked() {
            clicked = Some(number);
        }
        x += width + gap;
    }
    clicked
}

fn tab_response(ui: &Ui, rect: Rect, tab: &Tab, open: bool) -> Response {
    let response = ui.interact(rect, egui::Id::unique(("tab", tab.name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, tab.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(open));
    action_tip(response, tab.action)
}
