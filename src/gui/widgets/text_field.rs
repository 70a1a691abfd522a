//! Text fields with a hint, and the key that leads there.

use egui::{Color32, CornerRadius, Frame, Id, Margin, Pos2, Rect, Response, Role, Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo};

use super::icon::{self, Icon};
use super::key_cap;
use crate::gui::style::theme::{Theme, sans, size};

/// Minimum width of the hint beside the key, in points.
const HINT_ROOM: f32 = 64.0;

/// A text field.
#[derive(Clone, Debug)]
pub struct TextField<'a> {
    pub id: Id,
    /// The accessible name.
    pub name: &'a str,
    pub hint: &'a str,
    /// Shown while the field is empty and does not have the focus.
    pub key: String,
    /// With more than one row, the field grows with its text.
    pub rows: usize,
    pub read_only: bool,
    /// Whether the content is invalid, which colours the frame.
    pub wrong: bool,
    /// Whether a cross clears the field.
    pub clears: bool,
}

impl<'a> TextField<'a> {
    /// A field of one line.
    #[must_use]
    pub fn new(id: Id, name: &'a str) -> Self {
        Self { id, name, hint: "", key: String::new(), rows: 1, read_only: false, wrong: false, clears: false }
    }

    /// Draws the field over the full width. `changed()` of the response says whether `text` was changed.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let Self { id, name, hint, key, rows, read_only, wrong, clears } = self;
        let theme = Theme::of(ui.visuals());
        let focused = ui.memory(|memory| memory.has_focus(id));
        let line = match (wrong, focused) {
            (true, _) => Stroke::new(1.0, theme.open),
            (false, true) => Stroke::new(1.0, theme.accent),
            (false, false) => Stroke::new(1.0, theme.line),
        };
        let clears = clears && !text.is_empty();
        let after = if clears { 24 } else { 8 };
        let frame = Frame {
            fill: if read_only { Color32::TRANSPARENT } else { theme.paper },
            stroke: line,
            corner_radius: CornerRadius::same(size::CORNER),
            inner_margin: Margin { left: 8, right: after, top: 4, bottom: 4 },
            ..Frame::NONE
        };
        let mut fixed = text.as_str();
        let buffer: &mut dyn egui::TextBuffer = if read_only { &mut fixed } else { text };
        let edit = if rows > 1 { TextEdit::multiline(buffer).desired_rows(rows) } else { TextEdit::singleline(buffer) };
        let mut response = edit
            .id(id)
            .frame(frame)
            .font(sans(size::SANS))
            .text_color(theme.ink)
            .hint_text(egui::RichText::new(hint).color(theme.dim))
            .desired_width(f32::INFINITY)
            .align(if rows > 1 { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
            .min_size(Vec2::new(0.0, size::FIELD))
            .show(ui)
            .response
            .response
            .accessible_name(name);
        let right = Pos2::new(response.rect.right(), response.rect.top() + size::FIELD / 2.0);
        if clears {
            let cross = Rect::from_center_size(right - Vec2::new(13.0, 0.0), Vec2::splat(20.0));
            let clear = ui.interact(cross, id.with("clear"), Sense::click());
            let label = format!("Clear: {}", name.to_lowercase());
            clear.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
            icon::paint(ui, cross.center(), Icon::Cross, if clear.hovered() { theme.ink } else { theme.dim });
            if clear.clicked() {
                text.clear();
                response.mark_changed();
            }
        } else if !key.is_empty() && text.is_empty() && !focused {
            let width = key_cap::width(ui, &key);
            // A narrow field keeps the space for the hint.
            if width + HINT_ROOM < response.rect.width() {
                key_cap::paint(ui, right - Vec2::new(width + 5.0, 0.0), &key);
            }
        }
        response
    }
}
