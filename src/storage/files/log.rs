//! Appends to a log file of bounded size that only its owner can read.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::private;
use crate::storage::error::NotRegular;

/// Maximum size of the log, in bytes. A full log is renamed and replaces the previous old one.
pub const LOG_LIMIT: u64 = 256 << 10;

/// Appends an entry to the log at `path`. Creates the file and its folder if they do not exist.
///
/// # Errors
/// If the log cannot be written, or is not a regular file.
pub fn append_to_log(path: &Path, entry: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match fs::metadata(path) {
        // Opening a FIFO would block.
        Ok(metadata) if !metadata.is_file() => return Err(NotRegular::error()),
        Ok(metadata) if metadata.len() + entry.len() as u64 > LOG_LIMIT => fs::rename(path, older(path))?,
        Ok(_) | Err(_) => {}
    }
    // In one write, so that entries of two processes are not mixed.
    private::options().append(true).create(true).open(path)?.write_all(entry.as_bytes())
}

/// The path of the old log.
fn older(path: &Path) -> PathBuf {
    path.with_extension("old.log")
}
