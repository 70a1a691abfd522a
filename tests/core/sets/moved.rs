//! What was done in a set is there again when the set was moved, renamed or copied, and also when it can only be read.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;
use std::path::Path;

use dicta::session::{Access, SaveState};
use dicta::storage;

use crate::support::sitting::{Sitting, files, put_files, set, state};

/// A set with one article, saved.
fn saved(dir: &Path) -> Sitting {
    let mut sitting = Sitting::open(dir);
    sitting.bring(dir, &[("a.txt", b"One two three four five six.".as_slice())]);
    sitting.save();
    sitting
}

/// Leaves two marks in the journal that are in no file: the program is killed.
fn leave_two(mut sitting: Sitting) {
    sitting.go("a");
    sitting.desk.mark("One", "C");
    sitting.desk.mark("two", "C");
    sitting.settle();
}

fn marks(sitting: &mut Sitting) -> usize {
    sitting.go("a");
    sitting.desk.list().len()
}

pub fn copy(from: &Path, to: &Path) {
    put_files(to, &files(from));
}

/// Takes the id away, as in a set that an older Dicta made.
fn make_old(root: &Path) {
    let path = root.join("set.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.lines().filter(|line| !line.contains("id: ")).collect::<Vec<_>>().join("\n")).unwrap();
}

#[test]
fn a_moved_or_renamed_set_finds_its_journal() {
    let dir = tempfile::tempdir().unwrap();
    leave_two(saved(dir.path()));
    let other = dir.path().join("elsewhere/renamed");
    fs::create_dir_all(other.parent().unwrap()).unwrap();
    fs::rename(set(dir.path()), &other).unwrap();
    let mut again = Sitting::open_at(&other, &state(dir.path()));
    assert_eq!(marks(&mut again), 2);
    assert!(again.notices.iter().any(|notice| notice.starts_with("2 changes")), "{:?}", again.notices);
    assert!(again.desk.session.next_undo().is_some(), "with the history");
    again.save();
    drop(again);
    assert_eq!(fs::read_dir(state(dir.path()).join("journal")).unwrap().count(), 2, "one journal, and the ballast");
}

#[test]
fn a_copy_takes_over_what_was_not_saved_and_the_original_keeps_it() {
    let dir = tempfile::tempdir().unwrap();
    leave_two(saved(dir.path()));
    let other = dir.path().join("copy");
    copy(&set(dir.path()), &other);
    let mut in_copy = Sitting::open_at(&other, &state(dir.path()));
    assert_eq!(marks(&mut in_copy), 2);
    in_copy.desk.mark("three", "C");
    in_copy.save();
    assert_eq!(*in_copy.desk.session.save_state(), SaveState::Saved);
    // One journal is one writer's.
    let mut original = Sitting::open(dir.path());
    assert!(
        matches!(original.desk.session.access(), Access::ReadOnly(reason) if reason.contains("the same set at another place"))
    );
    assert_eq!(marks(&mut original), 2, "shown although it cannot be changed");
    drop((in_copy, original));
    let mut original = Sitting::open(dir.path());
    assert_eq!(marks(&mut original), 2);
    original.save();
    drop(original);
    assert_eq!(marks(&mut Sitting::open_at(&other, &state(dir.path()))), 3);
    assert_eq!(marks(&mut Sitting::open(dir.path())), 2);
}

#[test]
fn what_does_not_fit_a_copy_is_reported() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = saved(dir.path());
    sitting.go("a");
    sitting.desk.mark("One", "C");
    sitting.save();
    let other = dir.path().join("copy");
    copy(&set(dir.path()), &other);
    let mark = sitting.desk.session.current().unwrap().id.clone();
    sitting.desk.send(dicta::session::Command::SetNote(mark, "mine".to_owned()));
    sitting.settle();
    drop(sitting);
    let layer = other.join("annotations/alice/a.ron");
    fs::write(&layer, fs::read_to_string(&layer).unwrap().replace("Claim(", "Quote(")).unwrap();
    let again = Sitting::open_at(&other, &state(dir.path()));
    assert!(again.notices.iter().any(|notice| notice.contains("was changed outside Dicta")), "{:?}", again.notices);
    let kept = files(&state(dir.path()));
    assert!(kept.keys().any(|path| path.extension().is_some_and(|e| e == "kept")), "{:?}", kept.keys());
    drop(again);
    let original = Sitting::open(dir.path());
    assert!(original.notices.iter().any(|notice| notice.starts_with("1 change ")), "{:?}", original.notices);
}

#[test]
fn an_older_set_gets_its_id_with_its_first_change_and_not_before() {
    let dir = tempfile::tempdir().unwrap();
    drop(saved(dir.path()));
    make_old(&set(dir.path()));
    let _ = fs::remove_dir_all(state(dir.path()));
    let before = files(&set(dir.path()));
    let mut sitting = Sitting::open(dir.path());
    sitting.save();
    drop(sitting);
    assert_eq!(files(&set(dir.path())), before, "opened, and closed again");
    // Killed before the first save, at the same place.
    leave_two(Sitting::open(dir.path()));
    assert_eq!(files(&set(dir.path())), before);
    let mut again = Sitting::open(dir.path());
    assert_eq!(marks(&mut again), 2);
    again.save();
    let id = storage::set_id(&set(dir.path())).unwrap().expect("an id");
    again.desk.mark("three", "C");
    again.settle();
    drop(again);
    let other = dir.path().join("renamed");
    fs::rename(set(dir.path()), &other).unwrap();
    let mut again = Sitting::open_at(&other, &state(dir.path()));
    assert_eq!(marks(&mut again), 3);
    again.save();
    drop(again);
    assert_eq!(storage::set_id(&other).unwrap(), Some(id));
}

#[test]
fn a_set_that_can_only_be_read_shows_what_waits_in_the_journal() {
    let dir = tempfile::tempdir().unwrap();
    leave_two(saved(dir.path()));
    let before = files(&dir.path().join("state"));
    // No lock can be taken, as when the state folder is on a disk that is read-only.
    let locks = state(dir.path()).join("locks");
    fs::remove_dir_all(&locks).unwrap();
    fs::write(&locks, "in the way").unwrap();
    let mut again = Sitting::open(dir.path());
    assert!(matches!(again.desk.session.access(), Access::ReadOnly(_)));
    assert_eq!(marks(&mut again), 2);
    assert!(again.notices.iter().any(|notice| notice.starts_with("2 changes wait in the journal")), "{:?}", again.notices);
    drop(again);
    fs::remove_file(&locks).unwrap();
    let after = files(&dir.path().join("state"));
    assert!(before.iter().filter(|(path, _)| path.starts_with("journal")).all(|(path, bytes)| after.get(path) == Some(bytes)));
    let mut again = Sitting::open(dir.path());
    assert_eq!(marks(&mut again), 2);
    again.save();
    assert_eq!(*again.desk.session.save_state(), SaveState::Saved);
}

#[test]
fn a_journal_of_a_newer_dicta_opens_the_set_for_reading_only() {
    let dir = tempfile::tempdir().unwrap();
    leave_two(saved(dir.path()));
    let journal = files(&state(dir.path())).into_keys().find(|path| path.extension().is_some_and(|e| e == "journal")).unwrap();
    let path = state(dir.path()).join(journal).with_file_name("00000002.journal");
    fs::write(&path, b"DICTAJ7\nwhat nobody knows yet").unwrap();
    let mut again = Sitting::open(dir.path());
    let Access::ReadOnly(reason) = again.desk.session.access().clone() else { panic!("it can be written") };
    assert!(reason.contains("was written by a newer Dicta"), "{reason}");
    assert_eq!(marks(&mut again), 2);
    assert_eq!(fs::read(&path).unwrap(), b"DICTAJ7\nwhat nobody knows yet");
}

#[test]
fn a_set_that_is_renamed_while_it_is_open_is_not_called_saved() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = saved(dir.path());
    let other = dir.path().join("renamed");
    fs::rename(set(dir.path()), &other).unwrap();
    sitting.go("a");
    sitting.desk.mark("One", "C");
    sitting.save();
    assert!(matches!(sitting.desk.session.save_state(), SaveState::Failed(_)));
    assert!(sitting.desk.says().contains("is not there any more"), "{}", sitting.desk.says());
    assert!(!set(dir.path()).exists());
    drop(sitting);
    assert_eq!(marks(&mut Sitting::open_at(&other, &state(dir.path()))), 1);
}

#[test]
fn a_second_window_is_kept_out_also_after_the_state_folder_was_deleted() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = saved(dir.path());
    fs::remove_dir_all(state(dir.path())).unwrap();
    sitting.go("a");
    sitting.desk.mark("One", "C");
    sitting.save();
    let second = Sitting::open(dir.path());
    assert!(matches!(second.desk.session.access(), Access::ReadOnly(_)));
}

#[test]
fn an_older_set_does_not_take_over_what_was_done_in_another_one_at_its_path() {
    let dir = tempfile::tempdir().unwrap();
    drop(saved(dir.path()));
    make_old(&set(dir.path()));
    leave_two(Sitting::open(dir.path()));
    let (before, aside) = (files(&set(dir.path())), dir.path().join("aside"));
    fs::rename(set(dir.path()), &aside).unwrap();
    put_files(&set(dir.path()), &before);
    let info = set(dir.path()).join("set.ron");
    let text = fs::read_to_string(&info).unwrap();
    fs::write(&info, text.replace("title: \"", "title: \"Another ")).unwrap();
    assert_ne!(fs::read_to_string(&info).unwrap(), text);
    let mut other = Sitting::open(dir.path());
    assert_eq!((marks(&mut other), other.desk.session.next_undo().is_some()), (0, false));
    drop(other);
    fs::remove_dir_all(set(dir.path())).unwrap();
    fs::rename(&aside, set(dir.path())).unwrap();
    assert_eq!(marks(&mut Sitting::open(dir.path())), 2);
}
