//! Pointer input in the text: caret, selection by character, word and sentence, edges of annotations, the minimap.

use egui::{CursorIcon, Event, PointerButton, Pos2, Rect, Response, Ui};

use super::layout::column::Placed;
use super::layout::page::Page;
use super::marks::{Handle, Mark, handles};
use super::state::{Drag, Origin, ReaderView};
use super::suggestions::Looked;
use crate::gui::state::outbox::Outbox;
use crate::model::AnnotationId;
use crate::session::{Command, Edge};
use crate::text::{ByteOffset, Span, sentence, word};

/// Scroll speed in points a second, for each point by which a drag is outside the pane.
const AUTO_SCROLL: f64 = 8.0;
/// Maximum distance outside the pane that counts, in points.
const FURTHEST: f32 = 90.0;

/// Turns pointer input into commands.
pub(super) fn handle(
    ui: &Ui,
    response: &Response,
    page: &Page<'_>,
    placed: &[Placed],
    (marks, looked): (&[Mark], &Looked<'_>),
    view: &mut ReaderView,
    outbox: &mut Outbox,
) {
    let grips = handles(marks);
    let pointer = response.interact_pointer_pos().or_else(|| response.hover_pos());
    let Some(point) = pointer else {
        view.drag = None;
        return;
    };
    let over_text = page.pane.with_max_x(page.pane.left() + page.measure.left + page.measure.width + 12.0);
    let grip_at = |point: Pos2| grips.iter().find(|g| g.rect.contains(point));
    if response.hovered() || response.dragged() {
        ui.set_cursor_icon(if grip_at(point).is_some() || matches!(view.drag, Some(Drag::Edge { .. })) {
            CursorIcon::ResizeHorizontal
        } else if looked.digit_at(point).is_some() {
            CursorIcon::PointingHand
        } else if over_text.contains(point) {
            CursorIcon::Text
        } else {
            CursorIcon::Default
        });
    }
    let Some(at) = page.byte_at(placed, view.scroll, point) else { return };
    if let Some(origin) = pressed_at(ui, response) {
        response.request_focus();
        if let Some(from) = page.byte_at(placed, view.scroll, origin) {
            press(ui, page, view, outbox, (origin, from), grip_at(origin));
        }
        // A slow frame contains the press and the first moves of a drag.
        if origin.distance(point) > ui.options(|options| options.input_options.max_click_dist) {
            drag(page, view, outbox, at);
        }
    } else if response.dragged_by(PointerButton::Primary) {
        auto_scroll(ui, page.pane, point, view);
        drag(page, view, outbox, at);
    }
    if ui.input(|i| i.pointer.button_released(PointerButton::Primary)) {
        release(response, page, (marks, looked), view, outbox, point);
    }
}

/// Where the primary button was pressed in this frame. `None` if it was not, or not in the text.
///
/// The pointer may have moved since, and a short click is released within the same frame.
fn pressed_at(ui: &Ui, response: &Response) -> Option<Pos2> {
    let press = |event: &Event| match event {
        Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, .. } => Some(*pos),
        _ => None,
    };
    let (origin, released) =
        ui.input(|i| (i.events.iter().rev().find_map(press), i.pointer.button_released(PointerButton::Primary)));
    let origin = origin.filter(|origin| response.interact_rect.contains(*origin))?;
    let is_mine = response.is_pointer_button_down_on() || response.clicked() || released && response.contains_pointer();
    is_mine.then_some(origin)
}

fn press(
    ui: &Ui,
    page: &Page<'_>,
    view: &mut ReaderView,
    outbox: &mut Outbox,
    (origin, at): (Pos2, ByteOffset),
    grip: Option<&Handle>,
) {
    if !page.active {
        outbox.send(Command::OpenArticle(page.article.id.clone()));
    }
    let selection = page.selection;
    let current = page.current().map(|a| a.id.clone());
    if let (Some(grip), Some(id)) = (grip, current) {
        let Handle { fragment, edge, .. } = *grip;
        view.drag = Some(Drag::Edge { id, fragment, edge, to: at });
        return;
    }
    // egui counts clicks on release; a drag by words must be known on press.
    let clicks = view.clicks.press(ui.input(|i| i.time), origin);
    let origin = match clicks {
        2 => word::word_at(&page.text, at).map(Origin::Word),
        3 => sentence::sentence_at(&page.text, at).map(Origin::Sentence),
        _ => None,
    };
    match origin {
        Some(origin @ (Origin::Word(span) | Origin::Sentence(span))) => {
            outbox.send(Command::Select { anchor: span.start(), head: span.end() });
            view.drag = Some(Drag::Select { from: origin, moved: true });
        }
        _ if ui.input(|i| i.modifiers.shift) => {
            outbox.send(Command::PlaceCaret { at, extend: true });
            view.drag = Some(Drag::Select { from: Origin::Place(selection.anchor), moved: true });
        }
        _ => view.drag = Some(Drag::Select { from: Origin::Place(at), moved: false }),
    }
}

fn drag(page: &Page<'_>, view: &mut ReaderView, outbox: &mut Outbox, at: ByteOffset) {
    match &mut view.drag {
        Some(Drag::Edge { to, .. }) => *to = page.text.floor_grapheme(at),
        Some(Drag::Select { from, moved }) => {
            let (anchor, head) = extent(page, *from, at);
            *moved |= anchor != head;
            let now = page.selection;
            if *moved && (now.anchor, now.head) != (anchor, head) {
                outbox.send(Command::Select { anchor, head });
            }
        }
        Some(Drag::Map) | None => {}
    }
}

/// The range that a drag selects: by characters, or by the words or sentences that it touches.
fn extent(page: &Page<'_>, from: Origin, at: ByteOffset) -> (ByteOffset, ByteOffset) {
    let by = |span: Span, here: Option<Span>| {
        let here = here.unwrap_or(span);
        if at < span.start() { (span.end(), here.start().min(at)) } else { (span.start(), here.end().max(span.end())) }
    };
    match from {
        Origin::Place(anchor) => (anchor, at),
        Origin::Word(span) => by(span, word::word_at(&page.text, at)),
        Origin::Sentence(span) => by(span, sentence::sentence_at(&page.text, at)),
    }
}

fn release(
    response: &Response,
    page: &Page<'_>,
    (marks, looked): (&[Mark], &Looked<'_>),
    view: &mut ReaderView,
    outbox: &mut Outbox,
    point: Pos2,
) {
    match view.drag.take() {
        Some(Drag::Edge { id, fragment, edge, to }) => {
            let to = keep_apart(page, &id, fragment, edge, to);
            outbox.send(Command::MoveEdge { id, fragment, edge, to });
        }
        Some(Drag::Select { from: Origin::Place(at), moved: false }) => {
            let here = clicked(page, marks, point);
            let again = here.is_some() && here.as_ref() == page.current().map(|annotation| &annotation.id);
            let beside = point.x >= page.pane.left() + page.measure.margin_left() - 3.0;
            if beside && page.session.suggestion().is_some() {
                // The note beside the suggestion handles its clicks itself; moving the caret would leave the suggestion.
            } else if let Some(action) = looked.digit_at(point) {
                outbox.act(action);
            } else if (here.is_none() || again) && looked.holds(point) {
                outbox.send(Command::LookAt(at));
            } else {
                outbox.send(Command::PlaceCaret { at, extend: false });
                if let Some(id) = here {
                    outbox.send(Command::SelectAnnotation(Some(id)));
                }
            }
            response.request_focus();
        }
        _ => {}
    }
}

/// An edge that is dragged past the other edge stops one grapheme before it.
fn keep_apart(page: &Page<'_>, id: &AnnotationId, fragment: usize, edge: Edge, to: ByteOffset) -> ByteOffset {
    let held = page.layer.and_then(|l| l.get(id)).and_then(|a| a.fragments.get(fragment)).map(|f| f.span);
    match (held, edge) {
        (Some(span), Edge::Start) => to.min(page.text.previous_grapheme(span.end())),
        (Some(span), Edge::End) => to.max(page.text.next_grapheme(span.start())),
        (None, _) => to,
    }
}

/// The annotation selected by a click: the shortest one at the position, or, if that is selected already, the next
/// longer one.
fn clicked(page: &Page<'_>, marks: &[Mark], point: Pos2) -> Option<AnnotationId> {
    let mut here: Vec<&Mark> = marks.iter().filter(|m| m.part.rect.expand(2.0).contains(point)).collect();
    here.sort_by_key(|m| (m.annotation.end().0 - m.annotation.start().0, m.annotation.label));
    here.dedup_by(|a, b| a.annotation.id == b.annotation.id);
    let current = page.current().map(|a| &a.id);
    let next = here.iter().position(|m| Some(&m.annotation.id) == current).map_or(0, |at| (at + 1) % here.len());
    here.get(next).map(|m| m.annotation.id.clone())
}

fn auto_scroll(ui: &Ui, pane: Rect, point: Pos2, view: &mut ReaderView) {
    let outside = (point.y - pane.bottom()).max(0.0) + (point.y - pane.top()).min(0.0);
    if outside != 0.0 {
        let seconds = f64::from(ui.input(|i| i.stable_dt).min(0.1));
        view.scroll += f64::from(outside.clamp(-FURTHEST, FURTHEST)) * AUTO_SCROLL * seconds;
        ui.request_repaint();
    }
}
