//! Defines [`ExportError`]: why nothing could be exported.

use std::io;

/// Why nothing could be exported. What was written so far must be thrown away.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("{file}: {source}")]
    Write { file: String, source: io::Error },
    /// A set did not keep its promises while it was read.
    #[error("{0}")]
    Read(String),
    /// The sets contradict each other; one line for each reason.
    #[error("the sets cannot stand in one table:\n  {}\nexport them one by one", .0.join("\n  "))]
    Conflict(Vec<String>),
}

impl ExportError {
    /// An error that happened while writing `file`.
    pub fn write(file: &str, source: impl Into<io::Error>) -> Self {
        Self::Write { file: file.to_owned(), source: source.into() }
    }

    /// Whether whoever read the output has had enough, as `head` does.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
    }
}
