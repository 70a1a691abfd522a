//! The list of all keys: a filter, and a row for each action in its group; what is selected can be changed.

use std::sync::Arc;

use egui::{Align, Id, Layout, Ui};

use super::capture::{self, Heard};
use super::key_row::{self, Asked};
use super::state::SettingsView;
use crate::gui::fold::Query;
use crate::gui::keymap::{in_force, install};
use crate::gui::outbox::{Outbox, Wish};
use crate::gui::prefs::Preferences;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{dim, heading};
use crate::gui::widgets::text_field::TextField;
use crate::session::action::{Group, Spec, TABLE};
use crate::session::{Action, Keymap};

/// Draws the list; a key that was given goes into the preferences.
pub(super) fn show(ui: &mut Ui, view: &mut SettingsView, prefs: &mut Preferences, outbox: &mut Outbox) {
    let mut keys = Arc::unwrap_or_clone(in_force(ui));
    let mut changed = listen(ui, view, &mut keys);
    dim(ui, "Choose a command, then press the key that it should have.");
    head(ui, view, &mut keys, &mut changed);
    let found = groups(&view.filter, &keys);
    if found.is_empty() {
        dim(ui, "No command matches.");
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for (group, specs) in found {
        ui.add_space(16.0);
        heading(ui, group.title());
        ui.add_space(4.0);
        for spec in specs {
            row(ui, spec, view, &mut keys, &mut changed);
        }
    }
    if changed {
        prefs.keys = keys.stored();
        install(ui, Arc::new(keys));
        outbox.ask(Wish::Prefer);
        ui.request_repaint();
    }
}

/// Gives the selected action the key that was pressed.
fn listen(ui: &Ui, view: &mut SettingsView, keys: &mut Keymap) -> bool {
    let Some(action) = view.selected.filter(|_| view.listening) else { return false };
    let Some(heard) = capture::hear(ui) else { return false };
    view.listening = false;
    ui.request_repaint();
    let outcome = match heard {
        Heard::Leave => return false,
        Heard::Unknown => Err("That key cannot be used: take a letter, a digit, a sign, an arrow or an F key".to_owned()),
        Heard::Chord(chord) => keys.change(action, chord).map_err(|refusal| refusal.to_string()),
    };
    view.refusal = outcome.err();
    view.refusal.is_none()
}

fn head(ui: &mut Ui, view: &mut SettingsView, keys: &mut Keymap, changed: &mut bool) {
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(260.0);
            let field = TextField {
                hint: "Find a command or a key",
                clears: true,
                ..TextField::new(Id::unique("settings keys filter"), "Find a command or a key")
            };
            field.show(ui, &mut view.filter);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = Button { enabled: keys.has_own(), ..Button::flush("All keys back to default") };
            if button.show(ui).clicked() {
                *keys = Keymap::default();
                *changed = true;
                view.select(None);
            }
        });
    });
}

fn row(ui: &mut Ui, spec: &Spec, view: &mut SettingsView, keys: &mut Keymap, changed: &mut bool) {
    let selected = view.selected == Some(spec.action);
    match key_row::show(ui, spec, keys, selected.then_some(&*view)) {
        None => {}
        Some(Asked::Select) => view.select((!selected).then_some(spec.action)),
        Some(Asked::Change) => {
            view.select(Some(spec.action));
            view.listening = true;
        }
        Some(Asked::Leave) => view.listening = false,
        Some(Asked::Reset) => match keys.reset(spec.action) {
            Ok(()) => {
                *changed = true;
                view.refusal = None;
            }
            Err(refusal) => view.refusal = Some(refusal.to_string()),
        },
    }
}

fn groups(filter: &str, keys: &Keymap) -> Vec<(Group, Vec<&'static Spec>)> {
    let query = Query::new(filter);
    let found = |spec: &&Spec| {
        let shown: Vec<String> = keys.keys(spec.action).iter().map(ToString::to_string).collect();
        query.matches(&[spec.name, spec.help, spec.group.title(), &shown.join(" ")])
    };
    let of = |group| TABLE.iter().filter(move |spec: &&Spec| spec.group == group && spec.action != Action::Escape);
    Group::ALL
        .into_iter()
        .map(|group| (group, of(group).filter(found).collect::<Vec<_>>()))
        .filter(|(_, specs)| !specs.is_empty())
        .collect()
}
