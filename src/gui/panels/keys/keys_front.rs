//! Says which keys work in what is in front of the text: the search, a list to look through, the settings.

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

/// The key of an action, where it means this; a click does nothing, because it would leave the list.
fn here(action: impl Into<Action>, words: &str) -> KeyHint {
    let action = action.into();
    KeyHint { keys: vec![Cap::Of(action)], words: words.to_owned(), action: None }
}

/// The keys of what is in front; nothing while that is the text itself, or a field somewhere else.
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
        let mut keys = vec![fixed(&["Enter", "↓"], "into the list")];
        if hits {
            keys.push(KeyHint {
                keys: [Action::Window(WindowAction::NextHit), Action::Window(WindowAction::PreviousHit)].map(Cap::Of).to_vec(),
                words: "next, previous".to_owned(),
                action: None,
            });
        }
        keys.push(here(WindowAction::Escape, "close the search"));
        return Some(keys);
    }
    let in_list = ui.memory(|memory| memory.has_focus(review_id()));
    if in_list && view.panels.find.is_open() && found(session).is_none() {
        return Some(vec![here(WindowAction::Find, "other words"), here(WindowAction::Escape, "close the search")]);
    }
    let review = session.review().filter(|_| in_list)?;
    Some(match &review.purpose {
        Purpose::Search(query) => places(review, query.is_of_annotations()),
        Purpose::Names | Purpose::Mentions(_) | Purpose::Zones(_) => to_look_through(review),
    })
}

/// In the places that a search found.
fn places(review: &Review, of_annotations: bool) -> Vec<KeyHint> {
    let mut keys = Vec::new();
    // What is ticked is to become something: that comes first, where there is little room.
    if review.ticked() > 0 && review.progress.is_none() {
        let tags = [
            (SessionAction::Tag(Label::Quote), "tag as quotes"),
            (SessionAction::Tag(Label::Claim), "as claims"),
            (SessionAction::Tag(Label::Actor), "as mentions of…"),
        ];
        keys.extend(tags.map(|(action, words)| here(action, words)));
        if of_annotations {
            keys.extend([
                here(WindowAction::Choose(Participant::Speaker), "whose they are"),
                here(SessionAction::Delete, "delete them"),
            ]);
        }
        keys.push(here(SessionAction::Copy, "copy as a table"));
    }
    keys.extend([fixed(&["↑", "↓"], "move"), fixed(&["Enter"], "show"), fixed(&["Space"], "tick")]);
    keys.push(here(SessionAction::SelectAll, "tick all or none"));
    keys.extend([
        fixed(&["←", "→"], "sort"),
        here(SessionAction::Save, "save as a table"),
        here(WindowAction::Escape, "close the search"),
    ]);
    keys
}

/// In a list that becomes one batch.
fn to_look_through(review: &Review) -> Vec<KeyHint> {
    let mut keys =
        vec![fixed(&["↑", "↓"], "move"), fixed(&["Space"], "tick"), here(SessionAction::SelectAll, "tick all or none")];
    if review.ticked() > 0 && review.progress.is_none() {
        let words = if matches!(review.purpose, Purpose::Zones(_)) { "mark the ticked" } else { "tag the ticked" };
        keys.insert(0, fixed(&["Enter"], words));
    }
    keys.push(here(WindowAction::Escape, "close the list"));
    keys
}

/// In the settings; Tab and Space are theirs once something on the page has the keyboard.
fn settings(listens: bool, typing: bool, focused: bool) -> Vec<KeyHint> {
    if listens {
        return vec![fixed(&["Esc"], "leave the key as it is")];
    }
    let mut keys = vec![here(WindowAction::Escape, if typing { "leave the field" } else { "back to the text" })];
    if focused && !typing {
        keys.extend([fixed(&["Tab"], "next setting"), fixed(&["Space"], "switch it, or choose it")]);
    }
    keys
}
