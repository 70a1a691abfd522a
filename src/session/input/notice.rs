//! Defines [`Message`], one sentence for the person at the screen, and [`Notice`], a message that is shown.

pub use crate::model::Severity;
use crate::model::Timestamp;
use crate::session::editor::safety::Store;

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
    /// The store that cannot be written. The notice stays until it can be written, and cannot be dismissed. `None` for other
    /// notices.
    pub cause: Option<Store>,
}

impl Notice {
    /// Time for which an [`Severity::Info`] notice is shown, in milliseconds.
    pub const SHOWN_MS: u64 = 6_000;

    /// Whether its time is over; `now` in milliseconds on the monotonic clock.
    #[must_use]
    pub fn is_over(&self, now: u64) -> bool {
        self.severity == Severity::Info && now.saturating_sub(self.ticks) >= Self::SHOWN_MS
    }
}
