//! A save goes into the set that was opened, wherever it stands, or nowhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dicta::model::Document;
use dicta::storage::{self, SetWriter, StorageError};
use tempfile::TempDir;

use super::made::{add_article, note_of, set, with_note};

/// Every file and folder below `dir`.
fn tree(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            found.push(path.clone());
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A change of everything that has a file of its own.
fn changed(document: &Document) -> Arc<Document> {
    let mut changed = with_note(document, "new").as_ref().clone();
    add_article(&mut changed, "c");
    Arc::new(changed)
}

/// Takes the id away, as in a set that an older Dicta made.
fn make_old(root: &Path) -> Arc<Document> {
    let path = root.join("set.ron");
    let text = fs::read_to_string(&path).unwrap();
    let old: Vec<&str> = text.lines().filter(|line| !line.starts_with("    id: ")).collect();
    let old = old.join("\n");
    assert_ne!(old, text);
    fs::write(&path, old).unwrap();
    Arc::new(storage::open(root).unwrap().document)
}

/// A set at `root` in `dir` with a writer of it; an old one has no id.
struct Opened {
    dir: TempDir,
    root: PathBuf,
    document: Arc<Document>,
    writer: SetWriter,
}

impl Opened {
    fn new(is_old: bool) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("set");
        let made = set(&root);
        let document = if is_old { make_old(&root) } else { made };
        let writer = SetWriter::new(&root, document.clone()).unwrap();
        Self { dir, root, document, writer }
    }
}

#[test]
fn a_new_set_has_an_id_of_its_own() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(one.path());
    set(two.path());
    let id = |dir: &Path| storage::set_id(dir).unwrap().unwrap();
    assert_ne!(id(one.path()), id(two.path()));
    assert_eq!(id(one.path()).as_str().len(), 20);
}

#[test]
fn nothing_is_written_when_the_folder_was_renamed_deleted_or_unplugged() {
    type Harm = (&'static str, fn(&Path));
    let harms: [Harm; 4] = [
        ("renamed", |root| fs::rename(root, root.with_file_name("renamed")).unwrap()),
        ("deleted", |root| fs::remove_dir_all(root).unwrap()),
        ("unplugged", |root| {
            fs::remove_dir_all(root).unwrap();
            fs::create_dir(root).unwrap();
        }),
        ("a file instead", |root| {
            fs::remove_dir_all(root).unwrap();
            fs::write(root, "").unwrap();
        }),
    ];
    for (name, harm) in harms {
        for is_old in [false, true] {
            let Opened { dir, root, document, mut writer } = Opened::new(is_old);
            writer.save(&document).unwrap();
            harm(&root);
            let before = tree(dir.path());
            let error = writer.save(&changed(&document)).unwrap_err();
            let renamed = (name == "renamed" && !is_old).then(|| fs::canonicalize(dir.path()).unwrap().join("renamed"));
            assert!(matches!(&error, StorageError::SetGone { moved_to, .. } if *moved_to == renamed), "{name}: {error:?}");
            assert!(error.to_string().contains("is not there any more"), "{error}");
            assert_eq!(tree(dir.path()), before, "{name}");
            // Also when there is nothing to save, “saved” would be wrong.
            assert!(writer.save(&document).is_err(), "{name}");
        }
    }
}

#[test]
fn a_set_that_comes_back_is_saved() {
    let Opened { dir, root, document, mut writer } = Opened::new(false);
    fs::rename(&root, dir.path().join("away")).unwrap();
    writer.save(&changed(&document)).unwrap_err();
    fs::rename(dir.path().join("away"), &root).unwrap();
    writer.save(&changed(&document)).unwrap();
    assert_eq!(note_of(&storage::open(&root).unwrap().document), "new");
}

#[test]
fn nothing_is_written_into_another_set_at_the_same_place() {
    for is_old in [false, true] {
        let Opened { dir, root, document, mut writer } = Opened::new(is_old);
        fs::rename(&root, dir.path().join("away")).unwrap();
        storage::create(&root, "Another").unwrap();
        let before = tree(dir.path());
        let error = writer.save(&changed(&document)).unwrap_err();
        assert!(matches!(error, StorageError::NotThisSet { .. }), "{error:?}");
        assert_eq!(tree(dir.path()), before);
    }
}

#[test]
fn a_set_put_back_as_it_was_before_it_had_its_id_is_not_the_one_that_was_opened() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
    make_old(dir.path());
    let error = writer.save(&changed(&document)).unwrap_err();
    assert!(matches!(error, StorageError::NotThisSet { .. }), "{error:?}");
}

#[test]
fn a_title_changed_outside_does_not_keep_the_rest_from_being_saved() {
    for is_old in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let mut document = set(dir.path());
        if is_old {
            document = make_old(dir.path());
        }
        let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
        let path = dir.path().join("set.ron");
        fs::write(&path, fs::read_to_string(&path).unwrap().replace("Test", "Theirs")).unwrap();
        writer.save(&changed(&document)).unwrap();
        assert_eq!(storage::open(dir.path()).unwrap().document.info.title, "Theirs");
    }
}

#[test]
fn an_annotator_s_first_folder_is_made_and_the_set_s_own_is_not() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    fs::remove_dir_all(dir.path().join("annotations")).unwrap();
    let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
    writer.save(&changed(&document)).unwrap();
    assert_eq!(note_of(&storage::open(dir.path()).unwrap().document), "new");
}
