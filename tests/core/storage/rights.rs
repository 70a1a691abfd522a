//! Owner and mode of a file stay when it is replaced; new files get what the system gives by default.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::Path;

use dicta::storage::files::table_files::TableFiles;
use dicta::storage::{self, SetWriter};

use super::made::{set, with_note};

const LAYER: &str = "annotations/alice/a.ron";

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

/// The mode of a file that is made without asking for one.
fn usual(folder: &Path) -> u32 {
    let path = folder.join("usual");
    fs::File::create(&path).unwrap();
    let mode = mode(&path);
    fs::remove_file(path).unwrap();
    mode
}

#[test]
fn a_save_keeps_the_mode_of_the_file_that_it_replaces() {
    for wanted in [0o600, 0o640, 0o664, 0o444] {
        let dir = tempfile::tempdir().unwrap();
        let document = set(dir.path());
        let layer = dir.path().join(LAYER);
        assert_eq!(mode(&layer), usual(dir.path()), "a new file has the default mode");
        fs::set_permissions(&layer, Permissions::from_mode(wanted)).unwrap();
        SetWriter::new(dir.path(), document.clone()).unwrap().save(&with_note(&document, "new")).unwrap();
        assert_eq!(mode(&layer), wanted);
        assert!(fs::read_to_string(&layer).unwrap().contains("note: \"new\""));
    }
}

#[test]
fn a_save_keeps_the_owner_and_group_of_the_file_that_it_replaces() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let layer = dir.path().join(LAYER);
    // Only root may give a file away; anybody else may check nothing here.
    if chown(&layer, Some(12_345), Some(23_456)).is_err() {
        return;
    }
    fs::set_permissions(&layer, Permissions::from_mode(0o660)).unwrap();
    SetWriter::new(dir.path(), document.clone()).unwrap().save(&with_note(&document, "new")).unwrap();
    let metadata = fs::metadata(&layer).unwrap();
    assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o777), (12_345, 23_456, 0o660));
}

#[test]
fn an_export_keeps_the_mode_of_the_table_that_it_replaces() {
    let dir = tempfile::tempdir().unwrap();
    for content in ["old", "new"] {
        let mut files = TableFiles::new(dir.path()).unwrap();
        for name in ["a.csv", "datapackage.json"] {
            let mut out = files.create(name).unwrap();
            out.write_all(content.as_bytes()).unwrap();
            out.flush().unwrap();
        }
        files.commit().unwrap();
        if content == "old" {
            fs::set_permissions(dir.path().join("a.csv"), Permissions::from_mode(0o600)).unwrap();
        }
    }
    assert_eq!(mode(&dir.path().join("a.csv")), 0o600);
    assert_eq!(mode(&dir.path().join("datapackage.json")), usual(dir.path()));
    assert_eq!(fs::read_to_string(dir.path().join("a.csv")).unwrap(), "new");
}

#[test]
fn a_new_set_is_made_with_the_default_mode() {
    let dir = tempfile::tempdir().unwrap();
    storage::create(dir.path(), "Test").unwrap();
    assert_eq!(mode(&dir.path().join("set.ron")), usual(dir.path()));
}
