//! The thread that makes edits durable in the journal. It works on the local disk only, so a slow set never delays it.
//!
//! Every entry is written immediately, so that it survives a crash of the program. A short-lived thread then syncs the disk
//! once for all entries written so far, so that a slow disk does not delay the next write. Entries are kept in memory until
//! the disk has confirmed them.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::handled::Handled;
use super::message::{Message, Sender};
use super::queue::{Queue, Woken};
use super::worker::Task;
use crate::edit::Entry;
use crate::host::{DiskWait, JournalKeeper};
use crate::session::Report;

/// Time after which a failed write is retried.
const RETRY: Duration = Duration::from_secs(2);

/// A task of the journal's thread.
#[derive(Debug)]
pub enum JournalTask {
    /// Open the journal of the set with this number.
    Begin {
        set: u64,
        keeper: Box<JournalKeeper>,
    },
    Write(Arc<Entry>),
    /// The first `n` entries are in the files of the set.
    Saved(u64),
    /// Retry a failed write now.
    Retry,
    /// Close the journal and release the set.
    End,
    /// A sync has ended.
    Synced {
        set: u64,
        wait: Box<DiskWait>,
        result: io::Result<()>,
    },
}

/// The queue of the journal's thread.
#[derive(Clone, Debug, Default)]
pub struct JournalQueue {
    queue: Queue<JournalTask>,
    /// Number of queued or written entries that the disk has not confirmed.
    unconfirmed: Arc<AtomicUsize>,
    /// Counts the entries that were queued, and those that the thread has tried to write.
    handled: Handled,
}

/// The open journal. It outlives the thread, so that a restarted thread continues with it.
#[derive(Debug, Default)]
pub struct OpenJournal {
    open: Option<Open>,
    /// Tasks that arrived while the journal was being closed, in order.
    held: VecDeque<JournalTask>,
}

#[derive(Debug)]
struct Open {
    set: u64,
    keeper: Box<JournalKeeper>,
    /// Entries that are not written yet, oldest first.
    unwritten: VecDeque<Arc<Entry>>,
    /// Number of entries of this session that were written, and number of those that the disk has confirmed.
    written: u64,
    confirmed: u64,
    /// Number of entries written when a sync failed. Only the files of the set make them safe: a later sync succeeds even if
    /// the disk has dropped them.
    doubtful: u64,
    /// For each entry since the last save, its number in the session and in the journal.
    numbers: VecDeque<(u64, u64)>,
    /// Number of entries that are in the files.
    saved: u64,
    /// Number in the journal of the last entry that is in the files.
    through: u64,
    is_unmarked: bool,
    /// Whether the number of confirmed entries has yet to be reported.
    is_unreported: bool,
    is_ending: bool,
    /// Number of written entries that the running sync covers; `None` if no sync is running.
    syncing: Option<u64>,
    retry_at: Option<Instant>,
}

impl JournalQueue {
    /// Adds a task.
    pub fn push(&self, task: JournalTask) {
        if matches!(task, JournalTask::Write(_)) {
            self.unconfirmed.fetch_add(1, Ordering::SeqCst);
            self.handled.give();
        }
        self.queue.push(task);
    }

    /// Waits until the thread has tried to write every entry, but at most `at_most`.
    ///
    /// A write takes microseconds, and a written entry survives a kill of the program. So changes are painted only after they
    /// would survive it.
    pub fn wait_until_tried(&self, at_most: Duration) {
        self.handled.wait(at_most);
    }

    /// Retries a failed write now.
    pub fn poke(&self) {
        self.queue.push(JournalTask::Retry);
    }

    pub fn close(&self) {
        self.queue.close();
    }

    fn confirm(&self, entries: u64) {
        let entries = usize::try_from(entries).unwrap_or(0).min(self.unconfirmed());
        self.unconfirmed.fetch_sub(entries, Ordering::SeqCst);
    }

    /// Number of queued or written entries that the disk has not confirmed.
    #[must_use]
    pub fn unconfirmed(&self) -> usize {
        self.unconfirmed.load(Ordering::SeqCst)
    }
}

/// Runs until the queue is closed and empty.
pub fn work(queue: &JournalQueue, journal: &Mutex<OpenJournal>, task: &Task) {
    loop {
        let (retry_at, is_syncing) = {
            let held = journal.lock().unwrap_or_else(PoisonError::into_inner);
            let open = held.open.as_ref();
            (open.and_then(|open| open.retry_at), open.is_some_and(|open| open.syncing.is_some()))
        };
        if queue.queue.wait(retry_at, is_syncing) == Woken::Closed {
            return;
        }
        let mut held = journal.lock().unwrap_or_else(PoisonError::into_inner);
        if task.run(None, || held.turn(queue, task)).is_some() {
            continue;
        }
        match &mut held.open {
            Some(open) if open.is_ending && open.syncing.is_none() => held.close(queue, task.sender()),
            Some(open) => open.fail("an error inside Dicta".to_owned(), task.sender()),
            None => {}
        }
    }
}

impl OpenJournal {
    /// Carries out all queued tasks.
    fn turn(&mut self, queue: &JournalQueue, task: &Task) {
        while let Some(next) = self.next(queue) {
            match next {
                JournalTask::Begin { set, keeper } => self.open = Some(Open::new(set, keeper)),
                JournalTask::Write(entry) => {
                    if let Some(open) = &mut self.open {
                        open.unwritten.push_back(entry);
                        open.write(task.sender());
                    }
                    queue.handled.tried();
                }
                JournalTask::Saved(entries) => {
                    if let Some(open) = &mut self.open {
                        (open.saved, open.is_unmarked) = (open.saved.max(entries), true);
                    }
                }
                JournalTask::Retry => {
                    if let Some(open) = &mut self.open {
                        open.retry_at = None;
                    }
                }
                JournalTask::End => {
                    if let Some(open) = &mut self.open {
                        (open.is_ending, open.retry_at) = (true, None);
                        open.settle(queue, task);
                    }
                }
                JournalTask::Synced { set, wait, result } => {
                    if let Some(open) = self.open.as_mut().filter(|open| open.set == set) {
                        open.synced(queue, task, &wait, result);
                    }
                }
            }
            if self.open.as_ref().is_some_and(|open| open.is_ending && open.syncing.is_none()) {
                self.close(queue, task.sender());
            }
        }
        if let Some(open) = &mut self.open {
            open.settle(queue, task);
        }
    }

    /// The next task. While the journal is being closed, only the end of a sync is returned; other tasks are kept for later.
    fn next(&mut self, queue: &JournalQueue) -> Option<JournalTask> {
        let is_ending = self.open.as_ref().is_some_and(|open| open.is_ending);
        if !is_ending && let Some(task) = self.held.pop_front() {
            return Some(task);
        }
        loop {
            let task = queue.queue.take()?;
            if !is_ending || matches!(task, JournalTask::Synced { .. }) {
                return Some(task);
            }
            self.held.push_back(task);
        }
    }

    /// Closes the journal; entries that could not be written are dropped.
    fn close(&mut self, queue: &JournalQueue, sender: &Sender) {
        let Some(open) = self.open.take() else { return };
        queue.confirm(open.unwritten.len() as u64 + open.written - open.confirmed);
        let set = open.set;
        // Releases the lock of the set before `Ended` is sent.
        drop(open);
        sender.send(Message::Ended { set });
    }
}

impl Open {
    fn new(set: u64, keeper: Box<JournalKeeper>) -> Self {
        let through = keeper.last();
        Self {
            set,
            keeper,
            unwritten: VecDeque::new(),
            written: 0,
            confirmed: 0,
            doubtful: 0,
            numbers: VecDeque::new(),
            saved: 0,
            through,
            is_unmarked: false,
            is_unreported: false,
            is_ending: false,
            syncing: None,
            retry_at: None,
        }
    }

    /// Writes pending entries, without syncing the disk.
    fn write(&mut self, sender: &Sender) {
        while let Some(entry) = self.unwritten.front() {
            match self.keeper.write(entry) {
                Ok(number) => {
                    self.unwritten.pop_front();
                    self.written += 1;
                    self.numbers.push_back((self.written, number));
                    self.retry_at = None;
                }
                Err(reason) => return self.fail(reason, sender),
            }
        }
    }

    /// Writes pending entries, starts a sync if none is running, and records which entries are in the files.
    fn settle(&mut self, queue: &JournalQueue, task: &Task) {
        self.write(task.sender());
        let is_due = self.retry_at.is_none_or(|at| at <= Instant::now());
        if self.written > self.confirmed && self.syncing.is_none() && is_due {
            self.retry_at = self.retry_at.filter(|_| !self.unwritten.is_empty());
            match self.keeper.begin_sync() {
                Ok(wait) => {
                    self.syncing = Some(self.written);
                    wait_for_disk(self.set, wait, queue, task);
                }
                Err(reason) => return self.fail(reason, task.sender()),
            }
        }
        self.report(task.sender());
        if std::mem::take(&mut self.is_unmarked) {
            while let Some((_, number)) = self.numbers.pop_front_if(|(entries, _)| *entries <= self.saved) {
                self.through = number;
            }
            self.keeper.mark_saved(self.through);
        }
    }

    /// Handles the end of a sync.
    fn synced(&mut self, queue: &JournalQueue, task: &Task, wait: &DiskWait, result: io::Result<()>) {
        let Some(entries) = self.syncing.take() else { return };
        match self.keeper.end_sync(wait, result) {
            Ok(number) if number >= wait.through() => {
                queue.confirm(entries - self.confirmed);
                self.confirmed = entries;
                self.is_unreported = true;
                if self.is_ending {
                    self.settle(queue, task);
                }
            }
            // The folder of the journal was deleted, so everything is written again.
            Ok(_) => self.settle(queue, task),
            Err(reason) => {
                self.doubtful = self.written;
                self.fail(reason, task.sender());
            }
        }
        self.report(task.sender());
    }

    /// Reports the number of durable entries, if it has changed.
    fn report(&mut self, sender: &Sender) {
        let is_whole = self.unwritten.is_empty() && self.doubtful <= self.saved && self.retry_at.is_none();
        if is_whole && std::mem::take(&mut self.is_unreported) {
            sender.send(Message::Report { set: self.set, report: Report::Journaled(self.confirmed) });
        }
    }

    fn fail(&mut self, reason: String, sender: &Sender) {
        self.is_unreported = true;
        self.retry_at = Some(Instant::now() + RETRY);
        sender.send(Message::Report { set: self.set, report: Report::JournalFailed(reason) });
    }
}

/// Syncs the disk on a thread of its own, which queues the result as a task. Syncs here if no thread can be spawned.
fn wait_for_disk(set: u64, wait: DiskWait, queue: &JournalQueue, task: &Task) {
    let waits = Arc::new(Mutex::new(Some(wait)));
    let (queue, task, on_thread) = (queue.clone(), task.clone(), Arc::clone(&waits));
    let answer = move |waits: &Mutex<Option<DiskWait>>| {
        let taken = waits.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(mut wait) = taken else { return };
        let result = task.run(None, || wait.run()).unwrap_or_else(|| Err(io::Error::other("an error inside Dicta")));
        queue.push(JournalTask::Synced { set, wait: Box::new(wait), result });
    };
    let here = answer.clone();
    if Builder::new().name("dicta-journal-wait".to_owned()).spawn(move || answer(&on_thread)).is_err() {
        here(&waits);
    }
}
