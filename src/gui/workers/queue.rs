//! Defines [`Queue`]: the tasks of one thread. Adding a task never blocks, and the queue outlives the thread.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The tasks of one thread, in order.
#[derive(Debug)]
pub struct Queue<T> {
    shared: Arc<Shared<T>>,
}

#[derive(Debug)]
struct Shared<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

#[derive(Debug)]
struct State<T> {
    tasks: VecDeque<T>,
    closed: bool,
}

/// Why [`Queue::wait`] returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woken {
    /// There is a task, or the time has come.
    Work,
    /// The queue is closed and empty.
    Closed,
}

impl<T> Clone for Queue<T> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared) }
    }
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        let state = State { tasks: VecDeque::new(), closed: false };
        Self { shared: Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() }) }
    }
}

impl<T> Queue<T> {
    /// Adds a task at the end.
    pub fn push(&self, task: T) {
        self.lock().tasks.push_back(task);
        self.shared.changed.notify_all();
    }

    /// Takes the next task, without blocking. `None` if there is none.
    pub fn take(&self) -> Option<T> {
        self.lock().tasks.pop_front()
    }

    /// Closes the queue: the thread ends after it has done the remaining tasks.
    pub fn close(&self) {
        self.lock().closed = true;
        self.shared.changed.notify_all();
    }

    /// Waits for a task, until `at` at the latest. With `stays`, also waits if the queue is closed and empty, because another
    /// task will come.
    pub fn wait(&self, at: Option<Instant>, stays: bool) -> Woken {
        let mut state = self.lock();
        loop {
            if !state.tasks.is_empty() {
                return Woken::Work;
            }
            if state.closed && !stays {
                return Woken::Closed;
            }
            state = match at.map(|at| at.saturating_duration_since(Instant::now())) {
                Some(Duration::ZERO) => return Woken::Work,
                Some(left) => self.shared.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0,
                None => self.shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        // No code that can panic runs while it is locked.
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
