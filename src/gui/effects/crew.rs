//! Defines [`Crew`]: the threads that work for the window, and the channels to and from them.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use super::news::{Herald, News};
use super::outgoing::Outgoing;
use super::reader::{self, Job};
use super::writer::{self, Task};
use crate::host::Keep;
use crate::model::Document;
use crate::session::Effect;

/// Messages that a channel holds.
const ROOM: usize = 256;
/// How long closing the window waits for the disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// The threads that work for the window.
#[derive(Debug)]
pub struct Crew {
    writer: Outgoing<Task>,
    reader: Outgoing<Job>,
    inbox: Receiver<News>,
    writer_thread: Option<JoinHandle<()>>,
    /// Number of the set that the writer has; rises with every set.
    set: u64,
}

impl Crew {
    /// Starts the threads; they wake the window through `ctx`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(ctx: &egui::Context, state_dir: PathBuf) -> std::io::Result<Self> {
        let (news, inbox) = sync_channel(ROOM);
        let (to_writer, tasks) = sync_channel(ROOM);
        let (to_reader, jobs) = sync_channel(ROOM);
        let herald = Herald::new(news, ctx.clone());
        let for_reader = herald.clone();
        let writer_thread = Builder::new().name("dicta-writer".to_owned()).spawn(move || writer::work(&tasks, &herald))?;
        Builder::new().name("dicta-reader".to_owned()).spawn(move || reader::work(&jobs, &for_reader, &state_dir))?;
        let (writer, reader) = (Outgoing::new(to_writer), Outgoing::new(to_reader));
        Ok(Self { writer, reader, inbox, writer_thread: Some(writer_thread), set: 0 })
    }

    /// What the threads have told since the last frame.
    pub fn news(&mut self) -> Vec<News> {
        self.inbox.try_iter().collect()
    }

    /// Hands over what found a channel full. Returns whether everything is handed over.
    pub fn flush(&mut self) -> bool {
        let writer = self.writer.flush();
        self.reader.flush() && writer
    }

    /// Asks the reading thread for something.
    pub fn ask(&mut self, job: Job) {
        self.reader.push(job);
    }

    /// Gives the writer a set, and the set its number.
    pub fn begin(&mut self, keep: Option<Box<Keep>>) -> u64 {
        self.set += 1;
        if let Some(keep) = keep {
            self.writer.push(Task::Begin { set: self.set, keep });
        }
        self.set
    }

    /// Has the writer save a set for the last time and let go of it.
    pub fn end(&mut self, document: Arc<Document>, revision: u64) {
        self.writer.push(Task::Save { document, revision });
        self.writer.push(Task::End);
    }

    /// Carries out what the session asks of the world, in order.
    pub fn carry_out(&mut self, effects: Vec<Effect>, ctx: &egui::Context) {
        for effect in effects {
            match effect {
                Effect::Journal(entry) => self.writer.push(Task::Journal(entry)),
                Effect::Save(document, revision) => self.writer.push(Task::Save { document, revision }),
                Effect::Search(search) => self.reader.push(Job::Search { set: self.set, search }),
                Effect::Propose(search) => self.reader.push(Job::Propose { set: self.set, search }),
                Effect::Quotations(search) => self.reader.push(Job::Quotations { set: self.set, search }),
                Effect::Copy(text) => ctx.copy_text(text),
            }
        }
    }

    /// Whether the writing thread has died: nothing can be saved any more.
    pub fn is_broken(&self) -> bool {
        self.writer.broken || self.writer_thread.as_ref().is_some_and(JoinHandle::is_finished)
    }

    /// Lets the writer finish what it was given, but waits for the disk only so long.
    pub fn finish(&mut self) {
        let writer = std::mem::replace(&mut self.writer, Outgoing::closed());
        self.reader = Outgoing::closed();
        // Nobody listens any more; a thread that tells something goes on at once.
        self.inbox = sync_channel(0).1;
        let Some(thread) = self.writer_thread.take() else { return };
        let (done, waits) = sync_channel::<()>(1);
        let waiter = Builder::new().name("dicta-farewell".to_owned()).spawn(move || {
            writer.finish();
            let _ = thread.join();
            let _ = done.send(());
        });
        if waiter.is_ok() {
            let _ = waits.recv_timeout(PATIENCE);
        }
    }
}
