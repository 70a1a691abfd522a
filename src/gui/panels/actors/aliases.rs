//! The other names of an actor, each with its language: typed in place, added, taken out.

use egui::{Id, Ui, Vec2};

use super::memory::ActorsView;
use crate::gui::languages;
use crate::gui::outbox::Outbox;
use crate::gui::theme::size;
use crate::gui::widgets::button::icon_button;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::heading;
use crate::gui::widgets::text_field::TextField;
use crate::model::{Actor, Alias};
use crate::session::{Command, Session};

const LANGUAGE: f32 = 52.0;
const CROSS: f32 = 24.0;

/// Draws a row for each name, and one for a further name.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    let read_only = !session.access().permits_changes();
    heading(ui, "Other names");
    let mut after = actor.clone();
    for (at, alias) in actor.aliases.iter().enumerate() {
        line(ui, |ui, width| {
            let id = Id::unique(("alias", actor.id.as_str(), at));
            let name = format!("Other name {}", at + 1);
            let field = TextField { read_only, ..TextField::new(id, &name) };
            let typed = sized(ui, width, |ui| actors.drafts.show(ui, field, &alias.name).1);
            let label = format!("Language of {}", alias.name);
            let field = TextField { hint: "lang", read_only, ..TextField::new(id.with("language"), &label) };
            let language = sized(ui, LANGUAGE, |ui| {
                let (response, typed) = actors.drafts.show(ui, field, &alias.language);
                if let Some(known) = languages::name(&alias.language) {
                    response.on_hover_text(known);
                }
                typed
            });
            if let Some(held) = after.aliases.get_mut(at) {
                held.language = language.unwrap_or_else(|| held.language.clone());
                // Emptied or doubled names go; nobody is known twice by one name.
                if let Some(typed) = typed {
                    let doubled = actor.names().any(|known| known == typed);
                    held.name = if doubled { String::new() } else { typed };
                }
            }
            if !read_only && icon_button(ui, Icon::Cross, &format!("Remove the name {}", alias.name), "").clicked() {
                after.aliases.get_mut(at).into_iter().for_each(|held| held.name.clear());
            }
        });
    }
    after.aliases.retain(|alias| !alias.name.is_empty());
    if !read_only {
        ui.scope(|ui| {
            let id = Id::unique(("alias", actor.id.as_str(), "new"));
            let field = TextField { hint: "Add a name", ..TextField::new(id, "Add a name") };
            let (response, typed) = actors.drafts.show(ui, field, "");
            if let Some(name) = typed.filter(|name| !actor.names().any(|known| known == name)) {
                after.aliases.push(Alias { name, language: String::new() });
                // Several names are typed one after the other.
                if ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                    response.request_focus();
                }
            }
        });
    }
    if after != *actor {
        outbox.send(Command::SetActor(Box::new(after)));
    }
}

/// One line; `content` gets the width that is left for a name.
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
