//! Defines [`Document`]: one annotation set in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::tree::Map;
use super::{Annotator, Article, ArticleId, Codebook, Layer, Register, SetId, Status, Unknown};

/// What the set says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetInfo {
    /// Names the set's journal and lock on this computer. Older sets get one with their first change.
    pub id: Option<SetId>,
    pub title: String,
    /// Fields of a newer Dicta, kept as they were.
    pub unknown: Unknown,
}

/// One file's worth of a set: what can be damaged, and what is written whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Info,
    Codebook,
    Register,
    Article(ArticleId),
    Layer(ArticleId, Annotator),
}

/// One annotation set. Cloning is cheap, and so is changing a clone: the two share all that is the same in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub info: Arc<SetInfo>,
    pub codebook: Arc<Codebook>,
    pub register: Arc<Register>,
    pub articles: Map<ArticleId, Article>,
    pub layers: Map<(ArticleId, Annotator), Layer>,
    /// Parts whose file could not be read, with the reason. They are neither edited nor written.
    pub damaged: BTreeMap<Part, String>,
}

impl Document {
    /// The article with that id.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&Arc<Article>> {
        self.articles.get(id)
    }

    /// What that annotator has done in that article, if anything.
    #[must_use]
    pub fn layer(&self, article: &ArticleId, annotator: &Annotator) -> Option<&Arc<Layer>> {
        self.layers.get(&(article.clone(), annotator.clone()))
    }

    /// How far that annotator has come with that article.
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

    /// The annotator of this set who has that name, in these or other capital letters: some systems take both for the same
    /// folder. `None` if there is none.
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
