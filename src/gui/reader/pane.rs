//! The text pane as a whole: lays out what is in view, handles input, paints.

use std::sync::Arc;

use egui::{EventFilter, Id, Rect, Sense, Ui};

use super::heading::Heading;
use super::layout::column::{Column, Placed};
use super::layout::lines;
use super::layout::measure::Measure;
use super::layout::page::Page;
use super::marks::{self, Mark};
use super::state::ReaderView;
use super::suggestions::{self, Looked};
use super::{access, hover, margin, minimap, paint, pointer, scroll, signs};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::panes::PaneSide;
use crate::gui::state::prefs::Preferences;
use crate::gui::style::theme::Theme;
use crate::model::Article;
use crate::session::{Purpose, Selection, Session};
use crate::text::{ByteOffset, Span};

/// Seconds for which the caret is shown, and then hidden.
const BLINK: f64 = 0.53;
/// Seconds after which a caret that does not move stops blinking, so that an idle window does not repaint.
const BLINK_FOR: f64 = 8.0;

/// The pane's id: it has the focus while the person reads and tags.
#[must_use]
pub fn pane_id(side: PaneSide) -> Id {
    match side {
        PaneSide::Left => Id::unique("reader"),
        PaneSide::Right => Id::unique("reader on the right"),
    }
}

/// Whether `id` is the id of a text pane.
#[must_use]
pub fn is_pane(id: Id) -> bool {
    id == pane_id(PaneSide::Left) || id == pane_id(PaneSide::Right)
}

/// Draws the open article in all available space, and sends its commands.
pub fn show(ui: &mut Ui, session: &Session, view: &mut ReaderView, prefs: &Preferences, outbox: &mut Outbox) {
    show_on(ui, session, PaneSide::Left, session.article(), view, prefs, outbox);
}

/// Draws an article in all available space. If two panes show the same article, the session's side is active.
pub fn show_on(
    ui: &mut Ui,
    session: &Session,
    side: PaneSide,
    article: Option<&Arc<Article>>,
    view: &mut ReaderView,
    prefs: &Preferences,
    outbox: &mut Outbox,
) {
    let pane = ui.available_rect_before_wrap();
    let theme = Theme::of(ui.visuals());
    let response = ui.interact(pane, pane_id(side), Sense::click_and_drag());
    ui.painter().rect_filled(pane, 0.0, theme.paper);
    focus(ui, &response, view);
    let Some(article) = article else { return };
    let active = session.article().is_some_and(|open| open.id == article.id);
    let measure = Measure::new(ui, pane, prefs);
    let heading = Heading::new(ui, article, &measure, theme);
    let page = Page {
        pane,
        session,
        article,
        layer: session.document().layer(&article.id, session.annotator()),
        selection: if active { session.selection() } else { Selection::default() },
        active,
        id: response.id,
        text: article.text.clone(),
        measure,
        heading,
        theme,
    };

    let mut column = take_column(ui, &page, article, view);
    if response.contains_pointer() && view.drag.is_none() {
        view.scroll -= f64::from(ui.input(|i| i.smooth_scroll_delta().y));
    }
    lines::carry_out(ui, &page, &mut column, view, outbox);
    if view.drag.is_none() {
        scroll::reveal(ui, &page, &mut column, view);
    }
    let placed = scroll::lay_visible(ui, &page, &mut column, view);
    let marks = marks::marks(&page, &placed, view);
    view.remember_place(marks::place_of_selected(&page, &marks));
    let looked = suggestions::look(&page, &placed, &marks, view);

    minimap::show(ui, &response, &page, &column, view);
    if view.drag != Some(super::state::Drag::Map) {
        pointer::handle(ui, &response, &page, &placed, (&marks, &looked), view, outbox);
    }
    paint_page(ui, &page, &placed, &marks, &looked, view);
    hover::tips(&response, &page, &placed, view);
    margin::show(ui, &response, &page, &column, &placed, view, outbox);
    access::describe(ui, &response, &page, &placed, &marks, view, outbox);
    access::describe_suggestions(ui, &page, &looked, outbox);
    view.column = Some(column);
}

fn focus(ui: &Ui, response: &egui::Response, view: &mut ReaderView) {
    if std::mem::take(&mut view.wants_focus) {
        response.request_focus();
    }
    if response.has_focus() {
        // The arrows move the caret and Tab goes through the suggestions: neither moves egui's focus.
        let filter = EventFilter { tab: !view.is_covered, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// The column of the open article; rebuilt at the same position in the text if the article or the layout changed.
fn take_column(ui: &Ui, page: &Page<'_>, article: &Article, view: &mut ReaderView) -> Column {
    let scale = ui.pixels_per_point();
    let old = view.column.take();
    match old {
        Some(column) if column.fits(article, &page.measure, scale) => return column,
        Some(column) if column.shows(article) => {
            let head = f64::from(page.heading.height);
            let block = column.block_at_y((view.scroll - head).max(0.0));
            let inside = view.scroll - head - column.top(block);
            let new = Column::new(article, page.measure.clone(), scale);
            if view.scroll > head {
                view.scroll = head + new.top(block) + inside;
            }
            return new;
        }
        Some(column) => {
            view.scrolls.insert(column.article().clone(), view.scroll);
        }
        None => {}
    }
    view.scroll = view.scrolls.get(&article.id).copied().unwrap_or(0.0);
    view.drag = None;
    Column::new(article, page.measure.clone(), scale)
}

fn paint_page(ui: &Ui, page: &Page<'_>, placed: &[Placed], marks: &[Mark], looked: &Looked<'_>, view: &mut ReaderView) {
    let painter = ui.painter().with_clip_rect(page.pane.intersect(ui.clip_rect()));
    let top_left = page.pane.min + egui::vec2(page.measure.left, -(view.scroll as f32));
    page.heading.paint(ui, top_left, page.theme);
    let selection = page.selection;
    looked.behind(&painter, page);
    paint::behind(&painter, marks, page.theme);
    for span in hits(page, placed) {
        for block in placed {
            let shift = page.origin(block, view.scroll).to_vec2();
            for part in block.laid.parts(span.start(), span.end()) {
                paint::hit(&painter, part.rect.translate(shift), page.theme);
            }
        }
    }
    if let Some(span) = selection.span(&page.text) {
        for block in placed {
            let shift = page.origin(block, view.scroll).to_vec2();
            for part in block.laid.parts(span.start(), span.end()) {
                paint::selection(&painter, part.rect.translate(shift), page.theme);
            }
        }
    }
    for block in placed {
        signs::text(&painter, page, block, view.scroll);
    }
    paint::over(&painter, marks, page.theme);
    signs::around(&painter, page, placed, marks, view);
    looked.over(&painter, page, placed, view);
    let caret = if page.active { caret(ui, page, placed, selection.head, view) } else { None };
    if let Some(rect) = caret {
        paint::caret(&painter, rect, page.theme);
    }
}

/// The search results in the part of the article that is laid out.
fn hits<'p>(page: &'p Page<'_>, placed: &[Placed]) -> impl Iterator<Item = Span> + 'p {
    let from = placed.first().map_or(0, |block| block.laid.bytes.start);
    let to = placed.last().map_or(0, |block| block.laid.bytes.end);
    let review = page.session.review().filter(|review| matches!(review.purpose, Purpose::Search(_)));
    let rows = review.into_iter().flat_map(|review| &review.rows).filter(|row| row.article == page.article.id);
    rows.map(|row| row.span).filter(move |span| span.start().0 < to && from < span.end().0)
}

/// The rectangle of the caret on the screen. `None` while it is hidden.
fn caret(ui: &Ui, page: &Page<'_>, placed: &[Placed], at: ByteOffset, view: &mut ReaderView) -> Option<Rect> {
    let now = ui.input(|i| i.time);
    if view.last_caret != at {
        (view.last_caret, view.caret_moved) = (at, now);
    }
    if !ui.memory(|memory| memory.has_focus(page.id)) {
        return None;
    }
    let block = placed.iter().rev().find(|p| p.laid.bytes.start <= at.0 && at.0 <= p.laid.bytes.end)?;
    let rect = block.laid.caret(at).translate(page.origin(block, view.scroll).to_vec2());
    let since = now - view.caret_moved;
    if since > BLINK_FOR || !ui.input(|i| i.focused) {
        return Some(rect);
    }
    let phase = since % (2.0 * BLINK);
    let next = if phase < BLINK { BLINK - phase } else { 2.0 * BLINK - phase };
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(next));
    (phase < BLINK).then_some(rect)
}
