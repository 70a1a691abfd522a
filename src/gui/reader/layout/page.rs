//! Defines `Page`: everything about the pane that stays the same through one frame.

use std::sync::Arc;

use egui::{Id, Pos2, Rect, Vec2, pos2};

use super::column::Placed;
use super::measure::Measure;
use crate::gui::reader::heading::Heading;
use crate::gui::style::theme::Theme;
use crate::model::{Annotation, AnnotationId, Article, Layer};
use crate::session::{End, Selection, Session};
use crate::text::{ByteOffset, Text};

/// The pane in one frame.
pub(in crate::gui::reader) struct Page<'a> {
    pub pane: Rect,
    pub session: &'a Session,
    /// The article that this pane shows; the session's own only while the pane is active.
    pub article: &'a Arc<Article>,
    /// What the annotator has done in it.
    pub layer: Option<&'a Arc<Layer>>,
    /// Caret and selection; at the beginning while the pane is not active.
    pub selection: Selection,
    /// Whether commands go to this pane's article.
    pub active: bool,
    pub id: Id,
    pub text: Text,
    pub measure: Measure,
    pub heading: Heading,
    pub theme: &'static Theme,
}

impl Page<'_> {
    /// The selected annotation, if it stands in this pane.
    pub fn current(&self) -> Option<&Arc<Annotation>> {
        self.session.current().filter(|_| self.active)
    }

    /// Where an annotation of this article is, as commands and links name it.
    pub fn end(&self, id: &AnnotationId) -> End {
        (self.article.id.clone(), id.clone())
    }

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
