//! Merges an actor into another one: chosen by typing, with a preview of the changes.

use egui::{RichText, Ui};

use super::choose::Chooser;
use super::state::{ActorAction, ActorsView};
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{counted, dim, heading};
use crate::gui::widgets::text_field::TextField;
use crate::model::{Actor, ActorId};
use crate::session::{Command, MergePlan, Session, WindowAction};

/// Draws the form.
pub fn show(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView, outbox: &mut Outbox) {
    let Some(ActorAction::Merge(chooser, into)) = &mut actors.action else { return };
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
            actors.action = None;
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
    dim(ui, "Article texts are not changed. You can undo this.");
    ui.horizontal(|ui| {
        let button = Button { name: "Merge", key: "Enter".to_owned(), ..Button::framed("Merge") };
        let response = button.show(ui);
        // Enter belongs to the button unless another widget has the focus.
        if ui.memory(|memory| memory.focused().is_none_or(crate::gui::reader::is_pane)) {
            response.request_focus();
        }
        if response.clicked() {
            done = Some(chosen.clone());
        }
        leave = cancel(ui);
    });
    if leave {
        actors.action = None;
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

/// The changes, one line each; `true` marks those that lose information.
fn lines(plan: &MergePlan, into: &str) -> Vec<(String, bool)> {
    let MergePlan { mentions, quotes, claims, articles: _, learns, differs } = plan;
    let parts = [
        (*mentions, counted(*mentions, "mention", "mentions")),
        (*quotes, counted(*quotes, "quote", "quotes")),
        (*claims, counted(*claims, "claim", "claims")),
    ];
    let count: usize = parts.iter().map(|(count, _)| count).sum();
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let moved = match count {
        0 => "No annotation changes.".to_owned(),
        1 => format!("{} moves to {into}.", parts.join(", ")),
        _ => format!("{} move to {into}.", parts.join(", ")),
    };
    let mut lines = vec![(moved, false)];
    if !learns.is_empty() {
        let names: Vec<String> = learns.iter().map(|name| format!("“{name}”")).collect();
        let becomes = if learns.len() == 1 { "becomes an alias" } else { "become aliases" };
        lines.push((format!("{} {becomes}.", names.join(", ")), false));
    }
    lines.extend(differs.iter().map(|line| (format!("They differ in {line}."), true)));
    lines
}
