//! Sets that are read-only, damaged, half there, newer, or open twice: the rest opens, and nothing is written over.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;
use std::path::Path;
use std::process::Command as Program;

use dicta::host;
use dicta::session::{Access, SaveState};
use dicta::storage;

use super::bad_input::{dicta, out};
use crate::support::sitting::{Sitting, files, set, state};

/// A saved set with two articles, each with a quote of alice's.
fn made(dir: &Path) {
    let mut sitting = Sitting::open(dir);
    sitting.bring(dir, &[("a.txt", b"Un mot, deux mots.".as_slice()), ("b.txt", b"Three words here.".as_slice())]);
    for (article, words) in [("a", "deux mots"), ("b", "Three words")] {
        sitting.go(article);
        sitting.desk.mark(words, "Q");
    }
    sitting.save();
    assert_eq!(*sitting.desk.session.save_state(), SaveState::Saved);
}

/// What a person who opens the set is told, in one text.
fn told(sitting: &Sitting) -> String {
    sitting.notices.join("\n")
}

const LAYER: &str = "annotations/alice/a.ron";

/// Damages the file with `damage`; the rest must open and be saved, and the file stay as it is.
fn the_rest_lives(file: &str, damage: impl Fn(String) -> String, said: &str) {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path());
    let path = set(dir.path()).join(file);
    let damaged = damage(fs::read_to_string(&path).unwrap());
    fs::write(&path, &damaged).unwrap();
    let mut sitting = Sitting::open(dir.path());
    assert!(told(&sitting).contains(said), "{}", told(&sitting));
    sitting.go("b");
    sitting.desk.mark("here", "C");
    sitting.save();
    assert_eq!(*sitting.desk.session.save_state(), SaveState::Saved);
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged, "the damaged file is as it was");
    assert!(files(&set(dir.path()).join("annotations")).values().any(|b| String::from_utf8_lossy(b).contains("here")));
    drop(sitting);
    let check = dicta(dir.path(), &["check", "set"]);
    assert_eq!(check.status.code(), Some(1), "{}", out(&check));
    assert!(out(&check).contains(said), "{}", out(&check));
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
}

#[test]
fn a_merge_conflict_in_one_file_is_named_by_line_and_column_and_the_rest_lives() {
    let conflict = |text: String| text.replacen("    annotations", "<<<<<<< ours\n=======\n>>>>>>> theirs\n    annotations", 1);
    the_rest_lives(LAYER, conflict, "annotations/alice/a.ron, line 5, column 1: a merge left both sides of a conflict here");
}

#[test]
fn a_file_that_was_cut_short_is_named_by_line_and_column_and_the_rest_lives() {
    the_rest_lives(LAYER, |text| text.chars().take(text.chars().count() / 2).collect(), "annotations/alice/a.ron, line ");
    the_rest_lives("articles/a.ron", |text| text.chars().take(40).collect(), "articles/a.ron, line ");
}

#[test]
fn a_file_of_a_newer_dicta_is_left_alone_and_the_rest_lives() {
    let newer = |text: String| text.replacen("(1, 0)", "(2, 0)", 1);
    the_rest_lives(LAYER, newer, "annotations/alice/a.ron: it was written by a newer Dicta (format 2.0; this one reads 1)");
}

#[test]
fn a_set_of_a_newer_dicta_is_refused_whole() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path());
    let path = set(dir.path()).join("set.ron");
    fs::write(&path, fs::read_to_string(&path).unwrap().replacen("(1, 0)", "(2, 0)", 1)).unwrap();
    let before = files(&set(dir.path()));
    let refused = host::open(&set(dir.path()), &state(dir.path()), &|_, _| {}).unwrap_err();
    assert!(
        refused.contains("written by a newer Dicta (format 2.0; this one reads 1). Open the set with that version"),
        "{refused}"
    );
    fs::write(dir.path().join("c.txt"), "Un texte.").unwrap();
    for args in [["check", "set"].as_slice(), &["import", "set", "c.txt"]] {
        let done = dicta(dir.path(), args);
        assert_eq!(done.status.code(), Some(2), "{}", out(&done));
        assert!(out(&done).contains("newer Dicta"), "{}", out(&done));
    }
    assert!(files(&set(dir.path())) == before);
}

#[test]
fn annotations_of_an_article_whose_text_is_missing_wait_for_it() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path());
    let text = fs::read(set(dir.path()).join("articles/a.txt")).unwrap();
    let layer = fs::read(set(dir.path()).join(LAYER)).unwrap();
    fs::remove_file(set(dir.path()).join("articles/a.txt")).unwrap();
    let mut sitting = Sitting::open(dir.path());
    assert!(told(&sitting).contains("articles/a.txt, is missing; restore it"), "{}", told(&sitting));
    sitting.bring(dir.path(), &[("a.txt", b"Another text of that name.".as_slice())]);
    sitting.desk.mark("Another", "Q");
    sitting.save();
    assert_eq!(*sitting.desk.session.save_state(), SaveState::Saved, "{}", sitting.desk.says());
    assert_eq!(fs::read(set(dir.path()).join(LAYER)).unwrap(), layer);
    drop(sitting);
    assert_eq!(dicta(dir.path(), &["check", "set"]).status.code(), Some(1));
    fs::write(set(dir.path()).join("articles/a.txt"), text).unwrap();
    let sitting = Sitting::open(dir.path());
    assert_eq!(sitting.notices, Vec::<String>::new());
    assert_eq!(sitting.desk.session.document().layers.len(), 3, "nothing was lost meanwhile");
}

#[test]
fn a_set_that_is_open_already_is_shown_for_reading_only_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path());
    let first = Sitting::open(dir.path());
    let before = files(&set(dir.path()));
    let mut second = Sitting::open(dir.path());
    assert!(told(&second).contains("open for reading only: it is open in another window"), "{}", told(&second));
    second.go("a");
    second.desk.mark("Un mot", "Q");
    second.save();
    assert_eq!(second.desk.list().len(), 1, "what is there can be read, and nothing is added");
    assert!(second.desk.says().contains("it is open in another window"), "{}", second.desk.says());
    assert!(files(&set(dir.path())) == before);
    drop((first, second));
    assert_eq!(*Sitting::open(dir.path()).desk.session.access(), Access::ReadWrite, "the lock goes with the window");
}

#[test]
fn a_path_that_leads_through_a_file_cannot_be_written() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    let reason = storage::is_writable(&dir.path().join("file")).unwrap_err();
    assert!(reason.contains("file” can be read but not changed: "), "{reason}");
    fs::write(dir.path().join("c.txt"), "Un texte.").unwrap();
    let done = dicta(dir.path(), &["import", "file", "c.txt"]);
    assert_eq!(done.status.code(), Some(2), "{}", out(&done));
}

/// Takes the right to write away from a folder, from the administrator too, and gives it back.
struct Locked<'p>(&'p Path);

impl<'p> Locked<'p> {
    fn new(path: &'p Path) -> Self {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).unwrap();
        if storage::is_writable(path).is_ok() {
            let _ = Program::new("chattr").arg("+i").arg(path).status();
        }
        Self(path)
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        let _ = Program::new("chattr").arg("-i").arg(self.0).output();
        let mut permissions = fs::metadata(self.0).unwrap().permissions();
        #[allow(clippy::permissions_set_readonly_false, reason = "a folder of this test alone")]
        permissions.set_readonly(false);
        fs::set_permissions(self.0, permissions).unwrap();
    }
}

#[test]
fn a_set_in_a_read_only_folder_is_shown_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path());
    let root = set(dir.path());
    let before = files(&root);
    let locked = Locked::new(&root);
    if storage::is_writable(&root).is_ok() {
        return println!("skipped: this system lets us write into every folder");
    }
    let mut sitting = Sitting::open(dir.path());
    assert!(told(&sitting).contains("can be read but not changed"), "{}", told(&sitting));
    sitting.go("a");
    sitting.desk.mark("Un mot", "Q");
    sitting.save();
    assert_eq!(sitting.desk.list().len(), 1);
    drop(sitting);
    fs::write(dir.path().join("c.txt"), "Un texte.").unwrap();
    let done = dicta(dir.path(), &["import", "set", "c.txt"]);
    assert_eq!(done.status.code(), Some(2), "{}", out(&done));
    assert!(out(&done).contains("nothing was added"), "{}", out(&done));
    assert_eq!(dicta(dir.path(), &["check", "set"]).status.code(), Some(0), "reading it is no fault");
    drop(locked);
    assert!(files(&root) == before);
}
