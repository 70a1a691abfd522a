//! The thread that reads: what paths are, sets, article files. It also writes tables where a person wants them.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use super::inspect_paths::{Found, look};
use super::message::{Message, Ready, Sender};
use super::queue::{Queue, Woken};
use super::worker::Task;
use super::write_table;
use crate::host::{self, Disks, Imported};

/// What the reader is to do, in order.
#[derive(Debug)]
pub enum Job {
    /// Report what these paths are; `add` is returned with the answer: they are meant for the open set.
    Look { paths: Vec<PathBuf>, add: bool },
    /// Open the set and read the articles that are to be added to it.
    Open { root: PathBuf, from: Vec<PathBuf> },
    /// Make the set unless it is there, then open it likewise.
    Create { root: PathBuf, from: Vec<PathBuf> },
    /// Read articles for the open set.
    Bring(Vec<PathBuf>),
    /// Write a table to a file that is not there yet.
    WriteTable { path: PathBuf, bytes: Vec<u8> },
}

/// Works until the queue is closed.
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
        Job::Look { paths, add } => Message::Looked { found: look(&paths), add },
        Job::Open { root, from } => open(root, &from, state_dir, disks, sender),
        Job::Create { root, from } => match host::create(&root) {
            Ok(()) => open(root, &from, state_dir, disks, sender),
            Err(reason) => Message::NotOpened { root, reason },
        },
        Job::WriteTable { path, bytes } => Message::TableWritten(write_table::write(path, &bytes)),
        Job::Bring(paths) => Message::Brought(host::import_files(&paths, &progress(sender))),
    }
}

/// The answer to a job over which the thread died.
fn failure(job: &Job) -> Message {
    let inside = "an error inside Dicta";
    match job {
        Job::Look { paths, add } => {
            let names: Vec<String> = paths.iter().map(|path| format!("“{}”", path.display())).collect();
            let words = format!("{} could not be read: {inside}", names.join(", "));
            Message::Looked { found: Found::Nothing(vec![words]), add: *add }
        }
        Job::Open { root, .. } | Job::Create { root, .. } => {
            Message::NotOpened { root: root.clone(), reason: format!("“{}” could not be opened: {inside}", root.display()) }
        }
        Job::WriteTable { .. } => Message::TableWritten(Err(format!("The list was not saved: {inside}"))),
        Job::Bring(_) => {
            let refused = vec![format!("The articles could not be read: {inside}")];
            Message::Brought(Imported { incoming: Vec::new(), refused })
        }
    }
}

fn open(root: PathBuf, from: &[PathBuf], state_dir: &Path, disks: &Disks, sender: &Sender) -> Message {
    // The articles first: reading them cannot leave a set locked.
    let brought = if from.is_empty() { Imported::default() } else { host::import_files(from, &progress(sender)) };
    match host::open_on(disks, &root, state_dir, &progress(sender)) {
        Ok(opened) => Message::Ready(Box::new(Ready { opened, brought })),
        Err(reason) => Message::NotOpened { root, reason },
    }
}

/// Reports every hundredth part, so that a large set does not draw a frame for each of its files.
fn progress(sender: &Sender) -> impl Fn(usize, usize) + '_ {
    let reported = Cell::new(usize::MAX);
    move |done, total| {
        let part = done * 100 / total.max(1);
        if reported.replace(part) != part {
            sender.mention(Message::Progress { done, total });
        }
    }
}
