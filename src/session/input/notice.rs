//! Defines [`Notice`]: a message for the annotator.

pub use crate::model::Severity;
use crate::model::Timestamp;
use crate::session::editor::safety::Store;

/// A message for the annotator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub severity: Severity,
    pub text: String,
    pub at: Timestamp,
    /// When it was created, in milliseconds on the monotonic clock.
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
