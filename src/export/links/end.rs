//! Defines [`End`]: what the tables of links need of a linked annotation.

use std::sync::Arc;

use crate::model::{Article, ArticleId, Attribution, Label, Who};
use crate::text::CharOffset;

/// The part of a linked annotation that is kept after its article has been written.
#[derive(Clone, Debug)]
pub struct End {
    pub article: Arc<About>,
    pub label: Label,
    /// Half-open.
    pub chars: (CharOffset, CharOffset),
    /// The words of all fragments, joined.
    pub text: String,
    /// Names of its speakers or sources, joined.
    pub names: String,
    /// A key for each known speaker or source, equal for the same one.
    pub sources: Vec<String>,
}

/// The part of an article with links that is kept.
#[derive(Clone, Debug)]
pub struct About {
    pub id: ArticleId,
    pub outlet: String,
    pub published: String,
    pub language: String,
}

impl About {
    /// The part of `article` that is kept.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let published = article.metadata.published.as_ref().map_or("", |date| date.as_str()).to_owned();
        let (outlet, language) = (article.metadata.outlet.clone(), article.metadata.language.clone());
        Self { id: article.id.clone(), outlet, published, language }
    }

    /// Keys of sources: actors by id, unnamed ones by their words, an article's own voice by its outlet.
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
    /// The sort key of rows: article, then position.
    #[must_use]
    pub fn order(&self) -> (&ArticleId, (CharOffset, CharOffset)) {
        (&self.article.id, self.chars)
    }
}
