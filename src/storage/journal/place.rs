//! Defines [`Place`]: the folder of the journal of a set, which is found even if the set was moved, renamed or copied.
//!
//! A file in the folder of each journal records to which set it belongs and where that set was. The name of the folder has no
//! meaning: for older journals it was made from the path.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::contents::Contents;
use super::files::{Files, create_private};
use crate::model::{Part, SetId};
use crate::storage::error::StorageError;
use crate::storage::files::fingerprint::fingerprint;
use crate::storage::files::fs::{Disk, Fs, write_all};
use crate::storage::files::lock::state_name;
use crate::storage::files::private;
use crate::storage::identity::{random_id, stands_at};

/// Name of the file that records to which set a journal belongs.
const OWNER: &str = "owner.ron";
/// Maximum size of that file, in bytes.
const OWNER_LIMIT: u64 = 1 << 16;

/// The journal of one set: where it is, or where it will be.
#[derive(Clone, Debug)]
pub struct Place {
    pub id: SetId,
    /// Whether the id is not yet in the set's own file.
    is_new: bool,
    /// The folder of all journals.
    pub(super) dir: PathBuf,
    root: PathBuf,
    /// A name made from the root, as in older journals.
    name: String,
    /// Fingerprint of the set's `set.ron`, as hexadecimal digits; empty if it cannot be read.
    set_file: String,
    found: Option<PathBuf>,
    /// Whether the journal that was found belongs to another folder with the same set.
    is_copy: bool,
}

/// To which set a journal belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Owner {
    id: String,
    /// Whether the id was not in the set's own file when the set was last opened.
    is_new: bool,
    /// A name made from the path of the set at that time, and the path.
    name: String,
    path: String,
    /// Fingerprint of `set.ron` at that time: distinguishes two sets without an id that were at the same path.
    set_file: String,
}

impl Owner {
    /// Whether the journal can belong to a set without an id that has this `set.ron`.
    fn fits(&self, set_file: &str) -> bool {
        self.set_file.is_empty() || set_file.is_empty() || self.set_file == set_file
    }
}

fn set_file(root: &Path) -> String {
    let bytes = std::fs::read(root.join(Part::Info.to_string())).unwrap_or_default();
    let hex = |byte: &u8| format!("{byte:02x}");
    if bytes.is_empty() { String::new() } else { fingerprint(&bytes).iter().map(hex).collect::<Vec<_>>().concat() }
}

impl Place {
    /// Finds the journal of the set at `root` among those in `dir`. `id` is the id in the set's own file.
    ///
    /// A set without a readable id has the journal that was last used at its path. A set with an id has the journal of that id,
    /// wherever the set was. If the set is still there as well, one of the two is a copy: it gets a journal of its own, which
    /// begins as a copy of the other.
    ///
    /// # Errors
    /// If the root or the folder cannot be read.
    pub fn find(dir: &Path, root: &Path, id: Option<&SetId>) -> Result<Self, StorageError> {
        let name = state_name(root)?;
        let root = std::fs::canonicalize(root).map_err(|error| StorageError::reading(root, &error))?;
        let set_file = set_file(&root);
        let mut journals = owned(dir)?;
        journals.retain(|(_, owner)| owner.name == name || id.is_some_and(|id| owner.id == id.as_str()));
        let here = journals.iter().position(|(_, owner)| match id {
            Some(id) => owner.name == name && owner.id == id.as_str(),
            None => owner.name == name && owner.fits(&set_file),
        });
        let mut place = Self {
            id: SetId::least(),
            is_new: id.is_none(),
            dir: dir.to_owned(),
            root,
            name,
            set_file,
            found: None,
            is_copy: false,
        };
        let elsewhere = || {
            let id = id?;
            let of_id = journals.iter().filter(|(_, owner)| owner.id == id.as_str());
            let (copied, moved): (Vec<_>, Vec<_>) = of_id.partition(|(_, owner)| stands_at(Path::new(&owner.path), id));
            let newest = |found: Vec<&(PathBuf, Owner)>| found.into_iter().max_by_key(|(path, _)| changed(path)).cloned();
            newest(moved).map(|found| (found, false)).or_else(|| newest(copied).map(|found| (found, true)))
        };
        // Its file could not be read when it was last opened, or it got its id in another way.
        let by_path = || {
            journals
                .iter()
                .find(|(_, owner)| owner.name == place.name && owner.is_new && (id.is_some() || owner.fits(&place.set_file)))
                .cloned()
        };
        let found = match here.and_then(|at| journals.get(at).cloned()) {
            Some(found) => Some((found, false)),
            None => elsewhere().or_else(|| by_path().map(|found| (found, false))),
        };
        let id_of = |owner: &Owner| SetId::parse(&owner.id).ok().filter(|_| id.is_none());
        place.id = id.cloned().or_else(|| found.as_ref().and_then(|((_, owner), _)| id_of(owner))).unwrap_or_else(random_id);
        (place.found, place.is_copy) = match found {
            Some(((folder, _), is_copy)) => (Some(folder), is_copy),
            None => (place.without_owner(), false),
        };
        Ok(place)
    }

    /// A journal of an older Dicta, or one whose record of the set was lost.
    fn without_owner(&self) -> Option<PathBuf> {
        let folders = [self.dir.join(self.id.as_str()), self.dir.join(&self.name)];
        folders.into_iter().find(|folder| folder.is_dir() && owner(folder).is_none())
    }

    /// Reads the journal without changing it, for a set that may only be read.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn peek(&self) -> Result<Contents, StorageError> {
        let disk: Arc<dyn Fs> = Arc::new(Disk);
        Contents::read(&mut self.files(&disk)?)
    }

    /// The segments that were found.
    ///
    /// # Errors
    /// If they cannot be listed.
    pub(super) fn files(&self, fs: &Arc<dyn Fs>) -> Result<Files, StorageError> {
        let folder = self.found.clone().unwrap_or_else(|| self.free_folder());
        Files::list(&folder, Arc::clone(fs))
    }

    /// Records that the journal belongs to this set. Returns its folder.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn take(&self, fs: &Arc<dyn Fs>) -> Result<PathBuf, StorageError> {
        let folder = match &self.found {
            Some(folder) if !self.is_copy => folder.clone(),
            _ => self.free_folder(),
        };
        let failed = |error: &io::Error| StorageError::writing(&folder, "make the journal", error);
        create_private(fs.as_ref(), &self.dir).and_then(|()| create_private(fs.as_ref(), &folder)).map_err(|e| failed(&e))?;
        if let (Some(from), true) = (&self.found, self.is_copy) {
            copy_segments(from, &folder, fs)?;
        }
        self.sign(&folder, fs.as_ref()).map_err(|error| failed(&error))?;
        Ok(folder)
    }

    /// Records to which set a journal belongs. Written last: a folder without the record belongs to no set.
    pub(super) fn sign(&self, folder: &Path, fs: &dyn Fs) -> io::Result<()> {
        let owner = Owner {
            id: self.id.to_string(),
            is_new: self.is_new,
            name: self.name.clone(),
            path: self.root.to_string_lossy().into_owned(),
            set_file: self.set_file.clone(),
        };
        if self::owner(folder).as_ref() == Some(&owner) {
            return Ok(());
        }
        let text = ron::ser::to_string_pretty(&owner, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        let temp = folder.join(format!(".{OWNER}.{}.dicta-tmp", std::process::id()));
        // A crash may have left one.
        let _ = fs.remove(&temp);
        let mut file = fs.create_new(&temp)?;
        private::tighten(&temp);
        write_all(file.as_mut(), text.as_bytes()).and_then(|()| file.sync())?;
        fs.rename(&temp, &folder.join(OWNER))?;
        fs.sync_folder(folder)
    }

    fn free_folder(&self) -> PathBuf {
        let name = |number: u32| if number < 2 { self.id.to_string() } else { format!("{}-{number}", self.id) };
        let free = (1..10_000).map(|number| self.dir.join(name(number))).find(|folder| !folder.exists());
        free.unwrap_or_else(|| self.dir.join(random_id().as_str()))
    }
}

/// Every journal in `dir` with a record of its set.
fn owned(dir: &Path) -> Result<Vec<(PathBuf, Owner)>, StorageError> {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StorageError::reading(dir, &error)),
    };
    let folders = entries.flatten().map(|entry| entry.path());
    Ok(folders.filter_map(|folder| owner(&folder).map(|owner| (folder, owner))).collect())
}

fn owner(folder: &Path) -> Option<Owner> {
    let bytes = Disk.read(&folder.join(OWNER), OWNER_LIMIT).ok()??;
    ron::from_str(std::str::from_utf8(&bytes).ok()?).ok()
}

/// When the folder of a journal was last written.
fn changed(folder: &Path) -> Option<impl Ord + use<>> {
    let files = std::fs::read_dir(folder).ok()?.flatten();
    files.filter_map(|file| file.metadata().ok()?.modified().ok()).max()
}

fn copy_segments(from: &Path, to: &Path, fs: &Arc<dyn Fs>) -> Result<(), StorageError> {
    let from = Files::list(from, Arc::clone(fs))?;
    for segment in &from.segments {
        let bytes = from.read(segment.number)?;
        let path = from.path(segment.number);
        let copy = to.join(path.file_name().unwrap_or_default());
        let written = fs.create_new(&copy).and_then(|mut file| {
            private::tighten(&copy);
            write_all(file.as_mut(), &bytes)?;
            file.sync()
        });
        written.map_err(|error| StorageError::writing(&copy, "copy the journal", &error))?;
    }
    Ok(())
}
