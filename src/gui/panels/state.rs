//! Defines [`PanelsView`]: what the panels remember between frames. Forgotten when the window closes.

use std::sync::{Arc, Weak};

use super::actors::ActorsView;
use super::annotation::annotation_list::ListView;
use super::article::article_tab::ArticleTabView;
use super::article::articles::ArticlesView;
use super::codebook::CodebookView;
use super::find::FindView;
use super::open_questions::OpenView;
use super::review::ReviewView;
use crate::model::Document;

/// What the panels remember between frames.
#[derive(Debug, Default)]
pub struct PanelsView {
    pub articles: ArticlesView,
    pub list: ListView,
    pub actors: ActorsView,
    pub open: OpenView,
    pub review: ReviewView,
    pub find: FindView,
    pub codebook: CodebookView,
    pub article: ArticleTabView,
    pub annotators: AnnotatorCount,
    pub keys_filter: String,
}

/// Number of people who have annotated, counted once a change of the set.
#[derive(Debug, Default)]
pub struct AnnotatorCount {
    /// Weak, so that what is shown does not make the next edit copy the set.
    of: Weak<Document>,
    count: usize,
}

impl AnnotatorCount {
    /// Counts when the set is another than last time.
    pub fn of(&mut self, document: &Arc<Document>) -> usize {
        if !std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(document)) {
            self.count = document.annotators().len();
            self.of = Arc::downgrade(document);
        }
        self.count
    }
}
