//! Defines [`Document`]: one annotation set in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::tree::Map;
use super::{Annotator, Article, ArticleId, Codebook, Layer, Register, SetId, Status, Unknown};

/// Facts about the set itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetInfo {
    /// Identifies the set's journal and lock on this computer. Older sets get an id with their first change.
    pub id: Option<SetId>,
    pub title: String,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// The content of one file of a set: the unit that is written, and that can be damaged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Info,
    Codebook,
    Register,
    Article(ArticleId),
    Layer(ArticleId, Annotator),
}

/// One annotation set in memory. Cloning is cheap, and so is changing a clone: the two share all unchanged parts.
///
/// ```
/// use std::sync::Arc;
///
/// use dicta::model::{Actor, ActorId, Document};
///
/// let before = Document::default();
/// let mut after = before.clone();
/// let id = ActorId::parse("anna-weiss")?;
/// Arc::make_mut(&mut after.register).put(Arc::new(Actor::new(id.clone(), "Anna Weiss")));
///
/// assert_eq!(after.register.name(&id), "Anna Weiss");
/// assert!(before.register.get(&id).is_none());
/// assert!(Arc::ptr_eq(&before.codebook, &after.codebook));
/// # Ok::<(), dicta::model::id::IdError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub info: Arc<SetInfo>,
    pub codebook: Arc<Codebook>,
    pub register: Arc<Register>,
    pub articles: Map<ArticleId, Article>,
    pub layers: Map<(ArticleId, Annotator), Layer>,
    /// Parts whose file could not be read, with the reason. They are not edited and their files are not written.
    pub damaged: BTreeMap<Part, String>,
}

impl Document {
    /// The article with that id.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&Arc<Article>> {
        self.articles.get(id)
    }

    /// The annotations of one annotator in one article; `None` if there are none.
    #[must_use]
    pub fn layer(&self, article: &ArticleId, annotator: &Annotator) -> Option<&Arc<Layer>> {
        self.layers.get(&(article.clone(), annotator.clone()))
    }

    /// How far an annotator has come with an article.
    #[must_use]
    pub fn status(&self, article: &ArticleId, annotator: &Annotator) -> Status {
        Status::of(self.layer(article, annotator).map(Arc::as_ref))
    }

    /// Everyone who has annotated something, sorted.
    #[must_use]
    pub fn annotators(&self) -> Vec<&Annotator> {
        let names: BTreeSet<&Annotator> = self.layers.keys().map(|(_, annotator)| annotator).collect();
        names.into_iter().collect()
    }

    /// The annotator of this set whose name is the same, ignoring case, because some file systems treat both as the same folder.
    /// `None` if there is none.
    #[must_use]
    pub fn namesake(&self, name: &Annotator) -> Option<&Annotator> {
        fn lower(name: &Annotator) -> impl Iterator<Item = char> + '_ {
            name.as_str().chars().flat_map(char::to_lowercase)
        }
        let damaged = self.damaged.keys().filter_map(|part| match part {
            Part::Layer(_, annotator) => Some(annotator),
            Part::Info | Part::Codebook | Part::Register | Part::Article(_) => None,
        });
        let known: BTreeSet<&Annotator> = self.annotators().into_iter().chain(damaged).collect();
        let same = known.get(name).copied();
        same.or_else(|| known.into_iter().find(|known| lower(known).eq(lower(name))))
    }

    /// The layers of one article, by annotator.
    pub fn layers_of(&self, article: &ArticleId) -> impl Iterator<Item = (&Annotator, &Arc<Layer>)> {
        let from = (article.clone(), Annotator::least());
        self.layers.from(&from).take_while(move |((a, _), _)| a == article).map(|((_, annotator), layer)| (annotator, layer))
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Info => f.write_str("set.ron"),
            Self::Codebook => f.write_str("codebook.ron"),
            Self::Register => f.write_str("actors.ron"),
            Self::Article(article) => write!(f, "articles/{article}.ron"),
            Self::Layer(article, annotator) => write!(f, "annotations/{annotator}/{article}.ron"),
        }
    }
}
