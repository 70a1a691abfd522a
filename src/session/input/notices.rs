//! Defines [`Notices`]: the messages that are shown, and the clock by which they expire.

use super::notice::{Message, Notice, Severity};
use crate::model::Timestamp;
use crate::session::editor::safety::Store;

/// The messages that are shown, oldest first.
#[derive(Debug)]
pub struct Notices {
    list: Vec<Notice>,
    /// The present, in milliseconds on the clock that never goes back.
    ticks: u64,
}

impl Notices {
    #[must_use]
    pub fn new(ticks: u64) -> Self {
        Self { list: Vec::new(), ticks }
    }

    /// The messages, oldest first.
    #[must_use]
    pub fn list(&self) -> &[Notice] {
        &self.list
    }

    /// The present, in milliseconds on the clock that never goes back.
    #[must_use]
    pub fn ticks(&self) -> u64 {
        self.ticks
    }

    /// Sets the clock; an earlier time than the present is ignored.
    pub fn advance(&mut self, ticks: u64) {
        self.ticks = self.ticks.max(ticks);
    }

    /// Shows a message. An information replaces the one before it.
    pub fn show(&mut self, message: Message, now: Timestamp) {
        let Message { severity, text } = message;
        self.list.retain(|n| n.text != text && !(severity == Severity::Info && n.severity == Severity::Info));
        self.list.push(Notice { severity, text, at: now, ticks: self.ticks, cause: None });
    }

    /// Shows that a store cannot be written, in place of the last message about it.
    pub fn show_failure(&mut self, store: Store, text: String, now: Timestamp) {
        self.clear_failure(store);
        self.list.push(Notice { severity: Severity::Error, text, at: now, ticks: self.ticks, cause: Some(store) });
    }

    /// Removes the message that a store cannot be written.
    pub fn clear_failure(&mut self, store: Store) {
        self.list.retain(|notice| notice.cause != Some(store));
    }

    /// Removes all messages except those about a failure that lasts.
    pub fn dismiss(&mut self) {
        self.list.retain(|notice| notice.cause.is_some());
    }

    /// Removes informations.
    pub fn clear_info(&mut self) {
        self.list.retain(|notice| notice.severity != Severity::Info);
    }

    /// Removes informations that were shown long enough.
    pub fn drop_expired(&mut self) {
        let ticks = self.ticks;
        self.list.retain(|notice| !notice.is_over(ticks));
    }

    /// Milliseconds from `now` until the next information expires; `None` if none is shown.
    #[must_use]
    pub fn expires_in_ms(&self, now: u64) -> Option<u64> {
        let shown = self.list.iter().filter(|n| n.severity == Severity::Info);
        shown.map(|n| Notice::SHOWN_MS.saturating_sub(now.saturating_sub(n.ticks))).min()
    }
}
