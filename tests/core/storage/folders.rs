//! A folder that was made survives a power cut: its parent is synced before anything in it is acknowledged.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use dicta::storage::SetWriter;
use dicta::storage::files::fs::{Disk, Fs, FsFile};

use super::made::{add_article, set};

/// Writes down in which order folders are made and synced. The sync of one folder can be made to fail.
#[derive(Debug, Default)]
struct Recorder {
    acts: Mutex<Vec<(&'static str, PathBuf)>>,
    unsynced: Option<PathBuf>,
}

impl Recorder {
    fn note(&self, act: &'static str, path: &Path) {
        self.acts.lock().unwrap().push((act, path.to_owned()));
    }
}

impl Fs for Recorder {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
        Disk.read(path, limit)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        Disk.create_new(path)
    }

    fn open_end(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        Disk.open_end(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        Disk.make_folder(path).inspect(|made| {
            if *made {
                self.note("make", path);
            }
        })
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        Disk.remove_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.note("sync", path);
        if self.unsynced.as_deref() == Some(path) { Err(io::Error::from_raw_os_error(5)) } else { Disk.sync_folder(path) }
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        Disk.real_path(path)
    }
}

#[test]
fn every_level_that_is_made_is_synced_in_its_parent() {
    let dir = tempfile::tempdir().unwrap();
    let recorder = Recorder::default();
    recorder.create_folder(&dir.path().join("one/two")).unwrap();
    let (root, one, two) = (dir.path().to_owned(), dir.path().join("one"), dir.path().join("one/two"));
    assert_eq!(*recorder.acts.lock().unwrap(), [("make", one.clone()), ("sync", root), ("make", two), ("sync", one)]);
    recorder.acts.lock().unwrap().clear();
    recorder.create_folder(&dir.path().join("one/two")).unwrap();
    assert!(recorder.acts.lock().unwrap().is_empty(), "what is there is not synced again");
}

#[test]
fn a_folder_that_could_not_be_synced_is_made_and_synced_at_the_next_try() {
    let dir = tempfile::tempdir().unwrap();
    let mut recorder = Recorder { unsynced: Some(dir.path().to_owned()), ..Recorder::default() };
    let folder = dir.path().join("one");
    assert!(recorder.create_folder(&folder).is_err());
    recorder.unsynced = None;
    recorder.acts.lock().unwrap().clear();
    recorder.create_folder(&folder).unwrap();
    assert_eq!(*recorder.acts.lock().unwrap(), [("make", folder), ("sync", dir.path().to_owned())]);
}

#[test]
fn the_folder_of_a_new_annotator_is_synced_in_its_parent_by_the_first_save() {
    let dir = tempfile::tempdir().unwrap();
    let mut document = set(dir.path()).as_ref().clone();
    let before = Arc::new(document.clone());
    add_article(&mut document, "c");
    let layer = document.layers.iter().next().unwrap().1.clone();
    document.layers.insert((super::made::id("a"), dicta::model::Annotator::parse("bob").unwrap()), layer);
    let recorder = Arc::new(Recorder::default());
    SetWriter::with_fs(dir.path(), before, recorder.clone()).unwrap().save(&Arc::new(document)).unwrap();
    let root = dir.path().canonicalize().unwrap();
    let acts = recorder.acts.lock().unwrap();
    let made = acts.iter().position(|act| *act == ("make", root.join("annotations/bob"))).expect("made");
    assert_eq!(acts[made + 1], ("sync", root.join("annotations")));
}
