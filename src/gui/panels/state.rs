//! Defines [`PanelsView`]: the state of the panels between frames, lost when the window closes.

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

/// The state of the panels between frames.
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

/// Number of annotators of the set, counted once for each change of the set.
#[derive(Debug, Default)]
pub struct AnnotatorCount {
    /// Weak, so that keeping it does not force the next edit to copy the set.
    of: Weak<Document>,
    count: usize,
}

impl AnnotatorCount {
    /// The number of annotators, counted again if the set has changed.
    pub fn of(&mut self, document: &Arc<Document>) -> usize {
        if !std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(document)) {
            self.count = document.annotators().len();
            self.of = Arc::downgrade(document);
        }
        self.count
    }
}
