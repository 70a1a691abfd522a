//! Defines [`Fs`], every act on the disk that can fail, so that tests can make each of them fail.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::rights;
use crate::storage::error::NotRegular;

/// Acts on the disk. [`Disk`] does them; tests put a faulty one in its place.
pub trait Fs: Debug + Send + Sync {
    /// The whole file; `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read, or is larger than `limit` bytes (kind `FileTooLarge`).
    fn read(&self, path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>>;

    /// A new, empty file.
    ///
    /// # Errors
    /// If there is one already, or none can be made.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>>;

    /// A new, empty file that takes the place of `like`: only those who may read or write `like` may read or write it.
    /// If there is no `like`, the system's defaults apply (umask, default ACL).
    ///
    /// # Errors
    /// If there is a file at `path` already, or none can be made.
    fn create_like(&self, path: &Path, like: &Path) -> io::Result<Box<dyn FsFile>> {
        let _ = like;
        self.create_new(path)
    }

    /// A file that is there, to write at its end.
    ///
    /// # Errors
    /// If it is not there or cannot be opened.
    fn open_end(&self, path: &Path) -> io::Result<Box<dyn FsFile>>;

    /// Puts `from` in the place of `to` in one step.
    ///
    /// # Errors
    /// If it cannot; `to` is then as it was.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Deletes a file.
    ///
    /// # Errors
    /// If it cannot.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes one folder in a folder that exists. Returns whether it was made: `false` if it was there.
    ///
    /// # Errors
    /// If it cannot be made, or something else has its name.
    fn make_folder(&self, path: &Path) -> io::Result<bool>;

    /// Deletes an empty folder.
    ///
    /// # Errors
    /// If it cannot.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder and those above it that are missing. Each new one survives a power cut: its parent is synced.
    ///
    /// # Errors
    /// If it cannot. A folder whose parent could not be synced is taken away again, so that the next call repeats it.
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

    /// Makes a rename, a new file or a deletion in this folder survive a power cut.
    ///
    /// # Errors
    /// If the disk does not confirm it.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Where the path really leads, links followed.
    ///
    /// # Errors
    /// If it leads nowhere.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;
}

/// A file that is being written.
pub trait FsFile: Debug + Send {
    /// Writes some of the bytes and says how many.
    ///
    /// # Errors
    /// If none could be written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Waits until the disk holds what was written.
    ///
    /// # Errors
    /// If the disk does not confirm it.
    fn sync(&mut self) -> io::Result<()>;

    /// The file's length in bytes, as the disk says it.
    ///
    /// # Errors
    /// If the disk does not say it.
    fn byte_len(&mut self) -> io::Result<u64>;

    /// Another handle to the same file, through which the disk can be waited for while this one is written.
    ///
    /// # Errors
    /// If the system gives none.
    fn duplicate(&self) -> io::Result<Box<dyn FsFile>>;

    /// Whether it is this file that is at `path`, and not another or none.
    fn stands_at(&self, _path: &Path) -> bool {
        true
    }
}

/// Writes all of `bytes`, however many writes it takes.
///
/// # Errors
/// If the disk takes no more.
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
        // Asked before opening: opening a pipe would wait for ever.
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
        // One byte more than allowed shows a file that grows while it is read.
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
        // Windows has no such act; there a rename is made durable by the file system's own journal.
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
