//! `dicta import` and `dicta check`, through the library.

use std::path::PathBuf;

use dicta::host::{app_dirs, check::check, import::Import};
use dicta::model::{Annotator, Timestamp};
use tempfile::TempDir;

fn import(folder: &TempDir, paths: Vec<PathBuf>) -> (Result<bool, String>, String) {
    let mut out = Vec::new();
    let annotator = Annotator::parse("alice").unwrap();
    let import = Import { set: folder.path().join("set"), paths, annotator, seed: 1 };
    let done = import.run(&folder.path().join("state"), Timestamp(1_770_000_000_000), &mut out);
    (done, String::from_utf8(out).unwrap())
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn an_import_makes_the_set_and_names_every_article() {
    let folder = tempfile::tempdir().unwrap();
    let paths = vec![file(&folder, "a.txt", b"One text.\n"), file(&folder, "b.txt", b"Another text.\n")];
    let (done, out) = import(&folder, paths);
    assert_eq!(done, Ok(true));
    assert_eq!(out, "added: a (a.txt)\nadded: b (b.txt)\n");
    assert_eq!(check(&[folder.path().join("set")], &mut Vec::new()), Ok(true));
}

#[test]
fn an_article_that_is_there_already_is_skipped_and_that_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    let paths = vec![file(&folder, "a.txt", b"One text.\n")];
    import(&folder, paths.clone()).0.unwrap();
    let (done, out) = import(&folder, paths);
    assert_eq!(done, Ok(true));
    assert!(out.starts_with("skipped: “a.txt” has the same text"), "{out}");
}

#[test]
fn a_file_that_is_not_utf_8_is_refused_with_its_line_and_keeps_none_out() {
    let folder = tempfile::tempdir().unwrap();
    let paths = vec![file(&folder, "bad.txt", b"good\nb\xe9d\n"), file(&folder, "good.txt", b"Good.\n")];
    let (done, out) = import(&folder, paths);
    assert_eq!(done, Ok(false));
    assert!(out.contains("bad.txt") && out.contains("line 2") && out.contains("byte 6"), "{out}");
    assert!(out.contains("added: good (good.txt)"), "{out}");
}

#[cfg(unix)]
#[test]
fn what_a_folder_holds_and_is_not_added_is_named_and_is_no_success() {
    let folder = tempfile::tempdir().unwrap();
    let articles = folder.path().join("articles");
    std::fs::create_dir(&articles).unwrap();
    for name in ["articles/a.txt", "articles/page.html", "articles/letter.docx"] {
        file(&folder, name, b"One text.\n");
    }
    std::os::unix::fs::symlink("b.txt", articles.join("b.txt")).unwrap();
    let (done, out) = import(&folder, vec![articles]);
    assert_eq!(done, Ok(false));
    let lines: Vec<&str> = out.lines().collect();
    let named = |line: &str, name: &str| line.starts_with("refused: “") && line.contains(&format!("{name}” was not added: "));
    assert!(named(lines[0], "b.txt") && named(lines[1], "letter.docx") && named(lines[2], "page.html"), "{out}");
    assert_eq!(lines[3..], ["added: a (a.txt)"]);
}

#[test]
fn an_import_after_one_that_was_killed_leaves_nothing_unfinished() {
    let folder = tempfile::tempdir().unwrap();
    import(&folder, vec![file(&folder, "a.txt", b"One text.\n")]).0.unwrap();
    let set = folder.path().join("set");
    let made = crate::storage::unfinished::left_behind(&set.join("articles/b.txt"));
    assert_eq!(check(std::slice::from_ref(&set), &mut Vec::new()), Ok(true), "nothing is damaged by it");
    import(&folder, vec![file(&folder, "b.txt", b"Another text.\n")]).0.unwrap();
    assert!(!made.exists());
    assert_eq!(check(&[set], &mut Vec::new()), Ok(true));
}

#[test]
fn when_nothing_can_be_read_no_set_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let (done, _) = import(&folder, vec![folder.path().join("nowhere.txt")]);
    assert!(done.is_err());
    assert!(!folder.path().join("set").exists());
}

#[test]
fn a_check_names_a_text_that_was_changed() {
    let folder = tempfile::tempdir().unwrap();
    import(&folder, vec![file(&folder, "a.txt", b"One text.\n")]).0.unwrap();
    let set = folder.path().join("set");
    std::fs::write(set.join("articles/a.txt"), "Another text.\n").unwrap();
    let mut out = Vec::new();
    assert_eq!(check(&[set], &mut out), Ok(false));
    assert!(String::from_utf8(out).unwrap().contains("articles/a"));
}

#[test]
fn a_folder_that_is_no_set_cannot_be_checked() {
    let folder = tempfile::tempdir().unwrap();
    assert!(check(&[folder.path().to_owned()], &mut Vec::new()).is_err());
}

#[test]
fn a_typed_path_may_stand_in_quotation_marks() {
    assert_eq!(app_dirs::typed(" \"/tmp/a b\" "), PathBuf::from("/tmp/a b"));
    assert_eq!(app_dirs::typed("/tmp/x"), PathBuf::from("/tmp/x"));
}

#[test]
fn any_login_name_gives_an_annotator() {
    assert_eq!(app_dirs::annotator("alice").as_str(), "alice");
    assert_eq!(app_dirs::annotator("Zoë Müller").as_str(), "zoë-müller");
    assert_eq!(app_dirs::annotator("42").as_str(), "annotator-42");
    assert_eq!(app_dirs::annotator("").as_str(), "annotator");
}

#[test]
fn an_import_is_done_by_the_annotator_who_is_there_whatever_the_capital_letters() {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("set");
    crate::sets::moved::copy(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data"), &set);
    let import = Import {
        set: set.clone(),
        paths: vec![file(&folder, "new.txt", b"A new text.\n")],
        annotator: Annotator::parse("Alice").unwrap(),
        seed: 1,
    };
    let (state, mut out) = (folder.path().join("state"), Vec::new());
    assert_eq!(import.run(&state, Timestamp(1_770_000_000_000), &mut out), Ok(true));
    assert!(String::from_utf8(out).unwrap().contains("“alice” already annotates this set"));
    let history = dicta::host::open(&set, &state, &|_, _| {}).unwrap().history;
    assert_eq!(history.authors(), [&Annotator::parse("alice").unwrap()]);
}

#[test]
fn a_web_page_is_refused_once_by_its_name_or_its_content_however_it_is_given() {
    const PAGE: &[u8] = b"<!DOCTYPE html>\n<html><head><title>Port</title></head><body><p>One text.</p></body></html>\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    let named = [file(&folder, "in/a.html", b"One text.\n"), file(&folder, "in/b.HTM", PAGE), file(&folder, "in/c.txt", PAGE)];
    let good = file(&folder, "in/d.txt", b"The page begins with <html> and ends with </html>.\n");
    let given = [
        vec![folder.path().join("in")],
        [&named[..], std::slice::from_ref(&good)].concat(),
        [&[folder.path().join("in")][..], &named[..]].concat(),
    ];
    for paths in given {
        let set = folder.path().join("set");
        let (done, out) = import(&folder, paths);
        assert_eq!(done, Ok(false), "{out}");
        for page in &named {
            let lines: Vec<&str> = out.lines().filter(|line| line.contains(page.to_str().unwrap())).collect();
            assert_eq!(lines.len(), 1, "{out}");
            assert!(lines[0].starts_with("refused: ") && lines[0].contains("a web page (HTML)"), "{out}");
            assert!(lines[0].ends_with("save that as a .txt file"), "{out}");
        }
        assert!(out.ends_with("added: d (d.txt)\n"), "{out}");
        std::fs::remove_dir_all(set).unwrap();
        std::fs::remove_dir_all(folder.path().join("state")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_said_to_be_no_regular_file_wherever_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let (_, out) = import(&folder, vec![pipe.clone()]);
    assert!(out.contains("pipe.txt") && out.contains("it is not a regular file"), "{out}");
    assert!(!out.contains("disk is connected"), "{out}");
    let refused = |error: String| {
        assert!(error.contains("pipe.txt” is not a folder and not a regular file"), "{error}");
        assert!(!error.contains("disk is connected") && !error.contains("set.ron"), "{error}");
    };
    refused(check(std::slice::from_ref(&pipe), &mut Vec::new()).unwrap_err());
    let article = file(&folder, "a.txt", b"One text.\n");
    let annotator = Annotator::parse("alice").unwrap();
    let into_pipe = Import { set: pipe.clone(), paths: vec![article.clone()], annotator, seed: 1 };
    refused(into_pipe.run(&folder.path().join("state"), Timestamp(0), &mut Vec::new()).unwrap_err());
    let error = check(&[article], &mut Vec::new()).unwrap_err();
    assert!(error.contains("a.txt” is not a folder, so it is no annotation set"), "{error}");
}
