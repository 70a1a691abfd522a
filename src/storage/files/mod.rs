//! Files and folders: atomic writes, locks, permissions, detection of changes from outside.

pub(super) mod atomic;
pub(super) mod change_guard;
pub(super) mod fingerprint;
pub mod fs;
pub(super) mod linked;
pub mod lock;
pub(super) mod log;
pub(super) mod private;
pub(super) mod rights;
pub(super) mod spelling;
pub mod table_files;
pub(super) mod unfinished;
pub(super) mod unsaved_copy;
