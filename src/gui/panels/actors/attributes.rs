//! The codebook's attributes of an actor, such as its kind: a list to choose from, or a field.

use egui::{ComboBox, Ui};

use super::field_commands::{changes, field_id};
use super::state::ActorsView;
use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::drafts::Pause;
use crate::gui::widgets::field_row::{NOT_SET, field_row};
use crate::gui::widgets::text_field::TextField;
use crate::model::{Actor, Attribute, Subject};
use crate::session::{Command, Session};

/// Draws a row for each attribute.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, read_only: bool, actors: &mut ActorsView, outbox: &mut Outbox) {
    let codebook = &session.document().codebook;
    for attribute in codebook.attributes_of(Subject::Actor) {
        let said = codebook.held(Subject::Actor, &attribute.name, &actor.attributes);
        field_row(ui, &attribute.title, |ui| {
            let chosen = if attribute.is_closed() {
                choice(ui, actor, attribute, said, read_only)
            } else {
                let field = TextField { read_only, ..TextField::new(field_id(actor, &attribute.name), &attribute.title) };
                let (name, default) = (attribute.name.clone(), attribute.default.clone());
                let commit = changes(&actor.id, move |actor, value| set(actor, &name, &default, value));
                actors.drafts.show(ui, field, said, Pause::Takes, commit);
                None
            };
            if let Some(value) = chosen {
                let mut after = actor.clone();
                set(&mut after, &attribute.name, &attribute.default, &value);
                outbox.send(Command::SetActor(Box::new(after)));
            }
        });
    }
}

/// Sets a value; the default value is stored by leaving it out.
fn set(actor: &mut Actor, name: &str, default: &str, value: &str) {
    if value.is_empty() || value == default {
        actor.attributes.remove(name);
    } else {
        actor.attributes.insert(name.to_owned(), value.to_owned());
    }
}

fn choice(ui: &mut Ui, actor: &Actor, attribute: &Attribute, said: &str, read_only: bool) -> Option<String> {
    let shown = attribute.value(said).map_or(said, |value| value.shown());
    if read_only {
        ui.label(shown);
        return None;
    }
    let mut chosen = None;
    let list = ComboBox::from_id_salt(("actor value", actor.id.as_str(), &attribute.name))
        .selected_text(if shown.is_empty() { NOT_SET } else { shown })
        .width(ui.available_width())
        .truncate();
    let response = list.show_ui(ui, |ui| {
        for value in &attribute.values {
            let response = ui.selectable_label(value.name == said, value.shown());
            let response = if value.about.is_empty() { response } else { response.on_hover_text(&value.about) };
            if response.clicked() && value.name != said {
                chosen = Some(value.name.clone());
            }
        }
        if attribute.default.is_empty() && !said.is_empty() && ui.selectable_label(false, NOT_SET).clicked() {
            chosen = Some(String::new());
        }
    });
    let response = response.response.accessible_name(attribute.title.as_str());
    if !attribute.guideline.is_empty() {
        response.on_hover_text(&attribute.guideline);
    }
    chosen
}
