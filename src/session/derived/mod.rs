//! What is read from the document and updated with its revisions: counts, open questions, contradictory marks.

pub mod batch_index;
pub mod contradictory_marks;
pub mod counts;
pub mod layer_summary;
pub mod mention_words;
pub mod name_index;
pub mod open_list;
pub(super) mod open_points;
pub mod question;
pub mod questions;
pub mod survey;

use std::cell::RefCell;
use std::sync::Arc;

use crate::jobs::quotations::{Quotations, QuotationsFound, QuotationsJob};
use crate::model::{ActorId, Annotator, Article, ArticleId, Document, Layer};
use contradictory_marks::TwoWays;
use mention_words::MentionWords;
use open_list::OpenList;
use open_points::Tally;
use question::OpenQuestion;
use survey::Survey;

/// Aggregates over the document. They are updated where it has changed, and never change it.
#[derive(Debug, Default)]
pub struct Derived {
    /// Over the whole set.
    survey: Survey,
    /// The open questions of the open article.
    here: OpenList,
    /// Revision, article and annotator for which `here` was made.
    here_of: Option<(u64, ArticleId, Annotator)>,
    /// Whom the mentions of the open article name.
    mention_words: RefCell<MentionWords>,
    /// The annotations by their words.
    two_ways: RefCell<TwoWays>,
    /// Open questions of the other articles.
    tally: Tally,
}

impl Derived {
    #[must_use]
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// The open questions of the open article.
    #[must_use]
    pub fn here(&self) -> &OpenList {
        &self.here
    }

    /// Updates counts and open questions to this revision of the document. Returns whether there was anything to update.
    pub fn update(&mut self, document: &Document, revision: u64, article: Option<&ArticleId>, annotator: &Annotator) -> bool {
        let Some(article) = article else {
            self.here = OpenList::default();
            self.here_of = None;
            self.survey.update(document);
            return false;
        };
        let now = (revision, article.clone(), annotator.clone());
        if self.here_of.as_ref() == Some(&now) {
            return false;
        }
        self.survey.update(document);
        self.here_of = Some(now);
        let Some(held) = document.article(article) else {
            self.here = OpenList::default();
            return true;
        };
        let layer = document.layer(article, annotator).cloned().unwrap_or_default();
        let broken = self.survey.broken_in(article, annotator).cloned().unwrap_or_default();
        let quotations = self.tally.quotations(held);
        self.here.update(held, annotator, layer, broken, quotations);
        true
    }

    /// Number of open questions of an article that is not open, links included; see [`OpenList`] for the one that is.
    #[must_use]
    pub fn count_elsewhere(&self, article: &Arc<Article>, layer: Option<&Arc<Layer>>, annotator: &Annotator) -> usize {
        let broken = self.survey.broken_in(&article.id, annotator).map_or(0, |broken| broken.len());
        self.tally.count(article, layer) + broken
    }

    /// Whether the quotation marks of an article are known.
    #[must_use]
    pub fn knows_quotations(&self, article: &Article) -> bool {
        self.tally.known(article).is_some()
    }

    /// The quotation marks of an article; they are looked for if that was not done yet.
    #[must_use]
    pub fn quotations(&self, article: &Article) -> Arc<Quotations> {
        self.tally.quotations(article)
    }

    /// Whether the articles of this revision are those whose quotation marks are looked for.
    #[must_use]
    pub fn follows_articles(&self, articles_revision: u64) -> bool {
        self.tally.follows(articles_revision)
    }

    /// The next articles whose quotation marks are to be looked for; `None` if some are being looked for already, or none
    /// are left. `articles` are those of the set in reading order; they are used only if the revision is a new one.
    pub fn ask_for_quotations(
        &mut self,
        document: &Document,
        articles_revision: u64,
        articles: Vec<Arc<Article>>,
    ) -> Option<QuotationsJob> {
        if !self.follows_articles(articles_revision) {
            self.tally.follow(document, articles_revision, articles);
        }
        self.tally.next_job()
    }

    /// Takes in the quotation marks that were found.
    pub fn quotations_found(&mut self, found: QuotationsFound) {
        self.tally.found(found);
    }

    /// Incremented when more is known about open questions although the document has not changed.
    #[must_use]
    pub fn open_counts_revision(&self) -> u64 {
        self.tally.revision()
    }

    /// The actors that mentions in `layer` with these folded words name, sorted.
    #[must_use]
    pub fn mention_actors(&self, layer: &Arc<Layer>, words: &str) -> Vec<ActorId> {
        self.mention_words.borrow_mut().named(layer, words)
    }

    /// One question for each annotation after the first whose words an annotator marked differently before.
    #[must_use]
    pub fn contradictory_marks(&self, document: &Document, annotator: &Annotator) -> Vec<OpenQuestion> {
        self.two_ways.borrow_mut().questions(document, annotator)
    }
}
