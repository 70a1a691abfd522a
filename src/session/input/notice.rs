//! Defines [`Message`], one sentence for the person at the screen, and [`Notice`], a message that is shown.

use crate::model::Timestamp;
use crate::session::editor::safety::Store;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Goes away by itself.
    Info,
    /// Stays until it is dismissed.
    Warning,
    Error,
}

/// One sentence for the person at the screen, and how much it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub severity: Severity,
    pub text: String,
}

impl Message {
    /// A message that goes away by itself.
    pub fn info(text: impl Into<String>) -> Self {
        Self { severity: Severity::Info, text: text.into() }
    }

    /// A message that stays until it is dismissed.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, text: text.into() }
    }

    /// A message about something that failed.
    pub fn error(text: impl Into<String>) -> Self {
        Self { severity: Severity::Error, text: text.into() }
    }
}

/// A message that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub severity: Severity,
    pub text: String,
    pub at: Timestamp,
    /// When it was first shown, in milliseconds on the clock that never goes back.
    pub ticks: u64,
    /// The store that cannot be written: the notice stays until it can, and cannot be dismissed.
    pub cause: Option<Store>,
}

impl Notice {
    /// Milliseconds for which an [`Severity::Info`] is shown.
    pub const SHOWN_MS: u64 = 6_000;

    /// Whether it has been shown long enough.
    #[must_use]
    pub fn is_over(&self, now: u64) -> bool {
        self.severity == Severity::Info && now.saturating_sub(self.ticks) >= Self::SHOWN_MS
    }
}
