//! Finds files whose names are stored in another Unicode form: macOS and some archive programs store “é” as two characters.
//! Ids are in the composed form (NFC). The file that exists is the one that is read and written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The names in one folder that are in another form: composed, and as on the disk.
type Others = BTreeMap<String, String>;

/// Caches, for each folder, the names in another form, so that a folder is listed only once.
#[derive(Debug, Default)]
pub(in crate::storage) struct Spelling {
    folders: BTreeMap<PathBuf, Others>,
}

impl Spelling {
    /// The path of the entry `name` of `folder`, in the form on the disk; with `name` unchanged if there is no such entry.
    pub(in crate::storage) fn path(&mut self, folder: &Path, name: &str) -> PathBuf {
        let path = folder.join(name);
        if name.is_ascii() || path.symlink_metadata().is_ok() {
            return path;
        }
        if !self.folders.contains_key(folder) {
            self.folders.insert(folder.to_owned(), others(folder));
        }
        let there = self.folders.get(folder).and_then(|others| others.get(name));
        there.map_or(path, |there| folder.join(there))
    }
}

/// The path of a file of the set, relative to `root`, in the form on the disk.
pub(in crate::storage) fn on_disk(root: &Path, file: &str) -> PathBuf {
    let mut spelling = Spelling::default();
    let mut path = root.to_owned();
    for name in file.split('/') {
        // The decomposed form is the usual alternative; trying it first avoids listing the folder.
        let decomposed = || path.join(name.nfd().collect::<String>());
        path = match path.join(name) {
            plain if name.is_ascii() || plain.symlink_metadata().is_ok() => plain,
            _ if decomposed().symlink_metadata().is_ok() => decomposed(),
            _ => spelling.path(&path, name),
        };
    }
    path
}

/// The composed form of a name.
pub(in crate::storage) fn composed(name: &str) -> String {
    name.nfc().collect()
}

fn others(folder: &Path) -> Others {
    let names =
        std::fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| !is_nfc(name)).map(|name| (composed(&name), name)).collect()
}
