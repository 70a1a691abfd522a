//! The document, its history and what is safe on disk. Only [`Editor`] changes the document.

pub mod access;
mod annotator;
pub(super) mod carry_out;
mod dependents;
pub mod gesture;
pub mod ids;
pub mod plan;
pub mod run;
pub mod safety;
pub mod saving;
pub mod start;
mod undo;

use std::sync::Arc;

use crate::edit::{Entry, History};
use crate::model::{Annotator, ArticleId, Document, Layer};
use access::Access;
use gesture::{Gesture, GestureKind};
use ids::IdSource;
use safety::{Safety, Store};
use saving::Saving;
use start::Start;

/// The document of a session, who changes it, and how far the changes are on disk.
#[derive(Debug)]
pub struct Editor {
    document: Arc<Document>,
    annotator: Annotator,
    access: Access,
    /// How often it was asked who annotates.
    asked: u64,
    history: History,
    gesture: Option<Gesture>,
    /// Number of the draft whose command is being carried out.
    draft: Option<u64>,
    /// Entries that are not yet handed out to the journal.
    journal: Vec<Arc<Entry>>,
    /// Incremented with every change of the document.
    revision: u64,
    /// Incremented when articles are added to the set or removed.
    articles_revision: u64,
    saving: Saving,
    safety: Safety,
    ids: IdSource,
}

impl Editor {
    /// `ticks` is the time on the clock that never goes back, in milliseconds.
    #[must_use]
    pub fn new(start: Start, ticks: u64) -> Self {
        let Start { document, history, annotator, access, seed, unsaved } = start;
        let annotator = document.namesake(&annotator).cloned().unwrap_or(annotator);
        Self {
            document: Arc::new(document),
            annotator,
            asked: u64::from(matches!(access, Access::Asks(_))),
            access,
            history,
            gesture: None,
            draft: None,
            journal: Vec::new(),
            revision: 1,
            articles_revision: 1,
            saving: Saving::new(unsaved, ticks),
            safety: Safety::default(),
            ids: IdSource::new(seed),
        }
    }

    #[must_use]
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    #[must_use]
    pub fn annotator(&self) -> &Annotator {
        &self.annotator
    }

    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// How often it was asked who annotates.
    #[must_use]
    pub fn asked(&self) -> u64 {
        self.asked
    }

    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Incremented with every change of the document.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Incremented when articles are added to the set or removed.
    #[must_use]
    pub fn articles_revision(&self) -> u64 {
        self.articles_revision
    }

    #[must_use]
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    #[must_use]
    pub fn safety(&self) -> &Safety {
        &self.safety
    }

    #[must_use]
    pub fn ids(&self) -> &IdSource {
        &self.ids
    }

    /// The annotator's own layer of an article.
    #[must_use]
    pub fn layer(&self, article: &ArticleId) -> Option<&Arc<Layer>> {
        self.document.layer(article, &self.annotator)
    }

    /// Sets the annotator, which answers [`Access::Asks`]. Returns whether it is a different person than before.
    ///
    /// If the set has an annotator whose name differs only in case, that name is used.
    pub fn annotate_as(&mut self, annotator: Annotator) -> bool {
        let annotator = self.document.namesake(&annotator).cloned().unwrap_or(annotator);
        if matches!(self.access, Access::Asks(_)) {
            self.access = Access::ReadWrite;
        }
        if self.annotator == annotator {
            return false;
        }
        self.annotator = annotator;
        self.end_gesture();
        true
    }

    /// Makes the next change a step of its own.
    pub fn end_gesture(&mut self) {
        self.gesture = None;
    }

    /// Lets changes of this kind continue the gesture of the last change, if there is one.
    pub fn continue_gesture_as(&mut self, kind: GestureKind) {
        if let Some(gesture) = &mut self.gesture {
            gesture.kind = kind;
        }
    }

    /// Makes all changes part of this draft until it is set to `None`.
    pub fn set_draft(&mut self, draft: Option<u64>) {
        self.draft = draft;
    }

    /// Returns the journal entries made since the last call, in order.
    pub fn take_journal(&mut self) -> Vec<Arc<Entry>> {
        std::mem::take(&mut self.journal)
    }

    /// Starts a save. Returns what to write, or `None` if nothing is waiting or a save is running.
    pub fn begin_save(&mut self) -> Option<(Arc<Document>, u64)> {
        let begun = self.saving.begin(self.revision, self.safety.made());
        begun.then(|| (Arc::clone(&self.document), self.revision))
    }

    /// Ends the save of `revision`. Returns whether that save was running.
    pub fn saved(&mut self, revision: u64) -> bool {
        let Some(entries) = self.saving.saved(revision) else { return false };
        self.safety.saved(entries);
        true
    }

    /// Ends the running save, which failed for this reason.
    pub fn save_failed(&mut self, reason: String, ticks: u64) {
        self.saving.failed(reason, ticks);
    }

    /// Notes that the journal has this many entries of the session on disk.
    pub fn journaled(&mut self, entries: u64) {
        self.safety.journaled(entries);
    }

    /// Notes that the journal could not be written.
    pub fn journal_failed(&mut self, reason: String) {
        self.safety.journal_failed(reason);
    }

    /// Notes which disk does not answer; `None` if both do.
    pub fn set_silent(&mut self, store: Option<Store>) {
        self.safety.answers(store);
    }
}
