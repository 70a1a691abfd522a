//! The aliases of an actor, each with its language: edited in place, added, removed.

use egui::{Id, Ui, Vec2};

use super::field_commands::changes;
use super::state::ActorsView;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::languages;
use crate::gui::style::theme::size;
use crate::gui::widgets::button::icon_button;
use crate::gui::widgets::drafts::Pause;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::heading;
use crate::gui::widgets::text_field::TextField;
use crate::model::{Actor, Alias};
use crate::session::{Command, Session};

const LANGUAGE: f32 = 52.0;
const CROSS: f32 = 24.0;

/// Draws a row for each alias, and one for a new alias.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    let read_only = !session.access().permits_changes();
    heading(ui, "Aliases");
    let mut after = actor.clone();
    for (at, alias) in actor.aliases.iter().enumerate() {
        line(ui, |ui, width| {
            let id = Id::unique(("alias", actor.id.as_str(), at));
            let name = format!("Alias {}", at + 1);
            let field = TextField { read_only, ..TextField::new(id, &name) };
            sized(ui, width, |ui| actors.drafts.show(ui, field, &alias.name, Pause::Takes, renames(actor, at)));
            let label = format!("Language of {}", alias.name);
            let field = TextField { hint: "lang", read_only, ..TextField::new(id.with("language"), &label) };
            sized(ui, LANGUAGE, |ui| {
                let commit = changes(&actor.id, move |actor, language| {
                    actor.aliases.get_mut(at).into_iter().for_each(|held| language.clone_into(&mut held.language));
                });
                let (response, _) = actors.drafts.show(ui, field, &alias.language, Pause::Takes, commit);
                if let Some(known) = languages::name(&alias.language) {
                    response.on_hover_text(known);
                }
            });
            if !read_only && icon_button(ui, Icon::Cross, &format!("Remove alias {}", alias.name), "").clicked() {
                after.aliases.get_mut(at).into_iter().for_each(|held| held.name.clear());
            }
        });
    }
    after.aliases.retain(|alias| !alias.name.is_empty());
    if !read_only {
        ui.scope(|ui| {
            let id = Id::unique(("alias", actor.id.as_str(), "new"));
            let field = TextField { hint: "Add alias", ..TextField::new(id, "Add alias") };
            let commit = changes(&actor.id, |actor, name| {
                if !name.is_empty() && !actor.names().any(|known| known == name) {
                    actor.aliases.push(Alias { name: name.to_owned(), language: String::new() });
                }
            });
            let (response, typed) = actors.drafts.show(ui, field, "", Pause::Keeps, commit);
            // Several aliases can be typed one after the other.
            if typed.is_some() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                response.request_focus();
            }
        });
    }
    if after != *actor {
        outbox.send(Command::SetActor(Box::new(after)));
    }
}

/// The command that renames an alias. An alias that is emptied, or equal to another name, is removed.
fn renames(actor: &Actor, at: usize) -> impl Fn(&Session, &str) -> Option<Command> + 'static {
    changes(&actor.id, move |actor, name| {
        let others = actor.aliases.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, alias)| alias.name.as_str());
        let doubled = actor.name == name || others.into_iter().any(|known| known == name);
        if name.is_empty() || doubled {
            actor.aliases =
                actor.aliases.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, held)| held.clone()).collect();
        } else if let Some(held) = actor.aliases.get_mut(at) {
            name.clone_into(&mut held.name);
        }
    })
}

/// Draws one line; `content` receives the width left for a name, in points.
fn line(ui: &mut Ui, content: impl FnOnce(&mut Ui, f32)) {
    let width = (ui.available_width() - LANGUAGE - CROSS - 12.0).max(60.0);
    ui.horizontal(|ui| content(ui, width));
}

fn sized<T>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> T) -> T {
    let layout = egui::Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(Vec2::new(width, size::FIELD), layout, |ui| {
        ui.set_width(width);
        content(ui)
    })
    .inner
}
