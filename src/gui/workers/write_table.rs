//! Writes a table to a new file, completely or not at all.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::storage::files::table_files::TableFiles;

/// Writes the file. An existing file is not replaced.
///
/// # Errors
/// If it was not written; the reason, in words.
pub(super) fn write(path: PathBuf, bytes: &[u8]) -> Result<PathBuf, String> {
    if path.exists() && !path.is_dir() {
        return Err(format!("“{}” already exists. Choose another name", path.display()));
    }
    let name = path.file_name().and_then(|name| name.to_str());
    let Some(name) = name.filter(|_| !path.is_dir()) else {
        return Err(format!("“{}” is not a file name. Add a name such as results.csv", path.display()));
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    match written(folder, name, bytes) {
        Ok(()) => Ok(path),
        Err(error) => Err(format!("The list was not saved: {error}")),
    }
}

fn written(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut files = TableFiles::new(folder)?;
    let mut out = files.create(name)?;
    out.write_all(bytes)?;
    out.flush()?;
    drop(out);
    files.commit()
}
