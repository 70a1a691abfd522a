//! The keys of what is in front of the text: the search, a list to review, the settings.

use egui::Ui;

use super::keys_now::{Cap, KeyHint};
use super::list_keys::review_id;
use crate::gui::panels::find::found;
use crate::gui::state::view::View;
use crate::model::Label;
use crate::session::input::action::Participant;
use crate::session::{Action, Purpose, Review, Session, SessionAction, WindowAction};

fn fixed(keys: &[&'static str], words: &str) -> KeyHint {
    KeyHint { keys: keys.iter().copied().map(Cap::Fixed).collect(), words: words.to_owned(), action: None }
}

/// A hint for the key of an action that a click does not run, because the click would leave the list.
fn here(action: impl Into<Action>, words: &str) -> KeyHint {
    let action = action.into();
    KeyHint { keys: vec![Cap::Of(action)], words: words.to_owned(), action: None }
}

/// The keys of what is in front. `None` if that is the text, or another field.
#[must_use]
pub fn keys_front(ui: &Ui, session: &Session, view: &View) -> Option<Vec<KeyHint>> {
    if view.overlay.is_some() || view.picker.is_some() {
        return None;
    }
    if view.settings.open {
        let focused = ui.memory(|memory| memory.focused().is_some());
        return Some(settings(view.settings.listens(), ui.text_edit_focused(), focused));
    }
    if view.panels.find.is_typing() {
        let hits = found(session).is_some_and(|(review, _)| !review.rows.is_empty());
        let mut keys = vec![fixed(&["Enter", "↓"], "Go to results")];
        if hits {
            keys.push(KeyHint {
                keys: [Action::Window(WindowAction::NextHit), Action::Window(WindowAction::PreviousHit)].map(Cap::Of).to_vec(),
                words: "Next, previous".to_owned(),
                action: None,
            });
        }
        keys.push(here(WindowAction::Escape, "Close"));
        return Some(keys);
    }
    let in_list = ui.memory(|memory| memory.has_focus(review_id()));
    if in_list && view.panels.find.is_open() && found(session).is_none() {
        return Some(vec![here(WindowAction::Find, "New search"), here(WindowAction::Escape, "Close")]);
    }
    let review = session.review().filter(|_| in_list)?;
    Some(match &review.purpose {
        Purpose::Search(query) => places(review, query.is_of_annotations()),
        Purpose::Names | Purpose::Mentions(_) | Purpose::Zones(_) => to_look_through(review),
    })
}

/// Keys in the search results.
fn places(review: &Review, of_annotations: bool) -> Vec<KeyHint> {
    let mut keys = Vec::new();
    // Actions for the selected results come first, where there is little room.
    if review.ticked() > 0 && review.progress.is_none() {
        let tags = [
            (SessionAction::Tag(Label::Quote), "Tag as quotes"),
            (SessionAction::Tag(Label::Claim), "As claims"),
            (SessionAction::Tag(Label::Actor), "As mentions of…"),
        ];
        keys.extend(tags.map(|(action, words)| here(action, words)));
        if of_annotations {
            keys.extend([here(WindowAction::Choose(Participant::Speaker), "Set speaker"), here(SessionAction::Delete, "Delete")]);
        }
        keys.push(here(SessionAction::Copy, "Copy as table"));
    }
    keys.extend([fixed(&["↑", "↓"], "Move"), fixed(&["Enter"], "Show"), fixed(&["Space"], "Select")]);
    keys.push(here(SessionAction::SelectAll, "Select all or none"));
    keys.extend([fixed(&["←", "→"], "Sort"), here(SessionAction::Save, "Save as table"), here(WindowAction::Escape, "Close")]);
    keys
}

/// Keys in a list that becomes one batch.
fn to_look_through(review: &Review) -> Vec<KeyHint> {
    let mut keys =
        vec![fixed(&["↑", "↓"], "Move"), fixed(&["Space"], "Select"), here(SessionAction::SelectAll, "Select all or none")];
    if review.ticked() > 0 && review.progress.is_none() {
        let words = if matches!(review.purpose, Purpose::Zones(_)) { "Mark selected" } else { "Tag selected" };
        keys.insert(0, fixed(&["Enter"], words));
    }
    keys.push(here(WindowAction::Escape, "Close"));
    keys
}

/// Keys in the settings; Tab and Space work once a widget of the page has the keyboard.
fn settings(listens: bool, typing: bool, focused: bool) -> Vec<KeyHint> {
    if listens {
        return vec![fixed(&["Esc"], "Cancel")];
    }
    let mut keys = vec![here(WindowAction::Escape, if typing { "Leave the field" } else { "Close" })];
    if focused && !typing {
        keys.extend([fixed(&["Tab"], "Next setting"), fixed(&["Space"], "Toggle or choose")]);
    }
    keys
}
