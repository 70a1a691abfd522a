//! The rows of the review, with keys of their own: Space selects, arrows move, Enter accepts.

use egui::{Key, Modifiers, Ui};

use super::{ReviewView, asked_for, row};
use crate::gui::panels::keys::list_keys;
use crate::gui::panels::keys::list_keys::{Step, review_id};
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::session::{Command, Place, Review, Session};

/// Draws the rows.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    view: &mut ReviewView,
    focus: &mut Option<FocusTarget>,
    outbox: &mut Outbox,
) {
    let ReviewView { list, cursor, shown, .. } = view;
    let is_new = *shown != Some(review.number);
    if is_new {
        *cursor = 0;
        list.reveal(0);
    }
    *cursor = (*cursor).min(review.rows.len().saturating_sub(1));
    let (keys, step) = list_keys::listen(ui, review_id(), ui.available_rect_before_wrap(), "Review", true);
    // A list that the person requested takes the keyboard; a list that is only offered leaves it to the text.
    let wanted = *focus == Some(FocusTarget::Review) || (is_new && asked_for(review));
    if wanted {
        focus.take_if(|focus| *focus == FocusTarget::Review);
        keys.request_focus();
    }
    *shown = Some(review.number);
    if let Some(step) = step {
        if step == Step::Open {
            outbox.send(Command::AcceptReview);
        } else if let Some(to) = step.from(Some(*cursor), review.rows.len(), list.rows_in(ui.available_height())) {
            *cursor = to;
            list.reveal(to);
        }
    }
    let has_keys = keys.has_focus();
    if has_keys
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space))
        && let Some(row) = review.rows.get(*cursor)
    {
        outbox.send(Command::TickRow(*cursor, !row.ticked));
    }
    let id = |at: usize| review.rows.get(at).map_or(egui::Id::NULL, row::row_id);
    list.show(
        ui,
        "review rows",
        review.rows.len(),
        id,
        |_| row::HEIGHT,
        |ui, at, place, width| {
            let Some(held) = review.rows.get(at) else { return 0.0 };
            let drawn = row::draw(ui, session, held, has_keys && *cursor == at, place, width);
            if drawn.ticked {
                outbox.send(Command::TickRow(at, !held.ticked));
            }
            if drawn.ticked || drawn.shown {
                *cursor = at;
                keys.request_focus();
            }
            if drawn.shown {
                let place = Place::Words(held.article.clone(), held.span);
                outbox.send(Command::GoTo(place));
            }
            row::HEIGHT
        },
    );
}
