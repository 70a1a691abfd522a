//! Starts searches for words, and sorts what they found.

use super::Purpose;
use crate::jobs::search_text::{Order, Query};
use crate::model::Timestamp;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::text::folded;

impl Session {
    pub(in crate::session) fn search_words(&mut self, query: Query, now: Timestamp) {
        if let Err(error) = query.pattern() {
            self.review = None;
            return self.notify(Severity::Info, format!("Not searched: {error}"), now);
        }
        let articles = match &self.article {
            Some(here) if query.here => vec![here.clone()],
            _ => self.reading_order().into_iter().map(|article| article.id.clone()).collect(),
        };
        self.search(Purpose::Search(query), Vec::new(), articles, now);
    }

    pub(in crate::session) fn sort_review(&mut self, order: Order) {
        let place: std::collections::HashMap<_, _> =
            self.reading_order().into_iter().enumerate().map(|(at, article)| (article.id.clone(), at)).collect();
        let Some(review) = &mut self.review else { return };
        let nearest = |words: &str| folded(words).split_whitespace().rev().map(str::to_owned).collect::<Vec<_>>();
        match order {
            Order::Text => review.rows.sort_by_cached_key(|row| (place.get(&row.article).copied(), row.span)),
            Order::Left => review.rows.sort_by_cached_key(|row| nearest(&row.before)),
            Order::Right => review.rows.sort_by_cached_key(|row| folded(row.after.trim_start())),
        }
    }
}
