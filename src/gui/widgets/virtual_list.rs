//! Long lists of rows of different heights: only the rows in view are drawn.

use std::collections::HashMap;

use egui::{Id, Pos2, Rect, ScrollArea, Ui, Vec2};

/// The positions of the rows. Heights are estimated until a row was drawn, then measured.
#[derive(Debug, Default)]
pub struct VirtualList {
    /// Top of each row, in points from the first; one more for the end.
    tops: Vec<f32>,
    /// Height of each row.
    heights: Vec<f32>,
    measured: HashMap<Id, f32>,
    width: f32,
    /// The number of rows for which the tops were computed. `None` if they must be computed again.
    placed: Option<usize>,
    /// A row to scroll into view in the next frame.
    reveal: Option<usize>,
}

impl VirtualList {
    /// Scrolls a row into view in the next frame.
    pub fn reveal(&mut self, row: usize) {
        self.reveal = Some(row);
    }

    /// Discards all positions, because the rows have changed.
    pub fn rows_changed(&mut self) {
        self.placed = None;
    }

    /// Makes room for a new row.
    pub fn row_inserted(&mut self, row: usize, id: Id, estimate: f32) {
        if self.placed == Some(self.heights.len()) && row <= self.heights.len() {
            self.heights.insert(row, self.measured.get(&id).copied().unwrap_or(estimate));
            self.place_from(row);
        }
    }

    /// Removes a row.
    pub fn row_removed(&mut self, row: usize) {
        if self.placed == Some(self.heights.len()) && row < self.heights.len() {
            self.heights.remove(row);
            self.place_from(row);
        }
    }

    /// About how many rows fit into `height`, counted from `row`.
    #[must_use]
    pub fn rows_in(&self, height: f32) -> usize {
        let rows = self.tops.len().saturating_sub(1);
        let whole = self.tops.last().copied().unwrap_or_default();
        if rows == 0 || whole <= 0.0 { 1 } else { ((height / (whole / rows as f32)) as usize).max(1) }
    }

    /// Draws the rows in view. `id` is the id of a row, `estimate` its estimated height, `draw` paints it from its top left
    /// corner over the given width and returns its height.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        salt: &str,
        count: usize,
        id: impl Fn(usize) -> Id,
        estimate: impl Fn(usize) -> f32,
        mut draw: impl FnMut(&mut Ui, usize, Pos2, f32) -> f32,
    ) {
        let width = ui.available_width();
        if width != self.width {
            self.width = width;
            self.measured.clear();
            self.placed = None;
        }
        if self.placed != Some(count) {
            self.place(count, &id, &estimate);
        }
        let height = ui.available_height();
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).max_height(height).show_viewport(ui, |ui, viewport| {
            ui.set_height(self.tops.last().copied().unwrap_or_default());
            let origin = ui.max_rect().min;
            let first = self.tops.partition_point(|&top| top <= viewport.min.y).saturating_sub(1);
            let mut moved = Vec::new();
            for row in first..count {
                let top = self.tops.get(row).copied().unwrap_or_default();
                if top > viewport.max.y {
                    break;
                }
                let guess = self.tops.get(row + 1).copied().unwrap_or(top) - top;
                let real = draw(ui, row, origin + Vec2::new(0.0, top), width);
                if (real - guess).abs() > 0.5 {
                    self.measured.insert(id(row), real);
                    moved.push((row, real));
                }
            }
            if let Some(row) = self.reveal.take()
                && let (Some(&top), Some(&bottom)) = (self.tops.get(row), self.tops.get(row + 1))
            {
                let rect = Rect::from_min_max(origin + Vec2::new(0.0, top), origin + Vec2::new(width, bottom));
                ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
                if !moved.is_empty() {
                    // Rows above were measured: compute the positions again.
                    self.reveal = Some(row);
                }
                ui.ctx().request_repaint();
            }
            if !moved.is_empty() {
                ui.ctx().request_repaint();
            }
            let first = moved.first().map(|(row, _)| *row);
            for (row, real) in moved {
                self.heights.iter_mut().skip(row).take(1).for_each(|height| *height = real);
            }
            if let Some(row) = first {
                self.place_from(row);
            }
        });
    }

    fn place(&mut self, count: usize, id: &impl Fn(usize) -> Id, estimate: &impl Fn(usize) -> f32) {
        let known = |row| if self.measured.is_empty() { None } else { self.measured.get(&id(row)).copied() };
        let height = |row| known(row).unwrap_or_else(|| estimate(row));
        self.heights = (0..count).map(height).collect();
        self.place_from(0);
    }

    /// Computes the positions from that row on.
    fn place_from(&mut self, row: usize) {
        self.tops.truncate(row + 1);
        let mut top = self.tops.get(row).copied().unwrap_or_default();
        if self.tops.is_empty() {
            self.tops.push(top);
        }
        for height in self.heights.iter().skip(row) {
            top += height;
            self.tops.push(top);
        }
        self.placed = Some(self.heights.len());
    }
}
