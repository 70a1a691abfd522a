//! Defines [`StorageError`] and [`FileNotice`]: what is wrong with a file, where, and what to do next.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::{Part, Severity};

/// A place in a file: the name of the file, and the line and column, both from 1, if they are known.
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

/// A message about a file of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNotice {
    pub severity: Severity,
    pub place: Place,
    pub text: String,
}

impl FileNotice {
    pub(super) fn new(severity: Severity, place: Place, text: impl Into<String>) -> Self {
        Self { severity, place, text: text.into() }
    }

    /// A notice that a part of the set could not be read.
    pub(super) fn unread(part: &Part, error: &StorageError) -> Self {
        let (place, what) = match error {
            StorageError::Damaged { place, reason } => (place.clone(), format!("{reason}. The file is kept as it is; {MEND}")),
            other => (Place::file(part.to_string()), other.without_file()),
        };
        Self::new(Severity::Error, place, what)
    }
}

impl fmt::Display for FileNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.text)
    }
}

/// The advice for a damaged file.
const MEND: &str = "repair it in a text editor or restore an older copy";

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    #[error("“{}” is not an annotation set: it holds no set.ron. Choose the folder that does, or start a new set", .0.display())]
    NotASet(PathBuf),
    #[error(
        "“{}” is not a folder{}, so it is no annotation set. Choose the set's folder",
        .root.display(),
        if *.is_file { "" } else { " and not a regular file" }
    )]
    NotAFolder { root: PathBuf, is_file: bool },
    #[error("“{}” already holds {what}. Choose an empty folder for the new set", .root.display())]
    Occupied { root: PathBuf, what: String },
    #[error("{}: {}", .file.display(), self.without_file())]
    Io { file: PathBuf, doing: &'static str, reason: String, next: &'static str },
    #[error("{}: {}", .file.display(), self.without_file())]
    TooLarge { file: PathBuf, size: u64, limit: u64 },
    #[error("{place}: {reason}. The file is kept as it is; {MEND}")]
    Damaged { place: Place, reason: String },
    #[error("{file}: {}", self.without_file())]
    Newer { file: String, found: (u32, u32), known: u32 },
    #[error("{file}: {}", self.without_file())]
    ChangedOutside { file: String, copy: Option<PathBuf> },
    #[error("{file}: {}", self.without_file())]
    LeavesRoot { file: String },
    #[error("“{}” holds more than {limit} articles. Choose a smaller folder", .folder.display())]
    TooMany { folder: PathBuf, limit: usize },
    #[error("“{}” is not there any more: the folder was moved, renamed or deleted, or its disk was removed. Nothing was written. {}", .root.display(), gone(.moved_to.as_deref()))]
    SetGone {
        root: PathBuf,
        /// Where the same set is now, if it was found.
        moved_to: Option<PathBuf>,
    },
    #[error(
        "“{}” holds another set than the one that was opened, or an older state of it. Nothing was written. Open the set again",
        .root.display()
    )]
    NotThisSet { root: PathBuf },
    #[error(
        "{file} is not there any more: the article was removed outside Dicta, so its annotations were not written. Restore the file, or open the set again"
    )]
    ArticleGone { file: String },
    #[error("{file}: {}", self.without_file())]
    NotReadBack { file: String },
    #[error("{}", together(.0))]
    Several(Vec<StorageError>),
}

/// There is a folder, pipe, device or the like at the path of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not a regular file")]
pub(super) struct NotRegular;

impl NotRegular {
    pub(super) fn error() -> io::Error {
        io::Error::other(Self)
    }

    fn is(error: &io::Error) -> bool {
        error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()).is_some()
    }
}

/// All errors, one on each line. Advice that several of them have in common is given once, after the last of them.
fn together(errors: &[StorageError]) -> String {
    let advice = |error: &StorageError| match error {
        StorageError::Io { next, .. } => Some(*next),
        _ => None,
    };
    let mut words = Vec::new();
    for (at, error) in errors.iter().enumerate() {
        let given_later = errors.iter().skip(at + 1).filter_map(advice).any(|next| advice(error) == Some(next));
        let mut text = error.to_string();
        if let Some(next) = advice(error).filter(|_| given_later) {
            text.truncate(text.strip_suffix(next).map_or(text.len(), |rest| rest.trim_end_matches([' ', '.']).len()));
        }
        words.push(text);
    }
    words.join(".\n")
}

fn gone(moved_to: Option<&Path>) -> String {
    match moved_to {
        Some(path) => format!("The set seems to be “{}” now: open it there", path.display()),
        None => "Restore the folder, or open the set where it is now".to_owned(),
    }
}

impl StorageError {
    pub(super) fn reading(file: &Path, error: &io::Error) -> Self {
        let next = match error.kind() {
            _ if NotRegular::is(error) => {
                "Folders, pipes and devices cannot be read as a file; use an ordinary file in its place"
            }
            io::ErrorKind::NotFound => "Check its name, and that the disk is connected",
            io::ErrorKind::PermissionDenied => "Ask its owner for the right to read it",
            _ => "Check that the disk is connected and that you may read it",
        };
        Self::Io { file: file.to_owned(), doing: "read the file", reason: in_words(error), next }
    }

    /// The error for a failed write. The caller adds what happens to the unsaved changes, which is not known here.
    pub(super) fn writing(file: &Path, doing: &'static str, error: &io::Error) -> Self {
        let next = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "Make room on the disk, then try again",
            io::ErrorKind::PermissionDenied => "Ask the owner of the folder for the right to write there, then try again",
            io::ErrorKind::ReadOnlyFilesystem => "Allow writing to the disk or choose another one, then try again",
            io::ErrorKind::NotFound => "Check that the folder is there and the disk is connected, then try again",
            _ => "Check that the disk is connected and works, then try again",
        };
        Self::Io { file: file.to_owned(), doing, reason: in_words(error), next }
    }

    /// One error for all of `errors`; `None` if there are none.
    pub(super) fn all(mut errors: Vec<Self>) -> Option<Self> {
        if errors.len() > 1 { Some(Self::Several(errors)) } else { errors.pop() }
    }

    /// What went wrong and what to do, without the name of the file.
    #[must_use]
    pub fn without_file(&self) -> String {
        match self {
            Self::Io { doing, reason, next, .. } => format!("could not {doing} ({reason}). {next}"),
            Self::TooLarge { size, limit, .. } => {
                format!("it has {size} bytes; at most {limit} are read. Split it into smaller files")
            }
            Self::Damaged { place: Place { at: Some((line, column)), .. }, reason } => {
                format!("line {line}, column {column}: {reason}")
            }
            Self::Damaged { reason, .. } => reason.clone(),
            Self::Newer { found: (major, minor), known, .. } => {
                format!(
                    "it was written by a newer Dicta (format {major}.{minor}; this one reads {known}). \
                     Open the set with that version"
                )
            }
            Self::ChangedOutside { copy: Some(copy), .. } => format!(
                "it was changed outside Dicta since it was read. What Dicta would have written is kept as “{}”; \
                 compare the two, then open the set again",
                copy.display()
            ),
            Self::ChangedOutside { copy: None, .. } => {
                "it was changed outside Dicta since it was read, so it was left as it is. Open the set again to see it".to_owned()
            }
            Self::LeavesRoot { .. } => "it leads out of the set's folder through a link, so it is neither read nor written. \
                                        Replace the link by the file"
                .to_owned(),
            Self::NotReadBack { .. } => {
                "it would not read back as what was written, so the old file was kept. Please report this as a fault in Dicta"
                    .to_owned()
            }
            Self::NotASet(_)
            | Self::NotAFolder { .. }
            | Self::Occupied { .. }
            | Self::TooMany { .. }
            | Self::SetGone { .. }
            | Self::NotThisSet { .. }
            | Self::ArticleGone { .. }
            | Self::Several(_) => self.to_string(),
        }
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
