//! Defines [`Ballast`]: a file that is deleted when the disk is full, so that the journal can still be written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::storage::files::fs::{Fs, write_all};
use crate::storage::files::private;

/// Room for thousands of changes.
const BYTES: usize = 1 << 20;

/// A file next to the journals of all sets.
#[derive(Debug)]
pub struct Ballast {
    fs: Arc<dyn Fs>,
    path: PathBuf,
}

impl Ballast {
    /// The ballast of the journals in `dir`.
    pub fn of(dir: &Path, fs: Arc<dyn Fs>) -> Self {
        Self { fs, path: dir.join("ballast") }
    }

    /// Creates the file if it does not exist. Errors are ignored, because the journal does not depend on it.
    pub fn take_on(&self) {
        let Ok(mut file) = self.fs.create_new(&self.path) else { return };
        private::tighten(&self.path);
        // Not zeros, for which some file systems reserve no space.
        let bytes: Vec<u8> = (0_u64..BYTES as u64 / 8).flat_map(|at| scattered(at).to_le_bytes()).collect();
        if write_all(file.as_mut(), &bytes).and_then(|()| file.sync()).is_err() {
            let _ = self.fs.remove(&self.path);
        }
    }

    /// Deletes the file. Returns whether it existed.
    pub fn give_up(&self) -> bool {
        self.fs.remove(&self.path).is_ok()
    }
}

/// Bits that cannot be compressed.
fn scattered(at: u64) -> u64 {
    let mixed = (at ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb)
}
