//! Decides who annotates in a set that is opened, or that the person must be asked.

use crate::edit::History;
use crate::model::{Annotator, Document};

/// What is known about the annotator before a set is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnotatorHints {
    /// Given for this run of the program, such as with `--annotator`.
    pub said: Option<Annotator>,
    /// Chosen earlier on this computer for this set.
    pub here: Option<Annotator>,
    /// The name under which the person usually annotates.
    pub usual: Option<Annotator>,
}

/// Who annotates in a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnotatorChoice {
    Annotates(Annotator, Why),
    /// Unknown: these people have annotated in the set, and it is not clear which of them, if any, it is.
    Asks(Vec<Annotator>),
}

/// How the annotator was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The name was given for this run, or chosen earlier for this set.
    Said,
    /// The given or chosen name differs only in letter case from that of an annotator of the set, who is used.
    SaidOtherwise,
    /// It is the usual name, and the set has annotations of that name or none at all.
    Usual,
    /// Of the annotators of the set, only this one has worked on it on this computer.
    OnlyHere,
    /// The set has no annotations, and this is who imported the articles on this computer.
    BroughtIn,
    /// It is the login name, and the set has annotations of that name or none at all.
    LoggedIn,
}

/// Decides who annotates in a set. A person is never taken for someone else without being asked.
///
/// A given or chosen name decides, ignoring letter case. In a set without annotations it is the usual name, else the one who
/// imported the articles, else the login name. In a set with annotations it must be one of their authors: the only one with
/// steps in the journal on this computer, else the usual name, else, if there is no usual name, the login name. Otherwise the
/// person must be asked.
#[must_use]
pub fn choose_annotator(
    hints: &AnnotatorHints,
    document: &Document,
    history: &History,
    login: impl FnOnce() -> Annotator,
) -> AnnotatorChoice {
    let annotates = |name: &Annotator, why| AnnotatorChoice::Annotates(name.clone(), why);
    if let Some(name) = hints.said.as_ref().or(hints.here.as_ref()) {
        return match document.namesake(name) {
            Some(known) if known != name => annotates(known, Why::SaidOtherwise),
            _ => annotates(name, Why::Said),
        };
    }
    let (present, authors) = (document.annotators(), history.authors());
    if present.is_empty() {
        return match (&hints.usual, authors.as_slice()) {
            (Some(usual), _) => annotates(usual, Why::Usual),
            (None, [only]) => annotates(only, Why::BroughtIn),
            (None, _) => annotates(&login(), Why::LoggedIn),
        };
    }
    let here: Vec<&Annotator> = authors.into_iter().filter(|author| present.contains(author)).collect();
    if let [only] = here.as_slice() {
        return annotates(only, Why::OnlyHere);
    }
    let (own, why) = match &hints.usual {
        Some(usual) => (usual.clone(), Why::Usual),
        None => (login(), Why::LoggedIn),
    };
    if present.contains(&&own) {
        return annotates(&own, why);
    }
    AnnotatorChoice::Asks(present.into_iter().cloned().collect())
}
