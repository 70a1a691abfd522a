//! Defines [`Session`]: the open set, the place in it, its history, and what can be read off them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::cursor::expand::Widened;
use super::cursor::selection::Selection;
use super::derived::contradictory_marks::TwoWays;
use super::derived::open_list::OpenList;
use super::derived::open_points::Tally;
use super::derived::survey::Survey;
use super::editor::ids::IdSource;
use super::editor::safety::{Safety, Store};
use super::editor::saving::{SaveState, Saving};
use super::editor::step::Gesture;
use super::input::action::Action;
use super::input::keymap::Keymap;
use super::input::notice::{Notice, Severity};
use super::input::now::Now;
use super::register::mention_words::MentionWords;
use super::review::Review;
use super::set::links::End;
use super::suggestions::state::Suggestions;
use crate::edit::{Entry, History};
use crate::jobs::search_names::Job;
use crate::model::{ActorId, Annotation, AnnotationId, Annotator, Article, ArticleId, Document, Layer, LinkKind, Timestamp};
use crate::suggest::Lexicons;

/// Whether the set may be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    ReadWrite,
    /// With the reason, in words.
    ReadOnly(String),
    /// Only these people have annotated here, and who annotates now is not known: nothing may be changed before that is
    /// answered by [`super::Command::AnnotateAs`]. Meanwhile the annotations of the session's annotator are shown.
    Asks(Vec<Annotator>),
}

impl Access {
    /// Whether the set can be changed now.
    #[must_use]
    pub fn permits_changes(&self) -> bool {
        *self == Self::ReadWrite
    }

    /// Whether the set's files are kept by this window, so that what is unsaved must be saved before it closes.
    #[must_use]
    pub fn keeps_files(&self) -> bool {
        !matches!(self, Self::ReadOnly(_))
    }
}

/// An open set with a person before it. Everything is read through it; only [`Session::dispatch`] changes it.
#[derive(Debug)]
pub struct Session {
    pub(super) document: Arc<Document>,
    pub(super) annotator: Annotator,
    pub(super) access: Access,
    /// See [`Session::asks_who`].
    pub(super) asked: u64,
    pub(super) history: History,
    pub(super) article: Option<ArticleId>,
    pub(super) selection: Selection,
    pub(super) current: Option<AnnotationId>,
    /// The annotation that was selected last: what a further fragment joins.
    pub(super) last: Option<AnnotationId>,
    /// The annotation that was marked or answered by the command before: a digit may still change the answer.
    pub(super) answering: Option<AnnotationId>,
    /// Where the caret was in articles that were left.
    pub(super) carets: BTreeMap<ArticleId, Selection>,
    /// The suggestions of the open article.
    pub(super) suggestions: Suggestions,
    /// By which they are found.
    pub(super) lexicons: Arc<Lexicons>,
    /// How the selection was widened, the last time at the end.
    pub(super) widened: Vec<Widened>,
    /// Whether quotation marks belong to the quotation when it is selected by key.
    pub(super) marks_in: bool,
    /// The actors chosen last, the newest first.
    pub(super) recent: Vec<ActorId>,
    /// The annotation that waits for the other end of a link.
    pub(super) held: Option<End>,
    /// The kind of the last link, which the next one gets if it fits.
    pub(super) link_kind: LinkKind,
    /// What can be read off the whole set.
    pub(super) survey: Survey,
    /// What is open in the open article.
    pub(super) here: OpenList,
    /// Whom the mentions of the open article name.
    pub(super) mention_words: RefCell<MentionWords>,
    /// The annotations by their words.
    pub(super) two_ways: RefCell<TwoWays>,
    /// How much the other articles leave open.
    pub(super) tally: Tally,
    /// For which revision, article and annotator `here` was made.
    pub(super) here_of: Option<(u64, ArticleId, Annotator)>,
    pub(super) review: Option<Review>,
    pub(super) searches: u64,
    /// The number of the last search, where its thread sees it.
    pub(super) newest: Arc<AtomicU64>,
    /// Searches that this dispatch began.
    pub(super) jobs: Vec<Job>,
    /// The keys that messages name.
    keys: Arc<Keymap>,
    pub(super) gesture: Option<Gesture>,
    /// The number of the draft whose command is being carried out.
    pub(super) draft: Option<u64>,
    pub(super) saving: Saving,
    pub(super) safety: Safety,
    /// The present, in milliseconds on the clock that never goes back.
    pub(super) ticks: u64,
    pub(super) notices: Vec<Notice>,
    pub(super) ids: IdSource,
    /// Entries for the journal that this dispatch made.
    pub(super) journal: Vec<Arc<Entry>>,
    /// Rises when the place in the text should come into view.
    pub(super) reveals: u64,
    /// Rises with every change of the document.
    pub(super) revision: u64,
}

/// What a session starts from.
#[derive(Debug)]
pub struct Start {
    pub document: Document,
    /// What earlier sessions did, so that it can be undone.
    pub history: History,
    pub annotator: Annotator,
    pub access: Access,
    /// Seed of the ids; take it from the clock or the system.
    pub seed: u64,
    /// The document holds edits from the journal that are not yet in the set's files.
    pub unsaved: bool,
}

impl Session {
    /// Opens the first article that is not done.
    #[must_use]
    pub fn new(start: Start, now: impl Into<Now>) -> Self {
        let ticks = now.into().ticks;
        let Start { document, history, annotator, access, seed, unsaved } = start;
        let annotator = document.namesake(&annotator).cloned().unwrap_or(annotator);
        let mut session = Self {
            document: Arc::new(document),
            annotator,
            asked: u64::from(matches!(access, Access::Asks(_))),
            access,
            history,
            article: None,
            selection: Selection::default(),
            current: None,
            last: None,
            answering: None,
            carets: BTreeMap::new(),
            suggestions: Suggestions::default(),
            lexicons: Arc::default(),
            widened: Vec::new(),
            marks_in: true,
            recent: Vec::new(),
            held: None,
            link_kind: LinkKind::SameStatement,
            survey: Survey::default(),
            here: OpenList::default(),
            mention_words: RefCell::default(),
            two_ways: RefCell::default(),
            tally: Tally::new(),
            here_of: None,
            review: None,
            searches: 0,
            newest: Arc::default(),
            jobs: Vec::new(),
            keys: Arc::default(),
            gesture: None,
            draft: None,
            saving: Saving::new(unsaved, ticks),
            safety: Safety::default(),
            ticks,
            notices: Vec::new(),
            ids: IdSource::new(seed),
            journal: Vec::new(),
            reveals: 0,
            revision: 1,
        };
        session.open_first();
        session.look_round();
        session
    }

    /// Whether quotation marks belong to the quotation when it is selected by key.
    pub fn marks_in(&self) -> bool {
        self.marks_in
    }

    /// Names these keys in messages from now on.
    pub fn use_keys(&mut self, keys: Arc<Keymap>) {
        self.keys = keys;
    }

    /// Finds suggestions by these lexicons from now on.
    pub fn use_lexicons(&mut self, lexicons: Arc<Lexicons>) {
        self.lexicons = lexicons;
        self.suggestions = Suggestions::default();
    }

    /// The key that a message names for an action.
    pub(super) fn key(&self, action: impl Into<Action>) -> String {
        self.keys.said(action)
    }

    /// The set, as it is now.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// The person who annotates.
    pub fn annotator(&self) -> &Annotator {
        &self.annotator
    }

    /// Whether the set may be changed.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The open article.
    pub fn article(&self) -> Option<&Arc<Article>> {
        self.document.article(self.article.as_ref()?)
    }

    /// What the annotator has done in the open article.
    pub fn layer(&self) -> Option<&Arc<Layer>> {
        self.document.layer(self.article.as_ref()?, &self.annotator)
    }

    /// Caret and selection in the open article.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// The selected annotation.
    pub fn current(&self) -> Option<&Arc<Annotation>> {
        self.layer()?.get(self.current.as_ref()?)
    }

    /// The annotation to which [`super::SessionAction::AddFragment`] would add the selection.
    pub fn joins(&self) -> Option<&Arc<Annotation>> {
        self.layer()?.get(self.last.as_ref()?)
    }

    /// What can be read off the whole set: counts, links, names.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Brings what is read off the set up to the document as it is now.
    pub(super) fn look_round(&mut self) {
        let Some(article) = self.article.clone() else {
            self.here = OpenList::default();
            self.here_of = None;
            return self.survey.update(&self.document);
        };
        let now = (self.revision, article.clone(), self.annotator.clone());
        if self.here_of.as_ref() != Some(&now) {
            self.survey.update(&self.document);
            self.update_open_list(&article);
            self.here_of = Some(now);
            self.sift_suggestions();
        }
    }

    /// The steps of every annotator.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What undo would take back: the annotator's newest step.
    pub fn next_undo(&self) -> Option<&str> {
        self.history.next_undo(&self.annotator).map(|step| step.name.as_str())
    }

    /// What redo would do again: the annotator's oldest undone step.
    pub fn next_redo(&self) -> Option<&str> {
        self.history.next_redo(&self.annotator).map(|step| step.name.as_str())
    }

    /// How far the files are behind.
    pub fn save_state(&self) -> &SaveState {
        self.saving.state()
    }

    /// Whether the set's files are being written.
    pub fn is_saving(&self) -> bool {
        self.saving.is_writing()
    }

    /// How many changes are on disk, and where.
    pub fn safety(&self) -> &Safety {
        &self.safety
    }

    /// Number of changes that are neither in the set's files nor in the journal.
    pub fn not_yet_safe(&self) -> u64 {
        self.safety.not_yet_safe()
    }

    /// When [`super::Command::Tick`] is due next, in milliseconds from `now`; `None` if nothing is waiting.
    pub fn wakes_in_ms(&self, now: impl Into<Now>) -> Option<u64> {
        let now = now.into().ticks;
        let notice = self
            .notices
            .iter()
            .filter(|n| n.severity == Severity::Info)
            .map(|n| Notice::SHOWN_MS.saturating_sub(now.saturating_sub(n.ticks)));
        self.saving.due_in_ms(now).into_iter().chain(notice).min()
    }

    /// What a person should know, oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Rises when the place in the text should come into view.
    pub fn reveals(&self) -> u64 {
        self.reveals
    }

    /// Rises with every change of the document.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The articles in the order in which they came into the set.
    #[must_use]
    pub fn reading_order(&self) -> Vec<&Arc<Article>> {
        let mut articles: Vec<_> = self.document.articles.values().collect();
        articles.sort_by(|a, b| a.arrival().cmp(&b.arrival()));
        articles
    }

    /// The annotations at the caret, the shortest first: the order in which the caret cycles.
    #[must_use]
    pub fn at_caret(&self) -> Vec<&Arc<Annotation>> {
        let at = self.selection.head;
        let Some(layer) = self.layer() else { return Vec::new() };
        let mut here: Vec<_> = layer.touching(at, at).filter(|a| a.touches(at)).collect();
        here.sort_by_key(|a| (a.end().0 - a.start().0, a.label));
        here
    }

    /// Shows a notice.
    pub(super) fn notify(&mut self, severity: Severity, text: impl Into<String>, now: Timestamp) {
        let text = text.into();
        self.notices.retain(|n| n.text != text && !(severity == Severity::Info && n.severity == Severity::Info));
        self.notices.push(Notice { severity, text, at: now, ticks: self.ticks, cause: None });
    }

    /// Shows that a store cannot be written, in the place of what was last said of it.
    pub(super) fn notify_failure(&mut self, store: Store, text: String, now: Timestamp) {
        self.notices.retain(|notice| notice.cause != Some(store));
        self.notices.push(Notice { severity: Severity::Error, text, at: now, ticks: self.ticks, cause: Some(store) });
    }

    /// Takes back that a store cannot be written.
    pub(super) fn notify_success(&mut self, store: Store) {
        self.notices.retain(|notice| notice.cause != Some(store));
    }

    /// Takes away what was said, but not what still holds.
    pub(super) fn dismiss_notices(&mut self) {
        self.notices.retain(|notice| notice.cause.is_some());
    }
}
