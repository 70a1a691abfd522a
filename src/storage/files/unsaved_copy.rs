//! Names the file that holds what could not be saved, because the original was changed outside Dicta.

use std::path::{Path, PathBuf};

/// First part of the mark in such a file's name.
pub(in crate::storage) const NOT_SAVED: &str = "(not saved by Dicta";

/// The path of the copy number `number`, from 1, next to the file at `path`.
pub(super) fn copy_path(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let count = if number < 2 { String::new() } else { format!(" {number}") };
    path.with_file_name(format!("{stem} {NOT_SAVED}{count}).{extension}"))
}
