//! The relations between actors: what an actor is part of, and its members, chosen by typing.

use egui::{Align, Layout, Sense, Ui, UiBuilder, Vec2};

use super::choose::Chooser;
use super::state::ActorsView;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::icon_button;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::text_field::TextField;
use crate::model::{Actor, ActorId};
use crate::session::{Command, Session};

/// Draws both rows.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, read_only: bool, actors: &mut ActorsView, outbox: &mut Outbox) {
    let mut after = actor.clone();
    let mut open = None;
    field_row(ui, "Part of", |ui| {
        if let Some(whole) = &actor.part_of {
            let (see, gone) = person(ui, session, whole, "Remove parent", read_only);
            open = open.take().or(see);
            if gone {
                after.part_of = None;
            }
        } else if !read_only {
            let without = [actor.id.clone()];
            if let Some(whole) = choose(ui, session, actor, actors, "Part of", "Organization or group", &without) {
                after.part_of = Some(whole);
            }
        }
    });
    field_row(ui, "Members", |ui| {
        for member in &actor.members {
            let (see, gone) = person(ui, session, member, "Remove member", read_only);
            open = open.take().or(see);
            if gone {
                after.members.retain(|held| held != member);
            }
        }
        if !read_only {
            let mut without = actor.members.clone();
            without.push(actor.id.clone());
            if let Some(member) = choose(ui, session, actor, actors, "Add a member", "Add a member", &without) {
                after.members.push(member);
            }
        }
    });
    if after != *actor {
        outbox.send(Command::SetActor(Box::new(after)));
    }
    if let Some(other) = open {
        actors.open(other);
    }
}

fn choose(
    ui: &mut Ui,
    session: &Session,
    actor: &Actor,
    actors: &mut ActorsView,
    name: &'static str,
    hint: &str,
    without: &[ActorId],
) -> Option<ActorId> {
    let field = TextField { hint, ..TextField::new(Chooser::field_id(name, actor.id.as_str()), name) };
    let (response, chosen) = actors.choosers.entry(name).or_default().show(ui, session, field, without);
    if chosen.is_some() {
        // A group has several members: the field keeps the keyboard for the next one.
        response.request_focus();
    }
    chosen
}

/// Draws an actor's name; a click opens its page, the cross removes the relation.
fn person(ui: &mut Ui, session: &Session, id: &ActorId, out: &str, read_only: bool) -> (Option<ActorId>, bool) {
    let theme = Theme::of(ui.visuals());
    let name = session.document().register.name(id);
    let mut gone = false;
    let mut see = None;
    let rect = ui.allocate_space(Vec2::new(ui.available_width(), size::FIELD)).1;
    let builder = |rect, layout| UiBuilder::new().max_rect(rect).layout(layout).id_salt(id.as_str());
    let mut row = ui.new_child(builder(rect, Layout::right_to_left(Align::Center)));
    if !read_only {
        gone = icon_button(&mut row, Icon::Cross, &format!("{out} {name}"), "").clicked();
    }
    let rest = row.available_rect_before_wrap();
    let mut row = row.new_child(builder(rest, Layout::left_to_right(Align::Center)));
    row.add_space(8.0);
    let words = egui::RichText::new(name).font(sans(size::SANS)).color(theme.ink);
    let label = egui::Label::new(words).truncate().selectable(false).sense(Sense::click());
    if row.add(label).on_hover_text("Show actor page").clicked() {
        see = Some(id.clone());
    }
    (see, gone)
}
