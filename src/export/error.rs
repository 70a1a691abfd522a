//! Defines [`ExportError`]: why an export failed.

use std::io;

/// Why an export failed. What was written so far must be discarded.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("{file}: {source}")]
    Write { file: String, source: io::Error },
    /// A set returned inconsistent data while it was read.
    #[error("{0}")]
    Read(String),
    /// The sets conflict; one line for each reason.
    #[error("the sets cannot be in one table:\n  {}\nexport them one by one", .0.join("\n  "))]
    Conflict(Vec<String>),
}

impl ExportError {
    /// An error that happened while writing `file`.
    pub fn write(file: &str, source: impl Into<io::Error>) -> Self {
        Self::Write { file: file.to_owned(), source: source.into() }
    }

    /// Whether the reader of the output, such as `head`, has closed it.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
    }
}
