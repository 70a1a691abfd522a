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
    /// Makes the rows when something changed. Returns whether it did.
    pub fn update(&mut self, session: &Session, filter: &str) -> bool {
        let fresh = self.made_for.as_ref().is_some_and(|(document, annotator, made)| {
            std::ptr::eq(document.as_ptr(), Arc::as_ptr(session.document())) && annotator == session.annotator() && made == filter
        });
        if fresh {
            return false;
        }
        let document = session.document();
        let query = Query::new(filter);
        let order = session.reading_order();
        self.total = order.len();
        self.articles = order.into_iter().filter(|a| matches(&query, a, session)).map(Arc::clone).collect();
        let mine = document.layers.iter().filter(|((_, annotator), _)| annotator == session.annotator());
        self.done = mine.filter(|(_, layer)| layer.done).count();
        self.damaged = document
            .damaged
            .iter()
            .filter(|(part, _)| matches!(part, Part::Article(_)))
            .map(|(part, reason)| format!("{part}: {reason}"))
            .collect();
        let dates = document.articles.values().filter_map(|a| a.metadata.published.as_ref());
        self.usual_year = dates.map(dates::year).max().unwrap_or_default().to_owned();
        self.made_for = Some((Arc::downgrade(document), session.annotator().clone(), filter.to_owned()));
        true
    }

    /// The row of an article.
    #[must_use]
    pub fn position(&self, wanted: &crate::model::ArticleId) -> Option<usize> {
        self.articles.iter().position(|a| a.id == *wanted)
    }
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
