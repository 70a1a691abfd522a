//! The actor of a mention, and how often it is used in the set.

use egui::{Id, Ui};

use super::people::{ask, shown};
use crate::gui::input::keymap::key_of;
use crate::gui::picker::Target;
use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::{counted, dim};
use crate::gui::widgets::value_box::{Tone, ValueBox};
use crate::model::{Annotation, Who};
use crate::session::input::action::Participant;
use crate::session::{Command, Session, WindowAction};

/// Draws the actor, or an open question if there is none.
pub fn actor(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let target = Target::Mention(annotation.id.clone());
    let id = Id::unique(("actor of", annotation.id.as_str()));
    field_row(ui, "Actor", |ui| {
        let Some(actor) = &annotation.actor else {
            let key = key_of(ui, WindowAction::Choose(Participant::Speaker));
            let value = ValueBox { tone: Tone::Open, key, ..ValueBox::new(id, "Actor: who is it?", "Who is it?") };
            let response = value.show(ui).response;
            if response.clicked() {
                ask(outbox, target, &response);
            }
            return;
        };
        let (words, detail) = shown(session, &Who::Actor(actor.clone()));
        let name = if detail.is_empty() { format!("Actor: {words}") } else { format!("Actor: {words}, {detail}") };
        let value = ValueBox { detail: &detail, cross: Some("Remove actor"), ..ValueBox::new(id, &name, &words) };
        let done = value.show(ui);
        if done.crossed {
            outbox.send(Command::SetMention(annotation.id.clone(), None));
        } else if done.response.clicked() {
            ask(outbox, target, &done.response);
        }
        let counts = session.survey().counts(actor);
        let said =
            [(counts.mentions, "mention", "mentions"), (counts.quotes, "quote", "quotes"), (counts.claims, "claim", "claims")];
        let said = said.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| counted(count, one, many));
        let said = said.collect::<Vec<_>>().join(", ");
        dim(ui, format!("{said} in {}", counted(counts.articles, "article", "articles")));
    });
}
