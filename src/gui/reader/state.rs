//! Defines [`ReaderView`]: scroll, drag and hover state of a text pane, lost when it closes.

use std::collections::BTreeMap;

use egui::Rect;

use super::clicks::Clicks;
use super::layout::column::Column;
use super::minimap::map_lines::Lines;
use crate::model::{AnnotationId, ArticleId};
use crate::session::Edge;
use crate::session::input::action::LineStep;
use crate::text::{ByteOffset, Span};

/// The state of a text pane between frames.
#[derive(Debug, Default)]
pub struct ReaderView {
    /// Moves that need the geometry of lines; the pane carries them out in the next frame.
    pub pending: Vec<(LineStep, bool)>,
    /// Whether the pane takes the keyboard in the next frame.
    pub wants_focus: bool,
    /// Whether an overlay covers the text, so that Tab must reach its buttons.
    pub is_covered: bool,
    pub(super) column: Option<Column>,
    /// Offset of the pane's top in the page, in points.
    pub(super) scroll: f64,
    /// Scroll offsets of articles that were open before.
    pub(super) scrolls: BTreeMap<ArticleId, f64>,
    /// The session's count of reveals that were carried out.
    pub(super) revealed: u64,
    pub(super) map: Option<Lines>,
    pub(super) drag: Option<Drag>,
    pub(super) clicks: Clicks,
    /// The horizontal position that moving up and down keeps, in points, with the caret it belongs to.
    pub(super) keep_x: Option<(ByteOffset, f32)>,
    /// When the caret last moved, in seconds; it blinks from then on.
    pub(super) caret_moved: f64,
    pub(super) last_caret: ByteOffset,
    /// The rectangle of the selected annotation on the screen, as far as it is in view.
    place: Option<(AnnotationId, Rect)>,
}

impl ReaderView {
    /// The rectangle of an annotation on the screen. `None` unless it is selected and in view.
    #[must_use]
    pub fn place_of(&self, id: Option<&AnnotationId>) -> Option<Rect> {
        self.place.as_ref().filter(|(of, _)| Some(of) == id).map(|(_, rect)| *rect)
    }

    /// Stores where the selected annotation was drawn. `None` if there is none in view.
    pub(super) fn remember_place(&mut self, place: Option<(AnnotationId, Rect)>) {
        self.place = place;
    }
}

/// What the pointer is dragging.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Drag {
    /// The selection, from what was pressed first: a caret position, a word, or a sentence.
    Select { from: Origin, moved: bool },
    /// An edge of the selected annotation; it moves when the pointer is released.
    Edge { id: AnnotationId, fragment: usize, edge: Edge, to: ByteOffset },
    /// The visible part of the page, on the minimap.
    Map,
}

/// What was pressed first, and the unit by which a drag extends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Origin {
    Place(ByteOffset),
    Word(Span),
    Sentence(Span),
}
