//! Defines `Page`: everything about the pane that stays the same through one frame.

use egui::{Pos2, Rect, Vec2, pos2};

use super::column::Placed;
use super::heading::Heading;
use super::measure::Measure;
use crate::gui::theme::Theme;
use crate::session::Session;
use crate::text::{ByteOffset, Text};

/// The pane in one frame.
pub(super) struct Page<'a> {
    pub pane: Rect,
    pub session: &'a Session,
    pub text: Text,
    pub measure: Measure,
    pub heading: Heading,
    pub theme: &'static Theme,
}

impl Page<'_> {
    /// Where a block's galley is painted.
    pub fn origin(&self, placed: &Placed, scroll: f64) -> Pos2 {
        let y = f64::from(self.pane.top()) + f64::from(self.heading.height) + placed.top - scroll;
        pos2(self.pane.left() + self.measure.left, y as f32)
    }

    /// The caret's place nearest to a point of the screen.
    pub fn byte_at(&self, placed: &[Placed], scroll: f64, point: Pos2) -> Option<ByteOffset> {
        let below = |p: &&Placed| self.origin(p, scroll).y <= point.y;
        let block = placed.iter().rev().find(below).or(placed.first())?;
        let inside: Vec2 = point - self.origin(block, scroll);
        Some(block.laid.byte_at(Vec2::new(inside.x, inside.y.clamp(0.0, block.laid.height() - 1.0))))
    }
}
