//! Splits a new actor off another one: a name, the aliases and annotations that move, one button.

use egui::{Id, Ui};

use super::state::{ActorAction, ActorsView};
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::check::check;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::{counted, dim, heading};
use crate::gui::widgets::text_field::TextField;
use crate::model::Actor;
use crate::session::{Command, WindowAction};

/// Draws the form; the annotations are ticked in the list below it.
pub fn show(ui: &mut Ui, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    let Some(ActorAction::Split(draft)) = &mut actors.action else { return };
    heading(ui, &format!("Split {}", actor.name));
    field_row(ui, "New name", |ui| {
        let id = Id::unique(("split name", actor.id.as_str()));
        TextField { hint: "Name of the new actor", ..TextField::new(id, "Name of the new actor") }.show(ui, &mut draft.name);
    });
    if !actor.aliases.is_empty() {
        dim(ui, "Aliases of the new actor:");
        for alias in &actor.aliases {
            let ticked = draft.aliases.contains(&alias.name);
            if check(ui, ticked, &alias.name, "", true).clicked() && !draft.aliases.remove(&alias.name) {
                draft.aliases.insert(alias.name.clone());
            }
        }
    }
    dim(ui, "Select the annotations of the new actor in the list below.");
    let mut leave = false;
    let mut split = false;
    ui.horizontal(|ui| {
        let words = format!("Split off {}", counted(draft.appearances.len(), "annotation", "annotations"));
        let button = Button { name: "Split off", enabled: !draft.name.trim().is_empty(), ..Button::framed(&words) };
        split = button.show(ui).clicked();
        leave = Button { key: key_of(ui, WindowAction::Escape), ..Button::quiet("Cancel") }.show(ui).clicked();
    });
    if split {
        outbox.send(Command::SplitActor {
            from: actor.id.clone(),
            name: draft.name.trim().to_owned(),
            aliases: draft.aliases.iter().cloned().collect(),
            mentions: draft.appearances.iter().cloned().collect(),
        });
    }
    if leave || split {
        actors.action = None;
    }
}
