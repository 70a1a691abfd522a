//! Defines [`DiskWait`]: what the disk has to confirm before the entries of a journal survive a power cut.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::place::Place;
use crate::storage::files::fs::{Fs, FsFile};

/// What the disk has to confirm, with handles of its own: any thread can wait for it.
#[derive(Debug)]
pub struct DiskWait {
    /// The segments that were written.
    pub(super) files: Vec<Box<dyn FsFile>>,
    /// How many of them are no longer written.
    pub(super) older: usize,
    /// The journal's folder, if a segment was begun in it.
    pub(super) folder: Option<NewFolder>,
    /// Number of the newest entry that is waited for.
    pub(super) through: u64,
}

/// A folder in which a segment was begun.
#[derive(Debug)]
pub(super) struct NewFolder {
    pub place: Place,
    pub folder: PathBuf,
    pub fs: Arc<dyn Fs>,
}

impl DiskWait {
    /// Waits until the disk has confirmed everything.
    ///
    /// # Errors
    /// If it does not.
    pub fn run(&mut self) -> io::Result<()> {
        // All of them, so that one that fails does not keep the others from the disk.
        let confirmed: Vec<io::Result<()>> = self.files.iter_mut().map(|file| file.sync()).collect();
        confirmed.into_iter().collect::<io::Result<()>>()?;
        let Some(NewFolder { place, folder, fs }) = &self.folder else { return Ok(()) };
        place.sign(folder, fs.as_ref())?;
        fs.sync_folder(folder)
    }

    /// Number of the newest entry that is waited for.
    #[must_use]
    pub fn through(&self) -> u64 {
        self.through
    }
}
