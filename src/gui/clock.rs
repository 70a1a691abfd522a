//! Defines [`Clock`]: the one place of the window that asks the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::model::Timestamp;

/// Tells the time: the system's, or one that a test sets.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    #[default]
    System,
    /// Milliseconds since 1970.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// The moment that it is now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp(jiff::Timestamp::now().as_millisecond()),
            Self::Set(millis) => Timestamp(millis.load(Ordering::Relaxed)),
        }
    }

    /// A number that differs from one start of the program to the next.
    #[must_use]
    pub fn seed(&self) -> u64 {
        match self {
            Self::System => {
                u64::try_from(jiff::Timestamp::now().as_nanosecond().unsigned_abs() & u128::from(u64::MAX)).unwrap_or(0)
            }
            Self::Set(millis) => millis.load(Ordering::Relaxed).unsigned_abs(),
        }
    }
}
