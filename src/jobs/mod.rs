//! Long work on snapshots of a document, without a session: search, quotations, the pool of threads.

pub(crate) mod pool;
pub mod propose;
pub mod purpose;
pub mod quotations;
pub mod search_names;
pub mod search_text;
