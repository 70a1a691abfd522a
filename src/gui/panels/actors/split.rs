//! Makes some places and names of an actor an actor of its own: a name, ticks, one button.

use std::collections::BTreeSet;

use egui::{Id, Ui};

use super::memory::{ActorsView, Deed};
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::check::check;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::{counted, dim, heading};
use crate::gui::widgets::text_field::TextField;
use crate::model::{Actor, AnnotationId, ArticleId};
use crate::session::{Command, WindowAction};

/// What goes to the new actor.
#[derive(Debug, Default)]
pub struct SplitDraft {
    name: String,
    aliases: BTreeSet<String>,
    pub places: BTreeSet<(ArticleId, AnnotationId)>,
}

impl SplitDraft {
    /// Ticks a place, or takes the tick off.
    pub fn toggle(&mut self, place: (ArticleId, AnnotationId)) {
        if !self.places.remove(&place) {
            self.places.insert(place);
        }
    }
}

/// Draws the form; the places are ticked in the list below it.
pub fn show(ui: &mut Ui, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    let Some(Deed::Split(draft)) = &mut actors.deed else { return };
    heading(ui, &format!("Split an actor off {}", actor.name));
    field_row(ui, "Its name", |ui| {
        let id = Id::unique(("split name", actor.id.as_str()));
        TextField { hint: "Name of the new actor", ..TextField::new(id, "Name of the new actor") }.show(ui, &mut draft.name);
    });
    if !actor.aliases.is_empty() {
        dim(ui, "Names that go with it:");
        for alias in &actor.aliases {
            let ticked = draft.aliases.contains(&alias.name);
            if check(ui, ticked, &alias.name, "", true).clicked() && !draft.aliases.remove(&alias.name) {
                draft.aliases.insert(alias.name.clone());
            }
        }
    }
    dim(ui, "Tick the places that are the new actor’s in the list below.");
    let mut leave = false;
    let mut split = false;
    ui.horizontal(|ui| {
        let words = format!("Split off {}", counted(draft.places.len(), "place", "places"));
        let button = Button { name: "Split off", enabled: !draft.name.trim().is_empty(), ..Button::framed(&words) };
        split = button.show(ui).clicked();
        leave = Button { key: key_of(ui, WindowAction::Escape), ..Button::quiet("Cancel") }.show(ui).clicked();
    });
    if split {
        outbox.send(Command::SplitActor {
            from: actor.id.clone(),
            name: draft.name.trim().to_owned(),
            aliases: draft.aliases.iter().cloned().collect(),
            mentions: draft.places.iter().cloned().collect(),
        });
    }
    if leave || split {
        actors.deed = None;
    }
}
