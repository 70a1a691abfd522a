//! The thread that makes edits durable in the journal. It works on the local disk only, so a slow set never delays it.
//!
//! Every entry is written at once, which is enough to survive the death of the program. For the disk a short-lived thread
//! waits, once for all entries written by then, so that a slow disk does not keep the next entry from being written.
//! Entries are kept until the disk has confirmed them.

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

/// Time after which writing is tried again when it failed.
const RETRY: Duration = Duration::from_secs(2);

/// What the journal's thread is to do, in order.
#[derive(Debug)]
pub enum JournalTask {
    /// From now on it is the journal of the set with this number.
    Begin {
        set: u64,
        keeper: Box<JournalKeeper>,
    },
    Write(Arc<Entry>),
    /// The files of the set hold this many entries.
    Saved(u64),
    /// Try again now what failed.
    Retry,
    /// Close the journal and release the set.
    End,
    /// The disk has answered.
    Synced {
        set: u64,
        wait: Box<DiskWait>,
        result: io::Result<()>,
    },
}

/// The way to the journal's thread.
#[derive(Clone, Debug, Default)]
pub struct JournalQueue {
    queue: Queue<JournalTask>,
    /// Entries that were given and that the disk has not confirmed.
    unconfirmed: Arc<AtomicUsize>,
    /// Entries that were given, and those that the thread has tried to write.
    handled: Handled,
}

/// The open journal. It outlives the thread: whoever takes over goes on with it.
#[derive(Debug, Default)]
pub struct OpenJournal {
    open: Option<Open>,
    /// What came while the journal was being closed, in order.
    held: VecDeque<JournalTask>,
}

#[derive(Debug)]
struct Open {
    set: u64,
    keeper: Box<JournalKeeper>,
    /// Entries that the journal does not hold yet, oldest first.
    unwritten: VecDeque<Arc<Entry>>,
    /// Number of entries of this session that were written, and that the disk has confirmed.
    written: u64,
    confirmed: u64,
    /// The disk failed to confirm the first entries, this many. Only the files of the set make them safe: a disk that
    /// dropped them says nothing of it when it is asked again.
    doubtful: u64,
    /// What was written since the last save: how many entries the session had made, and the journal's number.
    numbers: VecDeque<(u64, u64)>,
    /// Entries that the files hold.
    saved: u64,
    /// The journal's number up to which the files hold everything.
    through: u64,
    is_unmarked: bool,
    /// The window does not know yet how many entries are confirmed.
    is_unreported: bool,
    is_ending: bool,
    /// Number of entries, counted as `written`, that the disk is being waited for; `None` if it is not.
    syncing: Option<u64>,
    retry_at: Option<Instant>,
}

impl JournalQueue {
    /// Adds work for the thread.
    pub fn push(&self, task: JournalTask) {
        if matches!(task, JournalTask::Write(_)) {
            self.unconfirmed.fetch_add(1, Ordering::SeqCst);
            self.handled.give();
        }
        self.queue.push(task);
    }

    /// Waits until the thread has tried to write every entry, but only so long.
    ///
    /// Writing takes some microseconds. After it an entry survives the death of the program, so what is painted from then
    /// on is never lost by a kill, however busy the machine is.
    pub fn wait_until_tried(&self, at_most: Duration) {
        self.handled.wait(at_most);
    }

    /// Has what failed tried again now.
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

    /// Number of entries that were given and that the disk has not confirmed.
    #[must_use]
    pub fn unconfirmed(&self) -> usize {
        self.unconfirmed.load(Ordering::SeqCst)
    }
}

/// Works until the queue is closed and everything in it is done.
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
    /// Does everything that is waiting.
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

    /// The next task. While the journal is being closed only the disk's answer counts; the rest is held.
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

    /// Closes the journal; what it could not take until now is given up.
    fn close(&mut self, queue: &JournalQueue, sender: &Sender) {
        let Some(open) = self.open.take() else { return };
        queue.confirm(open.unwritten.len() as u64 + open.written - open.confirmed);
        let set = open.set;
        // Releases the set's lock before that is reported.
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

    /// Writes what is not written; does not wait for the disk.
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

    /// Writes what is not written, has the disk waited for if it is not being waited for, and marks what the files hold.
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

    /// Takes the disk's answer.
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
            // The journal's folder was deleted: everything is written again.
            Ok(_) => self.settle(queue, task),
            Err(reason) => {
                self.doubtful = self.written;
                self.fail(reason, task.sender());
            }
        }
        self.report(task.sender());
    }

    /// Reports how many entries are safe, if that is news.
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

/// Waits for the disk on a thread of its own; the answer comes as a task. Without a thread it is waited for here.
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
