//! The text of RON files: writing, fast reading, records and versions.

pub(super) mod fast_ron;
pub(super) mod record;
pub(super) mod ron_writer;
pub(super) mod version;
