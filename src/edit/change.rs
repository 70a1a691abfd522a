//! Defines [`Edit`], one change of a document, and its inverse.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{
    Actor, Annotation, Annotator, Article, ArticleId, Codebook, Digest, Lost, LostFragment, Metadata, Rejection, Timestamp,
    Unknown, Zone, ZoneKind,
};
use crate::text::Text;

/// The value before and after a change; `None` means that there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<T> {
    pub before: T,
    pub after: T,
}

impl<T> Change<T> {
    /// A change from `before` to `after`.
    pub fn new(before: T, after: T) -> Self {
        Self { before, after }
    }

    fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// One change of a document. It contains what it replaces, so it can be inverted and checked, and read as history.
///
/// ```
/// use dicta::edit::{Change, Edit, EditError};
/// use dicta::model::Document;
///
/// let mut document = Document::default();
/// let edit = Edit::Title(Change::new(String::new(), "Talks".to_owned()));
/// edit.apply(&mut document)?;
/// assert_eq!(document.info.title, "Talks");
///
/// // What the edit replaces is no longer there.
/// assert!(edit.apply(&mut document).is_err());
///
/// edit.inverse().apply(&mut document)?;
/// assert_eq!(document.info.title, "");
/// # Ok::<(), EditError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// The set's title.
    Title(Change<String>),
    /// An article is added or removed.
    Article(Change<Option<Arc<StoredArticle>>>),
    Metadata(ArticleId, Box<Change<Metadata>>),
    /// The zones of an article.
    Zones(ArticleId, Change<Vec<Zone>>),
    /// An actor is added to the register, changed or removed.
    Actor(Change<Option<Arc<Actor>>>),
    Codebook(Change<Arc<Codebook>>),
    /// An annotation is made, changed or deleted.
    Annotation(ArticleId, Annotator, Change<Option<Arc<Annotation>>>),
    /// An annotation that lost its place is removed or restored.
    Lost(ArticleId, Annotator, Change<Option<Arc<Lost>>>),
    /// The suggestions that the annotator has rejected.
    Rejected(ArticleId, Annotator, Change<Vec<Rejection>>),
    /// Whether the annotator has finished the article.
    Done(ArticleId, Annotator, Change<bool>),
}

impl Edit {
    /// The edit that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Title(change) => Self::Title(change.inverse()),
            Self::Article(change) => Self::Article(change.inverse()),
            Self::Metadata(article, change) => Self::Metadata(article, Box::new(change.inverse())),
            Self::Zones(article, change) => Self::Zones(article, change.inverse()),
            Self::Actor(change) => Self::Actor(change.inverse()),
            Self::Codebook(change) => Self::Codebook(change.inverse()),
            Self::Annotation(article, annotator, change) => Self::Annotation(article, annotator, change.inverse()),
            Self::Lost(article, annotator, change) => Self::Lost(article, annotator, change.inverse()),
            Self::Rejected(article, annotator, change) => Self::Rejected(article, annotator, change.inverse()),
            Self::Done(article, annotator, change) => Self::Done(article, annotator, change.inverse()),
        }
    }

    /// Merges a later edit of the same thing into this one: the result goes from this `before` to that `after`.
    ///
    /// Returns `false`, without a change, if the two cannot be merged. So text that is typed letter by letter is one edit.
    pub fn absorb(&mut self, later: &Self) -> bool {
        match (self, later) {
            (Self::Annotation(article, annotator, mine), Self::Annotation(other, by, change))
                if article == other && annotator == by && mine.after.is_some() && mine.after == change.before =>
            {
                mine.after.clone_from(&change.after);
                true
            }
            (Self::Actor(mine), Self::Actor(change)) if mine.after.is_some() && mine.after == change.before => {
                mine.after.clone_from(&change.after);
                true
            }
            (Self::Codebook(mine), Self::Codebook(change)) if mine.after == change.before => {
                mine.after.clone_from(&change.after);
                true
            }
            _ => false,
        }
    }

    /// Approximate memory of the edit, in bytes, including what it shares with the document.
    pub(super) fn bytes(&self) -> usize {
        /// Approximate memory of an annotation with its words and context.
        const MARK: usize = 600;
        /// Approximate memory of an attribute of the codebook with its values.
        const ATTRIBUTE: usize = 2_000;
        fn of_both<T>(change: &Change<T>, size: impl Fn(&T) -> usize) -> usize {
            size(&change.before) + size(&change.after)
        }
        match self {
            Self::Title(change) => of_both(change, String::len),
            Self::Article(change) => of_both(change, |article| article.as_ref().map_or(0, |a| MARK + a.text.len())),
            Self::Metadata(..) | Self::Actor(_) | Self::Lost(..) => 2 * MARK,
            Self::Zones(_, change) => of_both(change, |zones| MARK * zones.len()),
            Self::Codebook(change) => of_both(change, |codebook| ATTRIBUTE * codebook.attributes.len()),
            Self::Annotation(_, _, change) => of_both(change, |a| a.as_ref().map_or(0, |a| MARK + a.note.len())),
            Self::Rejected(_, _, change) => of_both(change, |rejected| MARK * rejected.len()),
            Self::Done(..) => MARK,
        }
    }

    /// The article that the edit changes; `None` if it changes none.
    #[must_use]
    pub fn article(&self) -> Option<&ArticleId> {
        match self {
            Self::Title(_) | Self::Actor(_) | Self::Codebook(_) => None,
            Self::Article(change) => change.after.as_ref().or(change.before.as_ref()).map(|a| &a.id),
            Self::Metadata(article, _)
            | Self::Zones(article, _)
            | Self::Annotation(article, ..)
            | Self::Lost(article, ..)
            | Self::Rejected(article, ..)
            | Self::Done(article, ..) => Some(article),
        }
    }
}

/// An article as stored in the journal: with its text, so that it can be restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredArticle {
    pub id: ArticleId,
    pub text: String,
    pub digest: Digest,
    #[serde(default)]
    pub metadata: Metadata,
    #[serde(default)]
    pub zones: Vec<Zone>,
    #[serde(default)]
    pub lost_zones: Vec<(ZoneKind, LostFragment)>,
    #[serde(default)]
    pub source_file: String,
    pub imported: Timestamp,
    #[serde(default)]
    pub order: u32,
    #[serde(default)]
    pub unknown: Unknown,
}

impl From<&Article> for StoredArticle {
    fn from(article: &Article) -> Self {
        let Article { id, text, digest, metadata, zones, lost_zones, source_file, imported, order, unknown } = article.clone();
        Self { id, text: text.as_str().to_owned(), digest, metadata, zones, lost_zones, source_file, imported, order, unknown }
    }
}

impl From<&StoredArticle> for Article {
    fn from(stored: &StoredArticle) -> Self {
        let StoredArticle { id, text, digest, metadata, zones, lost_zones, source_file, imported, order, unknown } =
            stored.clone();
        Self { id, text: Text::new(text), digest, metadata, zones, lost_zones, source_file, imported, order, unknown }
    }
}
