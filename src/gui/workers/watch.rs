//! Defines [`Watch`]: detects a disk that does not respond, by counting the operations of a file system.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::host::{Fs, FsFile};

/// Milliseconds after which a disk without a finished operation counts as not responding.
const PATIENCE_MS: u64 = 3_000;

/// Counts operations on the disk.
#[derive(Clone, Debug, Default)]
struct Pulse(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    begun: AtomicU64,
    ended: AtomicU64,
}

/// Compares how many operations a file system has begun and ended.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    pulse: Pulse,
    /// Number of ended operations when one was first seen running, and the time of that.
    seen: Option<(u64, u64)>,
}

/// A file system whose operations are counted.
#[derive(Debug)]
struct Watched {
    fs: Arc<dyn Fs>,
    pulse: Pulse,
}

#[derive(Debug)]
struct WatchedFile {
    file: Box<dyn FsFile>,
    pulse: Pulse,
}

impl Pulse {
    fn act<T>(&self, act: impl FnOnce() -> T) -> T {
        /// Ends the operation even if it panics.
        struct End<'p>(&'p Counts);
        impl Drop for End<'_> {
            fn drop(&mut self) {
                self.0.ended.fetch_add(1, Ordering::SeqCst);
            }
        }
        self.0.begun.fetch_add(1, Ordering::SeqCst);
        let _end = End(&self.0);
        act()
    }
}

impl Watch {
    /// The same file system, watched.
    #[must_use]
    pub fn over(&self, fs: Arc<dyn Fs>) -> Arc<dyn Fs> {
        Arc::new(Watched { fs, pulse: self.pulse.clone() })
    }

    /// Whether an operation is running.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let ended = self.pulse.0.ended.load(Ordering::SeqCst);
        self.pulse.0.begun.load(Ordering::SeqCst) > ended
    }

    /// Whether operations are running and none has ended for some seconds; `now` in milliseconds on a monotonic clock.
    pub fn is_stuck(&mut self, now: u64) -> bool {
        let ended = self.pulse.0.ended.load(Ordering::SeqCst);
        if !self.is_busy() {
            self.seen = None;
            return false;
        }
        let (_, since) = self.seen.filter(|(seen, _)| *seen == ended).unwrap_or((ended, now));
        self.seen = Some((ended, since));
        now.saturating_sub(since) >= PATIENCE_MS
    }
}

impl Watched {
    fn file(&self, file: io::Result<Box<dyn FsFile>>) -> io::Result<Box<dyn FsFile>> {
        file.map(|file| Box::new(WatchedFile { file, pulse: self.pulse.clone() }) as Box<dyn FsFile>)
    }
}

impl Fs for Watched {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
        self.pulse.act(|| self.fs.read(path, limit))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        self.file(self.pulse.act(|| self.fs.create_new(path)))
    }

    fn open_end(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        self.file(self.pulse.act(|| self.fs.open_end(path)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.pulse.act(|| self.fs.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.pulse.act(|| self.fs.remove(path))
    }

    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        self.pulse.act(|| self.fs.make_folder(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.pulse.act(|| self.fs.remove_folder(path))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.pulse.act(|| self.fs.sync_folder(path))
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        self.pulse.act(|| self.fs.real_path(path))
    }
}

impl FsFile for WatchedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let file = &mut self.file;
        self.pulse.act(|| file.write(bytes))
    }

    fn sync(&mut self) -> io::Result<()> {
        let file = &mut self.file;
        self.pulse.act(|| file.sync())
    }

    fn byte_len(&mut self) -> io::Result<u64> {
        let file = &mut self.file;
        self.pulse.act(|| file.byte_len())
    }

    fn duplicate(&self) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(WatchedFile { file: self.file.duplicate()?, pulse: self.pulse.clone() }))
    }

    fn stands_at(&self, path: &Path) -> bool {
        self.file.stands_at(path)
    }
}
