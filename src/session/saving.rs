//! Decides when the set's files are written: after a quiet moment, at the latest after two seconds.

use crate::model::Timestamp;

/// Milliseconds without an edit after which the files are written.
const QUIET_MS: u64 = 400;
/// Milliseconds after the first unsaved edit at which they are written, quiet or not.
const LATEST_MS: u64 = 2_000;
/// Milliseconds between attempts after one that failed.
const RETRY_MS: u64 = 5_000;

/// How far the files are behind the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is in the set's files, on disk.
    Saved,
    /// Something is not; it is in the journal.
    Unsaved,
    /// The files could not be written; why, in words.
    Failed(String),
}

/// Decides when to save.
#[derive(Clone, Debug)]
pub struct Saving {
    state: SaveState,
    /// First and last edit that no save has taken up.
    waiting: Option<(Timestamp, Timestamp)>,
    /// Revision that is being written.
    writing: Option<u64>,
    retry_at: Option<Timestamp>,
}

impl Saving {
    pub(super) fn new(unsaved: bool, now: Timestamp) -> Self {
        let waiting = unsaved.then_some((now, now));
        let state = if unsaved { SaveState::Unsaved } else { SaveState::Saved };
        Self { state, waiting, writing: None, retry_at: None }
    }

    pub(super) fn state(&self) -> &SaveState {
        &self.state
    }

    pub(super) fn edited(&mut self, now: Timestamp) {
        self.waiting = Some((self.waiting.map_or(now, |(first, _)| first), now));
        if self.state == SaveState::Saved {
            self.state = SaveState::Unsaved;
        }
    }

    /// Milliseconds until a save is due; nothing when none is.
    pub(super) fn due_in_ms(&self, now: Timestamp) -> Option<u64> {
        let (first, last) = self.waiting?;
        if self.writing.is_some() {
            // One save at a time: the report of the running one wakes us.
            return None;
        }
        if let Some(at) = self.retry_at {
            return Some(at.since(now));
        }
        let quiet = QUIET_MS.saturating_sub(now.since(last));
        Some(quiet.min(LATEST_MS.saturating_sub(now.since(first))))
    }

    /// Takes up what is waiting: the caller writes `revision` now.
    pub(super) fn begin(&mut self, revision: u64) -> bool {
        if self.waiting.is_none() || self.writing.is_some() {
            return false;
        }
        self.waiting = None;
        self.retry_at = None;
        self.writing = Some(revision);
        true
    }

    pub(super) fn saved(&mut self, revision: u64) {
        if self.writing == Some(revision) {
            self.writing = None;
            self.state = if self.waiting.is_none() { SaveState::Saved } else { SaveState::Unsaved };
        }
    }

    pub(super) fn failed(&mut self, reason: String, now: Timestamp) {
        self.writing = None;
        self.waiting = Some(self.waiting.unwrap_or((now, now)));
        self.retry_at = Some(Timestamp(now.0 + i64::try_from(RETRY_MS).unwrap_or(0)));
        self.state = SaveState::Failed(reason);
    }
}
