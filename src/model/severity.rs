//! Defines [`Severity`]: how much a message to a person matters.

/// How much a message matters, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know; nothing has to be done.
    Info,
    /// Something was skipped or repaired; a person should check it.
    Warning,
    /// Something failed, such as reading or writing a file.
    Error,
}
