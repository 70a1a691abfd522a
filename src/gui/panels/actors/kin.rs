//! Which actors belong to which: the whole that one is part of, the members of a group, chosen by typing.

use egui::{Sense, Ui};

use super::choose::Chooser;
use super::memory::ActorsView;
use crate::gui::outbox::Outbox;
use crate::gui::theme::{Theme, sans, size};
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
            let (see, gone) = person(ui, session, whole, "Not part of", read_only);
            open = open.take().or(see);
            if gone {
                after.part_of = None;
            }
        } else if !read_only {
            let without = [actor.id.clone()];
            if let Some(whole) = choose(ui, session, actor, actors, "Part of", "Organisation or group", &without) {
                after.part_of = Some(whole);
            }
        }
    });
    field_row(ui, "Members", |ui| {
        for member in &actor.members {
            let (see, gone) = person(ui, session, member, "Not a member:", read_only);
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
    actors.choosers.entry(name).or_default().show(ui, session, field, without).1
}

/// An actor's name; a click shows its page, the cross takes it out.
fn person(ui: &mut Ui, session: &Session, id: &ActorId, out: &str, read_only: bool) -> (Option<ActorId>, bool) {
    let theme = Theme::of(ui.visuals());
    let name = session.document().register.name(id);
    let mut gone = false;
    let mut see = None;
    ui.horizontal(|ui| {
        ui.set_min_height(size::FIELD);
        if !read_only {
            gone = icon_button(ui, Icon::Cross, &format!("{out} {name}"), "").clicked();
        }
        let words = egui::RichText::new(name).font(sans(size::SANS)).color(theme.ink);
        let label = egui::Label::new(words).truncate().selectable(false).sense(Sense::click());
        if ui.add(label).on_hover_text("Show its page").clicked() {
            see = Some(id.clone());
        }
    });
    (see, gone)
}
