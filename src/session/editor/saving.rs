//! Decides when the set's files are written: after a quiet moment, at the latest after two seconds.
//!
//! All moments are milliseconds on a clock that never goes back.

/// Milliseconds without an edit after which the files are written.
const QUIET_MS: u64 = 400;
/// Milliseconds after the first unsaved edit at which they are written, quiet or not.
const LATEST_MS: u64 = 2_000;
/// Milliseconds between attempts after one that failed.
const RETRY_MS: u64 = 5_000;

/// Whether the files contain everything that is in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is in the set's files, on disk.
    Saved,
    /// Something is not; [`crate::session::Safety`] says whether the journal has it.
    Unsaved,
    /// The files could not be written; with the reason, in words.
    Failed(String),
}

/// Decides when to save.
#[derive(Clone, Debug)]
pub struct Saving {
    state: SaveState,
    /// Times of the first and the last edit since the last save was started.
    waiting: Option<(u64, u64)>,
    /// The save that is running.
    writing: Option<Running>,
    retry_at: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Running {
    revision: u64,
    /// Number of journal entries that the document of this revision holds.
    entries: u64,
}

impl Saving {
    pub(in crate::session) fn new(unsaved: bool, now: u64) -> Self {
        let waiting = unsaved.then_some((now, now));
        let state = if unsaved { SaveState::Unsaved } else { SaveState::Saved };
        Self { state, waiting, writing: None, retry_at: None }
    }

    pub(in crate::session) fn state(&self) -> &SaveState {
        &self.state
    }

    /// Whether a save is running.
    pub(in crate::session) fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    pub(in crate::session) fn edited(&mut self, now: u64) {
        self.waiting = Some((self.waiting.map_or(now, |(first, _)| first), now));
        if self.state == SaveState::Saved {
            self.state = SaveState::Unsaved;
        }
    }

    /// Milliseconds until a save is due; `None` if none is.
    pub(in crate::session) fn due_in_ms(&self, now: u64) -> Option<u64> {
        let (first, last) = self.waiting?;
        if self.writing.is_some() {
            // One save at a time: the next one is due after the report of the running one.
            return None;
        }
        if let Some(at) = self.retry_at {
            return Some(at.saturating_sub(now));
        }
        let quiet = QUIET_MS.saturating_sub(now.saturating_sub(last));
        Some(quiet.min(LATEST_MS.saturating_sub(now.saturating_sub(first))))
    }

    /// Starts a save of `revision`, which holds `entries`; returns `false` if nothing is waiting or a save is running.
    pub(in crate::session) fn begin(&mut self, revision: u64, entries: u64) -> bool {
        if self.waiting.is_none() || self.writing.is_some() {
            return false;
        }
        self.waiting = None;
        self.retry_at = None;
        self.writing = Some(Running { revision, entries });
        true
    }

    /// Ends the running save. Returns the number of entries that the files hold now, if it was the save of `revision`.
    pub(in crate::session) fn saved(&mut self, revision: u64) -> Option<u64> {
        let Running { entries, .. } = self.writing.take_if(|running| running.revision == revision)?;
        self.state = if self.waiting.is_none() { SaveState::Saved } else { SaveState::Unsaved };
        Some(entries)
    }

    pub(in crate::session) fn failed(&mut self, reason: String, now: u64) {
        self.writing = None;
        self.waiting = Some(self.waiting.unwrap_or((now, now)));
        self.retry_at = Some(now + RETRY_MS);
        self.state = SaveState::Failed(reason);
    }
}
