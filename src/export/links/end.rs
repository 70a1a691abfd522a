//! Defines [`End`]: what the tables say of an annotation that is linked, after its article has gone by.

use std::sync::Arc;

use crate::model::{Article, ArticleId, Attribution, Label, Who};
use crate::text::CharOffset;

/// An annotation that is linked, as far as tables of links need it.
#[derive(Clone, Debug)]
pub struct End {
    pub article: Arc<About>,
    pub label: Label,
    /// Half-open.
    pub chars: (CharOffset, CharOffset),
    /// Its words, those of all fragments joined.
    pub text: String,
    /// Names of its speakers or sources, joined.
    pub names: String,
    /// Something for each speaker or source that is known, equal for the same one.
    pub sources: Vec<String>,
}

/// What is kept of an article in which something is linked.
#[derive(Clone, Debug)]
pub struct About {
    pub id: ArticleId,
    pub outlet: String,
    pub published: String,
    pub language: String,
}

impl About {
    /// What is kept of that article.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let published = article.metadata.published.as_ref().map_or("", |date| date.as_str()).to_owned();
        let (outlet, language) = (article.metadata.outlet.clone(), article.metadata.language.clone());
        Self { id: article.id.clone(), outlet, published, language }
    }

    /// Tells sources apart: actors by id, unnamed ones by their words, an article's own voice by its outlet.
    #[must_use]
    pub fn sources(&self, attribution: &[Attribution]) -> Vec<String> {
        let source = |one: &Attribution| match &one.who {
            Who::Actor(id) => Some(format!("actor {id}")),
            Who::Unnamed(words) => Some(format!("unnamed {words}")),
            Who::Author if self.outlet.is_empty() => Some(format!("article {}", self.id)),
            Who::Author => Some(format!("outlet {}", self.outlet)),
            Who::Unknown => None,
        };
        attribution.iter().filter_map(source).collect()
    }
}

impl End {
    /// The order of rows: article, place.
    #[must_use]
    pub fn order(&self) -> (&ArticleId, (CharOffset, CharOffset)) {
        (&self.article.id, self.chars)
    }
}
