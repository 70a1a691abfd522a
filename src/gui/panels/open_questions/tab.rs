//! The To do tab: groups with their counts; a click expands a group, goes to a question, or undoes a batch.

use egui::{Align, Layout, Ui, UiBuilder, Vec2};

use super::rows::Row;
use super::state::OpenView;
use super::{batches, row};
use crate::gui::input::keymap::key_of;
use crate::gui::panels::keys::list_keys;
use crate::gui::panels::keys::list_keys::{Step, questions_id};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::{FocusTarget, SideTab, View};
use crate::gui::style::theme::{Theme, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::tip::action_tip;
use crate::session::{Action, Command, Place, Session, SessionAction};

const FOOT: f32 = 36.0;

/// Draws the tab.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let typing = ui.ctx().text_edit_focused();
    view.panels.open.update(session, typing);
    let all = ui.available_rect_before_wrap();
    let (body, foot) = all.split_top_bottom_at_y((all.bottom() - FOOT).max(all.top()));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(body).id_salt("open rows"));
    inner.shrink_clip_rect(body);
    let asked = list(&mut inner, session, &mut view.panels.open, &mut view.focus, outbox);
    keys(ui, foot, outbox);
    ui.advance_cursor_after_rect(all);
    if let Some(row) = asked {
        follow(row, view, outbox);
    }
}

/// Draws the rows. Returns the one that was clicked, or on which Enter was pressed.
fn list(
    ui: &mut Ui,
    session: &Session,
    open: &mut OpenView,
    focus: &mut Option<FocusTarget>,
    outbox: &mut Outbox,
) -> Option<Row> {
    let OpenView { rows, list, cursor, batches, .. } = open;
    let (keys, step) = list_keys::listen(ui, questions_id(), ui.max_rect(), "Open questions", true);
    if focus.take_if(|focus| *focus == FocusTarget::Questions).is_some() {
        keys.request_focus();
    }
    let mut asked = None;
    if let Some(step) = step {
        let mut to = step.from(Some(*cursor), rows.len(), list.rows_in(ui.available_height())).unwrap_or(0);
        let leads = |at: usize| rows.get(at).is_some_and(leads);
        // Headings are skipped.
        let back = matches!(step, Step::Up | Step::PageUp | Step::Last);
        while !leads(to) && to < rows.len() {
            match to.checked_sub(1).filter(|_| back) {
                Some(above) => to = above,
                None if back => break,
                None => to += 1,
            }
        }
        if leads(to) {
            *cursor = to;
            list.reveal(to);
        }
        asked = rows.get(*cursor).filter(|_| step == Step::Open).cloned();
    }
    let on = keys.has_focus().then_some(*cursor);
    let id = |at: usize| rows.get(at).map_or(egui::Id::NULL, |row| row::row_id(row, at));
    let estimate = |at: usize| rows.get(at).map_or(0.0, row::height);
    list.show(ui, "open questions", rows.len(), id, estimate, |ui, at, place, width| {
        let Some(held) = rows.get(at) else { return 0.0 };
        if let Row::Batch(id) = held {
            let batch = batches.iter().find(|batch| batch.id == *id);
            return batch.map_or(0.0, |batch| batches::draw(ui, session, batch, place, width, outbox));
        }
        let response = row::draw(ui, session, held, at, on == Some(at), place, width);
        if response.is_some_and(|response| response.clicked()) {
            *cursor = at;
            asked = Some(held.clone());
        }
        row::height(held)
    });
    asked
}

fn leads(row: &Row) -> bool {
    matches!(row, Row::Group { .. } | Row::Question(_) | Row::Article(..))
}

/// Runs the action of a row.
fn follow(row: Row, view: &mut View, outbox: &mut Outbox) {
    match row {
        Row::Group { part, kind, .. } => {
            let expanded = &mut view.panels.open.expanded;
            if !expanded.remove(&(part, kind)) {
                expanded.insert((part, kind));
            }
        }
        Row::Question(question) => match &question.place {
            Place::Actor(actor) => {
                view.panels.actors.open(actor.clone());
                view.tab = SideTab::Actors;
            }
            _ => outbox.send(Command::GoTo(question.place)),
        },
        Row::Article(article, _) => outbox.send(Command::OpenArticle(article)),
        _ => {}
    }
}

/// Draws the two actions that go from question to question.
fn keys(ui: &mut Ui, rect: egui::Rect, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, egui::Stroke::new(1.0, theme.line));
    let inner = rect.shrink2(Vec2::new(size::MARGIN, 0.0));
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)).id_salt("open keys");
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing.x = 16.0;
    for (action, words) in
        [(Action::Session(SessionAction::NextQuestion), "Next"), (Action::Session(SessionAction::PreviousQuestion), "Previous")]
    {
        let button =
            Button { name: action.spec().name, key: key_of(&ui, action), color: Some(theme.dim), ..Button::flush(words) };
        if action_tip(button.show(&mut ui), action).clicked() {
            outbox.act(action);
        }
    }
}
