//! Defines [`Outgoing`]: a bounded channel to a thread that never makes the window wait.

use std::collections::VecDeque;
use std::sync::mpsc::{SyncSender, TrySendError};

/// Puts messages into a bounded channel; those that find it full wait here, in order.
#[derive(Debug)]
pub struct Outgoing<T> {
    waiting: VecDeque<T>,
    sender: SyncSender<T>,
    /// The thread is gone: it cannot be told anything any more.
    pub broken: bool,
}

impl<T> Outgoing<T> {
    pub(super) fn new(sender: SyncSender<T>) -> Self {
        Self { waiting: VecDeque::new(), sender, broken: false }
    }

    /// A channel to nobody.
    pub(super) fn closed() -> Self {
        Self::new(std::sync::mpsc::sync_channel(0).0)
    }

    pub(super) fn push(&mut self, message: T) {
        self.waiting.push_back(message);
        self.flush();
    }

    /// Hands over what fits. Returns whether everything did.
    pub(super) fn flush(&mut self) -> bool {
        while let Some(message) = self.waiting.pop_front() {
            match self.sender.try_send(message) {
                Ok(()) => {}
                Err(TrySendError::Full(message)) => {
                    self.waiting.push_front(message);
                    return false;
                }
                Err(TrySendError::Disconnected(_)) => self.broken = true,
            }
        }
        true
    }

    /// Hands over everything, waiting for room.
    pub(super) fn finish(self) {
        for message in self.waiting {
            if self.sender.send(message).is_err() {
                return;
            }
        }
    }
}
