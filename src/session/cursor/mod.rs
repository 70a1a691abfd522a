//! Where the annotator works: the open article, the caret, the selection and the selected annotation.

pub mod caret;
pub mod caret_step;
pub mod expand;
pub mod implied_span;
pub mod join_fragments;
pub mod move_edge;
pub mod selection;
pub(super) mod widened;

use std::collections::BTreeMap;

use crate::model::{AnnotationId, ArticleId};
use crate::text::ByteOffset;
use selection::Selection;
use widened::Widened;

/// The open article and the place in it.
#[derive(Debug, Default)]
pub struct Cursor {
    article: Option<ArticleId>,
    selection: Selection,
    /// The selected annotation.
    current: Option<AnnotationId>,
    /// The annotation that was selected last: the one that a further fragment joins.
    last: Option<AnnotationId>,
    /// The annotation that the previous command marked or answered: a digit may still change its answer.
    answering: Option<AnnotationId>,
    /// Where the caret was in articles that were left.
    carets: BTreeMap<ArticleId, Selection>,
    /// How the selection was widened, the last step at the end.
    widened: Vec<Widened>,
    /// Incremented to request that the caret be scrolled into view.
    reveals: u64,
}

impl Cursor {
    /// The open article.
    #[must_use]
    pub fn article(&self) -> Option<&ArticleId> {
        self.article.as_ref()
    }

    #[must_use]
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// The selected annotation. It may have been deleted since.
    #[must_use]
    pub fn current(&self) -> Option<&AnnotationId> {
        self.current.as_ref()
    }

    /// The annotation that was selected last. It may have been deleted since.
    #[must_use]
    pub fn last(&self) -> Option<&AnnotationId> {
        self.last.as_ref()
    }

    /// The annotation whose answer a digit may still change.
    #[must_use]
    pub fn answering(&self) -> Option<&AnnotationId> {
        self.answering.as_ref()
    }

    /// Incremented to request that the caret be scrolled into view.
    #[must_use]
    pub fn reveals(&self) -> u64 {
        self.reveals
    }

    /// Opens an article where it was left, with no annotation selected.
    pub fn open(&mut self, article: ArticleId) {
        if let Some(left) = self.article.take() {
            self.carets.insert(left, self.selection);
        }
        self.selection = self.carets.get(&article).copied().unwrap_or_default();
        self.current = None;
        self.article = Some(article);
        self.reveal();
    }

    /// Leaves the open article without remembering the place in it.
    pub fn close(&mut self) {
        self.article = None;
        self.current = None;
        self.selection = Selection::default();
    }

    pub fn set_selection(&mut self, selection: Selection) {
        self.selection = selection;
    }

    /// Puts the caret at `at`, with nothing selected.
    pub fn put_caret(&mut self, at: ByteOffset) {
        self.selection = Selection::caret(at);
    }

    /// Selects an annotation of the open article; the caret is put at `at`.
    pub fn select(&mut self, id: AnnotationId, at: ByteOffset) {
        self.put_caret(at);
        self.last = Some(id.clone());
        self.current = Some(id);
        self.reveal();
    }

    /// Selects an annotation without moving the caret.
    pub fn keep_selected(&mut self, id: AnnotationId) {
        self.current = Some(id);
        self.reveal();
    }

    /// Selects no annotation.
    pub fn deselect(&mut self) {
        self.current = None;
    }

    /// Makes this the annotation that a further fragment joins.
    pub fn set_last(&mut self, id: AnnotationId) {
        self.last = Some(id);
    }

    /// Lets digits change the answer of this annotation until another command comes.
    pub fn answer(&mut self, id: AnnotationId) {
        self.answering = Some(id);
    }

    pub fn stop_answering(&mut self) {
        self.answering = None;
    }

    /// Requests that the caret be scrolled into view.
    pub fn reveal(&mut self) {
        self.reveals += 1;
    }

    /// Selects no annotation and joins none: the annotations shown are another annotator's.
    pub fn forget_annotations(&mut self) {
        self.current = None;
        self.last = None;
    }
}
