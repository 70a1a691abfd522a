//! The margin: a note beside each quote and claim, at the height of its first line, never one over another.

use egui::{Align2, CornerRadius, CursorIcon, Rect, Response, Stroke, Ui, pos2, vec2};

use super::column::{Column, Placed};
use super::note::Note;
use super::page::Page;
use super::view::ReaderView;
use crate::gui::outbox::Outbox;
use crate::gui::theme::sans_semibold;
use crate::model::{Annotation, Label};
use crate::session::Command;
use crate::text::ByteOffset;

/// Between two notes, in points.
const BETWEEN: f32 = 8.0;
/// Blocks above the view whose notes may be pushed down into it.
const ABOVE: usize = 6;

/// A note, or a chip, and the line it belongs to.
struct Entry {
    note: Note,
    number: usize,
    /// Middle of the annotation's first line, on the screen.
    line: f32,
}

/// Draws the margin.
pub(super) fn show(
    ui: &Ui,
    response: &Response,
    page: &Page<'_>,
    column: &Column,
    placed: &[Placed],
    view: &ReaderView,
    outbox: &mut Outbox,
) {
    let left = page.pane.left() + page.measure.margin_left();
    let entries = entries(ui, page, column, placed, view);
    let current = page.current().map(|a| &a.id);
    let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten();
    let mut free = f32::NEG_INFINITY;
    for entry in entries {
        let is_current = current == Some(&entry.note.id);
        let rect = if page.measure.folded {
            let top = (entry.line - 9.0).max(free);
            chip(ui, page, &entry, pos2(left, top), is_current)
        } else {
            // The first line of the note stands beside the first line of the annotation.
            let wanted = entry.line - 8.0;
            let top = wanted.max(free);
            leader(ui, page, left, entry.line, top + 8.0);
            entry.note.paint(ui.painter(), pos2(left, top), is_current, page.theme)
        };
        free = rect.bottom() + if page.measure.folded { 2.0 } else { BETWEEN };
        let target = rect.expand(3.0);
        if response.hover_pos().is_some_and(|p| target.contains(p)) {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            if page.measure.folded {
                response.clone().on_hover_text_at_pointer(entry.note.words());
            }
        }
        if clicked.is_some_and(|p| target.contains(p)) {
            outbox.send(Command::SelectAnnotation(Some(entry.note.id.clone())));
        }
    }
}

/// The notes of what begins in view or shortly above it, from top to bottom.
fn entries(ui: &Ui, page: &Page<'_>, column: &Column, placed: &[Placed], view: &ReaderView) -> Vec<Entry> {
    let (Some(first), Some(last), Some(layer)) = (placed.first(), placed.last(), page.layer) else { return Vec::new() };
    let from = column.start_of(first.index.saturating_sub(ABOVE));
    let to = ByteOffset(last.laid.bytes.end);
    let noted = |a: &&std::sync::Arc<Annotation>| a.label != Label::Actor && a.start() >= from;
    let before = layer.annotations().partition_point(|a| a.start() < from);
    layer
        .touching(from, to)
        .filter(noted)
        .enumerate()
        .map(|(at, annotation)| Entry {
            note: Note::new(ui, annotation, page.measure.margin, page.theme),
            number: before + at + 1,
            line: line_of(page, column, placed, view, annotation.start()),
        })
        .collect()
}

/// The middle of the line that holds `byte`, on the screen; roughly so for what is above the view.
fn line_of(page: &Page<'_>, column: &Column, placed: &[Placed], view: &ReaderView, byte: ByteOffset) -> f32 {
    let block = column.block_at(byte);
    if let Some(placed) = placed.iter().find(|p| p.index == block) {
        return page.origin(placed, view.scroll).y + placed.laid.caret(byte).center().y;
    }
    let top = f64::from(page.heading.height) + column.top(block) - view.scroll;
    page.pane.top() + top as f32 + page.measure.line / 2.0
}

/// A thin line from the text to a note that had to move down.
fn leader(ui: &Ui, page: &Page<'_>, left: f32, line: f32, note: f32) {
    if note - line < 4.0 {
        return;
    }
    let stroke = Stroke::new(1.0, page.theme.line);
    let (from, bend) = (left - 14.0, left - 7.0);
    ui.painter().line_segment([pos2(from, line), pos2(bend, line)], stroke);
    ui.painter().line_segment([pos2(bend, line), pos2(bend, note)], stroke);
    ui.painter().line_segment([pos2(bend, note), pos2(left - 2.0, note)], stroke);
}

/// A numbered chip, in place of a note where there is no room for one.
fn chip(ui: &Ui, page: &Page<'_>, entry: &Entry, at: egui::Pos2, current: bool) -> Rect {
    let theme = page.theme;
    let ink = theme.label_ink(entry.note.label);
    let rect = Rect::from_min_size(at, vec2(26.0, 18.0));
    let fill = if current { ink } else { theme.paper };
    ui.painter().rect(rect, CornerRadius::same(9), fill, Stroke::new(1.2, ink), egui::StrokeKind::Inside);
    let color = if current { theme.paper } else { ink };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, entry.number, sans_semibold(10.5), color);
    rect
}
