//! Defines [`Session`]: the open set, the place in it, and what is derived from them. Each part owns its state.

use std::sync::Arc;

use super::cursor::Cursor;
use super::cursor::selection::Selection;
use super::defaults::Defaults;
use super::derived::Derived;
use super::derived::survey::Survey;
use super::editor::Editor;
pub use super::editor::access::Access;
use super::editor::safety::Safety;
use super::editor::saving::SaveState;
pub use super::editor::start::Start;
use super::input::action::Action;
use super::input::keymap::Keymap;
use super::input::notice::{Message, Notice};
use super::input::notices::Notices;
use super::input::now::Now;
use super::review::list::ReviewList;
use super::suggestions::Suggestions;
use crate::edit::History;
use crate::model::{Annotation, Annotator, Article, Document, Layer, Timestamp};
use crate::suggest::Lexicons;

/// An open set with a person working on it. Everything is read through it; only [`Session::dispatch`] changes it.
#[derive(Debug)]
pub struct Session {
    /// The document, its history, and how far both are on disk.
    pub(super) editor: Editor,
    /// The open article and the place in it.
    pub(super) cursor: Cursor,
    /// The suggestions of the open article.
    pub(super) suggestions: Suggestions,
    /// Lists of proposals to look through.
    pub(super) review: ReviewList,
    /// Counts and open questions.
    pub(super) derived: Derived,
    /// What the next action starts from.
    pub(super) defaults: Defaults,
    /// The messages that are shown, and the clock.
    pub(super) notices: Notices,
}

impl Session {
    /// Opens the first article that is not done.
    #[must_use]
    pub fn new(start: Start, now: impl Into<Now>) -> Self {
        let ticks = now.into().ticks;
        let mut session = Self {
            editor: Editor::new(start, ticks),
            cursor: Cursor::default(),
            suggestions: Suggestions::default(),
            review: ReviewList::default(),
            derived: Derived::default(),
            defaults: Defaults::default(),
            notices: Notices::new(ticks),
        };
        session.open_first();
        session.update_derived();
        session
    }

    /// Whether quotation marks are part of a quotation that is selected by key.
    pub fn marks_in(&self) -> bool {
        self.defaults.marks_in()
    }

    /// Names these keys in messages from now on.
    pub fn use_keys(&mut self, keys: Arc<Keymap>) {
        self.defaults.set_keys(keys);
    }

    /// Finds suggestions by these lexicons from now on.
    pub fn use_lexicons(&mut self, lexicons: Arc<Lexicons>) {
        self.suggestions.use_lexicons(lexicons);
    }

    /// The key of an action, as messages write it.
    pub(super) fn key(&self, action: impl Into<Action>) -> String {
        self.defaults.key(action.into())
    }

    /// The set, as it is now.
    pub fn document(&self) -> &Arc<Document> {
        self.editor.document()
    }

    /// The person who annotates.
    pub fn annotator(&self) -> &Annotator {
        self.editor.annotator()
    }

    /// Whether the set may be changed.
    pub fn access(&self) -> &Access {
        self.editor.access()
    }

    /// The open article.
    pub fn article(&self) -> Option<&Arc<Article>> {
        self.document().article(self.cursor.article()?)
    }

    /// The annotator's layer of the open article; `None` if it is untouched.
    pub fn layer(&self) -> Option<&Arc<Layer>> {
        self.editor.layer(self.cursor.article()?)
    }

    /// Caret and selection in the open article.
    pub fn selection(&self) -> Selection {
        self.cursor.selection()
    }

    /// The selected annotation.
    pub fn current(&self) -> Option<&Arc<Annotation>> {
        self.layer()?.get(self.cursor.current()?)
    }

    /// The annotation to which [`super::SessionAction::AddFragment`] would add the selection.
    pub fn joins(&self) -> Option<&Arc<Annotation>> {
        self.layer()?.get(self.cursor.last()?)
    }

    /// Aggregates over the whole set: counts, links, names.
    pub fn survey(&self) -> &Survey {
        self.derived.survey()
    }

    /// Updates everything that is derived from the document.
    pub(super) fn update_derived(&mut self) {
        let (document, article) = (self.editor.document(), self.cursor.article());
        if self.derived.update(document, self.editor.revision(), article, self.editor.annotator()) {
            self.sift_suggestions();
        }
    }

    /// The steps of every annotator.
    pub fn history(&self) -> &History {
        self.editor.history()
    }

    /// The name of the annotator's newest step, which undo takes back.
    pub fn next_undo(&self) -> Option<&str> {
        self.history().next_undo(self.annotator()).map(|step| step.name.as_str())
    }

    /// The name of the annotator's oldest undone step, which redo applies again.
    pub fn next_redo(&self) -> Option<&str> {
        self.history().next_redo(self.annotator()).map(|step| step.name.as_str())
    }

    /// Whether everything is in the set's files.
    pub fn save_state(&self) -> &SaveState {
        self.editor.saving().state()
    }

    /// Whether the set's files are being written.
    pub fn is_saving(&self) -> bool {
        self.editor.saving().is_writing()
    }

    /// How many changes are on disk, and where.
    pub fn safety(&self) -> &Safety {
        self.editor.safety()
    }

    /// Number of changes that are neither in the set's files nor in the journal.
    pub fn not_yet_safe(&self) -> u64 {
        self.safety().not_yet_safe()
    }

    /// When [`super::Command::Tick`] is due next, in milliseconds from `now`; `None` if nothing is waiting.
    pub fn wakes_in_ms(&self, now: impl Into<Now>) -> Option<u64> {
        let now = now.into().ticks;
        self.editor.saving().due_in_ms(now).into_iter().chain(self.notices.expires_in_ms(now)).min()
    }

    /// The messages that are shown, oldest first.
    pub fn notices(&self) -> &[Notice] {
        self.notices.list()
    }

    /// Incremented to request that the caret be scrolled into view.
    pub fn reveals(&self) -> u64 {
        self.cursor.reveals()
    }

    /// Incremented with every change of the document.
    pub fn revision(&self) -> u64 {
        self.editor.revision()
    }

    /// The articles in the order in which they were added to the set.
    #[must_use]
    pub fn reading_order(&self) -> Vec<&Arc<Article>> {
        let mut articles: Vec<_> = self.document().articles.values().collect();
        articles.sort_by(|a, b| a.arrival().cmp(&b.arrival()));
        articles
    }

    /// The annotations at the caret, the shortest first: the order in which the caret cycles.
    #[must_use]
    pub fn at_caret(&self) -> Vec<&Arc<Annotation>> {
        let at = self.selection().head;
        let Some(layer) = self.layer() else { return Vec::new() };
        let mut here: Vec<_> = layer.touching(at, at).filter(|a| a.touches(at)).collect();
        here.sort_by_key(|a| (a.end().0 - a.start().0, a.label));
        here
    }

    /// Shows a message.
    pub(super) fn say(&mut self, message: Message, now: Timestamp) {
        self.notices.show(message, now);
    }
}
