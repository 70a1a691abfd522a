//! The fields of an actor, edited in place; every change can be undone.

use egui::Ui;

use super::field_commands::{changes, field_id};
use super::state::ActorsView;
use super::{attributes, related};
use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::drafts::Pause;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::text_field::TextField;
use crate::model::Actor;
use crate::session::{Command, Session};

/// The text that one field edits.
type Slot = fn(&mut Actor) -> &mut String;

/// Draws the fields.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    let read_only = !session.access().permits_changes();
    field_row(ui, "Name", |ui| {
        let field = TextField { read_only, ..TextField::new(field_id(actor, "Name"), "Name") };
        // A name is never empty.
        actors.drafts.show(
            ui,
            field,
            &actor.name,
            Pause::Takes,
            changes(&actor.id, |actor, name| name.clone_into(&mut actor.name)),
        );
    });
    attributes::show(ui, session, actor, read_only, actors, outbox);
    let text = |ui: &mut Ui, name: &str, hint: &str, rows: usize, slot: Slot, outbox: &mut Outbox| {
        field_row(ui, name, |ui| {
            let mut after = actor.clone();
            let field = TextField { hint, rows, read_only, ..TextField::new(field_id(actor, name), name) };
            if field.show(ui, slot(&mut after)).changed() {
                outbox.send(Command::SetActor(Box::new(after)));
            }
        });
    };
    text(ui, "Role", "Such as foreign minister", 1, |a| &mut a.role, outbox);
    text(ui, "Country", "", 1, |a| &mut a.country, outbox);
    text(ui, "Wikidata", "Q number", 1, |a| &mut a.wikidata, outbox);
    related::show(ui, session, actor, read_only, actors, outbox);
    text(ui, "Note", "", 2, |a| &mut a.note, outbox);
}
