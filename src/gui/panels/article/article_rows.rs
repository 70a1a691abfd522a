//! Keeps the rows of the article list: in reading order, filtered, rebuilt only when the set or the filter changes.

use std::sync::Arc;

use crate::gui::style::{dates, languages};
use crate::model::tree::Map;
use crate::model::{Annotator, Article, ArticleId, Layer, Part, Status};
use crate::session::Session;
use crate::text::Filter;

/// The rows of the article list, and totals over all articles.
#[derive(Debug, Default)]
pub struct ArticleRows {
    made_for: Option<MadeFor>,
    pub articles: Vec<Arc<Article>>,
    pub total: usize,
    pub done: usize,
    /// Why articles cannot be read, one line for each.
    pub damaged: Vec<String>,
    /// The year that is left out of dates.
    pub usual_year: String,
}

impl ArticleRows {
    /// Rebuilds the rows if something has changed. Returns whether they differ.
    pub fn update(&mut self, session: &Session, filter: &str) -> bool {
        let document = session.document();
        let now = MadeFor {
            articles: document.articles.clone(),
            layers: document.layers.clone(),
            annotator: session.annotator().clone(),
            filter: filter.to_owned(),
        };
        let before = self.made_for.replace(now);
        let before = before.filter(|before| before.annotator == *session.annotator() && before.filter == filter);
        let query = Filter::new(filter);
        if let Some(before) = before.filter(|before| before.articles.is_copy_of(&document.articles)) {
            // Most edits change annotations only, and most of these leave the rows unchanged.
            let changed = document.layers.differences(&before.layers);
            let mut fits = true;
            for (key, old, new) in changed.into_iter().filter(|((_, annotator), ..)| annotator == session.annotator()) {
                self.done += usize::from(new.is_some_and(|layer| layer.done));
                self.done -= usize::from(old.is_some_and(|layer| layer.done));
                let was = Status::of(old.map(Arc::as_ref));
                fits &= query.is_empty() || was == document.status(&key.0, session.annotator());
            }
            if fits {
                return false;
            }
        }
        let mine = document.layers.iter().filter(|((_, annotator), _)| annotator == session.annotator());
        self.done = mine.filter(|(_, layer)| layer.done).count();
        let order = session.reading_order();
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

/// The input from which the rows were made.
#[derive(Debug)]
struct MadeFor {
    articles: Map<ArticleId, Article>,
    layers: Map<(ArticleId, Annotator), Layer>,
    annotator: Annotator,
    filter: String,
}

fn matches(query: &Filter, article: &Article, session: &Session) -> bool {
    if query.is_empty() {
        return true;
    }
    let metadata = &article.metadata;
    let status = session.document().status(&article.id, session.annotator()).as_str();
    let language = languages::name(&metadata.language).unwrap_or_default();
    let title = article.display_title();
    query.matches(&[&title, &metadata.outlet, &metadata.byline, &metadata.language, language, &metadata.translated_from, status])
}
