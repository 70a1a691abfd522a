//! Starts searches for words, and sorts what they found.

use std::collections::HashMap;

use crate::jobs::purpose::Purpose;
use crate::jobs::search_text::{Order, Query};
use crate::model::Timestamp;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::text::folded;

impl Session {
    pub(in crate::session) fn search_words(&mut self, query: Query, now: Timestamp) {
        if let Err(error) = query.pattern() {
            self.review.close();
            return self.say(Message::info(format!("Not searched: {error}")), now);
        }
        let articles = match self.cursor.article() {
            Some(here) if query.here => vec![here.clone()],
            _ => self.article_ids(),
        };
        self.search(Purpose::Search(query), Vec::new(), articles);
    }

    pub(in crate::session) fn sort_review(&mut self, order: Order) {
        let place: HashMap<_, _> = self.article_ids().into_iter().enumerate().map(|(at, id)| (id, at)).collect();
        let nearest = |words: &str| folded(words).split_whitespace().rev().map(str::to_owned).collect::<Vec<_>>();
        self.review.sort(|rows| match order {
            Order::Text => rows.sort_by_cached_key(|row| (place.get(&row.article).copied(), row.span)),
            Order::Left => rows.sort_by_cached_key(|row| nearest(&row.before)),
            Order::Right => rows.sort_by_cached_key(|row| folded(row.after.trim_start())),
        });
    }
}
