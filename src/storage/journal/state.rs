//! Defines [`Key`] and [`State`]: what an edit changes, and its value before and after.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use crate::edit::{Change, Edit, StoredArticle};
use crate::model::{
    Actor, ActorId, Annotation, AnnotationId, Annotator, ArticleId, Codebook, Document, Lost, Metadata, Rejection, Zone,
};

/// Identifies what an edit changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
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

/// The value of a key.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
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

impl Key {
    /// The key as written in the journal. These words are part of the format.
    pub fn to_words(&self) -> Vec<String> {
        let (kind, names): (&str, Vec<&str>) = match self {
            Self::Title => ("title", Vec::new()),
            Self::Article(id) => ("article", vec![id.as_str()]),
            Self::Metadata(id) => ("metadata", vec![id.as_str()]),
            Self::Zones(id) => ("zones", vec![id.as_str()]),
            Self::Actor(id) => ("actor", vec![id.as_str()]),
            Self::Codebook => ("codebook", Vec::new()),
            Self::Annotation(article, by, id) => ("annotation", vec![article.as_str(), by.as_str(), id.as_str()]),
            Self::Lost(article, by, id) => ("lost", vec![article.as_str(), by.as_str(), id.as_str()]),
            Self::Rejected(article, by) => ("rejected", vec![article.as_str(), by.as_str()]),
            Self::Done(article, by) => ("done", vec![article.as_str(), by.as_str()]),
        };
        std::iter::once(kind).chain(names).map(str::to_owned).collect()
    }

    /// Parses the result of [`Self::to_words`]. Returns `None` if this version does not know it.
    pub fn from_words(words: &[String]) -> Option<Self> {
        let article = |name: &str| ArticleId::parse(name).ok();
        let by = |name: &str| Annotator::parse(name).ok();
        let annotation = |name: &str| AnnotationId::parse(name).ok();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        Some(match words.as_slice() {
            ["title"] => Self::Title,
            ["article", id] => Self::Article(article(id)?),
            ["metadata", id] => Self::Metadata(article(id)?),
            ["zones", id] => Self::Zones(article(id)?),
            ["actor", id] => Self::Actor(ActorId::parse(id).ok()?),
            ["codebook"] => Self::Codebook,
            ["annotation", of, name, id] => Self::Annotation(article(of)?, by(name)?, annotation(id)?),
            ["lost", of, name, id] => Self::Lost(article(of)?, by(name)?, annotation(id)?),
            ["rejected", of, name] => Self::Rejected(article(of)?, by(name)?),
            ["done", of, name] => Self::Done(article(of)?, by(name)?),
            _ => return None,
        })
    }

    /// The state of the key in a document. Returns `None` if the document does not have what it belongs to.
    pub fn current(&self, document: &Document) -> Option<State> {
        Some(match self {
            Self::Title => State::Title(document.info.title.clone()),
            Self::Article(id) => {
                State::Article(document.article(id).map(|article| Arc::new(StoredArticle::from(article.as_ref()))))
            }
            Self::Metadata(id) => State::Metadata(Box::new(document.article(id)?.metadata.clone())),
            Self::Zones(id) => State::Zones(document.article(id)?.zones.clone()),
            Self::Actor(id) => State::Actor(document.register.get(id).cloned()),
            Self::Codebook => State::Codebook(Arc::clone(&document.codebook)),
            Self::Annotation(article, by, id) => {
                State::Annotation(document.layer(article, by).and_then(|layer| layer.get(id)).cloned())
            }
            Self::Lost(article, by, id) => {
                let lost = document.layer(article, by).and_then(|layer| layer.lost.iter().find(|lost| lost.id == *id));
                State::Lost(lost.cloned())
            }
            Self::Rejected(article, by) => {
                State::Rejected(document.layer(article, by).map(|layer| layer.rejected.to_vec()).unwrap_or_default())
            }
            Self::Done(article, by) => State::Done(document.layer(article, by).is_some_and(|layer| layer.done)),
        })
    }

    /// Parses a state of this key.
    ///
    /// # Errors
    /// If this version does not know the value.
    pub fn state(&self, value: &Value) -> Result<State, serde_json::Error> {
        Ok(match self {
            Self::Title => State::Title(Deserialize::deserialize(value)?),
            Self::Article(_) => State::Article(Deserialize::deserialize(value)?),
            Self::Metadata(_) => State::Metadata(Deserialize::deserialize(value)?),
            Self::Zones(_) => State::Zones(Deserialize::deserialize(value)?),
            Self::Actor(_) => State::Actor(Deserialize::deserialize(value)?),
            Self::Codebook => State::Codebook(Deserialize::deserialize(value)?),
            Self::Annotation(..) => State::Annotation(Deserialize::deserialize(value)?),
            Self::Lost(..) => State::Lost(Deserialize::deserialize(value)?),
            Self::Rejected(..) => State::Rejected(Deserialize::deserialize(value)?),
            Self::Done(..) => State::Done(Deserialize::deserialize(value)?),
        })
    }

    /// The edit from one state of this key to another. Returns `None` if one of them is a state of another kind of key.
    pub fn edit(&self, before: State, after: State) -> Option<Edit> {
        Some(match (self.clone(), before, after) {
            (Self::Title, State::Title(a), State::Title(b)) => Edit::Title(Change::new(a, b)),
            (Self::Article(_), State::Article(a), State::Article(b)) => Edit::Article(Change::new(a, b)),
            (Self::Metadata(id), State::Metadata(a), State::Metadata(b)) => Edit::Metadata(id, Box::new(Change::new(*a, *b))),
            (Self::Zones(id), State::Zones(a), State::Zones(b)) => Edit::Zones(id, Change::new(a, b)),
            (Self::Actor(_), State::Actor(a), State::Actor(b)) => Edit::Actor(Change::new(a, b)),
            (Self::Codebook, State::Codebook(a), State::Codebook(b)) => Edit::Codebook(Change::new(a, b)),
            (Self::Annotation(article, by, _), State::Annotation(a), State::Annotation(b)) => {
                Edit::Annotation(article, by, Change::new(a, b))
            }
            (Self::Lost(article, by, _), State::Lost(a), State::Lost(b)) => Edit::Lost(article, by, Change::new(a, b)),
            (Self::Rejected(article, by), State::Rejected(a), State::Rejected(b)) => {
                Edit::Rejected(article, by, Change::new(a, b))
            }
            (Self::Done(article, by), State::Done(a), State::Done(b)) => Edit::Done(article, by, Change::new(a, b)),
            _ => return None,
        })
    }

    /// The name of the thing in the interface.
    pub fn in_words(&self) -> String {
        match self {
            Self::Title => "the set's title".to_owned(),
            Self::Article(id) => format!("the article {id}"),
            Self::Metadata(id) => format!("what is known about the article {id}"),
            Self::Zones(id) => format!("what is no text in the article {id}"),
            Self::Actor(id) => format!("the actor {id}"),
            Self::Codebook => "the codebook".to_owned(),
            Self::Annotation(article, by, id) => format!("annotation {id} of {by} in {article}"),
            Self::Lost(article, by, id) => format!("the lost annotation {id} of {by} in {article}"),
            Self::Rejected(article, by) => format!("what {by} rejected in {article}"),
            Self::Done(article, by) => format!("the status of {article} for {by}"),
        }
    }
}

impl State {
    /// Whether two states are the same. Metadata and zones of an article have keys of their own and are ignored.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Article(Some(a)), Self::Article(Some(b))) => {
                (&a.id, &a.text, a.digest, &a.source_file, a.imported) == (&b.id, &b.text, b.digest, &b.source_file, b.imported)
            }
            _ => self == other,
        }
    }

    /// The state as a value that [`Key::state`] parses.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn to_value(&self) -> Result<Value, serde_json::Error> {
        match self {
            Self::Title(state) => serde_json::to_value(state),
            Self::Article(state) => serde_json::to_value(state),
            Self::Metadata(state) => serde_json::to_value(state),
            Self::Zones(state) => serde_json::to_value(state),
            Self::Actor(state) => serde_json::to_value(state),
            Self::Codebook(state) => serde_json::to_value(state),
            Self::Annotation(state) => serde_json::to_value(state),
            Self::Lost(state) => serde_json::to_value(state),
            Self::Rejected(state) => serde_json::to_value(state),
            Self::Done(state) => serde_json::to_value(state),
        }
    }
}

/// The key of an edit, and both of its states. Returns `None` for an edit from nothing to nothing.
pub fn sides(edit: &Edit) -> Option<(Key, State, State)> {
    Some(match edit.clone() {
        Edit::Title(Change { before, after }) => (Key::Title, State::Title(before), State::Title(after)),
        Edit::Article(Change { before, after }) => {
            let id = after.as_ref().or(before.as_ref())?.id.clone();
            (Key::Article(id), State::Article(before), State::Article(after))
        }
        Edit::Metadata(id, change) => {
            let Change { before, after } = *change;
            (Key::Metadata(id), State::Metadata(Box::new(before)), State::Metadata(Box::new(after)))
        }
        Edit::Zones(id, Change { before, after }) => (Key::Zones(id), State::Zones(before), State::Zones(after)),
        Edit::Actor(Change { before, after }) => {
            let id = before.as_ref().or(after.as_ref())?.id.clone();
            (Key::Actor(id), State::Actor(before), State::Actor(after))
        }
        Edit::Codebook(Change { before, after }) => (Key::Codebook, State::Codebook(before), State::Codebook(after)),
        Edit::Annotation(article, by, Change { before, after }) => {
            let id = before.as_ref().or(after.as_ref())?.id.clone();
            (Key::Annotation(article, by, id), State::Annotation(before), State::Annotation(after))
        }
        Edit::Lost(article, by, Change { before, after }) => {
            let id = before.as_ref().or(after.as_ref())?.id.clone();
            (Key::Lost(article, by, id), State::Lost(before), State::Lost(after))
        }
        Edit::Rejected(article, by, Change { before, after }) => {
            (Key::Rejected(article, by), State::Rejected(before), State::Rejected(after))
        }
        Edit::Done(article, by, Change { before, after }) => (Key::Done(article, by), State::Done(before), State::Done(after)),
    })
}
