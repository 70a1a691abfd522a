//! Moves the caret by line and by page, which needs the geometry of the column.

use egui::{Ui, vec2};

use super::column::Column;
use super::page::Page;
use crate::gui::reader::state::ReaderView;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::Theme;
use crate::session::Command;
use crate::session::input::action::LineStep;
use crate::text::ByteOffset;

/// Carries out the pending moves.
pub(in crate::gui::reader) fn carry_out(
    ui: &Ui,
    page: &Page<'_>,
    column: &mut Column,
    view: &mut ReaderView,
    outbox: &mut Outbox,
) {
    let (line, theme) = (page.measure.line, page.theme);
    let tall = (page.pane.height() - 2.0 * line).max(line);
    let mut at = page.selection.head;
    for (step, extend) in std::mem::take(&mut view.pending) {
        let down = match step {
            LineStep::LineUp => -line,
            LineStep::LineDown => line,
            LineStep::PageUp => -tall,
            LineStep::PageDown => tall,
            LineStep::LineStart | LineStep::LineEnd => {
                let Some(placed) = column.lay(ui, theme, column.block_at(at)) else { continue };
                let (start, end) = placed.laid.row_bounds(at);
                at = if step == LineStep::LineStart { start } else { end };
                outbox.send(Command::PlaceCaret { at, extend });
                continue;
            }
        };
        at = vertical(ui, column, view, theme, at, down);
        outbox.send(Command::PlaceCaret { at, extend });
    }
}

/// The caret position `down` points below `at`, at the horizontal position where the moves began.
fn vertical(ui: &Ui, column: &mut Column, view: &mut ReaderView, theme: &Theme, at: ByteOffset, down: f32) -> ByteOffset {
    let Some(from) = column.lay(ui, theme, column.block_at(at)) else { return at };
    let caret = from.laid.caret(at);
    let x = view.keep_x.filter(|(place, _)| *place == at).map_or(caret.left(), |(_, x)| x);
    let mut y = from.top + f64::from(caret.center().y) + f64::from(down);
    if y < 0.0 {
        return ByteOffset::ZERO;
    }
    // Between two paragraphs there is space without a line: continue to the next line.
    let mut block = column.block_at_y(y);
    if block == from.index && down.abs() < from.laid.height() && (y - from.top) as f32 > from.laid.height() {
        block += 1;
        y = column.top(block);
    }
    let Some(goal) = column.lay(ui, theme, block) else { return at };
    let inside = (y - goal.top) as f32;
    let mut to = goal.laid.byte_at(vec2(x, inside));
    if to == at && down > 0.0 {
        to = column.lay(ui, theme, block + 1).map_or(to, |next| next.laid.byte_at(vec2(x, 0.0)));
    } else if to == at && block > 0 {
        let above = column.lay(ui, theme, block - 1);
        to = above.map_or(to, |above| above.laid.byte_at(vec2(x, above.laid.height() - 1.0)));
    }
    view.keep_x = Some((to, x));
    to
}
