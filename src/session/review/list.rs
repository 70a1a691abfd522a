//! Defines [`Review`], a list of proposals with ticks, and [`ReviewList`], the one that is open and the searches that fill it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::jobs::purpose::Purpose;
use crate::jobs::row::Named;
use crate::jobs::row::Row;
use crate::jobs::search_names::Job;
use crate::jobs::search_text::Query;
use crate::model::{Annotator, ArticleId, Document};

/// Proposals to look through, each with a tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub purpose: Purpose,
    pub rows: Vec<Row>,
    /// Articles searched so far, and of how many; `None` once all are.
    pub progress: Option<(usize, usize)>,
    /// Number of the search that fills the list.
    pub number: u64,
    /// The row whose tick was copied to the other rows of its name, as long as no other tick followed.
    spread: Option<usize>,
}

impl Review {
    /// Number of rows with a tick.
    #[must_use]
    pub fn ticked(&self) -> usize {
        self.ticked_rows().count()
    }

    /// The rows with a tick.
    pub fn ticked_rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.ticked)
    }

    /// What was searched for; `None` if the list is not a search for words.
    #[must_use]
    pub fn query(&self) -> Option<&Query> {
        if let Purpose::Search(query) = &self.purpose { Some(query) } else { None }
    }
}

/// The open review, if there is one, and the searches that fill it.
#[derive(Debug, Default)]
pub struct ReviewList {
    open: Option<Review>,
    /// Number of searches so far.
    searches: u64,
    /// The number of the last search, shared with its thread, which stops if it is not the last any more.
    newest: Arc<AtomicU64>,
    /// Searches that are not yet handed out.
    jobs: Vec<Job>,
}

impl ReviewList {
    #[must_use]
    pub fn open(&self) -> Option<&Review> {
        self.open.as_ref()
    }

    pub fn close(&mut self) {
        self.open = None;
    }

    /// Closes a list of annotations that were found: it may no longer show what the document contains.
    pub fn close_stale(&mut self) {
        self.open.take_if(|review| review.query().is_some_and(Query::is_of_annotations));
    }

    /// Opens a list with these rows.
    pub fn show(&mut self, purpose: Purpose, rows: Vec<Row>) {
        self.searches += 1;
        self.open = Some(Review { purpose, rows, progress: None, number: self.searches, spread: None });
    }

    /// Opens an empty list, and starts the search that fills it.
    pub fn search(
        &mut self,
        purpose: Purpose,
        words: Vec<String>,
        articles: Vec<ArticleId>,
        document: Arc<Document>,
        annotator: Annotator,
    ) {
        let total = articles.len();
        self.show(purpose.clone(), Vec::new());
        self.open.iter_mut().for_each(|review| review.progress = Some((0, total)));
        let number = self.searches;
        self.newest.store(number, Ordering::Relaxed);
        let newest = Arc::clone(&self.newest);
        self.jobs.push(Job { number, purpose, words, articles, document, annotator, newest });
    }

    /// Returns the searches started since the last call.
    pub fn take_jobs(&mut self) -> Vec<Job> {
        std::mem::take(&mut self.jobs)
    }

    /// Adds what a search found; rows of a search that is not the last are dropped. If the search has ended and found
    /// nothing at all, closes the list and returns what it was for.
    pub fn receive(&mut self, number: u64, rows: Vec<Row>, progress: Option<(usize, usize)>) -> Option<Purpose> {
        let review = self.open.as_mut().filter(|review| review.number == number)?;
        review.rows.extend(rows);
        review.progress = progress;
        self.open.take_if(|review| review.progress.is_none() && review.rows.is_empty()).map(|review| review.purpose)
    }

    /// Ticks a row or unticks it.
    ///
    /// A tick is copied to the other rows of the same name, since an actor is one decision. Unticking the same row directly
    /// afterwards unticks those too; unticking any other row unticks that row alone.
    pub fn tick(&mut self, at: usize, ticked: bool) {
        let Some(review) = self.open.as_mut() else { return };
        let Some(row) = review.rows.get_mut(at) else { return };
        row.ticked = ticked;
        let same = row.named.clone().map(|named| (named, row.words.clone()));
        let spreads = ticked || review.spread == Some(at);
        review.spread = ticked.then_some(at);
        let Some((named, words)) = same.filter(|_| spreads) else { return };
        for other in &mut review.rows {
            let is_new = matches!(named, Named::New(_));
            if other.named.as_ref() == Some(&named) && (is_new || other.words == words) {
                other.ticked = ticked;
            }
        }
    }

    /// Ticks or unticks all rows.
    pub fn tick_all(&mut self, ticked: bool) {
        let Some(review) = self.open.as_mut() else { return };
        review.spread = None;
        review.rows.iter_mut().for_each(|row| row.ticked = ticked);
    }

    /// Sorts the rows of the open list.
    pub fn sort(&mut self, sort: impl FnOnce(&mut Vec<Row>)) {
        if let Some(review) = self.open.as_mut() {
            sort(&mut review.rows);
        }
    }
}
