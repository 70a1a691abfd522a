//! Long work on snapshots of a document, without a session: search and suggestions.

pub mod propose;
pub mod purpose;
pub mod quotations;
pub mod row;
pub mod search_names;
pub mod search_text;
