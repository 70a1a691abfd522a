//! Keeps the titles and outlets of all articles folded, so that thousands can be searched within a frame.

use std::sync::{Arc, Weak};

use super::score::Query;
use crate::model::{Article, Document};
use crate::session::Session;
use crate::text::folded;

/// Titles and outlets of all articles, in reading order.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// Weak, so that keeping it does not force the next edit to copy the set.
    made_for: Weak<Document>,
    titles: Vec<Title>,
}

#[derive(Debug)]
struct Title {
    article: Weak<Article>,
    folded: String,
}

impl Titles {
    /// Folds titles that are new since the last update. Most edits change no article.
    pub fn update(&mut self, session: &Session) {
        let document = session.document();
        if std::ptr::eq(self.made_for.as_ptr(), Arc::as_ptr(document)) {
            return;
        }
        self.made_for = Arc::downgrade(document);
        let order = session.reading_order();
        let known = |(title, article): (&Title, &&Arc<Article>)| std::ptr::eq(title.article.as_ptr(), Arc::as_ptr(article));
        if self.titles.len() == order.len() && self.titles.iter().zip(&order).all(known) {
            return;
        }
        self.titles = order
            .into_iter()
            .map(|article| Title {
                article: Arc::downgrade(article),
                folded: folded(&format!("{} {}", article.display_title(), article.metadata.outlet)),
            })
            .collect();
    }

    /// The matching articles, best first, at most `most`; ties stay in reading order.
    pub fn find(&self, query: &Query, most: usize) -> Vec<(u32, Arc<Article>)> {
        let fits = self.titles.iter().enumerate().filter_map(|(at, title)| Some((query.score(&title.folded)?, at, title)));
        let mut found: Vec<(u32, usize, &Title)> = fits.collect();
        let order = |(score, at, _): &(u32, usize, &Title)| (std::cmp::Reverse(*score), *at);
        if found.len() > most {
            found.select_nth_unstable_by_key(most, order);
            found.truncate(most);
        }
        found.sort_unstable_by_key(order);
        found.into_iter().filter_map(|(score, _, title)| Some((score, title.article.upgrade()?))).collect()
    }
}
