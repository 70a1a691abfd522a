//! Adds to a log on the local disk: a file of bounded size, for its owner only.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::private;
use crate::storage::error::NotRegular;

/// Largest log, in bytes. A full one is kept as the older one, in the place of the one before it.
pub const LOG_LIMIT: u64 = 256 << 10;

/// Adds an entry to the log at `path`; makes the file and its folder if they are not there.
///
/// # Errors
/// If the disk refuses, or something else than a regular file stands there.
pub fn append_to_log(path: &Path, entry: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match fs::metadata(path) {
        // Opening a pipe would wait for a reader.
        Ok(metadata) if !metadata.is_file() => return Err(NotRegular::error()),
        Ok(metadata) if metadata.len() + entry.len() as u64 > LOG_LIMIT => fs::rename(path, older(path))?,
        Ok(_) | Err(_) => {}
    }
    // In one write, so that entries of two programs do not mix.
    private::options().append(true).create(true).open(path)?.write_all(entry.as_bytes())
}

/// The path of the older log.
fn older(path: &Path) -> PathBuf {
    path.with_extension("old.log")
}
