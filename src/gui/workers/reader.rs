//! The thread that inspects paths and reads sets and articles. It also writes tables.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use super::inspect_paths::{Found, inspect};
use super::message::{Message, Ready, Sender};
use super::queue::{Queue, Woken};
use super::worker::Task;
use super::write_table;
use crate::host::{self, Disks, Imported};

/// A job of the reading thread.
#[derive(Debug)]
pub enum Job {
    /// Find out what the paths are. `add` is returned with the answer: whether they are for the open set.
    Inspect { paths: Vec<PathBuf>, add: bool },
    /// Open a set, and read articles to add to it.
    Open { root: PathBuf, from: Vec<PathBuf> },
    /// Create the set if it does not exist, then open it.
    Create { root: PathBuf, from: Vec<PathBuf> },
    /// Read articles for the open set.
    ReadArticles(Vec<PathBuf>),
    /// Write a table to a new file.
    WriteTable { path: PathBuf, bytes: Vec<u8> },
}

/// Runs until the queue is closed.
pub fn work(queue: &Queue<Job>, state_dir: &Path, disks: &Disks, task: &Task) {
    while queue.wait(None, false) == Woken::Work {
        let Some(job) = queue.take() else { continue };
        let failure = failure(&job);
        let Some(message) = task.run(Some(failure), || run(job, state_dir, disks, task.sender())) else { continue };
        task.sender().send(message);
    }
}

fn run(job: Job, state_dir: &Path, disks: &Disks, sender: &Sender) -> Message {
    match job {
        Job::Inspect { paths, add } => Message::Inspected { found: inspect(&paths), add },
        Job::Open { root, from } => open(root, &from, state_dir, disks, sender),
        Job::Create { root, from } => match host::create(&root) {
            Ok(()) => open(root, &from, state_dir, disks, sender),
            Err(reason) => Message::NotOpened { root, reason },
        },
        Job::WriteTable { path, bytes } => Message::TableWritten(write_table::write(path, &bytes)),
        Job::ReadArticles(paths) => Message::ArticlesRead(host::import_files(&paths, &progress(sender))),
    }
}

/// The answer to a job that panicked.
fn failure(job: &Job) -> Message {
    let inside = "an error inside Dicta";
    match job {
        Job::Inspect { paths, add } => {
            let names: Vec<String> = paths.iter().map(|path| format!("“{}”", path.display())).collect();
            let words = format!("{} could not be read: {inside}", names.join(", "));
            Message::Inspected { found: Found::Nothing(vec![words]), add: *add }
        }
        Job::Open { root, .. } | Job::Create { root, .. } => {
            Message::NotOpened { root: root.clone(), reason: format!("“{}” could not be opened: {inside}", root.display()) }
        }
        Job::WriteTable { .. } => Message::TableWritten(Err(format!("The list was not saved: {inside}"))),
        Job::ReadArticles(_) => {
            let refused = vec![format!("The articles could not be read: {inside}")];
            Message::ArticlesRead(Imported { incoming: Vec::new(), refused })
        }
    }
}

fn open(root: PathBuf, from: &[PathBuf], state_dir: &Path, disks: &Disks, sender: &Sender) -> Message {
    // Articles are read first, so that a failure there does not leave the set locked.
    let brought = if from.is_empty() { Imported::default() } else { host::import_files(from, &progress(sender)) };
    match host::open_on(disks, &root, state_dir, &progress(sender)) {
        Ok(opened) => Message::Ready(Box::new(Ready { opened, brought })),
        Err(reason) => Message::NotOpened { root, reason },
    }
}

/// Reports progress in steps of one percent, so that a large set does not repaint the window for each file.
fn progress(sender: &Sender) -> impl Fn(usize, usize) + '_ {
    let reported = Cell::new(usize::MAX);
    move |done, total| {
        let part = done * 100 / total.max(1);
        if reported.replace(part) != part {
            sender.mention(Message::Progress { done, total });
        }
    }
}
