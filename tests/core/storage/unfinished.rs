//! Files that a killed program left unfinished are taken away; those of a living one stay.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use dicta::model::Severity;
use dicta::storage::{self, SetWriter};

use super::faults::{Fault, Faulty};
use super::made::{alice, id, set, with_note};

/// The process number of a program that has ended.
pub fn dead() -> u32 {
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_dicta")).arg("--version").stdout(std::process::Stdio::null()).spawn().unwrap();
    let number = child.id();
    child.wait().unwrap();
    number
}

/// Gives an unfinished file or folder of this process the number of another one.
pub fn of_process(path: &Path, process: u32) -> PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    let other = path.with_file_name(name.replace(&format!(".{}.", std::process::id()), &format!(".{process}.")));
    fs::rename(path, &other).unwrap();
    other
}

/// An unfinished file beside `target`, of a program that was killed.
pub fn left_behind(target: &Path) -> PathBuf {
    for at in 0.. {
        let (folder, faulty) = (target.parent().unwrap(), Faulty::new(at, Fault::KilledWriting));
        let dir = tempfile::tempdir().unwrap();
        let document = set(dir.path());
        let _ = SetWriter::with_fs(dir.path(), document.clone(), Arc::new(faulty)).unwrap().save(&with_note(&document, "new"));
        if let [left] = &unfinished(dir.path())[..] {
            let left = of_process(left, dead());
            let path = folder.join(left.file_name().unwrap());
            fs::copy(left, &path).unwrap();
            return path;
        }
    }
    unreachable!("no act left an unfinished file")
}

fn unfinished(root: &Path) -> Vec<PathBuf> {
    let folders = [root.to_owned(), root.join("articles"), root.join("annotations/alice")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    entries.filter(|path| path.to_str().unwrap().ends_with(".dicta-tmp")).collect()
}

/// A save that was killed while it wrote a file.
fn killed(root: &Path) -> Arc<dicta::model::Document> {
    let document = set(root);
    for at in 0.. {
        let faulty = Faulty::new(at, Fault::KilledWriting);
        let saved = SetWriter::with_fs(root, document.clone(), Arc::new(faulty)).unwrap().save(&with_note(&document, "new"));
        assert!(saved.is_err(), "no act left an unfinished file");
        if !unfinished(root).is_empty() {
            break;
        }
    }
    document
}

#[test]
fn what_a_dead_program_left_is_deleted_when_the_set_is_opened_for_writing() {
    let dir = tempfile::tempdir().unwrap();
    let document = killed(dir.path());
    let left = of_process(&unfinished(dir.path())[0], dead());
    SetWriter::new(dir.path(), document.clone()).unwrap();
    assert!(!left.exists());
    assert_eq!(
        *storage::open(dir.path()).unwrap().document.layer(&id("a"), &alice()).unwrap(),
        *document.layer(&id("a"), &alice()).unwrap()
    );
}

#[test]
fn what_a_living_program_is_writing_stays() {
    let dir = tempfile::tempdir().unwrap();
    let document = killed(dir.path());
    let left = unfinished(dir.path());
    SetWriter::new(dir.path(), document).unwrap();
    assert_eq!(unfinished(dir.path()), left);
}

#[test]
fn what_another_computer_is_writing_stays_until_it_is_a_day_old() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    // Of another computer, and of an older version, which did not name the computer.
    let names = [format!(".a.ron.{}.00000000.3f.dicta-tmp", dead()), format!(".a.ron.{}.3f.dicta-tmp", dead())];
    let paths = names.map(|name| dir.path().join("annotations/alice").join(name));
    for path in &paths {
        fs::write(path, "(").unwrap();
    }
    SetWriter::new(dir.path(), document.clone()).unwrap();
    assert!(paths.iter().all(|path| path.exists()));
    for path in &paths {
        let old = SystemTime::now() - Duration::from_hours(25);
        fs::File::options().write(true).open(path).unwrap().set_modified(old).unwrap();
    }
    SetWriter::new(dir.path(), document).unwrap();
    assert!(paths.iter().all(|path| !path.exists()));
}

#[test]
fn an_unfinished_file_is_named_but_nothing_is_wrong() {
    let dir = tempfile::tempdir().unwrap();
    killed(dir.path());
    let notices = storage::open(dir.path()).unwrap().notices;
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(notices[0].place.file.ends_with(".dicta-tmp") && notices[0].text.starts_with("an unfinished file"), "{notices:?}");
    assert_eq!(notices[0].severity, Severity::Info);
}

#[test]
fn a_file_of_somebody_else_with_such_an_end_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let path = dir.path().join("articles/mine.dicta-tmp");
    fs::write(&path, "x").unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
    SetWriter::new(dir.path(), document).unwrap();
    assert!(path.exists());
}
