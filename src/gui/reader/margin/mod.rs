//! The margin: a note beside each quote and claim, at the height of its first line, without overlaps.

pub mod note;
pub mod note_lines;
pub mod suggestion_note;

use egui::accesskit::{Action, Role};
use egui::{Align2, CornerRadius, CursorIcon, Rect, Response, Stroke, Ui, pos2, vec2};

use super::layout::column::{Column, Placed};
use super::layout::page::Page;
use super::margin::note::{Laid, Note};
use super::margin::note_lines::{Does, inner_links, lines};
use super::margin::suggestion_note::suggestion_lines;
use super::state::ReaderView;
use crate::gui::picker::{Request, Target};
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::style::theme::sans_semibold;
use crate::model::{Annotation, AnnotationId, Label};
use crate::session::{Command, Place, Slot};
use crate::text::ByteOffset;

/// Space between two notes, in points.
const BETWEEN: f32 = 8.0;
/// Number of blocks above the view whose notes may be pushed down into it.
const ABOVE: usize = 6;

/// A note or a chip, and its line in the text.
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
    let hovered = response.hover_pos();
    let mut free = f32::NEG_INFINITY;
    // The suggestion's note shows the keys, so it is always fully visible: it moves up if needed, and notes below it are
    // hidden.
    let raised = |entry: &Entry| (entry.line - 8.0).min(page.pane.bottom() - entry.note.height() - BETWEEN).max(page.pane.top());
    let mut taken = entries.iter().find(|entry| entry.note.id.is_none()).map(raised);
    for entry in entries {
        let is_current = entry.note.id.as_ref().is_none_or(|id| current == Some(id));
        if page.measure.folded {
            // The keys of a suggestion are also in the bar below; a numbered chip would not help.
            if entry.note.id.is_none() {
                continue;
            }
            let at = pos2(left, (entry.line - 9.0).max(free));
            let rect = chip(ui, page, &entry, at, is_current);
            free = rect.bottom() + 2.0;
            if hovered.is_some_and(|p| rect.expand(3.0).contains(p)) {
                ui.set_cursor_icon(CursorIcon::PointingHand);
                response.clone().on_hover_text_at_pointer(entry.note.words());
            }
            if clicked.is_some_and(|p| rect.expand(3.0).contains(p)) {
                select(page, &entry.note, outbox);
            }
            continue;
        }
        // The first line of the note is aligned with the first line of the annotation.
        let at = if entry.note.id.is_none() {
            pos2(left, taken.take().unwrap_or(entry.line - 8.0))
        } else {
            pos2(left, (entry.line - 8.0).max(free))
        };
        if taken.is_some_and(|top| top < at.y + entry.note.height() + BETWEEN) {
            continue;
        }
        leader(ui, page, left, entry.line, at.y + 8.0);
        let under = |p: egui::Pos2| entry.note.lines.iter().position(|line| Note::place(line, at).expand(1.0).contains(p));
        let rect = entry.note.paint(ui.painter(), at, is_current, hovered.and_then(under), page.theme);
        free = rect.bottom() + BETWEEN;
        if hovered.is_some_and(|p| rect.expand(3.0).contains(p)) {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        if let Some(point) = clicked.filter(|p| rect.expand(3.0).contains(*p)) {
            match under(point).and_then(|line| entry.note.lines.get(line)) {
                Some(line) => follow(page, &entry.note, line, at, outbox),
                None => select(page, &entry.note, outbox),
            }
        }
        name_lines(ui, response, page, &entry.note, at, outbox);
    }
}

fn select(page: &Page<'_>, note: &Note, outbox: &mut Outbox) {
    let Some((article, id)) = note.id.as_ref().map(|id| page.end(id)) else { return };
    outbox.send(if page.active { Command::SelectAnnotation(Some(id)) } else { Command::GoTo(Place::Annotation(article, id)) });
}

/// Runs the action of a note's line.
fn follow(page: &Page<'_>, note: &Note, line: &Laid, at: egui::Pos2, outbox: &mut Outbox) {
    match &line.does {
        Does::Nothing => select(page, note, outbox),
        Does::Go((article, id)) => outbox.send(Command::GoTo(Place::Annotation(article.clone(), id.clone()))),
        Does::Act(action) => outbox.act(*action),
        Does::Choose => {
            let Some(id) = note.id.clone() else { return };
            select(page, note, outbox);
            let target = Target::Slot { id, slot: Slot::Speaker, joins: false };
            outbox.ask(WindowRequest::Choose(Request { target, at: Some(Note::place(line, at)) }));
        }
    }
}

/// Describes the lines that can be clicked for accessibility, and handles their clicks.
fn name_lines(ui: &Ui, response: &Response, page: &Page<'_>, note: &Note, at: egui::Pos2, outbox: &mut Outbox) {
    for (number, line) in note.lines.iter().enumerate().filter(|(_, line)| line.does != Does::Nothing) {
        let id = response.id.with(("note", note.id.as_ref().map(AnnotationId::as_str), number));
        let node = ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Button);
            node.set_label(line.name.clone());
            node.add_action(Action::Click);
            super::access::bounds(node, Note::place(line, at));
        });
        if node.is_some() && ui.input(|i| i.has_accesskit_action_request(id, Action::Click)) {
            follow(page, note, line, at, outbox);
        }
    }
}

/// The notes of annotations that begin in view or shortly above it, from top to bottom.
fn entries(ui: &Ui, page: &Page<'_>, column: &Column, placed: &[Placed], view: &ReaderView) -> Vec<Entry> {
    let (Some(first), Some(last), Some(layer)) = (placed.first(), placed.last(), page.layer) else {
        return suggestion(ui, page, column, placed, view).into_iter().collect();
    };
    let from = column.start_of(first.index.saturating_sub(ABOVE));
    let to = ByteOffset(last.laid.bytes.end);
    let noted = |a: &&std::sync::Arc<Annotation>| a.label != Label::Actor && a.start() >= from;
    let inner = inner_links(page);
    let before = layer.begun_before(from);
    let mut in_view: Vec<_> = layer.touching(from, to).filter(noted).collect();
    // A quote comes before the claims that begin at the same position.
    in_view.sort_by_key(|a| (a.start(), std::cmp::Reverse(a.end()), a.label == Label::Claim));
    let mut entries: Vec<Entry> = in_view
        .into_iter()
        .enumerate()
        .map(|(at, annotation)| Entry {
            note: Note::of(ui, annotation, lines(page, annotation, &inner), page.measure.margin, page.theme),
            number: before + at + 1,
            line: line_of(page, column, placed, view, annotation.start()),
        })
        .collect();
    if let Some(entry) = suggestion(ui, page, column, placed, view) {
        let at = entries.partition_point(|other| other.line <= entry.line);
        entries.insert(at, entry);
    }
    entries
}

/// The note beside the current suggestion.
fn suggestion(ui: &Ui, page: &Page<'_>, column: &Column, placed: &[Placed], view: &ReaderView) -> Option<Entry> {
    let suggestion = page.session.suggestion().filter(|_| page.active)?;
    let (start, end) = suggestion.extent()?;
    let (first, last) = (placed.first()?, placed.last()?);
    if end.0 < first.laid.bytes.start || last.laid.bytes.end < start.0 {
        return None;
    }
    let label = page.session.walks().unwrap_or(Label::Quote);
    let lines = suggestion_lines(ui, page, label, suggestion);
    let note = Note::new(ui, (None, label), lines, page.measure.margin, page.theme);
    Some(Entry { note, number: 0, line: line_of(page, column, placed, view, start) })
}

/// The middle of the line that contains `byte`, on the screen; approximate above the view.
fn line_of(page: &Page<'_>, column: &Column, placed: &[Placed], view: &ReaderView, byte: ByteOffset) -> f32 {
    let block = column.block_at(byte);
    if let Some(placed) = placed.iter().find(|p| p.index == block) {
        return page.origin(placed, view.scroll).y + placed.laid.caret(byte).center().y;
    }
    let top = f64::from(page.heading.height) + column.top(block) - view.scroll;
    page.pane.top() + top as f32 + page.measure.line / 2.0
}

/// A thin line from the text to a note that was moved.
fn leader(ui: &Ui, page: &Page<'_>, left: f32, line: f32, note: f32) {
    if (note - line).abs() < 4.0 {
        return;
    }
    let stroke = Stroke::new(1.0, page.theme.line);
    let (from, bend) = (left - 14.0, left - 7.0);
    ui.painter().line_segment([pos2(from, line), pos2(bend, line)], stroke);
    ui.painter().line_segment([pos2(bend, line), pos2(bend, note)], stroke);
    ui.painter().line_segment([pos2(bend, note), pos2(left - 2.0, note)], stroke);
}

/// A numbered chip, in place of a note if there is no room for one.
fn chip(ui: &Ui, page: &Page<'_>, entry: &Entry, at: egui::Pos2, current: bool) -> Rect {
    let theme = page.theme;
    let ink = if entry.note.open { theme.open } else { theme.label_ink(entry.note.label) };
    let rect = Rect::from_min_size(at, vec2(26.0, 18.0));
    let fill = if current { ink } else { theme.paper };
    ui.painter().rect(rect, CornerRadius::same(9), fill, Stroke::new(1.2, ink), egui::StrokeKind::Inside);
    let color = if current { theme.paper } else { ink };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, entry.number, sans_semibold(10.5), color);
    rect
}
