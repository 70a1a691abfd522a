//! Puts edits that were in the journal but not in the files back into a document, and rebuilds the history.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Record;
use crate::edit::{Change, Edit, History, StoredArticle};
use crate::model::{
    Actor, ActorId, Annotation, AnnotationId, Annotator, ArticleId, Codebook, Document, Lost, Metadata, Rejection, Zone,
};

/// What a journal gave back.
#[derive(Debug, Default)]
pub struct Recovery {
    /// Every step that the journal still knows, so that undo works after a restart.
    pub history: History,
    /// How many things were brought to the state in which they were left.
    pub reapplied: usize,
    /// In words: what was changed both in the journal and outside. The document has the version on disk.
    pub conflicts: Vec<String>,
}

/// Brings the document to the last state in the journal, one thing at a time.
///
/// For each thing that unsaved entries changed, the states it went through are known. If it is now in any of them, it
/// is moved to the last; if it is in none, it was changed outside, and that is reported. So it does not matter how
/// much of the last save reached the disk.
#[must_use]
pub fn recover(document: &mut Document, records: Vec<Record>) -> Recovery {
    let saved = records.iter().filter_map(|record| match record {
        Record::Saved { through } => Some(*through),
        Record::Entry { .. } => None,
    });
    let saved = saved.max().unwrap_or(0);
    let mut recovery = Recovery::default();
    let mut chains: BTreeMap<Key, Chain> = BTreeMap::new();
    for record in records {
        let Record::Entry { number, entry } = record else { continue };
        if number > saved {
            for edit in &entry.step.edits {
                follow(&mut chains, edit, &entry.step.name);
            }
        }
        recovery.history.follow(entry);
    }
    // Articles come before what is marked in them, and leave after it.
    let (leaving, staying): (Vec<_>, Vec<_>) =
        chains.into_iter().partition(|(_, chain)| matches!(chain.states.last(), Some(State::Article(None))));
    for (key, chain) in staying.into_iter().chain(leaving) {
        settle(document, &key, chain, &mut recovery);
    }
    recovery
}

/// What an edit is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Title,
    Article(ArticleId),
    Metadata(ArticleId),
    Zones(ArticleId),
    Actor(ActorId),
    Codebook,
    Annotation(ArticleId, Annotator, AnnotationId),
    Lost(ArticleId, Annotator, AnnotationId),
    Rejected(ArticleId, Annotator),
    Done(ArticleId, Annotator),
}

#[derive(Clone, Debug)]
enum State {
    Title(String),
    Article(Option<Arc<StoredArticle>>),
    Metadata(Box<Metadata>),
    Zones(Vec<Zone>),
    Actor(Option<Arc<Actor>>),
    Codebook(Arc<Codebook>),
    Annotation(Option<Arc<Annotation>>),
    Lost(Option<Arc<Lost>>),
    Rejected(Vec<Rejection>),
    Done(bool),
}

/// The states that a thing went through, oldest first, and the name of the last step that touched it.
#[derive(Debug, Default)]
struct Chain {
    states: Vec<State>,
    step: String,
}

impl State {
    /// Whether two states are one. An article's metadata is a thing of its own.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Title(a), Self::Title(b)) => a == b,
            (Self::Article(None), Self::Article(None)) => true,
            (Self::Article(Some(a)), Self::Article(Some(b))) => {
                (&a.id, &a.text, a.digest, &a.source_file, a.imported) == (&b.id, &b.text, b.digest, &b.source_file, b.imported)
            }
            (Self::Metadata(a), Self::Metadata(b)) => a == b,
            (Self::Zones(a), Self::Zones(b)) => a == b,
            (Self::Actor(a), Self::Actor(b)) => a == b,
            (Self::Codebook(a), Self::Codebook(b)) => a == b,
            (Self::Annotation(a), Self::Annotation(b)) => a == b,
            (Self::Lost(a), Self::Lost(b)) => a == b,
            (Self::Rejected(a), Self::Rejected(b)) => a == b,
            (Self::Done(a), Self::Done(b)) => a == b,
            _ => false,
        }
    }
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
    match edit.clone() {
        Edit::Title(Change { before, after }) => push(Key::Title, Some(State::Title(before)), State::Title(after)),
        Edit::Article(Change { before, after }) => {
            let ids = [before.as_ref().map(|a| a.id.clone()), after.as_ref().map(|a| a.id.clone())];
            let [old_id, new_id] = ids;
            if let Some(after) = &after {
                push(Key::Metadata(after.id.clone()), None, State::Metadata(Box::new(after.metadata.clone())));
                push(Key::Zones(after.id.clone()), None, State::Zones(after.zones.clone()));
            }
            match (old_id, new_id) {
                (Some(old), Some(new)) if old != new => {
                    push(Key::Article(old), Some(State::Article(before)), State::Article(None));
                    push(Key::Article(new), Some(State::Article(None)), State::Article(after));
                }
                (Some(id), _) | (None, Some(id)) => push(Key::Article(id), Some(State::Article(before)), State::Article(after)),
                (None, None) => {}
            }
        }
        Edit::Metadata(id, change) => {
            let Change { before, after } = *change;
            push(Key::Metadata(id), Some(State::Metadata(Box::new(before))), State::Metadata(Box::new(after)));
        }
        Edit::Zones(id, Change { before, after }) => push(Key::Zones(id), Some(State::Zones(before)), State::Zones(after)),
        Edit::Actor(Change { before, after }) => {
            if let Some(id) = before.as_ref().or(after.as_ref()).map(|actor| actor.id.clone()) {
                push(Key::Actor(id), Some(State::Actor(before)), State::Actor(after));
            }
        }
        Edit::Codebook(Change { before, after }) => {
            push(Key::Codebook, Some(State::Codebook(before)), State::Codebook(after));
        }
        Edit::Annotation(article, annotator, Change { before, after }) => {
            if let Some(id) = before.as_ref().or(after.as_ref()).map(|a| a.id.clone()) {
                push(Key::Annotation(article, annotator, id), Some(State::Annotation(before)), State::Annotation(after));
            }
        }
        Edit::Lost(article, annotator, Change { before, after }) => {
            if let Some(id) = before.as_ref().or(after.as_ref()).map(|lost| lost.id.clone()) {
                push(Key::Lost(article, annotator, id), Some(State::Lost(before)), State::Lost(after));
            }
        }
        Edit::Rejected(article, annotator, Change { before, after }) => {
            push(Key::Rejected(article, annotator), Some(State::Rejected(before)), State::Rejected(after));
        }
        Edit::Done(article, annotator, Change { before, after }) => {
            push(Key::Done(article, annotator), Some(State::Done(before)), State::Done(after));
        }
    }
}

fn settle(document: &mut Document, key: &Key, chain: Chain, recovery: &mut Recovery) {
    let Chain { mut states, step } = chain;
    let Some(last) = states.pop() else { return };
    let Some(current) = current(document, key) else {
        // Metadata of an article that is not there: the article's own chain has the say.
        return;
    };
    if current.is(&last) {
        return;
    }
    if !states.iter().any(|state| state.is(&current)) {
        let what = in_words(key);
        let conflict =
            format!("{what} was changed outside Dicta after “{step}”; the version on disk is shown, yours is in the journal");
        recovery.conflicts.push(conflict);
        return;
    }
    match edit(key, current, last).map(|edit| edit.apply(document)) {
        Some(Ok(())) => recovery.reapplied += 1,
        Some(Err(error)) => {
            recovery.conflicts.push(format!("{} could not be brought back after “{step}”: {error}", in_words(key)));
        }
        None => {}
    }
}

fn current(document: &Document, key: &Key) -> Option<State> {
    Some(match key {
        Key::Title => State::Title(document.info.title.clone()),
        Key::Article(id) => State::Article(document.article(id).map(|article| Arc::new(StoredArticle::from(article.as_ref())))),
        Key::Metadata(id) => State::Metadata(Box::new(document.article(id)?.metadata.clone())),
        Key::Zones(id) => State::Zones(document.article(id)?.zones.clone()),
        Key::Actor(id) => State::Actor(document.register.get(id).cloned()),
        Key::Codebook => State::Codebook(Arc::clone(&document.codebook)),
        Key::Annotation(article, by, id) => {
            State::Annotation(document.layer(article, by).and_then(|layer| layer.get(id)).cloned())
        }
        Key::Lost(article, by, id) => {
            let lost = document.layer(article, by).and_then(|layer| layer.lost.iter().find(|lost| lost.id == *id));
            State::Lost(lost.cloned())
        }
        Key::Rejected(article, by) => {
            State::Rejected(document.layer(article, by).map(|layer| layer.rejected.clone()).unwrap_or_default())
        }
        Key::Done(article, by) => State::Done(document.layer(article, by).is_some_and(|layer| layer.done)),
    })
}

fn edit(key: &Key, before: State, after: State) -> Option<Edit> {
    Some(match (key.clone(), before, after) {
        (Key::Title, State::Title(a), State::Title(b)) => Edit::Title(Change::new(a, b)),
        (Key::Article(_), State::Article(a), State::Article(b)) => Edit::Article(Change::new(a, b)),
        (Key::Metadata(id), State::Metadata(a), State::Metadata(b)) => Edit::Metadata(id, Box::new(Change::new(*a, *b))),
        (Key::Zones(id), State::Zones(a), State::Zones(b)) => Edit::Zones(id, Change::new(a, b)),
        (Key::Actor(_), State::Actor(a), State::Actor(b)) => Edit::Actor(Change::new(a, b)),
        (Key::Codebook, State::Codebook(a), State::Codebook(b)) => Edit::Codebook(Change::new(a, b)),
        (Key::Annotation(article, by, _), State::Annotation(a), State::Annotation(b)) => {
            Edit::Annotation(article, by, Change::new(a, b))
        }
        (Key::Lost(article, by, _), State::Lost(a), State::Lost(b)) => Edit::Lost(article, by, Change::new(a, b)),
        (Key::Rejected(article, by), State::Rejected(a), State::Rejected(b)) => Edit::Rejected(article, by, Change::new(a, b)),
        (Key::Done(article, by), State::Done(a), State::Done(b)) => Edit::Done(article, by, Change::new(a, b)),
        _ => return None,
    })
}

fn in_words(key: &Key) -> String {
    match key {
        Key::Title => "the set's title".to_owned(),
        Key::Article(id) => format!("the article {id}"),
        Key::Metadata(id) => format!("what is known about the article {id}"),
        Key::Zones(id) => format!("what is no text in the article {id}"),
        Key::Actor(id) => format!("the actor {id}"),
        Key::Codebook => "the codebook".to_owned(),
        Key::Annotation(article, by, id) => format!("annotation {id} of {by} in {article}"),
        Key::Lost(article, by, id) => format!("the lost annotation {id} of {by} in {article}"),
        Key::Rejected(article, by) => format!("what {by} rejected in {article}"),
        Key::Done(article, by) => format!("the status of {article} for {by}"),
    }
}
