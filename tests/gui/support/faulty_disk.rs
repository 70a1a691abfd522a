//! A disk that fails, stops responding or makes the program fail, in the folders that a test chooses.
#![allow(clippy::disallowed_methods, reason = "it stands in for the disk")]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use dicta::host::{Disk, Fs, FsFile};

/// What happens when something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The disk is full.
    Full,
    /// No answer until the fault is taken away.
    Hang,
    /// The program fails, once.
    Panic,
}

/// The disk; clones are the same one.
#[derive(Clone, Debug, Default)]
pub struct FaultyDisk(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    /// A part of the path, and what happens there.
    faults: Mutex<Vec<(&'static str, Fault)>>,
    changed: Condvar,
    syncs: AtomicUsize,
}

/// Where the journals are.
pub const JOURNAL: &str = "/state/journal";
/// Where the set is.
pub const SET: &str = "/harbour-set/";

impl FaultyDisk {
    pub fn set(&self, place: &'static str, fault: Fault) {
        self.0.faults.lock().unwrap().push((place, fault));
    }

    pub fn mend(&self) {
        self.0.faults.lock().unwrap().clear();
        self.0.changed.notify_all();
    }

    /// How often the disk was waited for.
    pub fn syncs(&self) -> usize {
        self.0.syncs.load(Ordering::SeqCst)
    }

    fn act(&self, path: &Path) -> io::Result<()> {
        let path = path.display().to_string().replace('\\', "/");
        let mut faults = self.0.faults.lock().unwrap();
        loop {
            let Some(at) = faults.iter().position(|(place, _)| path.contains(place)) else { return Ok(()) };
            match faults[at].1 {
                Fault::Full => return Err(io::ErrorKind::StorageFull.into()),
                Fault::Hang => faults = self.0.changed.wait(faults).unwrap(),
                Fault::Panic => {
                    faults.remove(at);
                    drop(faults);
                    panic!("a fault made by a test");
                }
            }
        }
    }

    fn file(&self, path: &Path, file: Box<dyn FsFile>) -> Box<dyn FsFile> {
        Box::new(FaultyFile { file, path: path.to_owned(), disk: self.clone() })
    }
}

impl Fs for FaultyDisk {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
        Disk.read(path, limit)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        self.act(path)?;
        Ok(self.file(path, Disk.create_new(path)?))
    }

    fn open_end(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        Ok(self.file(path, Disk.open_end(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.act(to)?;
        Disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        self.act(path)?;
        Disk.make_folder(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        Disk.remove_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        Disk.sync_folder(path)
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        Disk.real_path(path)
    }
}

#[derive(Debug)]
struct FaultyFile {
    file: Box<dyn FsFile>,
    path: PathBuf,
    disk: FaultyDisk,
}

impl FsFile for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.act(&self.path)?;
        self.file.write(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.act(&self.path)?;
        self.disk.0.syncs.fetch_add(1, Ordering::SeqCst);
        self.file.sync()
    }

    fn byte_len(&mut self) -> io::Result<u64> {
        self.file.byte_len()
    }

    fn duplicate(&self) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(FaultyFile { file: self.file.duplicate()?, path: self.path.clone(), disk: self.disk.clone() }))
    }

    fn stands_at(&self, path: &Path) -> bool {
        self.file.stands_at(path)
    }
}
