//! Defines [`FindView`]: the query, the current result, and when to search again.

use egui::Ui;

use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::virtual_list::VirtualList;
use crate::model::{ActorId, ArticleId};
use crate::session::{Command, Order, Place, Purpose, Query, Review, Row, Session};
use crate::text::pattern::PatternError;

/// Seconds without typing after which the search starts.
const PAUSE: f64 = 0.2;

/// The state of the search between frames.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each remembers a different fact of the last frame")]
pub struct FindView {
    pub(super) open: bool,
    pub(super) query: Query,
    pub(super) order: Order,
    /// Whether the field had the keyboard in the last frame.
    pub(super) typing: bool,
    /// The query that was checked last, and its error.
    checked: Option<(Query, Option<PatternError>)>,
    /// When the pause after typing ends, in seconds.
    due: Option<f64>,
    /// The query that was sent last, and the article if the search is limited to it.
    sent: Option<(Query, Option<ArticleId>)>,
    sorted: bool,
    /// Whether there were results in the last frame.
    had_rows: bool,
    pub(super) list: VirtualList,
    /// The row on which the keyboard is.
    pub(super) cursor: usize,
    /// The row that was shown in its article last.
    visited: Option<usize>,
    /// The number of results, and the number of their articles, counted when the first changes.
    articles: (usize, usize),
}

/// The session's search. `None` if its list is not a search.
#[must_use]
pub fn found(session: &Session) -> Option<(&Review, &Query)> {
    let review = session.review()?;
    if let Purpose::Search(query) = &review.purpose { Some((review, query)) } else { None }
}

impl FindView {
    /// Opens the search for `words`, or for those of last time.
    pub fn begin(&mut self, words: Option<String>) {
        self.open = true;
        if let Some(words) = words {
            (self.query.words, self.query.regex) = (words, false);
        }
    }

    /// Closes the search. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        (self.typing, self.due, self.sent, self.had_rows, self.visited) = (false, None, None, false, None);
        std::mem::take(&mut self.open)
    }

    /// Whether the search is open.
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

    /// Limits the search to what an actor says; `None` removes the limit.
    pub fn set_speaker(&mut self, speaker: Option<ActorId>) {
        self.query.speaker = speaker;
    }

    /// Opens the search with a query that was sent from elsewhere.
    pub fn adopt(&mut self, session: &Session, query: &Query) {
        self.open = true;
        self.query = query.clone();
        self.sent = Some(self.wanted(session));
    }

    /// Starts the pause after typing.
    pub(super) fn typed(&mut self, ui: &Ui) {
        self.due = Some(ui.input(|input| input.time) + PAUSE);
    }

    /// Ends the pause.
    pub(super) fn hurry(&mut self) {
        self.due = None;
    }

    /// The error of the query. `None` if it is valid or empty.
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

    /// Whether the session's results answer the current query.
    pub(super) fn is_answered(&self, session: &Session) -> bool {
        self.sent.as_ref() == Some(&self.wanted(session))
    }

    fn wanted(&self, session: &Session) -> (Query, Option<ArticleId>) {
        let here = session.article().filter(|_| self.query.here).map(|article| article.id.clone());
        (self.query.clone(), here)
    }

    /// Sends the search when it is due, sorts its results, and resets state that is out of date.
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
            // The results were tagged, or another list replaced them for a while: search again.
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

    /// Sorts the results, also those of later searches.
    pub(super) fn sort(&mut self, order: Order, outbox: &mut Outbox) {
        (self.order, self.sorted) = (order, true);
        outbox.send(Command::SortReview(order));
    }

    /// Number of articles with results.
    pub(super) fn articles(&mut self, rows: &[Row]) -> usize {
        if self.articles.0 != rows.len() {
            let articles: std::collections::BTreeSet<_> = rows.iter().map(|row| &row.article).collect();
            self.articles = (rows.len(), articles.len());
        }
        self.articles.1
    }

    /// Shows the next or previous result, wrapping around. Returns the command that shows it.
    pub fn step(&mut self, rows: &[Row], forward: bool) -> Option<Command> {
        let count = rows.len();
        let at = self.cursor.min(count.checked_sub(1)?);
        self.cursor = match (self.visited == Some(at), forward) {
            // The arrows moved to a result that was not shown yet.
            (false, true) => at,
            (true, true) => (at + 1) % count,
            (_, false) => (at + count - 1) % count,
        };
        self.list.reveal(self.cursor);
        self.visit(rows)
    }

    /// Shows the result of the row on which the keyboard is.
    pub(super) fn visit(&mut self, rows: &[Row]) -> Option<Command> {
        let row = rows.get(self.cursor)?;
        self.visited = Some(self.cursor);
        let place = Place::Words(row.article.clone(), row.span);
        Some(Command::GoTo(place))
    }
}
