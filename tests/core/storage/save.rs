//! A save writes what changed, nothing else, and never over somebody else's work.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use dicta::model::Annotator;
use dicta::storage::{self, SaveReport, SetWriter, StorageError};

use super::made::{TEXT, add_article, alice, id, note_of, set, with_note};

const LAYER: &str = "annotations/alice/a.ron";

#[test]
fn only_the_changed_file_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
    assert_eq!(writer.save(&document).unwrap(), SaveReport::default());
    let changed = with_note(&document, "new");
    assert_eq!(writer.save(&changed).unwrap().written, [LAYER]);
    assert_eq!(storage::open(dir.path()).unwrap().document, *changed);
}

#[test]
fn articles_and_layers_that_are_gone_leave_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut fewer = document.as_ref().clone();
    fewer.layers.remove(&(id("a"), alice()));
    fewer.articles.remove(&id("a"));
    let fewer = Arc::new(fewer);
    let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
    assert_eq!(writer.save(&fewer).unwrap().removed, [LAYER, "articles/a.ron", "articles/a.txt"]);
    assert_eq!(storage::open(dir.path()).unwrap().document, *fewer);
    // And come back, as after an undo.
    writer.save(&document).unwrap();
    let opened = storage::open(dir.path()).unwrap();
    assert_eq!((opened.document, opened.notices), (document.as_ref().clone(), Vec::new()));
}

#[test]
fn a_file_that_was_changed_outside_stays_and_ours_is_kept_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
    let path = dir.path().join(LAYER);
    let theirs = fs::read_to_string(&path).unwrap().replace("done: true", "").replace("q1", "q9");
    fs::write(&path, &theirs).unwrap();
    let mut changed = with_note(&document, "ours").as_ref().clone();
    add_article(&mut changed, "c");
    let changed = Arc::new(changed);
    let error = writer.save(&changed).unwrap_err();
    assert!(matches!(&error, StorageError::ChangedOutside { file, copy: Some(_) } if file == LAYER), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let copy = dir.path().join("annotations/alice/a (not saved by Dicta).ron");
    assert!(fs::read_to_string(&copy).unwrap().contains("note: \"ours\""));
    // The rest was saved, and another try makes no second copy.
    assert!(dir.path().join("articles/c.ron").exists());
    assert!(writer.save(&changed).is_err());
    assert_eq!(fs::read_dir(dir.path().join("annotations/alice")).unwrap().count(), 4);
    let notices = storage::open(dir.path()).unwrap().notices;
    assert!(notices.iter().any(|n| n.place.file.contains("not saved by Dicta")), "{notices:?}");
}

#[test]
fn a_change_outside_after_our_own_save_is_seen_too() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
    writer.save(&with_note(&document, "one")).unwrap();
    let path = dir.path().join(LAYER);
    // Even the bytes that stood there before our save are somebody else's now.
    let old = fs::read_to_string(&path).unwrap().replace("one", "theirs");
    fs::write(&path, &old).unwrap();
    assert!(writer.save(&with_note(&document, "two")).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), old);
}

#[test]
fn the_same_content_in_other_bytes_is_no_change() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let path = dir.path().join(LAYER);
    let windows = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
    fs::write(&path, windows).unwrap();
    let changed = with_note(&document, "new");
    SetWriter::new(dir.path(), document).unwrap().save(&changed).unwrap();
    assert_eq!(note_of(&storage::open(dir.path()).unwrap().document), "new");
}

#[test]
fn a_stranger_in_the_place_of_a_new_file_is_not_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut changed = document.as_ref().clone();
    add_article(&mut changed, "c");
    fs::write(dir.path().join("articles/c.txt"), "somebody's").unwrap();
    let changed = Arc::new(changed);
    let mut writer = SetWriter::new(dir.path(), document).unwrap();
    assert!(writer.save(&changed).is_err());
    assert_eq!(fs::read_to_string(dir.path().join("articles/c.txt")).unwrap(), "somebody's");
    assert!(!dir.path().join("articles/c.ron").exists());
    // The same text left over from a crash is no stranger.
    fs::write(dir.path().join("articles/c.txt"), TEXT).unwrap();
    writer.save(&changed).unwrap();
    assert_eq!(storage::open(dir.path()).unwrap().document.articles.len(), 3);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(one.path());
    set(two.path());
    for file in ["set.ron", "actors.ron", "codebook.ron", "articles/a.ron", "articles/a.txt", LAYER] {
        let text = |dir: &Path| {
            let text = fs::read_to_string(dir.join(file)).unwrap();
            // Each set has an id of its own.
            text.lines().filter(|line| !line.starts_with("    id: ")).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(text(one.path()), text(two.path()));
    }
}

#[test]
fn two_annotators_have_a_file_each() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut changed = document.as_ref().clone();
    let bob = Annotator::parse("bob").unwrap();
    let layer = changed.layers.get(&(id("a"), alice())).unwrap().clone();
    changed.layers.insert((id("a"), bob.clone()), layer);
    let changed = Arc::new(changed);
    assert_eq!(SetWriter::new(dir.path(), document).unwrap().save(&changed).unwrap().written, ["annotations/bob/a.ron"]);
    assert_eq!(storage::SetReader::open(dir.path()).unwrap().annotators, [alice(), bob]);
}
