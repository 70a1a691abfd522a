//! Defines [`Safety`]: how many changes of this session are on disk, and why others are not.

/// Where changes are written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Store {
    /// The journal in the state folder of this computer.
    Journal,
    /// The files of the set.
    Files,
}

/// Counts the changes of a session that are on disk. Both stores write changes in order, so a count says which they contain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    /// Entries handed out for the journal.
    made: u64,
    /// Number of entries that are in the journal.
    in_journal: u64,
    /// Number of entries that are in the set's files.
    in_files: u64,
    /// Why the journal could not be written when that was last tried.
    journal_error: Option<String>,
    /// The disk that has not answered for some seconds.
    silent: Option<Store>,
}

impl Safety {
    /// Number of changes that are neither in the set's files nor in the journal, and would be lost in a crash.
    #[must_use]
    pub fn not_yet_safe(&self) -> u64 {
        self.made - self.in_journal.max(self.in_files)
    }

    /// Number of changes of this session that are not in the set's files.
    #[must_use]
    pub fn not_in_files(&self) -> u64 {
        self.made - self.in_files
    }

    /// Why the journal could not be written when that was last tried; `None` if it could.
    #[must_use]
    pub fn journal_error(&self) -> Option<&str> {
        self.journal_error.as_deref()
    }

    /// The disk that has not answered for some seconds.
    #[must_use]
    pub fn silent(&self) -> Option<Store> {
        self.silent
    }

    /// Number of entries handed out so far.
    pub(in crate::session) fn made(&self) -> u64 {
        self.made
    }

    pub(in crate::session) fn make(&mut self, entries: usize) {
        self.made += entries as u64;
    }

    pub(in crate::session) fn journaled(&mut self, entries: u64) {
        self.in_journal = self.in_journal.max(entries.min(self.made));
        self.journal_error = None;
    }

    pub(in crate::session) fn saved(&mut self, entries: u64) {
        self.in_files = self.in_files.max(entries.min(self.made));
    }

    pub(in crate::session) fn journal_failed(&mut self, reason: String) {
        self.journal_error = Some(reason);
    }

    pub(in crate::session) fn answers(&mut self, silent: Option<Store>) {
        self.silent = silent;
    }
}
