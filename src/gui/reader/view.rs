//! Defines [`ReaderView`]: scroll, drag and hover of the text pane. Forgotten when it closes.

use std::collections::BTreeMap;

use egui::Rect;

use super::clicks::Clicks;
use super::layout::column::Column;
use super::layout::page::Page;
use super::marks::Mark;
use super::minimap::map_lines::Lines;
use crate::model::{AnnotationId, ArticleId};
use crate::session::Edge;
use crate::session::input::action::LineStep;
use crate::text::{ByteOffset, Span};

/// What the text pane remembers between frames.
#[derive(Debug, Default)]
pub struct ReaderView {
    /// Moves of the caret that need the layout of the lines, and whether each extends the selection. The pane carries them out
    /// in the next frame.
    pub pending: Vec<(LineStep, bool)>,
    /// Whether the pane should take the keyboard at the next frame.
    pub wants_focus: bool,
    /// Something lies over the text, whose buttons Tab must reach.
    pub is_covered: bool,
    pub(super) column: Option<Column>,
    /// Top of the pane in the page, in points.
    pub(super) scroll: f64,
    /// Where articles that were left had been scrolled to.
    pub(super) scrolls: BTreeMap<ArticleId, f64>,
    /// The session's reveals that were followed.
    pub(super) revealed: u64,
    pub(super) map: Option<Lines>,
    pub(super) drag: Option<Drag>,
    pub(super) clicks: Clicks,
    /// Horizontal place that moving up and down keeps, in points, with the caret it belongs to.
    pub(super) keep_x: Option<(ByteOffset, f32)>,
    /// When the caret last moved, in seconds; it blinks from there.
    pub(super) caret_moved: f64,
    pub(super) last_caret: ByteOffset,
    /// Where the selected annotation stands on the screen, as far as it is in view.
    place: Option<(AnnotationId, Rect)>,
}

/// Which of two panes side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaneSide {
    #[default]
    Left,
    Right,
}

impl ReaderView {
    /// Where an annotation stands on the screen, if it is the selected one and in view.
    #[must_use]
    pub fn place_of(&self, id: Option<&AnnotationId>) -> Option<Rect> {
        self.place.as_ref().filter(|(of, _)| Some(of) == id).map(|(_, rect)| *rect)
    }

    pub(super) fn remember_place(&mut self, page: &Page<'_>, marks: &[Mark]) {
        let inside = marks.iter().filter(|mark| mark.current && page.pane.intersects(mark.part.rect));
        let rect = inside.map(|mark| mark.part.rect).reduce(Rect::union);
        self.place = page.current().map(|annotation| annotation.id.clone()).zip(rect);
    }
}

/// What the pointer is dragging.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Drag {
    /// The selection, from what was first pressed: a place, a word, or a sentence.
    Select { from: Origin, moved: bool },
    /// An edge of the selected annotation; it is moved when the pointer is released.
    Edge { id: AnnotationId, fragment: usize, edge: Edge, to: ByteOffset },
    /// The page, by its map.
    Map,
}

/// What was first pressed, and by how much a drag extends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Origin {
    Place(ByteOffset),
    Word(Span),
    Sentence(Span),
}
