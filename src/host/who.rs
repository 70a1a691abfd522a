//! Works out who annotates in a set that is opened, and why it is that person.

use crate::edit::History;
use crate::model::{Annotator, Document};

/// Why somebody annotates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was said, by the command line or in the window.
    Said,
    /// The same, but only others have done something in this set.
    SaidAmongOthers(Vec<Annotator>),
    /// The only one who has annotated here.
    Only,
    /// Nobody has annotated here; it is who brought the articles in on this computer.
    BroughtIn,
    /// Nothing else is known than who is logged in.
    LoggedIn,
}

/// Who annotates in a set: who was said to, else the only one who has annotated, else the only one who has done something in
/// it on this computer, such as bringing the articles in; else `login`.
#[must_use]
pub fn who(
    said: Option<Annotator>,
    document: &Document,
    history: &History,
    login: impl FnOnce() -> Annotator,
) -> (Annotator, Why) {
    let present = document.annotators();
    let authors = history.authors();
    match (said, present.as_slice(), authors.as_slice()) {
        (Some(name), [], []) => (name, Why::Said),
        (Some(name), [], others) | (Some(name), others, _) if others.contains(&&name) => (name, Why::Said),
        (Some(name), [], others) | (Some(name), others, _) => {
            (name, Why::SaidAmongOthers(others.iter().map(|other| (*other).clone()).collect()))
        }
        (None, [only], _) => ((*only).clone(), Why::Only),
        (None, [], [only]) => ((*only).clone(), Why::BroughtIn),
        (None, ..) => (login(), Why::LoggedIn),
    }
}
