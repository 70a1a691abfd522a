//! Says what the window is doing right now, and which keys work it: the head of the sheet of keys.

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

/// What the window is doing, in a few words, and the keys that matter for it.
#[must_use]
pub fn mode(session: Option<&Session>, view: &View) -> (&'static str, Vec<KeyHint>) {
    let leave = |words| of(WindowAction::Escape, words);
    if view.picker.is_some() {
        let keys = vec![
            fixed(&["↑", "↓"], "choose"),
            fixed(&["Enter"], "take"),
            fixed(&["1–9"], "take by number"),
            fixed(&["Shift Enter"], "a new actor"),
            leave("back to the text"),
        ];
        return ("Now: somebody is being chosen", keys);
    }
    if view.settings.open {
        return ("Now: the settings are open", vec![leave("back"), of(WindowAction::Palette, "search")]);
    }
    let Some(session) = session else {
        let keys = vec![
            of(WindowAction::OpenSet, "open a folder"),
            of(WindowAction::AddFiles, "add articles"),
            of(WindowAction::Settings, "settings"),
        ];
        return ("Now: no set is open", keys);
    };
    if review::is_shown(session) {
        let keys = vec![
            fixed(&["↑", "↓"], "choose"),
            fixed(&["Space"], "tick, or not"),
            of(SessionAction::SelectAll, "all or none"),
            fixed(&["Enter"], "accept the ticked"),
            leave("close the list"),
        ];
        return ("Now: a list to look through", keys);
    }
    if view.panels.codebook.open {
        return (
            "Now: the codebook is open",
            vec![leave("back to the text"), of(WindowAction::EditCodebook, "close it"), of(SessionAction::Undo, "undo")],
        );
    }
    let selected = session.article().is_some_and(|article| session.selection().trimmed(&article.text).is_some());
    let title = match (session.article(), session.suggestion(), session.current()) {
        (None, ..) => "Now: no article is open",
        (_, Some(_), _) => "Now: a suggestion is shown",
        _ if selected => "Now: words are selected",
        (_, _, Some(_)) => "Now: an annotation is selected",
        _ => "Now: nothing is selected",
    };
    (title, keys_now(session, false))
}
