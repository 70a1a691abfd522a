//! Computes what to paint for each annotation in view: rectangles, nesting, state.

use std::sync::Arc;

use egui::{Rect, Vec2};

use super::layout::column::Placed;
use super::layout::laid::Part;
use super::layout::page::Page;
use super::state::{Drag, ReaderView};
use crate::model::{Annotation, AnnotationId, Label};
use crate::session::Edge;
use crate::text::{ByteOffset, Text};

/// The part of an annotation in one row, on the screen.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub annotation: Arc<Annotation>,
    pub part: Part,
    /// Number of annotations of the same label that began before it and overlap it.
    pub depth: usize,
    /// Whether it overlaps another annotation of its label, so that its ends are marked.
    pub crowded: bool,
    pub current: bool,
    pub fragment: usize,
}

/// The marks of all annotations that reach into what is laid out, in text order.
pub(super) fn marks(page: &Page<'_>, placed: &[Placed], view: &ReaderView) -> Vec<Mark> {
    let text = &page.text;
    let (Some(first), Some(last), Some(layer)) = (placed.first(), placed.last(), page.layer) else { return Vec::new() };
    let (from, to) = (ByteOffset(first.laid.bytes.start), ByteOffset(last.laid.bytes.end));
    let mut here: Vec<&Arc<Annotation>> = layer.touching(from, to).collect();
    here.sort_by_key(|a| (a.start(), std::cmp::Reverse(a.end())));
    let nesting = nesting(&here);
    let current = page.current().map(|a| a.id.clone());
    let mut marks = Vec::new();
    for (annotation, (depth, crowded)) in here.into_iter().zip(nesting) {
        let is_current = current.as_ref() == Some(&annotation.id);
        for (number, fragment) in annotation.fragments.iter().enumerate() {
            let (start, end) = dragged(view, annotation, number, (fragment.span.start(), fragment.span.end()), text);
            for block in placed {
                if end.0 <= block.laid.bytes.start || start.0 >= block.laid.bytes.end {
                    continue;
                }
                let shift = page.origin(block, view.scroll).to_vec2();
                for mut part in block.laid.parts(start, end) {
                    part.rect = part.rect.translate(shift);
                    // A fragment that spans several blocks begins in one and ends in another.
                    part.first &= start.0 >= block.laid.bytes.start;
                    part.last &= end.0 <= block.laid.bytes.end;
                    marks.push(Mark {
                        annotation: Arc::clone(annotation),
                        part,
                        depth,
                        crowded,
                        current: is_current,
                        fragment: number,
                    });
                }
            }
        }
    }
    marks
}

/// The fragment as it will be when the dragged edge is released.
fn dragged(
    view: &ReaderView,
    annotation: &Annotation,
    number: usize,
    held: (ByteOffset, ByteOffset),
    text: &Text,
) -> (ByteOffset, ByteOffset) {
    match &view.drag {
        Some(Drag::Edge { id, fragment, edge, to }) if *id == annotation.id && *fragment == number => match edge {
            Edge::Start => ((*to).min(text.previous_grapheme(held.1)), held.1),
            Edge::End => (held.0, (*to).max(text.next_grapheme(held.0))),
        },
        _ => held,
    }
}

/// For each annotation, sorted by start: its depth within its label, and whether it overlaps another.
fn nesting(here: &[&Arc<Annotation>]) -> Vec<(usize, bool)> {
    let mut found = vec![(0, false); here.len()];
    let mut open: Vec<(Label, ByteOffset, usize)> = Vec::new();
    for (at, annotation) in here.iter().enumerate() {
        open.retain(|&(_, end, _)| end > annotation.start());
        let mut depth = 0;
        for &(label, _, other) in &open {
            if label == annotation.label {
                depth += 1;
                if let Some(slot) = found.get_mut(other) {
                    slot.1 = true;
                }
            }
        }
        if let Some(slot) = found.get_mut(at) {
            *slot = (depth, depth > 0);
        }
        open.push((annotation.label, annotation.end(), at));
    }
    found
}

/// The selected annotation and the rectangle around those of its marks that are in view. `None` if none is.
pub(super) fn place_of_selected(page: &Page<'_>, marks: &[Mark]) -> Option<(AnnotationId, Rect)> {
    let inside = marks.iter().filter(|mark| mark.current && page.pane.intersects(mark.part.rect));
    let rect = inside.map(|mark| mark.part.rect).reduce(Rect::union);
    page.current().map(|annotation| annotation.id.clone()).zip(rect)
}

/// The handle of an edge of the selected annotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Handle {
    pub rect: Rect,
    pub fragment: usize,
    pub edge: Edge,
}

/// The handles of the selected annotation's edges.
pub(super) fn handles(marks: &[Mark]) -> Vec<Handle> {
    let mut handles = Vec::new();
    for mark in marks.iter().filter(|m| m.current) {
        let rect = mark.part.rect;
        // Outside the letters: a drag that begins on the first letter selects words and does not move the edge.
        let grab =
            |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rect.y_range()).shrink2(Vec2::new(0.0, rect.height() * 0.15));
        if mark.part.first {
            handles.push(Handle { rect: grab(rect.left() - 8.0, rect.left() - 0.5), fragment: mark.fragment, edge: Edge::Start });
        }
        if mark.part.last {
            handles.push(Handle { rect: grab(rect.right() + 0.5, rect.right() + 8.0), fragment: mark.fragment, edge: Edge::End });
        }
    }
    handles
}
