//! Defines [`Now`]: the two clocks that the session is given with each command.

use crate::model::Timestamp;

/// The present, as the caller of [`crate::session::Session::dispatch`] knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// The time of day, which annotations keep. The system may set it back.
    pub wall: Timestamp,
    /// Milliseconds on a clock that never goes back, from any start: what waiting is measured with.
    pub ticks: u64,
}

/// For callers whose time of day never goes back: both clocks are the same.
impl From<Timestamp> for Now {
    fn from(wall: Timestamp) -> Self {
        Self { wall, ticks: wall.since(Timestamp(0)) }
    }
}
