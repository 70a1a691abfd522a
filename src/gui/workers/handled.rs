//! Defines [`Handled`]: lets the window wait briefly until a thread has tried its queued tasks.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Counts the tasks that were queued, and those that were tried, successfully or not.
#[derive(Clone, Debug, Default)]
pub struct Handled {
    shared: Arc<(Mutex<Counts>, Condvar)>,
}

#[derive(Debug, Default)]
struct Counts {
    given: u64,
    tried: u64,
    /// A wait has timed out; there is no further wait until the thread has caught up.
    is_stuck: bool,
}

impl Handled {
    /// Counts a queued task.
    pub fn give(&self) {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner).given += 1;
    }

    /// Counts a tried task.
    pub fn tried(&self) {
        let mut counts = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.tried += 1;
        counts.is_stuck &= counts.tried < counts.given;
        self.shared.1.notify_all();
    }

    /// Waits until all tasks were tried, at most `at_most`, and not at all while the thread is stuck. Returns whether all were
    /// tried.
    pub fn wait(&self, at_most: Duration) -> bool {
        let counts = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_behind = |counts: &mut Counts| counts.tried < counts.given && !counts.is_stuck;
        let waited = self.shared.1.wait_timeout_while(counts, at_most, is_behind);
        let mut counts = waited.unwrap_or_else(PoisonError::into_inner).0;
        counts.is_stuck = counts.tried < counts.given;
        !counts.is_stuck
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_when_everything_was_tried_or_the_time_is_over() {
        let handled = Handled::default();
        assert!(handled.wait(Duration::ZERO), "nothing was given");
        handled.give();
        assert!(!handled.wait(Duration::from_millis(1)));
        assert!(!handled.wait(Duration::MAX), "a stuck thread is not waited for");
        handled.tried();
        handled.give();
        let other = handled.clone();
        let thread = std::thread::Builder::new().name("test".to_owned()).spawn(move || other.tried()).unwrap();
        assert!(handled.wait(Duration::from_mins(1)));
        thread.join().unwrap();
    }
}
