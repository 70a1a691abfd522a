//! Defines [`Workers`]: the worker threads of the window, and the queues to and from them.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::Builder;
use std::time::Duration;

use super::copy::{self, Original};
use super::jobs::{self, Search, Suggest};
use super::journal::{self, JournalQueue, JournalTask, OpenJournal};
use super::message::{Message, Sender};
use super::preferences;
use super::queue::Queue;
use super::reader::{self, Job};
use super::save::{self, OpenFiles, SaveTask};
use super::watch::Watch;
use super::worker::Worker;
use crate::gui::state::prefs::Preferences;
use crate::host::{Disks, Fs, SetKeeper};
use crate::model::Document;
use crate::session::{Effect, Store};

/// Capacity of the channel to the window, in messages.
const ROOM: usize = 256;
/// Maximum time that closing the window waits for the disk.
const PATIENCE: Duration = Duration::from_secs(5);

// Names of the threads that are joined on shutdown.
const SAVE: &str = "dicta-save";
const JOURNAL: &str = "dicta-journal";
/// Maximum time that the window waits for an entry to be written before it paints the change. Usually this takes
/// microseconds. After a timeout the window does not wait again until the journal has caught up.
const WRITE_PATIENCE: Duration = Duration::from_millis(300);
const PREFERENCES: &str = "dicta-preferences";

/// The worker threads of the window. A thread that dies is restarted, and its queued work is kept.
#[derive(Debug)]
pub struct Workers {
    journal: JournalQueue,
    save: Queue<SaveTask>,
    read: Queue<Job>,
    search: Queue<Search>,
    suggest: Queue<Suggest>,
    preferences: Option<Queue<Preferences>>,
    journal_watch: Watch,
    save_watch: Watch,
    sender: Sender,
    inbox: Receiver<Message>,
    threads: Vec<Worker>,
    /// Number of the open set, incremented with each set.
    set: u64,
    /// Number of entries of the open set that were sent to the journal.
    entries: u64,
}

impl Workers {
    /// Starts the threads; they repaint the window through `ctx`. Sets are written through `disk`.
    ///
    /// # Errors
    /// If a thread cannot be spawned.
    pub fn start(
        ctx: &egui::Context,
        state_dir: PathBuf,
        disk: &Arc<dyn Fs>,
        preferences: Option<PathBuf>,
    ) -> std::io::Result<Self> {
        let (messages, inbox) = sync_channel(ROOM);
        let sender = Sender::new(messages, ctx.clone());
        let mut workers = Self {
            journal: JournalQueue::default(),
            save: Queue::default(),
            read: Queue::default(),
            search: Queue::default(),
            suggest: Queue::default(),
            preferences: preferences.is_some().then(Queue::default),
            journal_watch: Watch::default(),
            save_watch: Watch::default(),
            sender: sender.clone(),
            inbox,
            threads: Vec::new(),
            set: 0,
            entries: 0,
        };
        let disks =
            Disks { journal: workers.journal_watch.over(Arc::clone(disk)), files: workers.save_watch.over(Arc::clone(disk)) };
        let (queue, to_journal) = (workers.save.clone(), workers.journal.clone());
        let files = OpenFiles::default();
        workers.threads.push(Worker::start(SAVE, &sender, move |task| save::work(&queue, &to_journal, &files, task))?);
        let (queue, open) = (workers.journal.clone(), Mutex::<OpenJournal>::default());
        workers.threads.push(Worker::start(JOURNAL, &sender, move |task| journal::work(&queue, &open, task))?);
        if let (Some(queue), Some(path)) = (workers.preferences.clone(), preferences) {
            workers.threads.push(Worker::start(PREFERENCES, &sender, move |task| preferences::work(&queue, &path, task))?);
        }
        let queue = workers.read.clone();
        workers.threads.push(Worker::start("dicta-read", &sender, move |task| reader::work(&queue, &state_dir, &disks, task))?);
        let queue = workers.search.clone();
        workers.threads.push(Worker::start("dicta-search", &sender, move |task| jobs::search(&queue, task))?);
        let queue = workers.suggest.clone();
        workers.threads.push(Worker::start("dicta-suggest", &sender, move |task| jobs::suggest(&queue, task))?);
        Ok(workers)
    }

    /// The messages since the last frame. Restarts threads that have died.
    pub fn messages(&mut self) -> Vec<Message> {
        self.threads.iter_mut().for_each(Worker::revive);
        self.inbox.try_iter().collect()
    }

    /// Queues a job for the reading thread.
    pub fn ask(&self, job: Job) {
        self.read.push(job);
    }

    /// Hands a set to the threads. Returns its number.
    pub fn begin(&mut self, keep: Option<SetKeeper>) -> u64 {
        (self.set, self.entries) = (self.set + 1, 0);
        if let Some(keep) = keep {
            let (journal, files) = keep.split();
            self.journal.push(JournalTask::Begin { set: self.set, keeper: Box::new(journal) });
            self.save.push(SaveTask::Begin { set: self.set, keeper: Box::new(files) });
        }
        self.set
    }

    /// Saves the open set once more and closes it. [`Message::Ended`] is sent after that.
    pub fn end(&self, document: Arc<Document>, revision: u64) {
        self.save.push(SaveTask::Save { document, revision, entries: self.entries });
        self.save.push(SaveTask::End);
    }

    /// Carries out the effects of a command, in order.
    pub fn carry_out(&mut self, effects: Vec<Effect>, ctx: &egui::Context) {
        let set = self.set;
        let is_edit = effects.iter().any(|effect| matches!(effect, Effect::Journal(_)));
        for effect in effects {
            match effect {
                Effect::Journal(entry) => {
                    self.entries += 1;
                    self.journal.push(JournalTask::Write(entry));
                }
                Effect::Save(document, revision) => {
                    self.save.push(SaveTask::Save { document, revision, entries: self.entries });
                }
                Effect::Search(job) => self.search.push(Search { set, job }),
                Effect::Propose(job) => self.suggest.push(Suggest::Suggestions { set, job }),
                Effect::Quotations(job) => self.suggest.push(Suggest::Quotations { set, job }),
                Effect::Copy(text) => ctx.copy_text(text),
            }
        }
        if is_edit {
            self.journal.wait_until_tried(WRITE_PATIENCE);
        }
    }

    /// Queues the preferences to be written.
    pub fn keep_preferences(&self, preferences: Preferences) {
        if let Some(queue) = &self.preferences {
            queue.push(preferences);
        }
    }

    /// Starts writing a copy of the set to another folder; [`Message::Copied`] is sent at the end.
    pub fn copy(&self, root: PathBuf, original: Original, revision: u64) {
        if let Err(error) = copy::start(&self.sender, root.clone(), original, revision) {
            self.sender.send(Message::Copied { revision, root, result: Err(error.to_string()) });
        }
    }

    /// Makes the journal retry a failed write now.
    pub fn retry_journal(&self) {
        self.journal.poke();
    }

    /// The queue of the journal, for code that waits for it without the window.
    pub fn journal(&self) -> &JournalQueue {
        &self.journal
    }

    /// The store whose disk has not responded for some seconds; `now` in milliseconds on a monotonic clock.
    pub fn silent(&mut self, now: u64) -> Option<Store> {
        let files = self.save_watch.is_stuck(now).then_some(Store::Files);
        // The files come first: if only the journal does not respond, the files are still saved soon after each change.
        files.or(self.journal_watch.is_stuck(now).then_some(Store::Journal))
    }

    /// Whether a disk is being written.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.save_watch.is_busy() || self.journal_watch.is_busy()
    }

    /// Lets the threads finish what must reach the disk, but waits at most `PATIENCE`.
    pub fn finish(&mut self) {
        self.save.close();
        self.read.close();
        self.search.close();
        self.suggest.close();
        if let Some(queue) = &self.preferences {
            queue.close();
        }
        // The receiver is dropped, so that a blocked sender returns immediately.
        self.inbox = sync_channel(0).1;
        let journal = self.journal.clone();
        let mut threads = std::mem::take(&mut self.threads);
        let mut take = |name: &str| threads.extract_if(.., |worker| worker.name() == name).next();
        let (save, journal_thread, preferences) = (take(SAVE), take(JOURNAL), take(PREFERENCES));
        let (done, waits) = sync_channel::<()>(1);
        let waiter = Builder::new().name("dicta-shutdown".to_owned()).spawn(move || {
            join(save);
            // The last save records in the journal which entries are in the files.
            journal.close();
            join(journal_thread);
            join(preferences);
            let _ = done.send(());
        });
        if waiter.is_ok() {
            let _ = waits.recv_timeout(PATIENCE);
        }
    }
}

fn join(worker: Option<Worker>) {
    if let Some(thread) = worker.and_then(Worker::into_thread) {
        let _ = thread.join();
    }
}

/// Closes the queues, so that the threads end.
impl Drop for Workers {
    fn drop(&mut self) {
        self.save.close();
        self.journal.close();
        self.read.close();
        self.search.close();
        self.suggest.close();
        if let Some(queue) = &self.preferences {
            queue.close();
        }
    }
}
