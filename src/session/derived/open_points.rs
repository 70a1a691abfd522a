//! Counts the open questions of each article of the set; an article is counted again when it has changed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::question::{kinds_of, unmarked};
use crate::jobs::quotations::{Quotations, QuotationsFound, QuotationsJob};
use crate::model::{Article, ArticleId, Document, Layer};
use crate::text::Text;

/// The counts, and the quotation marks that they need.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// The quotation marks by article, with the text in which they were found: an article can return with another text.
    quotations: RefCell<HashMap<ArticleId, (Text, Arc<Quotations>)>>,
    counted: RefCell<HashMap<ArticleId, Counted>>,
    /// Articles whose quotation marks are still to be looked for, the next one last.
    waiting: Vec<Arc<Article>>,
    /// Whether some are being looked for.
    looking: bool,
    /// The revision of the set's articles for which `waiting` was made.
    articles_revision: u64,
    /// Incremented when quotation marks become known.
    revision: u64,
}

/// Number of open questions of an article, broken links left out, and from what it was counted.
#[derive(Debug)]
struct Counted {
    layer: Option<Arc<Layer>>,
    article: Arc<Article>,
    quotations: Option<Arc<Quotations>>,
    count: usize,
}

impl Tally {
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// Number of open questions of an article, broken links left out. Quotation marks count only once they are known.
    pub(super) fn count(&self, article: &Arc<Article>, layer: Option<&Arc<Layer>>) -> usize {
        let quotations = self.known(article);
        let mut all = self.counted.borrow_mut();
        if let Some(counted) = all.get(&article.id).filter(|counted| counted.holds(layer, article, quotations.as_ref())) {
            return counted.count;
        }
        let counted = Counted::new(layer, article, quotations);
        let count = counted.count;
        all.insert(article.id.clone(), counted);
        count
    }

    /// The quotation marks of an article, looked for once.
    pub(super) fn quotations(&self, article: &Article) -> Arc<Quotations> {
        self.known(article).unwrap_or_else(|| {
            let found = Arc::new(Quotations::of(&article.text));
            self.learn(article.id.clone(), article.text.clone(), Arc::clone(&found));
            found
        })
    }

    pub(super) fn follows(&self, articles_revision: u64) -> bool {
        self.articles_revision == articles_revision
    }

    /// Has these articles, which are in reading order, looked through, and forgets those that are gone.
    pub(super) fn follow(&mut self, document: &Document, articles_revision: u64, articles: Vec<Arc<Article>>) {
        self.articles_revision = articles_revision;
        self.waiting = articles.into_iter().rev().filter(|article| self.known(article).is_none()).collect();
        let there = |id: &ArticleId| document.article(id).is_some();
        self.counted.borrow_mut().retain(|id, _| there(id));
        self.quotations.borrow_mut().retain(|id, _| there(id));
    }

    /// The next articles whose quotation marks are to be looked for; `None` if that is going on or none are left.
    pub(super) fn next_job(&mut self) -> Option<QuotationsJob> {
        if self.looking {
            return None;
        }
        let job = QuotationsJob::next(&mut self.waiting)?;
        self.looking = true;
        Some(job)
    }

    /// Takes in the quotation marks that were found.
    pub(super) fn found(&mut self, found: QuotationsFound) {
        for (article, text, quotations) in found.0 {
            self.learn(article, text, Arc::new(quotations));
        }
        self.looking = false;
        self.revision += 1;
    }

    /// The quotation marks of an article; `None` if they were not looked for yet.
    pub(super) fn known(&self, article: &Article) -> Option<Arc<Quotations>> {
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
