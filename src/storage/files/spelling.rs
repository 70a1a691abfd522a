//! Finds files whose names the disk spells in another Unicode form than Dicta: macOS and some archive programs give back
//! “é” as two characters. Ids are in the composed form (NFC); the file that is there is the one to read and to write.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The names of one folder that are spelled in another form: composed, and as they are on the disk.
type Others = BTreeMap<String, String>;

/// Remembers, for each folder, the names that are spelled in another form, so that a folder is listed once.
#[derive(Debug, Default)]
pub(in crate::storage) struct Spelling {
    folders: BTreeMap<PathBuf, Others>,
}

impl Spelling {
    /// The path of the entry `name` of `folder` as the disk spells it; with `name` itself if there is no such entry.
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

/// The path of a file of the set, relative to `root`, as the disk spells it.
pub(in crate::storage) fn on_disk(root: &Path, file: &str) -> PathBuf {
    let mut spelling = Spelling::default();
    let mut path = root.to_owned();
    for name in file.split('/') {
        // The decomposed form is the usual one; trying it first saves the listing.
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
