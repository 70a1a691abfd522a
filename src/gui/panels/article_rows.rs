//! Keeps the rows of the article list: in reading order, filtered, made anew only when the set or the filter changes.

use std::sync::{Arc, Weak};

use crate::gui::fold::Query;
use crate::gui::{dates, languages};
use crate::model::{Annotator, Article, Document, Part};
use crate::session::Session;

/// The rows of the article list, and what is counted over all articles.
#[derive(Debug, Default)]
pub struct ArticleRows {
    /// Weak, so that what is shown does not make the next edit copy the set.
    made_for: Option<(Weak<Document>, Annotator, String)>,
    pub articles: Vec<Arc<Article>>,
    pub total: usize,
    pub done: usize,
    /// Why articles cannot be read, one line each.
    pub damaged: Vec<String>,
    /// Dates of this year are shown without it.
    pub usual_year: String,
}

impl ArticleRows {
    /// Makes the rows when something changed. Returns whether they are others than before.
    pub fn update(&mut self, session: &Session, filter: &str) -> bool {
        let document = session.document();
        let before = self.made_for.replace((Arc::downgrade(document), session.annotator().clone(), filter.to_owned()));
        let before = before.filter(|(_, annotator, made)| annotator == session.annotator() && made == filter);
        if before.as_ref().is_some_and(|(before, ..)| std::ptr::eq(before.as_ptr(), Arc::as_ptr(document))) {
            return false;
        }
        let mine = document.layers.iter().filter(|((_, annotator), _)| annotator == session.annotator());
        self.done = mine.filter(|(_, layer)| layer.done).count();
        let query = Query::new(filter);
        let order = session.reading_order();
        // Most edits touch annotations only; without a filter they leave the rows as they are.
        if query.is_empty() && before.is_some() && same_articles(&self.articles, &order) {
            return false;
        }
        self.total = order.len();
        self.articles = order.into_iter().filter(|a| matches(&query, a, session)).map(Arc::clone).collect();
        self.damaged = document
            .damaged
            .iter()
            .filter(|(part, _)| matches!(part, Part::Article(_)))
            .map(|(part, reason)| format!("{part}: {reason}"))
            .collect();
        let dates = document.articles.values().filter_map(|a| a.metadata.published.as_ref());
        dates.map(dates::year).max().unwrap_or_default().clone_into(&mut self.usual_year);
        true
    }

    /// The row of an article.
    #[must_use]
    pub fn position(&self, wanted: &crate::model::ArticleId) -> Option<usize> {
        self.articles.iter().position(|a| a.id == *wanted)
    }
}

fn same_articles(a: &[Arc<Article>], b: &[&Arc<Article>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}

fn matches(query: &Query, article: &Article, session: &Session) -> bool {
    if query.is_empty() {
        return true;
    }
    let metadata = &article.metadata;
    let status = session.document().status(&article.id, session.annotator()).as_str();
    let language = languages::name(&metadata.language).unwrap_or_default();
    let title = article.display_title();
    query.matches(&[&title, &metadata.outlet, &metadata.byline, &metadata.language, language, &metadata.translated_from, status])
}
