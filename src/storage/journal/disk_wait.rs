//! Defines [`DiskWait`]: what the disk has to confirm before the entries of a journal are durable.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::place::Place;
use crate::storage::files::fs::{Fs, FsFile};

/// What the disk has to confirm, with its own file handles, so that any thread can wait for it.
#[derive(Debug)]
pub struct DiskWait {
    /// The segments that were written.
    pub(super) files: Vec<Box<dyn FsFile>>,
    /// Number of segments, from the first, that are no longer written.
    pub(super) older: usize,
    /// The folder of the journal, if a segment was created in it.
    pub(super) folder: Option<NewFolder>,
    /// Number of the newest entry that this wait makes durable.
    pub(super) through: u64,
}

/// A folder in which a segment was created.
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
        // All are synced, even if one fails.
        let confirmed: Vec<io::Result<()>> = self.files.iter_mut().map(|file| file.sync()).collect();
        confirmed.into_iter().collect::<io::Result<()>>()?;
        let Some(NewFolder { place, folder, fs }) = &self.folder else { return Ok(()) };
        place.sign(folder, fs.as_ref())?;
        fs.sync_folder(folder)
    }

    /// Number of the newest entry that this wait makes durable.
    #[must_use]
    pub fn through(&self) -> u64 {
        self.through
    }
}
