//! Tables on disk appear together, or not at all.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use dicta::storage::table_files::TableFiles;

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
