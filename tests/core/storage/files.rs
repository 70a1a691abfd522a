//! Which article files a path stands for.

use std::fs;
use std::path::Path;

use dicta::storage::{StorageError, article_files, read_bytes};

/// The names of what is left out of a folder, with the reason of each.
fn left_out(folder: &Path) -> Vec<(String, String)> {
    let found = article_files(folder).unwrap().left_out;
    found.iter().map(|left| (left.path.strip_prefix(folder).unwrap().display().to_string(), left.reason.clone())).collect()
}

#[test]
fn a_folder_stands_for_its_articles_sorted_and_what_is_left_out_is_named_without_the_hidden() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("b/.git")).unwrap();
    for name in ["z.txt", "a.md", "b/c.TEXT", "b/.git/x.txt", ".hidden.txt", "picture.png", "b/page.html"] {
        fs::write(dir.path().join(name), "x").unwrap();
    }
    let found = article_files(dir.path()).unwrap();
    assert_eq!(found.files, ["a.md", "b/c.TEXT", "z.txt"].map(|name| dir.path().join(name)));
    let kind = "only .txt, .md and .text files are read; save its text as one of these";
    let left_out = left_out(dir.path());
    assert_eq!(left_out[1..], [("picture.png".to_owned(), kind.to_owned())]);
    let (page, reason) = &left_out[0];
    assert!(page == "b/page.html" && reason.starts_with("it is a web page (HTML)"), "{left_out:?}");
    let one = dir.path().join("picture.png");
    assert_eq!(article_files(&one).unwrap().files, [one]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_are_left_out_and_named() {
    let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(outside.path().join("secret.txt"), "x").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), dir.path().join("a.txt")).unwrap();
    std::os::unix::fs::symlink(outside.path(), dir.path().join("b")).unwrap();
    assert_eq!(article_files(dir.path()).unwrap().files, Vec::<std::path::PathBuf>::new());
    let leads_out = "it is a link that leads out of the folder";
    assert_eq!(left_out(dir.path()), ["a.txt", "b"].map(|name| (name.to_owned(), leads_out.to_owned())));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_looked_at_is_named_and_keeps_none_out() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("good.txt"), "x").unwrap();
    // Every look at it fails, as a look at a file on a broken disk does.
    std::os::unix::fs::symlink("loop.txt", dir.path().join("loop.txt")).unwrap();
    let found = article_files(dir.path()).unwrap();
    assert_eq!(found.files, [dir.path().join("good.txt")]);
    assert_eq!(found.left_out.len(), 1);
    assert!(found.left_out[0].is_failure && found.left_out[0].path.ends_with("loop.txt"), "{found:?}");
}

#[test]
fn a_missing_or_oversized_article_is_refused_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.txt");
    let error = read_bytes(&path).unwrap_err();
    assert!(error.to_string().contains("could not read the file (it is not there)"), "{error}");
    fs::File::create(&path).unwrap().set_len((16 << 20) + 1).unwrap();
    assert!(matches!(read_bytes(&path), Err(StorageError::TooLarge { size: 16_777_217, limit: 16_777_216, .. })));
    fs::write(&path, [0xff, 0]).unwrap();
    assert_eq!(read_bytes(&path).unwrap(), [0xff, 0]);
}
