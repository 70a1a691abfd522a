//! The background of a list row, with its accessible name.

use egui::{Color32, Id, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::style::theme::Theme;

/// A row of a list.
#[derive(Clone, Copy, Debug)]
pub struct ListRow<'a> {
    pub id: Id,
    pub at: Pos2,
    pub size: Vec2,
    /// The accessible name.
    pub name: &'a str,
    pub role: Role,
    pub selected: bool,
}

impl ListRow<'_> {
    /// The rectangle of the row.
    #[must_use]
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.at, self.size)
    }

    /// Paints the background.
    pub fn show(&self, ui: &Ui) -> Response {
        let theme = Theme::of(ui.visuals());
        let response = ui.interact(self.rect(), self.id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(self.role, true, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(self.selected));
        let fill = match (self.selected, response.hovered()) {
            (true, _) => theme.paper,
            (false, true) => theme.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(self.rect(), 0.0, fill);
        if self.selected {
            ui.painter().rect_filled(Rect::from_min_size(self.at, Vec2::new(3.0, self.size.y)), 0.0, theme.accent);
        }
        response
    }
}
