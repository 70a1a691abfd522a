//! The current mode of the window and its keys, for the head of the sheet of all keys.

use super::keys_now::{Cap, KeyHint, keys_now};
use crate::gui::panels::review;
use crate::gui::state::view::View;
use crate::session::{Action, Session, SessionAction, WindowAction};

fn fixed(keys: &[&'static str], words: &str) -> KeyHint {
    KeyHint { keys: keys.iter().map(|key| Cap::Fixed(key)).collect(), words: words.to_owned(), action: None }
}

fn of(action: impl Into<Action>, words: &str) -> KeyHint {
    let action = action.into();
    KeyHint { keys: vec![Cap::Of(action)], words: words.to_owned(), action: Some(action) }
}

/// The current mode in a few words, and its keys.
#[must_use]
pub fn mode(session: Option<&Session>, view: &View) -> (&'static str, Vec<KeyHint>) {
    let leave = |words| of(WindowAction::Escape, words);
    if view.picker.is_some() {
        let keys = vec![
            fixed(&["↑", "↓"], "Choose"),
            fixed(&["Enter"], "Accept"),
            fixed(&["1–9"], "Accept by number"),
            fixed(&["Shift Enter"], "New actor"),
            leave("Close"),
        ];
        return ("Now: choosing an actor", keys);
    }
    if view.settings.open {
        return ("Now: settings", vec![leave("Close"), of(WindowAction::Palette, "Search")]);
    }
    let Some(session) = session else {
        let keys = vec![
            of(WindowAction::OpenSet, "Open folder"),
            of(WindowAction::AddFiles, "Add articles"),
            of(WindowAction::Settings, "Settings"),
        ];
        return ("Now: no set open", keys);
    };
    if review::is_shown(session) {
        let keys = vec![
            fixed(&["↑", "↓"], "Choose"),
            fixed(&["Space"], "Select or clear"),
            of(SessionAction::SelectAll, "Select all or none"),
            fixed(&["Enter"], "Accept selected"),
            leave("Close"),
        ];
        return ("Now: reviewing a list", keys);
    }
    if view.panels.codebook.open {
        return ("Now: codebook", vec![leave("Close"), of(WindowAction::EditCodebook, "Close"), of(SessionAction::Undo, "Undo")]);
    }
    let selected = session.article().is_some_and(|article| session.selection().trimmed(&article.text).is_some());
    let title = match (session.article(), session.suggestion(), session.current()) {
        (None, ..) => "Now: no article open",
        (_, Some(_), _) => "Now: suggestion shown",
        _ if selected => "Now: words selected",
        (_, _, Some(_)) => "Now: annotation selected",
        _ => "Now: nothing selected",
    };
    (title, keys_now(session, false))
}
