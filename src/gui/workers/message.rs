//! Defines [`Message`]: what the worker threads report to the window.

use std::path::PathBuf;
use std::sync::mpsc::{SyncSender, TrySendError};

use super::inspect_paths::Found;
use crate::host::{Imported, Opened};
use crate::session::Report;

/// What the worker threads report to the window.
#[derive(Debug)]
pub enum Message {
    /// A report of the journal, a save or a job, about the set with that number.
    Report { set: u64, report: Report },
    /// The set with that number is closed: its last save is done and its lock released.
    Ended { set: u64 },
    /// What inspected paths are.
    Inspected { found: Found, add: bool },
    /// Number of files read so far, and in total.
    Progress { done: usize, total: usize },
    /// A set is open, and these articles are to be added to it.
    Ready(Box<Ready>),
    /// A set could not be opened or created; the reason, in words.
    NotOpened { root: PathBuf, reason: String },
    /// The file to which a table was written, or the reason why not, in words.
    TableWritten(Result<PathBuf, String>),
    /// A copy of the set was written to this folder; or the reason why not, in words.
    Copied { revision: u64, root: PathBuf, result: Result<(), String> },
    /// Articles were read.
    ArticlesRead(Imported),
    /// The preferences could not be written; the reason, in words.
    PreferencesFailed(String),
    /// A worker thread panicked and was restarted.
    Died { worker: &'static str, reason: String },
}

/// A set that was opened.
#[derive(Debug)]
pub struct Ready {
    pub opened: Opened,
    pub brought: Imported,
}

/// Sends messages to the window, and repaints it each time.
#[derive(Clone, Debug)]
pub struct Sender {
    channel: SyncSender<Message>,
    ctx: egui::Context,
}

impl Sender {
    /// A sender that repaints the window of `ctx`.
    #[must_use]
    pub fn new(channel: SyncSender<Message>, ctx: egui::Context) -> Self {
        Self { channel, ctx }
    }

    /// Sends a message. Blocks if the channel is full; does nothing if the window is closed.
    pub fn send(&self, message: Message) {
        if let Err(TrySendError::Full(message)) = self.channel.try_send(message) {
            // The window must be woken before this thread blocks.
            self.ctx.request_repaint();
            let _ = self.channel.send(message);
        }
        self.ctx.request_repaint();
    }

    /// Sends a message, or drops it if the channel is full: for progress, which the next message updates.
    pub fn mention(&self, message: Message) {
        if !matches!(self.channel.try_send(message), Err(TrySendError::Full(_))) {
            self.ctx.request_repaint();
        }
    }
}
