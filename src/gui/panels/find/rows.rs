//! The search results, with keys of their own: arrows move and sort, Enter shows, Space selects, Delete deletes.

use egui::{EventFilter, Key, Modifiers, Ui};

use super::state::{FindView, found};
use crate::gui::panels::keys::list_keys;
use crate::gui::panels::keys::list_keys::{Step, review_id};
use crate::gui::panels::review::row;
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::session::{Command, Order, Session, SessionAction};

/// Draws the rows. Returns whether a place is to be shown in the text.
pub fn show(ui: &mut Ui, session: &Session, find: &mut FindView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) -> bool {
    let rows = found(session).map(|(review, _)| review.rows.as_slice()).unwrap_or_default();
    find.cursor = find.cursor.min(rows.len().saturating_sub(1));
    let (keys, step) = list_keys::listen(ui, review_id(), ui.available_rect_before_wrap(), "Search results", true);
    if focus.take_if(|focus| *focus == FocusTarget::Review).is_some() {
        keys.request_focus();
    }
    let mut visits = step == Some(Step::Open);
    if let Some(step) = step.filter(|step| *step != Step::Open)
        && let Some(to) = step.from(Some(find.cursor), rows.len(), find.list.rows_in(ui.available_height()))
    {
        find.cursor = to;
        find.list.reveal(to);
    }
    let has_keys = keys.has_focus();
    if has_keys
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space))
        && let Some(row) = rows.get(find.cursor)
    {
        outbox.send(Command::TickRow(find.cursor, !row.ticked));
    }
    if has_keys {
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(review_id(), filter));
        for (key, order) in [(Key::ArrowLeft, Order::Left), (Key::ArrowRight, Order::Right)] {
            if !rows.is_empty() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                // The same key again restores text order.
                let order = if find.order == order { Order::Text } else { order };
                find.sort(order, outbox);
            }
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
            outbox.act(SessionAction::Delete);
        }
    }
    let FindView { list, cursor, .. } = find;
    let id = |at: usize| rows.get(at).map_or(egui::Id::NULL, row::row_id);
    list.show(
        ui,
        "search results",
        rows.len(),
        id,
        |_| row::HEIGHT,
        |ui, at, place, width| {
            let Some(held) = rows.get(at) else { return 0.0 };
            let drawn = row::draw(ui, session, held, has_keys && *cursor == at, place, width);
            if drawn.ticked {
                outbox.send(Command::TickRow(at, !held.ticked));
            }
            if drawn.ticked || drawn.shown {
                *cursor = at;
                keys.request_focus();
            }
            visits |= drawn.shown;
            row::HEIGHT
        },
    );
    if visits {
        outbox.send_all(find.visit(rows));
    }
    visits
}
