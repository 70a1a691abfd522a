//! Formats a suggested speaker.

use crate::session::Session;
use crate::suggest::Proposed;

/// The name or the words of a speaker, and a remark: `new actor`, `unnamed`, or empty.
#[must_use]
pub fn speaker_text(session: &Session, who: &Proposed) -> (String, &'static str) {
    match who {
        Proposed::Known(id) => (session.document().register.name(id).to_owned(), ""),
        Proposed::New(name) => (name.trim().to_owned(), "new actor"),
        Proposed::Role(words) => (words.clone(), "unnamed"),
    }
}
