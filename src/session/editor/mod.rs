//! The document, its history and what is safe on disk; the only code that changes the document.

pub(super) mod annotator;
pub mod ids;
pub mod safety;
pub mod saving;
pub mod step;
