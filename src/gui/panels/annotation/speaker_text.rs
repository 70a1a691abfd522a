//! Says how a proposed speaker is called, wherever one is shown.

use crate::session::Session;
use crate::suggest::Proposed;

/// The name or the words, and what is special about it: that the actor would be new, or has no name.
#[must_use]
pub fn called(session: &Session, who: &Proposed) -> (String, &'static str) {
    match who {
        Proposed::Known(id) => (session.document().register.name(id).to_owned(), ""),
        Proposed::New(name) => (name.trim().to_owned(), "new actor"),
        Proposed::Role(words) => (words.clone(), "unnamed"),
    }
}
