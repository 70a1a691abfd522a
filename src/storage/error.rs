//! Says in words what went wrong with a file, where, and what to do next.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A place in a file: its name, and the line and column when they are known (both from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub at: Option<(usize, usize)>,
}

impl Place {
    /// The whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), at: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => write!(f, "{}, line {line}, column {column}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// How much a [`Notice`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Info,
    /// Something was left aside or put right; a person should look.
    Warning,
    /// Something could not be read; it is kept as it is and not written over.
    Error,
}

/// Something that a person should know about the set on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub severity: Severity,
    pub place: Place,
    pub text: String,
}

impl Notice {
    pub(super) fn new(severity: Severity, place: Place, text: impl Into<String>) -> Self {
        Self { severity, place, text: text.into() }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.text)
    }
}

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    #[error("“{}” is not an annotation set: it holds no set.ron. Choose the folder that does, or start a new set", .0.display())]
    NotASet(PathBuf),
    #[error("“{}” already holds {what}. Choose an empty folder for the new set", .root.display())]
    Occupied { root: PathBuf, what: String },
    #[error("{}: could not {doing} ({reason}). {next}", .file.display())]
    Io { file: PathBuf, doing: &'static str, reason: String, next: &'static str },
    #[error("{} has {size} bytes; at most {limit} are read. Split it into smaller files", .file.display())]
    TooLarge { file: PathBuf, size: u64, limit: u64 },
    #[error("{place}: {reason}. Mend the file in a text editor or bring back an older copy")]
    Damaged { place: Place, reason: String },
    #[error("{file} was written by a newer Dicta (format {}.{}; this one reads {}). Open the set with that version", .found.0, .found.1, .known)]
    Newer { file: String, found: (u32, u32), known: u32 },
    #[error("{file} was changed outside Dicta since it was read. {}", kept(.copy.as_deref()))]
    ChangedOutside { file: String, copy: Option<PathBuf> },
    #[error(
        "{file} leads out of the set's folder through a link, so it is neither read nor written. Replace the link by the file"
    )]
    LeavesRoot { file: String },
    #[error("“{}” holds more than {limit} articles. Choose a smaller folder", .folder.display())]
    TooMany { folder: PathBuf, limit: usize },
    #[error("“{}” is not there any more: the folder was moved, renamed or deleted, or its disk was taken out. Nothing was written. {}", .root.display(), gone(.moved_to.as_deref()))]
    SetGone {
        root: PathBuf,
        /// Where the same set stands now, if it was found.
        moved_to: Option<PathBuf>,
    },
    #[error(
        "“{}” holds another set than the one that was opened, or an older state of it. Nothing was written. Open the set again; what is not saved comes back with it",
        .root.display()
    )]
    NotThisSet { root: PathBuf },
    #[error(
        "{file} is not there any more: the article was removed outside Dicta, so its annotations were not written. Bring the file back, or open the set again"
    )]
    ArticleGone { file: String },
    #[error("{file} would not read back as what was written, so the old file was kept. Please report this as a fault in Dicta")]
    NotReadBack { file: String },
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Several(Vec<StorageError>),
}

fn kept(copy: Option<&Path>) -> String {
    match copy {
        Some(copy) => {
            format!("What Dicta would have written is kept as “{}”; compare the two, then open the set again", copy.display())
        }
        None => "Open the set again; your changes are kept in the journal".to_owned(),
    }
}

fn gone(moved_to: Option<&Path>) -> String {
    match moved_to {
        Some(path) => format!("The set seems to be “{}” now: open it there, and what is not saved comes back", path.display()),
        None => "Bring the folder back, or open the set where it is now; what is not saved comes back with it".to_owned(),
    }
}

impl StorageError {
    pub(super) fn reading(file: &Path, error: &io::Error) -> Self {
        let next = "Check that the disk is connected and that you may read the file";
        Self::Io { file: file.to_owned(), doing: "read the file", reason: in_words(error), next }
    }

    pub(super) fn writing(file: &Path, doing: &'static str, error: &io::Error) -> Self {
        let next = "The old file is untouched and your changes are kept in the journal; make room or choose another disk, and save again";
        Self::Io { file: file.to_owned(), doing, reason: in_words(error), next }
    }

    /// One error for all of `errors`; nothing when there are none.
    pub(super) fn all(mut errors: Vec<Self>) -> Option<Self> {
        if errors.len() > 1 { Some(Self::Several(errors)) } else { errors.pop() }
    }
}

fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        _ => error.to_string(),
    }
}
