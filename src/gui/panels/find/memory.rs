//! Defines [`FindView`]: what is searched for, where in the hits the person is, and when to search again.

use egui::Ui;

use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::virtual_list::VirtualList;
use crate::model::{ActorId, ArticleId};
use crate::session::{Command, Order, Place, Purpose, Query, Review, Row, Session};
use crate::text::pattern::PatternError;

/// Seconds without typing after which the search begins by itself.
const PAUSE: f64 = 0.2;

/// What the search remembers between frames.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each remembers another thing of the last frame")]
pub struct FindView {
    pub(super) open: bool,
    pub(super) query: Query,
    pub(super) order: Order,
    /// Whether the field had the keyboard in the last frame.
    pub(super) typing: bool,
    /// What was wrong with the query that was last looked at.
    checked: Option<(Query, Option<PatternError>)>,
    /// When the pause after typing is over, in seconds.
    due: Option<f64>,
    /// What was searched for last, and in which article when only in one.
    sent: Option<(Query, Option<ArticleId>)>,
    sorted: bool,
    /// Whether there were hits in the last frame.
    had_rows: bool,
    pub(super) list: VirtualList,
    /// The row on which the keyboard is.
    pub(super) cursor: usize,
    /// The row that was last shown in its article.
    visited: Option<usize>,
    /// In how many articles there are hits, counted when their number changes.
    articles: (usize, usize),
}

/// The search that the session holds, if it is one.
#[must_use]
pub fn found(session: &Session) -> Option<(&Review, &Query)> {
    let review = session.review()?;
    if let Purpose::Search(query) = &review.purpose { Some((review, query)) } else { None }
}

impl FindView {
    /// Opens the search, for these words or for those of last time.
    pub fn begin(&mut self, words: Option<String>) {
        self.open = true;
        if let Some(words) = words {
            (self.query.words, self.query.regex) = (words, false);
        }
    }

    /// Closes it. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        (self.typing, self.due, self.sent, self.had_rows, self.visited) = (false, None, None, false, None);
        std::mem::take(&mut self.open)
    }

    /// Whether it is shown.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Whether its field has the keyboard.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.open && self.typing
    }

    /// Whether there are words to search for.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.query.words.trim().is_empty()
    }

    /// Searches only in what that actor says, or anywhere.
    pub fn set_speaker(&mut self, speaker: Option<ActorId>) {
        self.query.speaker = speaker;
    }

    /// Takes up a search that something else began.
    pub(super) fn adopt(&mut self, session: &Session, query: &Query) {
        self.open = true;
        self.query = query.clone();
        self.sent = Some(self.wanted(session));
    }

    /// Waits for the end of typing.
    pub(super) fn typed(&mut self, ui: &Ui) {
        self.due = Some(ui.input(|input| input.time) + PAUSE);
    }

    /// Waits no longer.
    pub(super) fn hurry(&mut self) {
        self.due = None;
    }

    /// What is wrong with the query, if it is not only empty.
    pub(super) fn error(&mut self) -> Option<String> {
        self.problem().filter(|error| *error != PatternError::Empty).map(|error| error.to_string())
    }

    fn problem(&mut self) -> Option<PatternError> {
        if let Some((query, error)) = &self.checked
            && *query == self.query
        {
            return error.clone();
        }
        let error = self.query.pattern().err();
        self.checked = Some((self.query.clone(), error.clone()));
        error
    }

    /// Whether what the session holds answers the query as it is now.
    pub(super) fn is_answered(&self, session: &Session) -> bool {
        self.sent.as_ref() == Some(&self.wanted(session))
    }

    fn wanted(&self, session: &Session) -> (Query, Option<ArticleId>) {
        let here = session.article().filter(|_| self.query.here).map(|article| article.id.clone());
        (self.query.clone(), here)
    }

    /// Searches when it is time to, sorts what was found, and forgets what no longer holds.
    pub(super) fn settle(&mut self, ui: &Ui, session: &Session, outbox: &mut Outbox) {
        self.query.speaker.take_if(|id| session.document().register.get(id).is_none());
        let review = found(session).map(|(review, _)| review);
        if self.problem().is_some() {
            if review.is_some() {
                outbox.send(Command::CloseReview);
            }
            (self.due, self.sent, self.had_rows) = (None, None, false);
            return;
        }
        let answered = self.is_answered(session);
        let now = ui.input(|input| input.time);
        if !answered && self.due.is_none_or(|due| due <= now) {
            (self.cursor, self.visited) = (0, None);
            self.list.reveal(0);
            return self.send(session, outbox);
        }
        if let Some(due) = self.due.filter(|_| !answered) {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(due - now));
        }
        let Some(review) = review else {
            // What was ticked was tagged, or another list took its place for a while: the hits are still there.
            if self.had_rows && answered {
                self.send(session, outbox);
            }
            return;
        };
        self.had_rows = !review.rows.is_empty();
        if review.progress.is_none() && !self.sorted && self.order != Order::Text {
            self.sort(self.order, outbox);
        }
    }

    fn send(&mut self, session: &Session, outbox: &mut Outbox) {
        (self.due, self.had_rows, self.sorted, self.articles) = (None, false, false, (0, 0));
        self.sent = Some(self.wanted(session));
        outbox.send(Command::Search(self.query.clone()));
    }

    /// Sorts the hits, those of later searches too.
    pub(super) fn sort(&mut self, order: Order, outbox: &mut Outbox) {
        (self.order, self.sorted) = (order, true);
        outbox.send(Command::SortReview(order));
    }

    /// In how many articles the hits are.
    pub(super) fn articles(&mut self, rows: &[Row]) -> usize {
        if self.articles.0 != rows.len() {
            let articles: std::collections::BTreeSet<_> = rows.iter().map(|row| &row.article).collect();
            self.articles = (rows.len(), articles.len());
        }
        self.articles.1
    }

    /// Shows the next hit, or the one before, round and round. Returns what leads there.
    pub fn step(&mut self, rows: &[Row], forward: bool) -> Option<Command> {
        let count = rows.len();
        let at = self.cursor.min(count.checked_sub(1)?);
        self.cursor = match (self.visited == Some(at), forward) {
            // The arrows were moved to a hit that was not shown yet.
            (false, true) => at,
            (true, true) => (at + 1) % count,
            (_, false) => (at + count - 1) % count,
        };
        self.list.reveal(self.cursor);
        self.visit(rows)
    }

    /// Shows the hit of the row on which the keyboard is.
    pub(super) fn visit(&mut self, rows: &[Row]) -> Option<Command> {
        let row = rows.get(self.cursor)?;
        self.visited = Some(self.cursor);
        let place = Place::Words(row.article.clone(), row.span);
        Some(Command::GoTo(place))
    }
}
