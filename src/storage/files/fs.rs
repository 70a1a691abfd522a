//! Defines [`Fs`], the disk operations that can fail, so that tests can make each of them fail.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::rights;
use crate::storage::error::NotRegular;

/// Operations on the disk. [`Disk`] is the real one; tests use one with faults.
pub trait Fs: Debug + Send + Sync {
    /// Reads a whole file; `None` if it does not exist.
    ///
    /// # Errors
    /// If it cannot be read, or is larger than `limit` bytes (kind `FileTooLarge`).
    fn read(&self, path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>>;

    /// Creates a new, empty file.
    ///
    /// # Errors
    /// If the file exists or cannot be created.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>>;

    /// Creates a new, empty file with the permissions of `like`, which it will replace. If `like` does not exist, the defaults of
    /// the system apply (umask, default ACL).
    ///
    /// # Errors
    /// If the file exists or cannot be created.
    fn create_like(&self, path: &Path, like: &Path) -> io::Result<Box<dyn FsFile>> {
        let _ = like;
        self.create_new(path)
    }

    /// Opens an existing file for appending.
    ///
    /// # Errors
    /// If it does not exist or cannot be opened.
    fn open_end(&self, path: &Path) -> io::Result<Box<dyn FsFile>>;

    /// Renames `from` to `to` in one step, replacing it.
    ///
    /// # Errors
    /// If that fails; `to` is then unchanged.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Deletes a file.
    ///
    /// # Errors
    /// If it cannot.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Creates one folder in an existing folder. Returns `false` if it existed already.
    ///
    /// # Errors
    /// If it cannot be created, or there is something else with that name.
    fn make_folder(&self, path: &Path) -> io::Result<bool>;

    /// Deletes an empty folder.
    ///
    /// # Errors
    /// If it cannot.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Creates a folder and all missing parents. Each new folder is durable, because its parent is synced.
    ///
    /// # Errors
    /// If that fails. A folder whose parent could not be synced is deleted again, so that the next call repeats it.
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let parent = path.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
        let made = match (self.make_folder(path), parent) {
            (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound && parent != path => {
                self.create_folder(parent)?;
                self.make_folder(path)?
            }
            (made, _) => made?,
        };
        let Some(parent) = parent.filter(|_| made) else { return Ok(()) };
        self.sync_folder(parent).inspect_err(|_| drop(self.remove_folder(path)))
    }

    /// Makes renames, new files and deletions in this folder durable.
    ///
    /// # Errors
    /// If the disk does not confirm it.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// The canonical path, with all links resolved.
    ///
    /// # Errors
    /// If the path does not exist.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;
}

/// An open file.
pub trait FsFile: Debug + Send {
    /// Writes some of the bytes and returns how many.
    ///
    /// # Errors
    /// If none could be written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Waits until the disk confirms what was written.
    ///
    /// # Errors
    /// If the disk does not confirm it.
    fn sync(&mut self) -> io::Result<()>;

    /// The length of the file in bytes, as the disk reports it.
    ///
    /// # Errors
    /// If the disk does not report it.
    fn byte_len(&mut self) -> io::Result<u64>;

    /// Another handle to the same file, so that it can be synced while this one is written.
    ///
    /// # Errors
    /// If the system has no more handles.
    fn duplicate(&self) -> io::Result<Box<dyn FsFile>>;

    /// Whether this is the file at `path`.
    fn stands_at(&self, _path: &Path) -> bool {
        true
    }
}

/// Writes all of `bytes`, however many writes it takes.
///
/// # Errors
/// If the bytes cannot all be written.
pub fn write_all(file: &mut dyn FsFile, bytes: &[u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match file.write(rest) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The real disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Fs for Disk {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
        // Checked before opening: opening a FIFO would block.
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        if !metadata.is_file() {
            return Err(NotRegular::error());
        }
        let file = File::open(path)?;
        if metadata.len() > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
        // Reading one byte more than allowed detects a file that grows while it is read.
        file.take(limit + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(Some(bytes)) }
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(OpenOptions::new().append(true).create_new(true).open(path)?))
    }

    fn create_like(&self, path: &Path, like: &Path) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(rights::create_like(path, like)?))
    }

    fn open_end(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(OpenOptions::new().append(true).open(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        match fs::create_dir(path) {
            Ok(()) => Ok(true),
            Err(_) if path.is_dir() => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Windows has no such operation; the journal of its file system makes renames durable.
        if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }
}

impl FsFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::Write::write(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.flush()?;
        self.sync_data()
    }

    fn byte_len(&mut self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn duplicate(&self) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(self.try_clone()?))
    }

    fn stands_at(&self, path: &Path) -> bool {
        super::private::is_at(self, path)
    }
}
