//! Defines [`Quotations`]: the quotations in the text of an article, found on a worker thread for many articles at a time.

use std::sync::Arc;

use crate::model::{Article, ArticleId};
use crate::parallel::in_order;
use crate::suggest::quotation_marks::{quotation, quotation_kind};
use crate::text::{Span, Text};

/// Articles per job. A small number, so that other jobs of the same thread need not wait long.
const TOGETHER: usize = 256;

/// The quotations in the text of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Outermost quotations that look like speech, including their marks.
    pub(crate) speech: Vec<Span>,
    /// Every quotation, with its marks and without.
    pub(crate) all: Vec<(Span, Span)>,
    pub(crate) unbalanced: Vec<Span>,
}

impl Quotations {
    pub(crate) fn of(text: &Text) -> Self {
        let found = quotation::quotations(text);
        let is_speech = |q: &&quotation::Quotation| q.depth == 0 && q.likely == quotation_kind::QuotationKind::Speech;
        Self {
            speech: found.quotations.iter().filter(is_speech).map(|q| q.outer).collect(),
            all: found.quotations.iter().map(|q| (q.outer, q.inner)).collect(),
            unbalanced: found.unbalanced,
        }
    }
}

/// A search for the quotations of some articles, to run on a worker thread.
#[derive(Clone, Debug)]
pub struct QuotationsJob {
    articles: Vec<Arc<Article>>,
}

/// The quotations of some articles, with the texts in which they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationsFound(pub(crate) Vec<(ArticleId, Text, Quotations)>);

impl QuotationsFound {
    /// The result if the search failed; the session can then start the next job.
    #[must_use]
    pub fn none() -> Self {
        Self(Vec::new())
    }
}

impl QuotationsJob {
    /// Creates a job from the last articles of `waiting` and removes them; `None` if none is waiting.
    pub(crate) fn next(waiting: &mut Vec<Arc<Article>>) -> Option<Self> {
        let articles = waiting.split_off(waiting.len().saturating_sub(TOGETHER));
        (!articles.is_empty()).then_some(Self { articles })
    }

    /// Finds the quotations.
    #[must_use]
    pub fn run(&self) -> QuotationsFound {
        let look = |at: usize| self.articles.get(at).map(|held| (held.id.clone(), held.text.clone(), Quotations::of(&held.text)));
        let mut found = Vec::with_capacity(self.articles.len());
        in_order(self.articles.len(), look, |_, of_article| {
            found.push(of_article);
            true
        });
        QuotationsFound(found)
    }
}
