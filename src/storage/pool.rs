//! Does jobs on as many threads as there are cores and hands the results out in order, with bounded look-ahead.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Results in the order of their jobs. At most `ahead` of them wait to be taken, so memory stays small.
pub struct Ordered<R> {
    shared: Arc<Shared<R>>,
    threads: Vec<thread::JoinHandle<()>>,
}

type Work<R> = Box<dyn Fn(usize) -> R + Send + Sync>;

struct Shared<R> {
    state: Mutex<State<R>>,
    changed: Condvar,
    work: Work<R>,
    jobs: usize,
    ahead: usize,
}

struct State<R> {
    /// The next job that nobody has taken.
    next: usize,
    /// How many results were handed out.
    given: usize,
    /// Finished and not handed out; nothing for a job that panicked.
    ready: BTreeMap<usize, Option<R>>,
    closed: bool,
}

impl<R: Send + 'static> Ordered<R> {
    /// Starts the threads. `work` is given the number of the job, from 0.
    pub fn start(jobs: usize, ahead: usize, work: impl Fn(usize) -> R + Send + Sync + 'static) -> Self {
        let state = State { next: 0, given: 0, ready: BTreeMap::new(), closed: false };
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            changed: Condvar::new(),
            work: Box::new(work),
            jobs,
            ahead: ahead.max(1),
        });
        let cores = thread::available_parallelism().map_or(1, usize::from).min(jobs);
        let threads = (0..cores).filter_map(|number| {
            let shared = Arc::clone(&shared);
            // Without threads the taker does every job itself.
            thread::Builder::new().name(format!("dicta-read-{number}")).spawn(move || shared.run()).ok()
        });
        Self { threads: threads.collect(), shared }
    }
}

impl<R> Shared<R> {
    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State<R>>) -> MutexGuard<'s, State<R>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) {
        let mut state = self.lock();
        loop {
            while !state.closed && state.next < self.jobs && state.next >= state.given + self.ahead {
                state = self.wait(state);
            }
            if state.closed || state.next >= self.jobs {
                return;
            }
            let job = state.next;
            state.next += 1;
            drop(state);
            let result = self.attempt(job);
            state = self.lock();
            state.ready.insert(job, result);
            self.changed.notify_all();
        }
    }

    /// A panic in one job must not hang the taker.
    fn attempt(&self, job: usize) -> Option<R> {
        catch_unwind(AssertUnwindSafe(|| (self.work)(job))).ok()
    }
}

impl<R> Iterator for Ordered<R> {
    /// Nothing for a job that panicked.
    type Item = Option<R>;

    fn next(&mut self) -> Option<Option<R>> {
        let shared = &self.shared;
        let mut state = shared.lock();
        if state.given >= shared.jobs {
            return None;
        }
        let job = state.given;
        let result = loop {
            if let Some(result) = state.ready.remove(&job) {
                break result;
            }
            if state.next == job {
                state.next += 1;
                drop(state);
                let result = shared.attempt(job);
                state = shared.lock();
                break result;
            }
            state = shared.wait(state);
        };
        state.given += 1;
        shared.changed.notify_all();
        Some(result)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.shared.jobs - self.shared.lock().given;
        (left, Some(left))
    }
}

impl<R> Drop for Ordered<R> {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.changed.notify_all();
        for thread in self.threads.drain(..) {
            // A panic was already turned into a missing result.
            let _ = thread.join();
        }
    }
}

impl<R> std::fmt::Debug for Ordered<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ordered({} jobs)", self.shared.jobs)
    }
}
