//! Defines [`Row`]: one hit of a search, with the words around it.

use crate::model::{ActorId, Article, ArticleId};
use crate::text::{Span, context};

/// Characters of context on either side, at most.
const CONTEXT: usize = 40;

/// A hit that a review lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub article: ArticleId,
    pub span: Span,
    pub before: String,
    pub words: String,
    pub after: String,
    /// Why it is listed, if that is not obvious: `last name alone`.
    pub reason: String,
    pub ticked: bool,
    /// The actor that it names; `None` if that is the same for all rows.
    pub named: Option<Named>,
}

/// The actor that a row of [`Purpose::Names`](super::purpose::Purpose::Names) names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    Known(ActorId),
    /// An actor with that name, which has to be created.
    New(String),
}

/// The row for a span of an article.
pub(crate) fn row(article: &Article, span: Span, reason: String, ticked: bool) -> Row {
    let text = &article.text;
    let flat = |words: &str| words.replace('\n', " ");
    Row {
        article: article.id.clone(),
        span,
        before: flat(context::before(text, span.start(), CONTEXT)),
        words: flat(text.slice(span)),
        after: flat(context::after(text, span.end(), CONTEXT)),
        reason,
        ticked,
        named: None,
    }
}
