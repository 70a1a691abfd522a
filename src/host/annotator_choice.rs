//! Works out who annotates in a set that is opened, or that a person has to say it first.

use crate::edit::History;
use crate::model::{Annotator, Document};

/// What is known about the person at the screen before a set is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnotatorHints {
    /// Said for this run of the program, as by `--annotator`.
    pub said: Option<Annotator>,
    /// Chosen earlier on this computer for this set.
    pub here: Option<Annotator>,
    /// The name under which the person annotates where nothing else is known.
    pub usual: Option<Annotator>,
}

/// Who annotates in a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnotatorChoice {
    Annotates(Annotator, Why),
    /// These people have annotated here, and none of them is known to be the person at the screen.
    Asks(Vec<Annotator>),
}

/// Why somebody annotates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was said for this run, or chosen for this set.
    Said,
    /// The name that was said or chosen differs from that of somebody who has annotated here only by capital letters.
    SaidOtherwise,
    /// It is their usual name, and the set holds their work or nobody's.
    Usual,
    /// On this computer, nobody else of those who have annotated in this set has done anything in it.
    OnlyHere,
    /// Nobody has annotated here; it is who brought the articles in on this computer.
    BroughtIn,
    /// It is the name of the login, and the set holds their work or nobody's.
    LoggedIn,
}

/// Works out who annotates in a set. Nobody is taken for somebody else without being asked.
///
/// What was said decides, capital letters aside. A set without annotations is for the person's usual name, else for whoever brought the articles
/// in, else for the login. In a set with annotations a name is taken only from those who made them: the one who alone has
/// steps in the journal on this computer, else the usual name, else, if there is no usual name, the login.
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
