//! The register as a list: a filter over all names, two sort orders, a row for each actor.

use egui::{Align, Id, Key, Layout, Margin, Ui, Vec2};

use super::row;
use super::state::ActorsView;
use crate::gui::input::keymap::key_of;
use crate::gui::panels::keys::list_keys;
use crate::gui::panels::keys::list_keys::{Step, actors_id};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::{FocusTarget, View};
use crate::gui::style::theme::Theme;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{counted, dim};
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::tip::tip;
use crate::model::ActorId;
use crate::model::Label;
use crate::session::{Command, For, Session, SessionAction, WindowAction};

/// Maximum number of characters of a typed name that the button shows.
const NAME: usize = 22;

/// Draws the list.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 0.0);
    let chosen = head(ui, session, view, outbox);
    let actors = &mut view.panels.actors;
    if actors.rows.update(session, &actors.filter, actors.by_use) {
        actors.list.rows_changed();
    }
    if actors.rows.rows.is_empty() {
        egui::Frame::NONE.inner_margin(Margin::symmetric(14, 4)).show(ui, |ui| empty(ui, actors));
        return;
    }
    let open = chosen.or_else(|| rows(ui, session, actors));
    if let Some(id) = open {
        actors.open(id);
    }
}

/// Draws filter, sort orders and the button for a new actor. Returns the actor chosen by Enter in the filter.
fn head(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) -> Option<ActorId> {
    let mut chosen = None;
    egui::Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 12, bottom: 6 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let actors = &mut view.panels.actors;
        let field = TextField {
            hint: "Find by name or alias",
            key: key_of(ui, WindowAction::FindActor),
            clears: true,
            ..TextField::new(Id::unique("actors filter"), "Find an actor")
        };
        let response = field.show(ui, &mut actors.filter);
        if view.focus == Some(FocusTarget::ActorsFilter) {
            view.focus = None;
            response.request_focus();
        }
        actors.rows.update(session, &actors.filter, actors.by_use);
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            chosen = actors.rows.rows.first().filter(|_| !actors.filter.trim().is_empty()).map(|row| row.id.clone());
        }
        ui.horizontal(|ui| {
            let name = actors.filter.trim().to_owned();
            let shown = crate::text::shortened(&name, NAME);
            let words = if name.is_empty() { "New actor".to_owned() } else { format!("New actor “{shown}”") };
            let button = Button { name: "New actor", ..Button::flush(&words) };
            let help = if name.is_empty() { "Type a name first" } else { "Add an actor with this name to the register" };
            if tip(button.show(ui), help, "").clicked() {
                if name.is_empty() {
                    response.request_focus();
                } else {
                    actors.awaited = Some((name.clone(), session.actors_named(&name)));
                    outbox.send(Command::NewActor { name, target: For::Register });
                }
            }
            if actors.filter.trim().is_empty() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| orders(ui, &mut actors.by_use));
            }
        });
    });
    chosen
}

/// Draws the sort orders; a click chooses one.
fn orders(ui: &mut Ui, by_use: &mut bool) {
    let theme = Theme::of(ui.visuals());
    ui.spacing_mut().item_spacing.x = 0.0;
    for (words, name, is) in [("Frequency", "Sort by frequency", true), ("Name", "Sort by name", false)] {
        let on = *by_use == is;
        let color = if on { theme.ink } else { theme.dim };
        let button = Button { name, color: Some(color), padding: 5.0, ..Button::quiet(words) };
        let response = tip(button.show(ui), name, "");
        if on {
            let y = response.rect.bottom() - 4.0;
            let x = response.rect.shrink2(Vec2::new(5.0, 0.0)).x_range();
            ui.painter().hline(x, y, egui::Stroke::new(1.5, theme.accent));
        }
        if response.clicked() {
            *by_use = is;
        }
    }
    dim(ui, "Sort:");
}

fn empty(ui: &mut Ui, actors: &ActorsView) {
    if actors.rows.total == 0 {
        let keys = (key_of(ui, SessionAction::Tag(Label::Actor)), key_of(ui, SessionAction::TagNewActor));
        dim(ui, format!("No actors yet. Select a name in the text and press {}, or {} for a new actor.", keys.0, keys.1));
    } else {
        let all = counted(actors.rows.total, "actor", "actors");
        dim(ui, format!("No results. The filter searches the names and aliases of {all}, in any script."));
    }
}

/// Draws the rows. Returns the actor whose page is to be opened.
fn rows(ui: &mut Ui, session: &Session, actors: &mut ActorsView) -> Option<ActorId> {
    let ActorsView { rows, list, cursor, duplicates, .. } = actors;
    let register = &session.document().register;
    let mut open = None;
    let (keys, step) = list_keys::listen(ui, actors_id(), ui.available_rect_before_wrap(), "Actors", true);
    let here = cursor.as_ref().and_then(|id| rows.position(id));
    if let Some(step) = step {
        let to = step.from(here, rows.rows.len(), list.rows_in(ui.available_height()));
        if let Some((place, row)) = to.and_then(|at| Some((at, rows.rows.get(at)?))) {
            *cursor = Some(row.id.clone());
            list.reveal(place);
            if step == Step::Open {
                open = Some(row.id.clone());
            }
        }
    }
    let on = keys.has_focus().then(|| cursor.clone()).flatten();
    let all = &rows.rows;
    let id = |at: usize| all.get(at).map_or(Id::NULL, |row| row::row_id(&row.id));
    let estimate = |at: usize| all.get(at).map_or(0.0, |row| row::estimate(duplicates.best(register, &row.id).is_some()));
    list.show(ui, "actors", all.len(), id, estimate, |ui, at, place, width| {
        let Some(row) = all.get(at) else { return 0.0 };
        let (height, response) =
            row::draw(ui, register, row, duplicates.best(register, &row.id), on.as_ref() == Some(&row.id), place, width);
        if response.clicked() {
            *cursor = Some(row.id.clone());
            open = Some(row.id.clone());
        }
        height
    });
    open
}
