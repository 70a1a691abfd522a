//! Defines [`Notice`], one sentence for the person at the screen.

pub use crate::model::Severity;
use crate::model::Timestamp;
use crate::session::editor::safety::Store;

/// One sentence for the person at the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub severity: Severity,
    pub text: String,
    pub at: Timestamp,
    /// When it was said, in milliseconds on the clock that never goes back.
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
