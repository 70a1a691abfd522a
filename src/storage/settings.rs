//! Reads and writes a small settings file, atomically, for its owner only. A damaged file is kept under another name.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::files::fs::{Disk, Fs as _};

/// Maximum size of the file, in bytes.
const LIMIT: u64 = 4 << 20;

/// The text of the file; `None` if there is none.
///
/// # Errors
/// If it cannot be read or is not UTF-8.
pub fn read(path: &Path) -> Result<Option<String>, StorageError> {
    let bytes = Disk.read(path, LIMIT).map_err(|error| StorageError::reading(path, &error))?;
    let text = bytes.map(String::from_utf8).transpose();
    text.map_err(|_| StorageError::reading(path, &io::Error::other("it is not text")))
}

/// Replaces the file in one step, after the disk has confirmed the new content.
///
/// # Errors
/// If it cannot be written; the file is then unchanged.
pub fn write(path: &Path, text: &str) -> Result<(), StorageError> {
    // A symbolic link is kept, and its target is replaced.
    let real = fs::canonicalize(path);
    let path = real.as_deref().unwrap_or(path);
    let folder = path.parent().unwrap_or(Path::new(""));
    let new = path.with_extension(format!("{}.tmp", std::process::id()));
    let written = fs::create_dir_all(folder).and_then(|()| write_new(&new, text)).and_then(|()| fs::rename(&new, path));
    if let Err(error) = written {
        // The unfinished file is of no use.
        let _ = fs::remove_file(&new);
        return Err(StorageError::Io {
            file: path.to_owned(),
            doing: "write the file",
            reason: error.to_string(),
            next: "The old file is untouched; make room on the disk",
        });
    }
    // If the folder cannot be synced, it has either the old or the new file after a power cut, and both are complete.
    let _ = Disk.sync_folder(folder);
    Ok(())
}

/// Renames a file that could not be read, so that it is not overwritten. Returns its new path.
///
/// # Errors
/// If it cannot be renamed.
pub fn set_aside(path: &Path) -> Result<PathBuf, StorageError> {
    let name = |number: usize| if number == 1 { "bak".to_owned() } else { format!("{number}.bak") };
    let free = (1..100).map(|number| path.with_extension(name(number))).find(|path| !path.exists());
    let aside = free.unwrap_or_else(|| path.with_extension("bak"));
    fs::rename(path, &aside).map_err(|error| StorageError::writing(path, "rename the file", &error))?;
    Ok(aside)
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    // A crash may have left one.
    let _ = fs::remove_file(path);
    let mut file = create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(unix)]
fn create(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
