//! Finds the article files of a path, reports which files are left out, and reads their bytes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{NotRegular, StorageError};
use super::files::atomic::TEXT_LIMIT;
use super::files::fs::{Disk, Fs};
use super::load::read_error;

/// Maximum number of articles that are imported from one folder.
const MOST: usize = 50_000;
/// Maximum depth of nested folders.
const DEPTH: usize = 32;
/// Why a web page is not imported, and what to do.
pub const WEB_PAGE: &str =
    "it is a web page (HTML), not a text; open it in a browser, copy the article's text and save that as a .txt file";

/// The article files of a path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundFiles {
    /// Sorted.
    pub files: Vec<PathBuf>,
    /// Everything in the folder that is not in `files`, sorted, except hidden files and folders.
    pub left_out: Vec<LeftOut>,
}

/// A file or folder that is not imported, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("“{}” was not added: {reason}", .path.display())]
pub struct LeftOut {
    /// Whether it could not be read; otherwise it is of a kind that is not imported.
    pub is_failure: bool,
    pub path: PathBuf,
    pub reason: String,
}

impl FoundFiles {
    fn leave_out(&mut self, path: PathBuf, reason: &str) {
        self.left_out.push(LeftOut { is_failure: false, path, reason: reason.to_owned() });
    }

    fn fail(&mut self, path: PathBuf, error: &io::Error) {
        let reason = StorageError::reading(&path, error).without_file();
        self.left_out.push(LeftOut { is_failure: true, path, reason });
    }
}

/// The article files of `path`: the file itself, unless it is named like a web page, or all files in the folder, at any
/// depth, that end in .txt, .md or .text.
///
/// Symbolic links that lead out of the folder are left out, and so is what cannot be read.
///
/// # Errors
/// If the path cannot be read, or holds too many articles for one set.
pub fn article_files(path: &Path) -> Result<FoundFiles, StorageError> {
    let failed = |error: io::Error| StorageError::reading(path, &error);
    let real = fs::canonicalize(path).map_err(failed)?;
    let mut found = FoundFiles::default();
    let metadata = fs::metadata(&real).map_err(failed)?;
    if metadata.is_file() {
        if is_web_page(path) {
            found.leave_out(path.to_owned(), WEB_PAGE);
        } else {
            found.files.push(path.to_owned());
        }
        return Ok(found);
    }
    if !metadata.is_dir() {
        return Err(failed(NotRegular::error()));
    }
    let mut folders = vec![(path.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(failed(error)),
            Err(error) => {
                found.fail(folder, &error);
                continue;
            }
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    found.fail(folder.clone(), &error);
                    continue;
                }
            };
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let path = entry.path();
            match kind_of(&entry, &real) {
                Ok(Kind::Folder) if depth == DEPTH => found.leave_out(path, "it is nested in too many folders"),
                Ok(Kind::Folder) => folders.push((path, depth + 1)),
                Ok(Kind::Article) => found.files.push(path),
                Ok(Kind::Other(reason)) => found.leave_out(path, reason),
                Err(error) => found.fail(path, &error),
            }
            if found.files.len() > MOST {
                return Err(StorageError::TooMany { folder: real, limit: MOST });
            }
        }
    }
    found.files.sort();
    found.left_out.sort();
    Ok(found)
}

enum Kind {
    Folder,
    Article,
    /// Not imported; the reason.
    Other(&'static str),
}

/// What an entry of a folder below `root` is.
fn kind_of(entry: &fs::DirEntry, root: &Path) -> io::Result<Kind> {
    let path = entry.path();
    let kind = entry.file_type()?;
    if kind.is_dir() {
        return Ok(Kind::Folder);
    }
    if kind.is_symlink() && !fs::canonicalize(&path)?.starts_with(root) {
        return Ok(Kind::Other("it is a link that leads out of the folder"));
    }
    // A link to a folder could lead in a circle, so only links to files inside the folder are followed.
    let metadata = fs::metadata(&path)?;
    if metadata.is_dir() {
        return Ok(Kind::Other("it is a link to a folder"));
    }
    if !metadata.is_file() {
        return Ok(Kind::Other("it is not a regular file"));
    }
    if is_web_page(&path) {
        return Ok(Kind::Other(WEB_PAGE));
    }
    let other = Kind::Other("only .txt, .md and .text files are read; save its text as one of these");
    Ok(if is_article(&path) { Kind::Article } else { other })
}

fn is_article(path: &Path) -> bool {
    ends_in(path, &["txt", "md", "text"])
}

fn is_web_page(path: &Path) -> bool {
    ends_in(path, &["htm", "html", "xhtml", "shtml", "mht", "mhtml"])
}

fn ends_in(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// The bytes of an article file, at most 16 MiB.
///
/// # Errors
/// If the file is not there, cannot be read, or is larger.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, StorageError> {
    match Disk.read(path, TEXT_LIMIT) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(StorageError::reading(path, &io::ErrorKind::NotFound.into())),
        Err(error) => Err(read_error(path, TEXT_LIMIT, &error)),
    }
}
