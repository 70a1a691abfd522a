//! Makes an actor one with another: chosen by typing; what will change is read before it is done.

use egui::{RichText, Ui};

use super::choose::Chooser;
use super::memory::{ActorsView, Deed};
use super::row;
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{dim, heading};
use crate::gui::widgets::text_field::TextField;
use crate::model::{Actor, ActorId};
use crate::session::{Command, Counts, MergePlan, Session, WindowAction};

/// Draws the form.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    let Some(Deed::Merge(chooser, into)) = &mut actors.deed else { return };
    heading(ui, &format!("Merge {} into", actor.name));
    let mut leave = false;
    let mut done = None;
    let Some(chosen) = into.clone() else {
        let id = Chooser::field_id("merge", actor.id.as_str());
        let field = TextField { hint: "Type a name", ..TextField::new(id, "Merge into") };
        let untouched = ui.memory(|memory| memory.focused().is_none_or(crate::gui::reader::is_pane));
        let (response, chosen) = chooser.show(ui, session, field, std::slice::from_ref(&actor.id));
        if untouched && !response.lost_focus() {
            response.request_focus();
        }
        *into = chosen;
        if cancel(ui) {
            actors.deed = None;
        }
        return;
    };
    let theme = Theme::of(ui.visuals());
    let name = session.document().register.name(&chosen).to_owned();
    let role = session.document().register.get(&chosen).map(|held| held.role.clone()).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.label(RichText::new(&name).font(crate::gui::style::theme::sans_medium(size::SANS)).color(theme.ink));
        dim(ui, role);
    });
    if let Some(plan) = session.merge_plan(&actor.id, &chosen) {
        for (line, matters) in lines(&plan, &name) {
            let color = if matters { theme.open } else { theme.ink };
            ui.add(egui::Label::new(RichText::new(line).font(sans(size::SANS)).color(color)).wrap().selectable(false));
        }
    }
    dim(ui, "The texts stay as they are; one undo takes it apart again.");
    ui.horizontal(|ui| {
        let button = Button { name: "Merge", key: "Enter".to_owned(), ..Button::framed("Merge") };
        let response = button.show(ui);
        // Enter is the button's as long as nobody else wants it.
        if ui.memory(|memory| memory.focused().is_none_or(crate::gui::reader::is_pane)) {
            response.request_focus();
        }
        if response.clicked() {
            done = Some(chosen.clone());
        }
        leave = cancel(ui);
    });
    if leave {
        actors.deed = None;
    }
    if let Some(into) = done {
        merge(actors, &actor.id, into, outbox);
    }
}

fn merge(actors: &mut ActorsView, from: &ActorId, into: ActorId, outbox: &mut Outbox) {
    outbox.send(Command::MergeActors { from: from.clone(), into: into.clone() });
    actors.open(into);
}

fn cancel(ui: &mut Ui) -> bool {
    let button = Button { key: key_of(ui, WindowAction::Escape), ..Button::quiet("Cancel") };
    button.show(ui).clicked()
}

/// What will change, a line each; those that lose something are marked.
fn lines(plan: &MergePlan, into: &str) -> Vec<(String, bool)> {
    let MergePlan { mentions, quotes, claims, articles, learns, differs } = plan;
    let counts = Counts { mentions: *mentions, quotes: *quotes, claims: *claims, articles: *articles };
    let moved = match counts.all() {
        0 => "No annotation changes.".to_owned(),
        _ => format!("{} become those of {into}.", row::counts(counts)),
    };
    let mut lines = vec![(moved, false)];
    if !learns.is_empty() {
        let names = if learns.len() == 1 { "name" } else { "names" };
        lines.push((format!("It learns the {names} {}.", learns.join(", ")), false));
    }
    lines.extend(differs.iter().map(|line| (format!("They differ in {line}."), true)));
    lines
}
