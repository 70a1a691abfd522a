//! Defines [`News`]: what the threads tell the window.

use std::path::PathBuf;
use std::sync::mpsc::{SyncSender, TrySendError};

use super::look::Found;
use crate::host::{Brought, Opened};
use crate::session::Report;

/// What the threads tell the window.
#[derive(Debug)]
pub enum News {
    /// From the writer or a search, about the set with that number.
    Written { set: u64, report: Report },
    /// The writer has let go of the set with that number.
    Ended { set: u64 },
    /// What the paths turned out to be.
    Looked { found: Found, add: bool },
    /// So many of so many are read.
    Progress { done: usize, total: usize },
    /// A set is open, and these articles are to come into it.
    Ready(Box<Ready>),
    /// A set could not be opened or made; why, in words.
    NotOpened { root: PathBuf, reason: String },
    /// A table stands in this file, or why it does not, in words.
    TableWritten(Result<PathBuf, String>),
    /// Articles were read.
    Brought(Brought),
}

/// A set that was opened.
#[derive(Debug)]
pub struct Ready {
    pub opened: Opened,
    pub brought: Brought,
}

/// Where a thread puts its news; wakes the window each time.
#[derive(Clone, Debug)]
pub struct Herald {
    sender: SyncSender<News>,
    ctx: egui::Context,
}

impl Herald {
    pub(super) fn new(sender: SyncSender<News>, ctx: egui::Context) -> Self {
        Self { sender, ctx }
    }

    /// Waits when the window is behind; does nothing when it is gone.
    pub(super) fn tell(&self, news: News) {
        let _ = self.sender.send(news);
        self.ctx.request_repaint();
    }

    /// Left out when the window is behind: the next one says more.
    pub(super) fn mention(&self, news: News) {
        if !matches!(self.sender.try_send(news), Err(TrySendError::Full(_))) {
            self.ctx.request_repaint();
        }
    }
}
