//! Applies edits that are in the journal but not in the files to a document, and rebuilds the history.

use std::collections::BTreeMap;
use std::fmt;

use super::contents::Contents;
use super::state::{Key, State, sides};
use crate::edit::{Edit, History};
use crate::model::Document;

/// The result of a recovery.
#[derive(Debug, Default)]
pub struct Recovery {
    /// Every step that is still in the journal, so that undo works after a restart.
    pub history: History,
    /// Number of things that were changed to their last state in the journal.
    pub reapplied: usize,
    /// What could not be recovered. The document has the version on disk.
    pub conflicts: Vec<Conflict>,
}

/// Something that was changed both in the journal and outside Dicta.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Its name in the interface.
    pub what: String,
    /// Name of the last step that changed it in the journal.
    pub step: String,
    /// The edit from the version on disk to the one in the journal.
    pub edit: Edit,
    /// Why it could not be recovered, if it was not changed outside Dicta.
    pub reason: Option<String>,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, step, reason, .. } = self;
        match reason {
            None => write!(
                f,
                "{what} was changed outside Dicta after “{step}”; the version on disk is shown, yours is in the journal"
            ),
            Some(reason) => write!(f, "{what} could not be restored after “{step}”: {reason}"),
        }
    }
}

/// Changes the document to the last state in the journal, one thing at a time.
///
/// For each thing that unsaved entries changed, all its states are known. If it is now in any of them, it is changed to the
/// last; if it is in none, it was changed outside Dicta, and that is reported. So it does not matter how much of the last
/// save reached the disk.
#[must_use]
pub fn recover(document: &mut Document, contents: Contents) -> Recovery {
    let mut recovery = Recovery::default();
    let mut chains: BTreeMap<Key, Chain> = BTreeMap::new();
    for (number, entry) in contents.entries {
        if number > contents.saved {
            for edit in &entry.step.edits {
                follow(&mut chains, edit, &entry.step.name);
            }
        }
        recovery.history.follow(entry);
    }
    // Articles are added before their annotations and removed after them.
    let (leaving, staying): (Vec<_>, Vec<_>) =
        chains.into_iter().partition(|(_, chain)| matches!(chain.states.last(), Some(State::Article(None))));
    for (key, chain) in staying.into_iter().chain(leaving) {
        settle(document, &key, chain, &mut recovery);
    }
    recovery
}

/// The states of a thing, oldest first, and the name of the last step that changed it.
#[derive(Debug, Default)]
struct Chain {
    states: Vec<State>,
    step: String,
}

fn follow(chains: &mut BTreeMap<Key, Chain>, edit: &Edit, step: &str) {
    let mut push = |key: Key, before: Option<State>, after: State| {
        let chain = chains.entry(key).or_default();
        if let Some(before) = before
            && !chain.states.last().is_some_and(|last| last.is(&before))
        {
            chain.states.push(before);
        }
        chain.states.push(after);
        step.clone_into(&mut chain.step);
    };
    let Some((key, before, after)) = sides(edit) else { return };
    if let State::Article(Some(article)) = &after {
        push(Key::Metadata(article.id.clone()), None, State::Metadata(Box::new(article.metadata.clone())));
        push(Key::Zones(article.id.clone()), None, State::Zones(article.zones.clone()));
    }
    match (&before, &after) {
        (State::Article(Some(old)), State::Article(Some(new))) if old.id != new.id => {
            let (old, new) = (Key::Article(old.id.clone()), Key::Article(new.id.clone()));
            push(old, Some(before), State::Article(None));
            push(new, Some(State::Article(None)), after);
        }
        _ => push(key, Some(before), after),
    }
}

fn settle(document: &mut Document, key: &Key, chain: Chain, recovery: &mut Recovery) {
    let Chain { mut states, step } = chain;
    let Some(last) = states.pop() else { return };
    let Some(current) = key.current(document) else {
        // Metadata of an article that is not there: the article's own chain decides.
        return;
    };
    if current.is(&last) {
        return;
    }
    let was_left_so = states.iter().any(|state| state.is(&current));
    let Some(edit) = key.edit(current, last) else { return };
    let reason = if was_left_so {
        match edit.apply(document) {
            Ok(()) => {
                recovery.reapplied += 1;
                return;
            }
            Err(error) => Some(error.to_string()),
        }
    } else {
        None
    };
    recovery.conflicts.push(Conflict { what: key.in_words(), step, edit, reason });
}
