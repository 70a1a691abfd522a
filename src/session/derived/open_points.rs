//! Counts what each article of the set leaves open, from the moment it is loaded; each is counted anew when it has changed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::questions::{kinds_of, unmarked};
use crate::jobs::quotations::{Quotations, QuotationsFound, QuotationsJob};
use crate::model::{Article, ArticleId, Layer};
use crate::session::state::Session;
use crate::text::Text;

/// What was counted, and what is known for it.
#[derive(Debug, Default)]
pub(in crate::session) struct Tally {
    /// The quotation marks of texts that were looked at; an article removed may come back with another text.
    quotations: RefCell<HashMap<ArticleId, (Text, Arc<Quotations>)>>,
    counted: RefCell<HashMap<ArticleId, Counted>>,
    /// Articles whose quotation marks are still to be looked for; the last come first.
    waiting: Vec<Arc<Article>>,
    /// Some are being looked for.
    looking: bool,
    /// Articles have come or gone since `waiting` was made.
    stale: bool,
    /// Rises with all that becomes known.
    revision: u64,
}

/// What an article leaves open, links aside, and from what this was counted.
#[derive(Debug)]
struct Counted {
    layer: Option<Arc<Layer>>,
    article: Arc<Article>,
    quotations: Option<Arc<Quotations>>,
    count: usize,
}

impl Tally {
    pub(in crate::session) fn new() -> Self {
        Self { stale: true, ..Self::default() }
    }

    /// Has the articles looked through again for such as were not read yet.
    pub(in crate::session) fn articles_changed(&mut self) {
        self.stale = true;
    }

    fn known(&self, article: &Article) -> Option<Arc<Quotations>> {
        let quotations = self.quotations.borrow();
        quotations.get(&article.id).filter(|(text, _)| *text == article.text).map(|(_, found)| Arc::clone(found))
    }

    fn learn(&self, article: ArticleId, text: Text, found: Arc<Quotations>) {
        self.quotations.borrow_mut().insert(article, (text, found));
    }
}

impl Counted {
    fn new(layer: Option<&Arc<Layer>>, article: &Arc<Article>, quotations: Option<Arc<Quotations>>) -> Self {
        let annotations = || layer.into_iter().flat_map(|layer| layer.annotations());
        let of_annotations: usize = annotations().map(|annotation| kinds_of(annotation, article).count()).sum();
        let of_marks = quotations.as_ref().map_or(0, |found| {
            let in_layer = layer.map(Arc::as_ref);
            unmarked(&found.speech, article, in_layer).count() + unmarked(&found.unbalanced, article, in_layer).count()
        });
        Self {
            count: of_annotations + layer.map_or(0, |layer| layer.lost.len()) + of_marks,
            layer: layer.cloned(),
            article: Arc::clone(article),
            quotations,
        }
    }

    fn holds(&self, layer: Option<&Arc<Layer>>, article: &Arc<Article>, quotations: Option<&Arc<Quotations>>) -> bool {
        self.layer.as_ref().map(Arc::as_ptr) == layer.map(Arc::as_ptr)
            && Arc::ptr_eq(&self.article, article)
            && self.quotations.as_ref().map(Arc::as_ptr) == quotations.map(Arc::as_ptr)
    }
}

impl Session {
    /// How many questions an article leaves open.
    ///
    /// Of an article that was just loaded quotation marks that nobody marked count as soon as they were looked for.
    #[must_use]
    pub fn open_count(&self, article: &ArticleId) -> usize {
        if self.article.as_ref() == Some(article) {
            return self.here.len();
        }
        let Some(held) = self.document.article(article) else { return 0 };
        let layer = self.document.layer(article, &self.annotator);
        let quotations = self.tally.known(held);
        let mut all = self.tally.counted.borrow_mut();
        if !all.get(article).is_some_and(|counted| counted.holds(layer, held, quotations.as_ref())) {
            all.insert(article.clone(), Counted::new(layer, held, quotations));
        }
        let Some(counted) = all.get(article) else { return 0 };
        counted.count + self.survey.broken_in(article, &self.annotator).map_or(0, |broken| broken.len())
    }

    /// Whether an article may leave something open: what is counted says so, or not all is known of it.
    pub(in crate::session) fn may_be_open(&self, article: &ArticleId) -> bool {
        self.open_count(article) > 0 || self.document.article(article).is_some_and(|held| self.tally.known(held).is_none())
    }

    /// Rises when more is known about what articles leave open, without the document having changed.
    #[must_use]
    pub fn open_counts_revision(&self) -> u64 {
        self.tally.revision
    }

    /// The quotation marks of an article, looked for once.
    pub(in crate::session) fn quotations(&self, article: &ArticleId) -> Arc<Quotations> {
        let Some(held) = self.document.article(article) else { return Arc::default() };
        self.tally.known(held).unwrap_or_else(|| {
            let found = Arc::new(Quotations::of(&held.text));
            self.tally.learn(article.clone(), held.text.clone(), Arc::clone(&found));
            found
        })
    }

    /// Has the quotation marks of the next articles looked for, unless some are being looked for already.
    pub(in crate::session) fn ask_for_quotations(&mut self) -> Option<QuotationsJob> {
        if std::mem::take(&mut self.tally.stale) {
            let unread = self.reading_order().into_iter().rev().filter(|held| self.tally.known(held).is_none());
            self.tally.waiting = unread.cloned().collect();
            let there = |id: &ArticleId| self.document.article(id).is_some();
            self.tally.counted.borrow_mut().retain(|id, _| there(id));
            self.tally.quotations.borrow_mut().retain(|id, _| there(id));
        }
        if self.tally.looking {
            return None;
        }
        let job = QuotationsJob::next(&mut self.tally.waiting)?;
        self.tally.looking = true;
        Some(job)
    }

    pub(in crate::session) fn quotations_found(&mut self, found: QuotationsFound) {
        for (article, text, quotations) in found.0 {
            self.tally.learn(article, text, Arc::new(quotations));
        }
        self.tally.looking = false;
        self.tally.revision += 1;
    }
}
