//! Defines [`Worker`]: a thread that is restarted if it dies, after the task that it did not finish is reported.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use super::message::{Message, Sender};

/// A named thread that is restarted if it dies.
pub struct Worker {
    name: &'static str,
    run: Arc<dyn Fn(&Task) + Send + Sync>,
    task: Task,
    thread: Option<JoinHandle<()>>,
}

/// Runs the work of a thread and reports a panic in it.
#[derive(Clone, Debug)]
pub struct Task {
    name: &'static str,
    sender: Sender,
    /// What to send to the window if the current work panics, because the window waits for an answer.
    failure: Arc<Mutex<Option<Message>>>,
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").field("name", &self.name).field("thread", &self.thread).finish_non_exhaustive()
    }
}

impl Worker {
    /// Starts the thread. `run` must return only after its queue is closed.
    ///
    /// # Errors
    /// If the thread cannot be spawned.
    pub fn start(name: &'static str, sender: &Sender, run: impl Fn(&Task) + Send + Sync + 'static) -> std::io::Result<Self> {
        let task = Self::task(name, sender);
        let mut worker = Self { name, run: Arc::new(run), task, thread: None };
        worker.spawn()?;
        Ok(worker)
    }

    /// The thread's name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The [`Task`] of a thread of that name.
    pub fn task(name: &'static str, sender: &Sender) -> Task {
        Task { name, sender: sender.clone(), failure: Arc::default() }
    }

    fn spawn(&mut self) -> std::io::Result<()> {
        let (run, task) = (Arc::clone(&self.run), self.task.clone());
        self.thread = Some(Builder::new().name(self.name.to_owned()).spawn(move || run(&task))?);
        Ok(())
    }

    /// If the thread has ended, which happens only after a panic, reports that and restarts it.
    pub fn revive(&mut self) {
        let Some(thread) = self.thread.take_if(|thread| thread.is_finished()) else { return };
        let reason = thread.join().err().map_or_else(|| "it ended".to_owned(), |panic| words_of(panic.as_ref()));
        self.task.report(reason);
        if let Err(error) = self.spawn() {
            self.task.report(format!("it could not be started again: {error}"));
        }
    }

    /// The thread, to be joined. `None` if it could not be restarted.
    pub fn into_thread(self) -> Option<JoinHandle<()>> {
        self.thread
    }
}

impl Task {
    /// Runs `work`. If it panics, reports that, sends `failure`, and returns `None`.
    pub fn run<T>(&self, failure: Option<Message>, work: impl FnOnce() -> T) -> Option<T> {
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = failure;
        let done = catch_unwind(AssertUnwindSafe(work));
        match done {
            Ok(done) => {
                self.failure.lock().unwrap_or_else(PoisonError::into_inner).take();
                Some(done)
            }
            Err(panic) => {
                self.report(words_of(panic.as_ref()));
                None
            }
        }
    }

    /// The channel to the window.
    pub fn sender(&self) -> &Sender {
        &self.sender
    }

    fn report(&self, reason: String) {
        self.sender.send(Message::Died { worker: self.name, reason });
        if let Some(failure) = self.failure.lock().unwrap_or_else(PoisonError::into_inner).take() {
            self.sender.send(failure);
        }
    }
}

/// The message of a panic.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason given".to_owned())
}
