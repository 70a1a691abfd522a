//! Defines [`Access`]: whether the set may be changed.

use crate::model::Annotator;
use crate::session::input::notice::Message;

/// Whether the set may be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    ReadWrite,
    /// With the reason, in words.
    ReadOnly(String),
    /// Only these people have annotated the set, and it is not known who annotates now: nothing may be changed until
    /// [`crate::session::Command::AnnotateAs`] answers that. Until then the annotations of the session's annotator are shown.
    Asks(Vec<Annotator>),
}

impl Access {
    /// Whether the set can be changed now.
    #[must_use]
    pub fn permits_changes(&self) -> bool {
        *self == Self::ReadWrite
    }

    /// Whether this window writes the set's files, so that unsaved changes must be saved before it closes.
    #[must_use]
    pub fn keeps_files(&self) -> bool {
        !matches!(self, Self::ReadOnly(_))
    }

    /// Checks that the set can be changed now.
    ///
    /// # Errors
    /// If it cannot, with a message that says why.
    pub fn check(&self) -> Result<(), Message> {
        match self {
            Self::ReadWrite => Ok(()),
            Self::ReadOnly(reason) => Err(Message::warning(format!("This set is open for reading only: {reason}"))),
            Self::Asks(_) => Err(Message::info("Nothing was changed: say first who annotates here")),
        }
    }
}
