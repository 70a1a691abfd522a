//! The list of all keys: a filter, and a row for each action in its group; the selected one can be changed.

use std::sync::Arc;

use egui::{Align, Id, Layout, Ui};

use super::key_row::{self, Asked};
use super::state::SettingsView;
use crate::gui::input::Recorded;
use crate::gui::input::keymap::{in_force, install};
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::state::prefs::Preferences;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{dim, heading};
use crate::gui::widgets::text_field::TextField;
use crate::session::input::action_group::Group;
use crate::session::input::action_table::{Spec, TABLE};
use crate::session::input::keymap::is_fixed;
use crate::session::{Action, Chord, Key, Keymap, Refusal, WindowAction};
use crate::text::Filter;

/// Draws the list; changed keys are stored in the preferences.
pub(super) fn show(ui: &mut Ui, view: &mut SettingsView, prefs: &mut Preferences, outbox: &mut Outbox) {
    let mut keys = Arc::unwrap_or_clone(in_force(ui));
    let mut changed = listen(ui, view, &mut keys);
    dim(ui, "Click a command, then press its new key.");
    head(ui, view, &mut keys, &mut changed);
    let found = groups(&view.filter, &keys);
    if found.is_empty() {
        dim(ui, "No results");
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
        outbox.ask(WindowRequest::Prefer);
        ui.request_repaint();
    }
}

/// Assigns the pressed key to the selected action; if another action has it, Enter reassigns it and another key is tried.
fn listen(ui: &Ui, view: &mut SettingsView, keys: &mut Keymap) -> bool {
    let Some(action) = view.selected.filter(|_| view.listens()) else { return false };
    let Some(heard) = view.recorded.take() else { return false };
    ui.request_repaint();
    let clash = view.clash;
    view.select(Some(action));
    match (heard, clash) {
        (Recorded::Leave, _) => false,
        (Recorded::Unknown, _) => {
            view.refusal = Some("This key cannot be used. Choose a letter, digit, sign, arrow or F key".to_owned());
            false
        }
        (Recorded::Chord(pressed), Some((chord, _))) if pressed == Chord::plain(Key::Enter) => take(view, keys, action, chord),
        (Recorded::Chord(chord), _) => match keys.change(action, chord) {
            Ok(()) => true,
            Err(refusal) => refused(view, refusal),
        },
    }
}

/// Stores why a key could not be assigned, and which action has it. Returns `false`: nothing changed.
fn refused(view: &mut SettingsView, refusal: Refusal) -> bool {
    view.refusal = Some(refusal.to_string());
    if let Refusal::Taken(chord, other) = refusal {
        view.clash = Some((chord, other)).filter(|_| !is_fixed(other));
    }
    false
}

/// Reassigns a key from the action that has it.
fn take(view: &mut SettingsView, keys: &mut Keymap, action: Action, chord: Chord) -> bool {
    view.select(Some(action));
    match keys.take(action, chord) {
        Ok(from) => {
            view.taken_from = from;
            true
        }
        Err(refusal) => refused(view, refusal),
    }
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
            let button = Button { enabled: keys.has_own(), ..Button::flush("Restore all defaults") };
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
        Some(Asked::Change) => view.listen(spec.action),
        Some(Asked::Leave) => view.select(Some(spec.action)),
        Some(Asked::Take(chord)) => *changed |= take(view, keys, spec.action, chord),
        Some(Asked::Reset) => {
            view.select(Some(spec.action));
            match keys.reset(spec.action) {
                Ok(()) => *changed = true,
                Err(refusal) => *changed |= refused(view, refusal),
            }
        }
    }
}

fn groups(filter: &str, keys: &Keymap) -> Vec<(Group, Vec<&'static Spec>)> {
    let query = Filter::new(filter);
    let found = |spec: &&Spec| {
        let shown: Vec<String> = keys.keys(spec.action).iter().map(ToString::to_string).collect();
        query.matches(&[spec.name, spec.help, spec.group.title(), &shown.join(" ")])
    };
    let of = |group| {
        TABLE.iter().filter(move |spec: &&Spec| spec.group == group && spec.action != Action::Window(WindowAction::Escape))
    };
    Group::ALL
        .into_iter()
        .map(|group| (group, of(group).filter(found).collect::<Vec<_>>()))
        .filter(|(_, specs)| !specs.is_empty())
        .collect()
}
