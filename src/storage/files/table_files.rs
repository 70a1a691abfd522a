//! Defines [`TableFiles`]: a group of files that is written to a folder completely or not at all.
//!
//! No file system replaces several files in one step, so this is done with a record of the work, in a hidden folder
//! inside the target folder:
//!
//! 1. All files are written into `new` and synced. So far the target is unchanged.
//! 2. `old` is created: from now on the work will be finished, if necessary by the next run.
//! 3. The files that are replaced are moved into `old`, the one that was opened last (the description of all others) first.
//! 4. The new files are moved to their places, the one that was opened last at the end.
//! 5. The hidden folder is deleted.
//!
//! So new files are never mixed with those that they replace, and a reader that finds the last file finds all others of its
//! run. After an error in 3 or 4 the old files are moved back. After a crash in 3 or 4 some files are missing from the folder,
//! including the last one, until the next run into the same folder has finished the work. A single file is replaced in one
//! step. Other files of the folder are never changed. Only renaming is needed, so this works on every file system.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fs::{Disk, Fs};
use super::rights;
use super::unfinished;

/// The first and last part of the name of the hidden folder.
const WORK: (&str, &str) = ("dicta-tables", ".part");

/// A group of new files. [`TableFiles::commit`] moves them to their places together; if it is dropped before, they are
/// deleted.
#[derive(Debug)]
pub struct TableFiles {
    fs: Arc<dyn Fs>,
    folder: PathBuf,
    work: PathBuf,
    /// Folders that were created for this, outermost first. Empty if they should not be deleted.
    made: Vec<PathBuf>,
    /// In the order in which they were opened.
    names: Vec<String>,
}

impl TableFiles {
    /// Creates the folder if it does not exist. Unfinished work of an earlier process in it is finished or removed.
    ///
    /// # Errors
    /// If it cannot be created, is not a folder, or another program is writing its files there.
    pub fn new(folder: &Path) -> io::Result<Self> {
        Self::with_fs(folder, Arc::new(Disk))
    }

    /// Like [`Self::new`], on another [`Fs`].
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn with_fs(folder: &Path, fs: Arc<dyn Fs>) -> io::Result<Self> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let absent = folder.ancestors().take_while(|f| !f.as_os_str().is_empty() && !f.exists());
        let mut made: Vec<PathBuf> = absent.map(Path::to_owned).collect();
        made.reverse();
        let work = folder.join(unfinished::name(WORK.0, WORK.1));
        let mut files = Self { fs, folder: folder.to_owned(), work, made, names: Vec::new() };
        files.fs.create_folder(folder).map_err(|error| unusable(folder, &error))?;
        files.recover()?;
        files.made.push(files.work.clone());
        files.made.push(files.new_folder());
        files.fs.create_folder(&files.new_folder()).map_err(|error| unusable(folder, &error))?;
        Ok(files)
    }

    /// Opens a file with the name `name`.
    ///
    /// # Errors
    /// If `name` is not a plain file name or is the name of a folder, or the folder cannot be written.
    pub fn create(&mut self, name: &str) -> io::Result<BufWriter<File>> {
        if Path::new(name).file_name().is_none_or(|plain| plain != name) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file name"));
        }
        let target = self.folder.join(name);
        refuse_taken(&target)?;
        let file = rights::create_like(&self.new_folder().join(name), &target).map_err(|error| unusable(&self.folder, &error))?;
        self.names.push(name.to_owned());
        Ok(BufWriter::with_capacity(1 << 16, file))
    }

    /// Moves all files to their places. Their writers must be flushed.
    ///
    /// # Errors
    /// If the disk is full or a target cannot be replaced, as when another program has it open; the old files are then in their
    /// places. If they could not be moved back, the error says so, and the next run finishes the work.
    pub fn commit(mut self) -> io::Result<()> {
        for name in &self.names {
            // Windows syncs only files that are open for writing; on other systems the old table may have been read-only.
            let open = File::options().read(true).write(cfg!(windows)).open(self.new_folder().join(name));
            let synced = open.and_then(|file| file.sync_all());
            synced.map_err(|error| unusable(&self.folder, &error))?;
            refuse_taken(&self.folder.join(name))?;
        }
        // Work of another run that began after this one must be finished first.
        self.recover()?;
        let new = self.new_folder();
        self.fs.sync_folder(&new).map_err(|error| unusable(&self.folder, &error))?;
        if let [name] = &self.names[..] {
            let target = self.folder.join(name);
            self.fs.rename(&new.join(name), &target).map_err(|error| named(&target, &error))?;
        } else if let Err(error) = self.replace_all() {
            if self.put_back().is_err() {
                // The next run will finish the work.
                self.made.clear();
                let what = format!(
                    "{error}. Some tables are missing from {} now; run the export into this folder again",
                    self.folder.display()
                );
                return Err(io::Error::new(error.kind(), what));
            }
            return Err(error);
        }
        self.fs.sync_folder(&self.folder).map_err(|error| unusable(&self.folder, &error))?;
        // The folders of the tables are kept; the rest of the work is deleted.
        self.made.clear();
        remove_work(self.fs.as_ref(), &self.work);
        Ok(())
    }

    fn new_folder(&self) -> PathBuf {
        self.work.join("new")
    }

    fn replace_all(&self) -> io::Result<()> {
        let (new, old) = (self.new_folder(), self.work.join("old"));
        self.fs.create_folder(&old).map_err(|error| unusable(&self.folder, &error))?;
        for name in self.names.iter().rev() {
            let target = self.folder.join(name);
            match self.fs.rename(&target, &old.join(name)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(named(&target, &error)),
                _ => {}
            }
        }
        for name in &self.names {
            let target = self.folder.join(name);
            self.fs.rename(&new.join(name), &target).map_err(|error| named(&target, &error))?;
        }
        Ok(())
    }

    /// Undoes what [`Self::replace_all`] did, in the reverse order.
    fn put_back(&self) -> io::Result<()> {
        let (new, old) = (self.new_folder(), self.work.join("old"));
        for name in self.names.iter().rev() {
            if !new.join(name).exists() {
                self.fs.rename(&self.folder.join(name), &new.join(name))?;
            }
        }
        for name in &self.names {
            if old.join(name).exists() {
                self.fs.rename(&old.join(name), &self.folder.join(name))?;
            }
        }
        // Without this folder, the next run deletes the new files instead of moving them to their places.
        if old.exists() { self.fs.remove_folder(&old) } else { Ok(()) }
    }

    /// Finishes the work of a dead process that had begun to move files, and deletes work that had not.
    fn recover(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder).map_err(|error| unusable(&self.folder, &error))? {
            let entry = entry.map_err(|error| unusable(&self.folder, &error))?;
            let (work, file_name) = (entry.path(), entry.file_name());
            let Some(name) = file_name.to_str().filter(|name| name.starts_with('.') && name.ends_with(WORK.1)) else { continue };
            if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if is_of_older_version(name) && unfinished::is_abandoned(name, WORK.1, &work) {
                    let _ = self.fs.remove(&work);
                }
                continue;
            }
            if !name.starts_with(&format!(".{}.", WORK.0)) || work.file_name() == self.work.file_name() {
                continue;
            }
            if unfinished::is_abandoned(name, WORK.1, &work) {
                if work.join("old").exists() {
                    finish(self.fs.as_ref(), &self.folder, &work).map_err(|error| unusable(&self.folder, &error))?;
                }
                remove_work(self.fs.as_ref(), &work);
            } else if work.join("old").exists() {
                let what = format!(
                    "another program is putting its tables into {} right now; wait until it is done. If none is, delete {} there",
                    self.folder.display(),
                    name
                );
                return Err(io::Error::new(io::ErrorKind::ResourceBusy, what));
            }
        }
        Ok(())
    }
}

/// Whether this is the name of an unfinished table of an older version: `.quotes.csv.1234.part`.
fn is_of_older_version(name: &str) -> bool {
    let made = name.strip_prefix('.').and_then(|rest| rest.strip_suffix(WORK.1)).unwrap_or_default();
    let (table, process) = made.rsplit_once('.').unwrap_or_default();
    let is_table = Path::new(table).extension().is_some_and(|end| ["csv", "tsv", "json"].iter().any(|known| end == *known));
    is_table && process.parse::<u32>().is_ok()
}

/// Moves the files of interrupted work to their places; the description of the tables, a JSON file, is the last.
///
fn finish(fs: &dyn Fs, folder: &Path, work: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(work.join("new")) {
        Ok(entries) => entries,
        // It was finished, but not all of it could be deleted.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let mut names = entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.sort_by_key(|name| Path::new(name).extension().is_some_and(|end| end == "json"));
    for name in names {
        fs.rename(&work.join("new").join(&name), &folder.join(&name))?;
    }
    fs.sync_folder(folder)
}

/// Deletes the hidden folder. If that fails, the next run tries again.
fn remove_work(fs: &dyn Fs, work: &Path) {
    for below in [work.join("old"), work.join("new")] {
        for entry in fs::read_dir(&below).into_iter().flatten().flatten() {
            let _ = fs.remove(&entry.path());
        }
        let _ = fs.remove_folder(&below);
    }
    let _ = fs.remove_folder(work);
}

/// Opens the file for writing without changing it. Windows refuses this while a spreadsheet has the file open.
fn refuse_taken(target: &Path) -> io::Result<()> {
    match File::options().append(true).open(target) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(named(target, &error)),
    }
}

fn named(target: &Path, error: &io::Error) -> io::Error {
    let what = format!("{} cannot be replaced ({error}); close it where it is open, or choose another folder", target.display());
    io::Error::new(error.kind(), what)
}

fn unusable(folder: &Path, error: &io::Error) -> io::Error {
    let what = format!("{} cannot be written to ({error}); choose another folder", folder.display());
    io::Error::new(error.kind(), what)
}

impl Drop for TableFiles {
    fn drop(&mut self) {
        if self.made.is_empty() {
            return;
        }
        remove_work(self.fs.as_ref(), &self.work);
        // Only folders that are empty go.
        for folder in self.made.iter().rev() {
            let _ = self.fs.remove_folder(folder);
        }
    }
}
