//! Defines [`Message`]: what the worker threads report to the window.

use std::path::PathBuf;
use std::sync::mpsc::{SyncSender, TrySendError};

use super::inspect_paths::Found;
use crate::host::{Imported, Opened};
use crate::session::Report;

/// What the worker threads report to the window.
#[derive(Debug)]
pub enum Message {
    /// From the journal, the save or a job, about the set with that number.
    Report { set: u64, report: Report },
    /// The set with that number is closed: its last save is done and its lock released.
    Ended { set: u64 },
    /// What the paths turned out to be.
    Looked { found: Found, add: bool },
    /// Number of files read, and of all.
    Progress { done: usize, total: usize },
    /// A set is open, and these articles are to be added to it.
    Ready(Box<Ready>),
    /// A set could not be opened or made; why, in words.
    NotOpened { root: PathBuf, reason: String },
    /// A table was written to this file, or why it was not, in words.
    TableWritten(Result<PathBuf, String>),
    /// A copy of the set was written to this folder, or why it was not, in words.
    Copied { revision: u64, root: PathBuf, result: Result<(), String> },
    /// Articles were read.
    Brought(Imported),
    /// The preferences could not be written; why, in words.
    PreferencesFailed(String),
    /// A worker thread failed and was started again.
    Died { worker: &'static str, reason: String },
}

/// A set that was opened.
#[derive(Debug)]
pub struct Ready {
    pub opened: Opened,
    pub brought: Imported,
}

/// Where a thread puts its messages; wakes the window each time.
#[derive(Clone, Debug)]
pub struct Sender {
    channel: SyncSender<Message>,
    ctx: egui::Context,
}

impl Sender {
    /// A sender that wakes the window of `ctx`.
    #[must_use]
    pub fn new(channel: SyncSender<Message>, ctx: egui::Context) -> Self {
        Self { channel, ctx }
    }

    /// Waits if the window is many messages behind; does nothing if it is gone.
    pub fn send(&self, message: Message) {
        if let Err(TrySendError::Full(message)) = self.channel.try_send(message) {
            // The window must know that there is something to take before it is waited for.
            self.ctx.request_repaint();
            let _ = self.channel.send(message);
        }
        self.ctx.request_repaint();
    }

    /// Leaves the message out if the window is behind: the next one says more.
    pub fn mention(&self, message: Message) {
        if !matches!(self.channel.try_send(message), Err(TrySendError::Full(_))) {
            self.ctx.request_repaint();
        }
    }
}
