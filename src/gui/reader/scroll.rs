//! The scroll offset: wheel, scrolling into view, and stability while heights are measured.

use egui::Ui;

use super::layout::column::{Column, Placed};
use super::layout::page::Page;
use super::state::ReaderView;
use crate::gui::style::theme::Theme;
use crate::text::ByteOffset;

/// Number of lines that stay visible above and below what is scrolled into view.
const AIR_LINES: f64 = 2.0;
/// Height of the note beside a suggestion, in points.
const NOTE: f64 = 120.0;
/// Space below the last line, as a share of the pane's height.
const TAIL: f64 = 0.4;

/// Lays out what is in view; the block at the top keeps its position while blocks above it are measured.
pub(super) fn lay_visible(ui: &Ui, page: &Page<'_>, column: &mut Column, view: &mut ReaderView) -> Vec<Placed> {
    let height = f64::from(page.pane.height());
    let head = f64::from(page.heading.height);
    let theme = page.theme;
    // A wrong estimate above the view must not move the visible text: measure again until nothing changes.
    for _ in 0..3 {
        clamp(column, page, view);
        let top = view.scroll - head;
        let first = column.block_at_y(top.max(0.0));
        let inside = top.max(0.0) - column.top(first);
        let before = column.top(first + 1) - column.top(first);
        let placed = lay_from(ui, column, theme, first, top + height);
        let grown = placed.first().map_or(0.0, |p| column.top(p.index + 1) - p.top - before);
        // When scrolling up, the end of the first block keeps its position.
        if grown.abs() > 0.5 && inside > 0.5 && view.scroll > head {
            view.scroll += grown;
            continue;
        }
        return placed;
    }
    let first = column.block_at_y((view.scroll - head).max(0.0));
    lay_from(ui, column, theme, first, view.scroll - head + height)
}

fn lay_from(ui: &Ui, column: &mut Column, theme: &Theme, first: usize, bottom: f64) -> Vec<Placed> {
    let mut placed = Vec::new();
    let mut index = first;
    while index < column.block_count() && column.top(index) < bottom {
        placed.extend(column.lay(ui, theme, index));
        index += 1;
    }
    placed
}

/// Keeps the offset within the page.
pub(super) fn clamp(column: &Column, page: &Page<'_>, view: &mut ReaderView) {
    let tall = f64::from(page.pane.height());
    let all = f64::from(page.heading.height) + column.height() + tall * TAIL;
    view.scroll = view.scroll.clamp(0.0, (all - tall).max(0.0));
}

/// Scrolls the caret into view when the session requests it.
pub(super) fn reveal(ui: &Ui, page: &Page<'_>, column: &mut Column, view: &mut ReaderView) {
    let session = page.session;
    if !page.active || view.revealed == session.reveals() {
        return;
    }
    view.revealed = session.reveals();
    let selection = page.selection;
    let at = page
        .current()
        .filter(|_| selection.is_empty())
        .filter(|a| !a.touches(selection.head))
        .map_or(selection.head, |a| a.start());
    let Some(placed) = column.lay(ui, page.theme, column.block_at(at)) else { return };
    let caret = placed.laid.caret(at);
    let y = f64::from(page.heading.height) + placed.top + f64::from(caret.top());
    let depth = depth_of_suggestion(ui, page, column, at).unwrap_or_else(|| f64::from(caret.height()));
    let (air, tall) = (f64::from(page.measure.line) * AIR_LINES, f64::from(page.pane.height()));
    let (top, bottom) = (view.scroll + air, view.scroll + tall - air - depth);
    if y < top || y > bottom {
        let near = y > top - tall && y < bottom + tall;
        view.scroll = match (near, y < top) {
            (true, true) => y - air,
            (true, false) => (y - tall + air + depth).min(y - air),
            // After a long jump the caret is a third down, with some text before it.
            (false, _) => y - tall / 3.0,
        };
        if y < tall - air {
            view.scroll = 0.0;
        }
    }
    clamp(column, page, view);
}

/// The vertical extent of the current suggestion, if it fits into the pane.
fn depth_of_suggestion(ui: &Ui, page: &Page<'_>, column: &mut Column, start: ByteOffset) -> Option<f64> {
    let suggestion = page.session.suggestion()?;
    let end = suggestion.fragments.last()?.end();
    let first = column.lay(ui, page.theme, column.block_at(start))?;
    let last = column.lay(ui, page.theme, column.block_at(end))?;
    let depth = last.top + f64::from(last.laid.caret(end).bottom()) - first.top - f64::from(first.laid.caret(start).top());
    let room = f64::from(page.pane.height()) - 2.0 * f64::from(page.measure.line) * AIR_LINES;
    // The note beside it shows the keys.
    (0.0..room).contains(&depth).then_some(depth.max(NOTE.min(room)))
}
