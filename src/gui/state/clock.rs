//! Defines [`Clock`]: the only source of time in the window.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use crate::model::Timestamp;
use crate::session::Now;

/// The start of the monotonic clock.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The system's clock, or one that a test sets.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    #[default]
    System,
    /// Milliseconds since 1970.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// The current time, on both clocks.
    #[must_use]
    pub fn now(&self) -> Now {
        match self {
            Self::System => Now {
                wall: Timestamp(jiff::Timestamp::now().as_millisecond()),
                ticks: u64::try_from(START.elapsed().as_millis()).unwrap_or(u64::MAX),
            },
            Self::Set(millis) => Timestamp(millis.load(Ordering::Relaxed)).into(),
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
