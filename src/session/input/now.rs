//! Defines [`Now`]: the times of two clocks, which each command is given.

use crate::model::Timestamp;

/// The current time, for [`crate::session::Session::dispatch`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Wall-clock time, stored in annotations. It may go backwards.
    pub wall: Timestamp,
    /// Milliseconds on a monotonic clock with any starting point, for timeouts.
    pub ticks: u64,
}

/// Uses the wall-clock time for both, for callers whose clock never goes backwards.
impl From<Timestamp> for Now {
    fn from(wall: Timestamp) -> Self {
        Self { wall, ticks: wall.since(Timestamp(0)) }
    }
}
