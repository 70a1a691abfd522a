//! The thread that makes edits durable in the journal. It works on the local disk only, so a slow set never delays it.
//!
//! Every entry is written at once, which is enough to survive the death of the program; then the disk is waited for
//! once for all entries written by then. Entries are kept until the disk has confirmed them.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::message::{Message, Sender};
use super::queue::{Queue, Woken};
use super::worker::Task;
use crate::edit::Entry;
use crate::host::JournalKeeper;
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
    /// Close the journal and release the set.
    End,
}

/// The way to the journal's thread.
#[derive(Clone, Debug, Default)]
pub struct JournalQueue {
    queue: Queue<JournalTask>,
    /// Entries that were given and that the disk has not confirmed.
    unconfirmed: Arc<AtomicUsize>,
}

/// The open journal. It outlives the thread: whoever takes over goes on with it.
#[derive(Debug, Default)]
pub struct OpenJournal {
    open: Option<Open>,
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
    retry_at: Option<Instant>,
}

impl JournalQueue {
    /// Adds work for the thread.
    pub fn push(&self, task: JournalTask) {
        if matches!(task, JournalTask::Write(_)) {
            self.unconfirmed.fetch_add(1, Ordering::SeqCst);
        }
        self.queue.push(task);
    }

    /// Has what failed tried again now.
    pub fn poke(&self) {
        self.queue.poke();
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
        let retry_at = journal.lock().unwrap_or_else(PoisonError::into_inner).open.as_ref().and_then(|open| open.retry_at);
        if queue.queue.wait(retry_at) == Woken::Closed {
            return;
        }
        let mut held = journal.lock().unwrap_or_else(PoisonError::into_inner);
        if task.run(None, || held.turn(queue, task.sender())).is_some() {
            continue;
        }
        match &mut held.open {
            Some(open) if open.is_ending => held.close(queue, task.sender()),
            Some(open) => open.fail("an error inside Dicta".to_owned(), task.sender()),
            None => {}
        }
    }
}

impl OpenJournal {
    /// Does everything that is waiting.
    fn turn(&mut self, queue: &JournalQueue, sender: &Sender) {
        while let Some(task) = queue.queue.take() {
            match task {
                JournalTask::Begin { set, keeper } => self.open = Some(Open::new(set, keeper)),
                JournalTask::Write(entry) => match &mut self.open {
                    Some(open) => {
                        open.unwritten.push_back(entry);
                        open.write(sender);
                    }
                    None => queue.confirm(1),
                },
                JournalTask::Saved(entries) => {
                    if let Some(open) = &mut self.open {
                        (open.saved, open.is_unmarked) = (open.saved.max(entries), true);
                    }
                }
                JournalTask::End => {
                    if let Some(open) = &mut self.open {
                        open.is_ending = true;
                        open.settle(queue, sender);
                    }
                    self.close(queue, sender);
                }
            }
        }
        if let Some(open) = &mut self.open {
            open.settle(queue, sender);
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
                }
                Err(reason) => return self.fail(reason, sender),
            }
        }
        self.retry_at = None;
    }

    /// Writes what is not written, waits for the disk once for all of it, and marks what the files hold.
    fn settle(&mut self, queue: &JournalQueue, sender: &Sender) {
        self.write(sender);
        if self.written > self.confirmed {
            match self.keeper.sync() {
                Ok(()) => {
                    queue.confirm(self.written - self.confirmed);
                    self.confirmed = self.written;
                    self.is_unreported = true;
                }
                Err(reason) => {
                    self.doubtful = self.written;
                    return self.fail(reason, sender);
                }
            }
        }
        let is_whole = self.unwritten.is_empty() && self.doubtful <= self.saved;
        if is_whole && std::mem::take(&mut self.is_unreported) {
            sender.send(Message::Report { set: self.set, report: Report::Journaled(self.confirmed) });
        }
        if std::mem::take(&mut self.is_unmarked) {
            while let Some((_, number)) = self.numbers.pop_front_if(|(entries, _)| *entries <= self.saved) {
                self.through = number;
            }
            self.keeper.mark_saved(self.through);
        }
    }

    fn fail(&mut self, reason: String, sender: &Sender) {
        self.is_unreported = true;
        self.retry_at = Some(Instant::now() + RETRY);
        sender.send(Message::Report { set: self.set, report: Report::JournalFailed(reason) });
    }
}
