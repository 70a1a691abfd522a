//! Defines `Page`: everything about the pane that is constant during one frame.

use std::sync::Arc;

use egui::{Id, Pos2, Rect, Vec2, pos2};

use super::column::Placed;
use super::measure::Measure;
use crate::gui::reader::heading::Heading;
use crate::gui::style::theme::Theme;
use crate::model::{Annotation, AnnotationId, Article, Layer};
use crate::session::{End, Selection, Session};
use crate::text::{ByteOffset, Text};

/// The pane during one frame.
pub(in crate::gui::reader) struct Page<'a> {
    pub pane: Rect,
    pub session: &'a Session,
    /// The article of this pane; it is the session's article only while the pane is active.
    pub article: &'a Arc<Article>,
    /// The annotator's layer of the article.
    pub layer: Option<&'a Arc<Layer>>,
    /// Caret and selection; at the beginning of the text while the pane is not active.
    pub selection: Selection,
    /// Whether commands apply to this pane's article.
    pub active: bool,
    pub id: Id,
    pub text: Text,
    pub measure: Measure,
    pub heading: Heading,
    pub theme: &'static Theme,
}

impl Page<'_> {
    /// The selected annotation, if it is in this pane.
    pub fn current(&self) -> Option<&Arc<Annotation>> {
        self.session.current().filter(|_| self.active)
    }

    /// The reference to an annotation of this article in commands and links.
    pub fn end(&self, id: &AnnotationId) -> End {
        (self.article.id.clone(), id.clone())
    }

    /// Where a block's galley is painted.
    pub fn origin(&self, placed: &Placed, scroll: f64) -> Pos2 {
        let y = f64::from(self.pane.top()) + f64::from(self.heading.height) + placed.top - scroll;
        pos2(self.pane.left() + self.measure.left, y as f32)
    }

    /// The caret position nearest to a point of the screen.
    pub fn byte_at(&self, placed: &[Placed], scroll: f64, point: Pos2) -> Option<ByteOffset> {
        let below = |p: &&Placed| self.origin(p, scroll).y <= point.y;
        let block = placed.iter().rev().find(below).or(placed.first())?;
        let inside: Vec2 = point - self.origin(block, scroll);
        Some(block.laid.byte_at(Vec2::new(inside.x, inside.y.clamp(0.0, block.laid.height() - 1.0))))
    }
}
