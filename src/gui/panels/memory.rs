//! Defines [`PanelsView`]: what the panels remember between frames. Forgotten when the window closes.

use std::sync::Arc;

use super::annotation_list::ListView;
use super::article_facts::Facts;
use super::article_tab::DateDraft;
use super::articles::ArticlesView;
use crate::model::Document;

/// What the panels remember between frames.
#[derive(Debug, Default)]
pub struct PanelsView {
    pub articles: ArticlesView,
    pub list: ListView,
    pub facts: Facts,
    pub date: DateDraft,
    pub annotators: AnnotatorCount,
    pub keys_filter: String,
}

/// Number of people who have annotated, counted once a change of the set.
#[derive(Debug, Default)]
pub struct AnnotatorCount {
    of: Option<Arc<Document>>,
    count: usize,
}

impl AnnotatorCount {
    /// Counts when the set is another than last time.
    pub fn of(&mut self, document: &Arc<Document>) -> usize {
        let before = self.of.replace(Arc::clone(document));
        let same = |before: &Arc<Document>| Arc::ptr_eq(before, document) || before.layers.keys().eq(document.layers.keys());
        if !before.as_ref().is_some_and(same) {
            self.count = document.annotators().len();
        }
        self.count
    }
}
