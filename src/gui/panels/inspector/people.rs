//! The actors of a quote or a claim: speakers or sources, reporters, addressees, and whom it is about.

use egui::{Id, Ui};

use crate::gui::input::keymap::key_of;
use crate::gui::picker::{Request, Target};
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::tip::tip;
use crate::gui::widgets::value_box::{Tone, ValueBox};
use crate::model::{Annotation, Attribution, Label, Who};
use crate::session::input::action::Participant;
use crate::session::{Action, Command, Session, Slot, WindowAction, slot_of};

/// Draws the speakers or sources, or an open question if there are none.
pub fn speakers(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let title = if annotation.label == Label::Claim { "Source" } else { "Speaker" };
    if annotation.details.attribution.is_empty() {
        field_row(ui, title, |ui| {
            let id = Id::unique(("who says it", annotation.id.as_str()));
            let name = format!("{title}: who says it?");
            let empty = ValueBox {
                tone: Tone::Open,
                key: key_of(ui, WindowAction::Choose(Participant::Speaker)),
                ..ValueBox::new(id, &name, "Who says it?")
            };
            let response = empty.show(ui).response;
            if response.clicked() {
                ask(outbox, slot(annotation, Slot::Speaker, false), &response);
            }
        });
        return;
    }
    list(ui, session, annotation, Slot::Speaker, title, outbox);
}

/// Draws reporters, addressees and whom it is about, then buttons that add more.
pub fn others(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    list(ui, session, annotation, Slot::Addressee, "Said to", outbox);
    list(ui, session, annotation, Slot::Reporter, "Reported by", outbox);
    about(ui, session, annotation, outbox);
    field_row(ui, "Add", |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::new(6.0, 4.0);
            let more = |slot_asked, joins| slot(annotation, slot_asked, joins);
            let also = if annotation.label == Label::Claim { "source" } else { "speaker" };
            let adds = [
                (also, more(Slot::Speaker, true), Action::Window(WindowAction::Choose(Participant::AnotherSpeaker))),
                ("said to", more(Slot::Addressee, true), Action::Window(WindowAction::Choose(Participant::Addressee))),
                ("reported by", more(Slot::Reporter, true), Action::Window(WindowAction::Choose(Participant::Reporter))),
                ("about", Target::About(annotation.id.clone()), Action::Window(WindowAction::Choose(Participant::About))),
            ];
            for (words, target, action) in adds {
                let name = format!("Add: {words}");
                let button = Button { name: &name, padding: 8.0, ..Button::framed(words) };
                let response = button.show(ui);
                let response = tip(response, action.spec().help, &key_of(ui, action));
                if response.clicked() {
                    ask(outbox, target, &response);
                }
            }
        });
    });
}

fn slot(annotation: &Annotation, slot: Slot, joins: bool) -> Target {
    Target::Slot { id: annotation.id.clone(), slot, joins }
}

/// Opens the actor picker beside the clicked widget.
pub fn ask(outbox: &mut Outbox, target: Target, response: &egui::Response) {
    outbox.ask(WindowRequest::Choose(Request { target, at: Some(response.rect) }));
}

fn list(ui: &mut Ui, session: &Session, annotation: &Annotation, of: Slot, title: &str, outbox: &mut Outbox) {
    let held = slot_of(annotation, of);
    for (at, person) in held.iter().enumerate() {
        field_row(ui, if at == 0 { title } else { "" }, |ui| {
            let id = Id::unique(("person", annotation.id.as_str(), of, &person.who));
            let (words, detail) = shown(session, &person.who);
            let name = if detail.is_empty() { format!("{title}: {words}") } else { format!("{title}: {words}, {detail}") };
            let (cross, up) = (format!("Remove {words}"), format!("Move {words} up"));
            let value = ValueBox {
                detail: &detail,
                cross: Some(&cross),
                up: (at > 0).then_some(up.as_str()),
                ..ValueBox::new(id, &name, &words)
            };
            let done = value.show(ui);
            let response = tip(done.response, &name, "");
            if done.crossed || done.raised {
                outbox.send(Command::SetSlot { id: annotation.id.clone(), slot: of, list: without_or_up(held, at, done.raised) });
            } else if response.clicked() {
                ask(outbox, slot(annotation, of, held.len() > 1), &response);
            }
        });
    }
}

/// The list without one entry, or with that entry moved up by one.
fn without_or_up(held: &[Attribution], at: usize, up: bool) -> Vec<Attribution> {
    let mut list = held.to_vec();
    if up && at > 0 {
        list.swap(at - 1, at);
    } else if !up && at < list.len() {
        list.remove(at);
    }
    list
}

fn about(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let held = &annotation.details.about;
    for (at, actor) in held.iter().enumerate() {
        field_row(ui, if at == 0 { "About" } else { "" }, |ui| {
            let (words, detail) = shown(session, &Who::Actor(actor.clone()));
            let (name, cross) = (format!("About: {words}"), format!("Remove {words} from About"));
            let id = Id::unique(("about", annotation.id.as_str(), actor.as_str()));
            let value = ValueBox { detail: &detail, cross: Some(&cross), clickable: false, ..ValueBox::new(id, &name, &words) };
            if value.show(ui).crossed {
                let rest = held.iter().filter(|other| *other != actor).cloned().collect();
                outbox.send(Command::SetAbout(annotation.id.clone(), rest));
            }
        });
    }
}

/// The name, and the role.
#[must_use]
pub fn shown(session: &Session, who: &Who) -> (String, String) {
    match who {
        Who::Actor(id) => {
            let role = session.document().register.get(id).map(|actor| actor.role.clone()).unwrap_or_default();
            (session.who_shown(who), role)
        }
        Who::Unnamed(words) => (words.clone(), "unnamed".to_owned()),
        Who::Author => ("Article".to_owned(), String::new()),
        Who::Unknown => ("Unknown".to_owned(), String::new()),
    }
}
