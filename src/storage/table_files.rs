//! Defines [`TableFiles`]: a group of files that appears whole in a folder, or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// Files on their way into a folder. They are written beside their targets under other names, and take their places
/// together in [`TableFiles::commit`]; dropped before, they leave nothing behind.
#[derive(Debug)]
pub struct TableFiles {
    folder: PathBuf,
    /// Folders that were made for this, outermost first.
    made: Vec<PathBuf>,
    files: Vec<Pending>,
}

#[derive(Debug)]
struct Pending {
    temporary: PathBuf,
    target: PathBuf,
}

impl TableFiles {
    /// Makes the folder if it is absent.
    ///
    /// # Errors
    /// When it cannot be made, or something else has its name.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let absent = folder.ancestors().take_while(|f| !f.as_os_str().is_empty() && !f.exists());
        let mut made: Vec<PathBuf> = absent.map(Path::to_owned).collect();
        made.reverse();
        let files = Self { folder: folder.to_owned(), made, files: Vec::new() };
        fs::create_dir_all(folder)?;
        Ok(files)
    }

    /// Opens a file that will be called `name`.
    ///
    /// # Errors
    /// When `name` is no plain file name, its place is taken by a folder, or the folder cannot be written to.
    pub fn create(&mut self, name: &str) -> io::Result<BufWriter<File>> {
        if Path::new(name).file_name().is_none_or(|plain| plain != name) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file name"));
        }
        let target = self.folder.join(name);
        let temporary = self.folder.join(format!(".{name}.{}.part", std::process::id()));
        refuse_taken(&target)?;
        let file = File::create_new(&temporary)?;
        self.files.push(Pending { temporary, target });
        Ok(BufWriter::with_capacity(1 << 16, file))
    }

    /// Puts all files into their places, in the order in which they were opened. Their writers must be flushed.
    ///
    /// # Errors
    /// When the disk is full or a target cannot be replaced, as when another program holds it open. Everything that can
    /// be known beforehand is asked before the first file is replaced.
    pub fn commit(mut self) -> io::Result<()> {
        for Pending { temporary, target } in &self.files {
            File::options().write(true).open(temporary)?.sync_all()?;
            refuse_taken(target)?;
        }
        for Pending { temporary, target } in &self.files {
            fs::rename(temporary, target).map_err(|error| named(target, &error))?;
        }
        self.files.clear();
        self.made.clear();
        sync_folder(&self.folder)
    }
}

/// Asks for the right to write without changing a byte: Windows refuses while a spreadsheet shows the file.
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

/// A rename is on disk when its folder is; systems that cannot open a folder see to it themselves.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

impl Drop for TableFiles {
    fn drop(&mut self) {
        for pending in &self.files {
            let _ = fs::remove_file(&pending.temporary);
        }
        // Only folders that are empty go.
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
