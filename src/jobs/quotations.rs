//! Defines [`Quotations`]: what quotation marks an article's text holds; looked for on a thread of its own, many articles at a time.

use std::sync::Arc;

use super::pool::in_order;
use crate::model::{Article, ArticleId};
use crate::suggest::quotation_marks::{quotation, quotation_kind};
use crate::text::{Span, Text};

/// Articles that are read before what they hold is handed back, so that other work is not held up.
const TOGETHER: usize = 256;

/// What quotation marks an article's text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Outermost ones that look like speech, marks included.
    pub(crate) speech: Vec<Span>,
    /// Every one, with its marks and without.
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

/// A look at the quotation marks of some articles, to be run on a thread of its own.
#[derive(Clone, Debug)]
pub struct QuotationsJob {
    articles: Vec<Arc<Article>>,
}

/// The quotation marks of some articles, and the texts in which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationsFound(pub(crate) Vec<(ArticleId, Text, Quotations)>);

impl QuotationsFound {
    /// What is reported when the look at some articles failed: the next ones can be looked at.
    #[must_use]
    pub fn none() -> Self {
        Self(Vec::new())
    }
}

impl QuotationsJob {
    /// Takes the next articles off the end of `waiting`; nothing when none is waiting.
    pub(crate) fn next(waiting: &mut Vec<Arc<Article>>) -> Option<Self> {
        let articles = waiting.split_off(waiting.len().saturating_sub(TOGETHER));
        (!articles.is_empty()).then_some(Self { articles })
    }

    /// Looks for them.
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
