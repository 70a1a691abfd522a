//! Finds the article files that a person points at, and reads their bytes.

use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::TEXT_LIMIT;
use super::error::StorageError;
use super::fs::{Disk, Fs};
use super::load::read_error;

/// Most articles that are taken from one folder.
const MOST: usize = 50_000;
/// Folders within folders that are followed.
const DEPTH: usize = 32;

/// The article files that `path` stands for, sorted: the file itself, or those below the folder that end in .txt, .md or .text.
///
/// Hidden files and folders are left out, and links that lead out of the folder.
///
/// # Errors
/// When the path cannot be read, or holds more articles than an open set bears.
pub fn article_files(path: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let real = fs::canonicalize(path).map_err(|error| StorageError::reading(path, &error))?;
    if !real.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![(path.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| StorageError::reading(&folder, &error))? {
            let entry = entry.map_err(|error| StorageError::reading(&folder, &error))?;
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let kind = entry.file_type().map_err(|error| StorageError::reading(&path, &error))?;
            if kind.is_dir() {
                if depth < DEPTH {
                    folders.push((path, depth + 1));
                }
                continue;
            }
            // A link to a folder could lead in a circle, so only links to files within are followed.
            let stays = !kind.is_symlink() || fs::canonicalize(&path).is_ok_and(|target| target.starts_with(&real));
            if stays && path.is_file() && is_article(&path) {
                found.push(path);
            }
            if found.len() > MOST {
                return Err(StorageError::TooMany { folder: real, limit: MOST });
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["txt", "md", "text"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// The bytes of an article file, at most 16 MiB.
///
/// # Errors
/// When the file is not there, cannot be read, or is larger.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, StorageError> {
    match Disk.read(path, TEXT_LIMIT) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(StorageError::reading(path, &std::io::ErrorKind::NotFound.into())),
        Err(error) => Err(read_error(path, TEXT_LIMIT, &error)),
    }
}
