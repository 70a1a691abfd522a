//! Tables on disk appear together, or not at all.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use std::sync::Arc;

use dicta::storage::files::fs::Disk;
use dicta::storage::files::table_files::TableFiles;

use crate::storage::faults::{FAULTS, Fault, Faulty};
use crate::storage::unfinished::{dead, of_process};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn put(files: &mut TableFiles, name: &str, content: &str) {
    let mut out = files.create(name).unwrap();
    out.write_all(content.as_bytes()).unwrap();
    out.flush().unwrap();
}

#[test]
fn files_take_their_places_when_all_are_written() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("new/tables");
    let mut files = TableFiles::new(&folder).unwrap();
    put(&mut files, "a.csv", "1");
    put(&mut files, "b.csv", "2");
    assert!(!folder.join("a.csv").exists());
    files.commit().unwrap();
    assert_eq!(names(&folder), ["a.csv", "b.csv"]);
    assert_eq!(fs::read_to_string(folder.join("b.csv")).unwrap(), "2");
}

#[test]
fn an_export_that_fails_leaves_the_old_tables_and_nothing_else() {
    let root = tempfile::tempdir().unwrap();
    let mut files = TableFiles::new(root.path()).unwrap();
    put(&mut files, "a.csv", "old");
    files.commit().unwrap();
    let mut files = TableFiles::new(root.path()).unwrap();
    put(&mut files, "a.csv", "new");
    drop(files);
    assert_eq!(names(root.path()), ["a.csv"]);
    assert_eq!(fs::read_to_string(root.path().join("a.csv")).unwrap(), "old");
}

#[test]
fn folders_that_were_made_for_an_export_that_fails_go_again() {
    let root = tempfile::tempdir().unwrap();
    let mut files = TableFiles::new(&root.path().join("x/y")).unwrap();
    put(&mut files, "a.csv", "1");
    drop(files);
    assert_eq!(names(root.path()), Vec::<String>::new());
}

#[test]
fn a_table_whose_place_is_taken_by_a_folder_is_refused_before_any_other_is_replaced() {
    let root = tempfile::tempdir().unwrap();
    let mut files = TableFiles::new(root.path()).unwrap();
    put(&mut files, "a.csv", "1");
    put(&mut files, "b.csv", "2");
    fs::create_dir(root.path().join("b.csv")).unwrap();
    assert!(files.commit().unwrap_err().to_string().contains("b.csv cannot be replaced"));
    assert_eq!(names(root.path()), ["b.csv"]);
}

#[test]
fn a_name_that_leads_elsewhere_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let mut files = TableFiles::new(root.path()).unwrap();
    for name in ["../a.csv", "a/b.csv", "", "..", "/a.csv"] {
        assert!(files.create(name).is_err(), "{name}");
    }
}

const TABLES: [&str; 4] = ["articles.csv", "quotes.csv", "new.csv", "datapackage.json"];

/// A folder with three of the tables of an earlier run, and with files of the person's own.
fn old_tables(folder: &Path) {
    for name in ["articles.csv", "quotes.csv", "datapackage.json"] {
        fs::write(folder.join(name), "old").unwrap();
    }
    fs::create_dir(folder.join("mine")).unwrap();
    fs::write(folder.join("mine/notes.txt"), "mine").unwrap();
    fs::write(folder.join("plot.R"), "mine").unwrap();
}

/// Puts new tables into the folder; says whether it succeeded.
fn export(folder: &Path, fs: Faulty) -> bool {
    let Ok(mut files) = TableFiles::with_fs(folder, Arc::new(fs)) else { return false };
    for name in TABLES {
        let Ok(mut out) = files.create(name) else { return false };
        out.write_all(b"new").unwrap();
        out.flush().unwrap();
    }
    files.commit().is_ok()
}

/// The tables that are there, and what stands in each.
fn tables(folder: &Path) -> Vec<(&'static str, String)> {
    TABLES.into_iter().filter_map(|name| Some((name, fs::read_to_string(folder.join(name)).ok()?))).collect()
}

fn are_whole(tables: &[(&str, String)], content: &str) -> bool {
    let count = if content == "new" { 4 } else { 3 };
    tables.len() == count && tables.iter().all(|(_, held)| held == content)
}

#[test]
fn no_failure_leaves_tables_of_two_runs_side_by_side() {
    let mut runs = 0;
    for fault in FAULTS {
        for at in 0.. {
            let dir = tempfile::tempdir().unwrap();
            old_tables(dir.path());
            let faulty = Faulty::new(at, fault);
            let done = export(dir.path(), faulty.clone());
            let found = tables(dir.path());
            let killed = matches!(fault, Fault::Killed | Fault::KilledWriting);
            let case = format!("{fault:?} at {at}: {found:?}");
            let is_mixed = found.iter().any(|(_, held)| held == "new") && found.iter().any(|(_, held)| held == "old");
            assert!(!is_mixed, "{case}");
            // Whoever finds the description finds all tables of its run.
            let is_described = found.iter().any(|(name, _)| *name == "datapackage.json");
            assert!(!is_described || are_whole(&found, "old") || are_whole(&found, "new"), "{case}");
            if done {
                assert!(are_whole(&found, "new"), "{case}");
            } else if !killed && faulty.struck() {
                assert!(are_whole(&found, "old") || are_whole(&found, "new"), "{case}");
            }
            for mine in ["mine/notes.txt", "plot.R"] {
                assert_eq!(fs::read_to_string(dir.path().join(mine)).unwrap(), "mine", "{case}");
            }
            if !faulty.struck() {
                assert!(done, "nothing failed");
                assert_eq!(names(dir.path()).len(), TABLES.len() + 2, "{:?}", names(dir.path()));
                break;
            }
            runs += 1;
        }
    }
    assert!(runs > 60, "{runs}");
}

#[test]
fn the_next_run_finishes_or_takes_away_what_a_killed_or_failed_one_left() {
    let mut finished = 0;
    for fault in [Fault::Killed, Fault::Broken] {
        for at in 0.. {
            let dir = tempfile::tempdir().unwrap();
            old_tables(dir.path());
            let faulty = Faulty::new(at, fault);
            export(dir.path(), faulty.clone());
            let was_whole = are_whole(&tables(dir.path()), "old") || are_whole(&tables(dir.path()), "new");
            for name in names(dir.path()).iter().filter(|name| name.starts_with('.')) {
                of_process(&dir.path().join(name), dead());
            }
            drop(TableFiles::with_fs(dir.path(), Arc::new(Disk)).unwrap());
            let found = tables(dir.path());
            assert!(are_whole(&found, "old") || are_whole(&found, "new"), "{fault:?} at {at}: {found:?}");
            finished += usize::from(!was_whole);
            assert!(names(dir.path()).iter().all(|name| !name.starts_with('.')), "{fault:?} at {at}: {:?}", names(dir.path()));
            if !faulty.struck() {
                break;
            }
        }
    }
    assert!(finished > 3, "{finished}");
}

#[test]
fn two_programs_do_not_replace_the_same_tables_at_once() {
    let dir = tempfile::tempdir().unwrap();
    old_tables(dir.path());
    // Killed in the middle of its work, but its process, which is this one, lives.
    let interrupted = (0..100).find(|at| {
        export(dir.path(), Faulty::new(*at, Fault::Killed));
        names(dir.path()).iter().any(|name| dir.path().join(name).join("old").exists())
    });
    assert_ne!(interrupted, None, "no fault leaves the tables half replaced");
    let error = TableFiles::new(dir.path()).unwrap_err();
    assert!(error.to_string().contains("another program is putting its tables into"), "{error}");
}

#[test]
fn a_table_that_an_older_version_left_unfinished_is_taken_away_and_nothing_that_looks_alike() {
    let dir = tempfile::tempdir().unwrap();
    let left = [".quotes.csv.4000000.part", ".film.mp4.77.part", "quotes.csv.4000000.part"];
    for name in left {
        fs::write(dir.path().join(name), "x").unwrap();
        fs::File::options().write(true).open(dir.path().join(name)).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    }
    drop(TableFiles::new(dir.path()).unwrap());
    assert_eq!(names(dir.path()), [".film.mp4.77.part", "quotes.csv.4000000.part"]);
}
