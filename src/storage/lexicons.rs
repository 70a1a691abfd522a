//! Reads and writes the lexicon files of a set as text. `suggest` parses them.

use std::path::Path;

use super::error::{FileNotice, Place, StorageError};
use super::files::atomic;
use super::files::fs::{Disk, Fs as _};
use super::load::must_read;
use super::scan::{Entry, entries, leaves, note_stray};
use super::source::text_of;
use crate::model::Severity;

/// Maximum size of a lexicon file, in bytes: ten times all the verbs of a language.
const LIMIT: u64 = 1 << 20;

/// A file of the folder `lexicons`, not parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconFile {
    /// Tag of the language, which is also the name of the file: `fr`.
    pub language: String,
    /// Relative to the set, for messages.
    pub file: String,
    pub ron: String,
}

/// The lexicons of a set, sorted by language. Unreadable files are skipped, each with a notice.
pub(super) fn read(root: &Path, notices: &mut Vec<FileNotice>) -> Vec<LexiconFile> {
    let folder = root.join("lexicons");
    if folder.is_symlink() && !std::fs::canonicalize(&folder).is_ok_and(|real| real.starts_with(root)) {
        notices.push(FileNotice::new(Severity::Error, Place::file("lexicons"), leaves("lexicons")));
        return Vec::new();
    }
    let listed = entries(root, &folder, "lexicons/", notices);
    let listed = listed.unwrap_or_else(|error| {
        notices.push(FileNotice::new(Severity::Error, Place::file("lexicons"), error.without_file()));
        Vec::new()
    });
    let mut found = Vec::new();
    for entry in listed {
        match language_of(&entry) {
            Some(language) => match text(root, &entry.shown) {
                Ok(ron) => found.push(LexiconFile { language, file: entry.shown, ron }),
                Err(error) => notices.push(told(&entry.shown, error)),
            },
            None if looks_ours(&entry) => {
                let text = "is not named after a language, as fr.ron is after French; it is not read. Rename it";
                notices.push(FileNotice::new(Severity::Warning, Place::file(&entry.shown), text));
            }
            None => note_stray(notices, &entry),
        }
    }
    found
}

/// Writes the files of the folder `lexicons` into a set that has none.
///
/// # Errors
/// If they cannot be written.
pub fn write(root: &Path, lexicons: &[LexiconFile]) -> Result<(), StorageError> {
    if lexicons.is_empty() {
        return Ok(());
    }
    let folder = root.join("lexicons");
    Disk.create_folder(&folder).map_err(|error| StorageError::writing(&folder, "make the folder", &error))?;
    for LexiconFile { file, ron, .. } in lexicons {
        atomic::prepare(&Disk, &root.join(file), ron.as_bytes())?.publish(&Disk)?;
    }
    atomic::settle(&Disk, &folder.join("lexicons"))
}

/// The language tag in the name of a file: two or three lower-case letters.
fn language_of(entry: &Entry) -> Option<String> {
    let tag = entry.name.strip_suffix(".ron").filter(|tag| matches!(tag.len(), 2 | 3))?;
    let is_tag = tag.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_tag && !entry.is_folder && !entry.leaves_root).then(|| tag.to_owned())
}

/// Whether this is a RON file, or a folder with such a name, which was probably meant as a lexicon.
fn looks_ours(entry: &Entry) -> bool {
    !entry.leaves_root && Path::new(&entry.name).extension().is_some_and(|end| end.eq_ignore_ascii_case("ron"))
}

fn text(root: &Path, file: &str) -> Result<String, StorageError> {
    text_of(&must_read(root, file, LIMIT)?, file).map(std::borrow::Cow::into_owned)
}

fn told(file: &str, error: StorageError) -> FileNotice {
    match error {
        StorageError::Damaged { place, reason } => {
            FileNotice::new(Severity::Error, place, format!("{reason}. Nothing of it is used until it is mended"))
        }
        other => FileNotice::new(Severity::Error, Place::file(file), other.without_file()),
    }
}
