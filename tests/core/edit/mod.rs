//! How a document changes.

mod history;
