//! Defines [`OpenView`]: the state of the To do tab between frames.

use std::sync::{Arc, Weak};

use super::rows::{Expanded, OfSet, Row, made};
use crate::gui::widgets::virtual_list::VirtualList;
use crate::model::{Annotator, ArticleId, Document};
use crate::session::{BatchState, OpenQuestion, Session};

/// The input from which rows are built.
type RowsOf = (Weak<Document>, u64, Option<ArticleId>, Expanded);

/// The state of the To do tab between frames.
#[derive(Debug, Default)]
pub struct OpenView {
    /// The groups that are expanded.
    pub(super) expanded: Expanded,
    /// Weak, so that keeping it does not force the next edit to copy the set.
    set_of: Option<(Weak<Document>, Annotator)>,
    pub(super) set: Vec<OpenQuestion>,
    pub(super) batches: Vec<BatchState>,
    /// Other articles with open questions.
    pub(super) others: Vec<(ArticleId, usize)>,
    /// The document, revision of counts, article and expanded groups for which the rows were built.
    rows_of: Option<RowsOf>,
    pub(super) rows: Vec<Row>,
    pub(super) list: VirtualList,
    pub(super) cursor: usize,
}

impl OpenView {
    /// Updates the questions if the set has changed and nobody is typing; then builds the rows.
    pub(super) fn update(&mut self, session: &Session, typing: bool) {
        let document = session.document();
        let is = |of: &Weak<Document>| std::ptr::eq(of.as_ptr(), Arc::as_ptr(document));
        let stale = !self.set_of.as_ref().is_some_and(|(of, by)| is(of) && by == session.annotator());
        if stale && !(typing && self.set_of.is_some()) {
            self.set = session.set_questions();
            self.batches = session.batches();
            self.set_of = Some((Arc::downgrade(document), session.annotator().clone()));
            self.rows_of = None;
        }
        let article = session.article().map(|article| article.id.clone());
        let known = session.open_counts_revision();
        let fresh =
            |(of, counts, held, expanded): &RowsOf| is(of) && *counts == known && *held == article && *expanded == self.expanded;
        if self.rows_of.as_ref().is_some_and(fresh) {
            return;
        }
        let order = session.reading_order().into_iter().filter(|held| Some(&held.id) != article.as_ref());
        let counted = order.map(|held| (held.id.clone(), session.open_count(&held.id)));
        self.others = counted.filter(|(_, count)| *count > 0).collect();
        let set = OfSet { questions: &self.set, others: &self.others, batches: &self.batches };
        self.rows = made(session, &self.expanded, set);
        self.rows_of = Some((Arc::downgrade(document), known, article, self.expanded.clone()));
        self.list.rows_changed();
    }
}
