//! Which article files a path stands for.

use std::fs;

use dicta::storage::{StorageError, article_files, read_bytes};

#[test]
fn a_folder_stands_for_its_articles_sorted_without_the_hidden() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("b/.git")).unwrap();
    for name in ["z.txt", "a.md", "b/c.TEXT", "b/.git/x.txt", ".hidden.txt", "picture.png"] {
        fs::write(dir.path().join(name), "x").unwrap();
    }
    let found = article_files(dir.path()).unwrap();
    assert_eq!(found, ["a.md", "b/c.TEXT", "z.txt"].map(|name| dir.path().join(name)));
    let one = dir.path().join("picture.png");
    assert_eq!(article_files(&one).unwrap(), [one]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_are_left_out() {
    let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(outside.path().join("secret.txt"), "x").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), dir.path().join("a.txt")).unwrap();
    std::os::unix::fs::symlink(outside.path(), dir.path().join("b")).unwrap();
    assert_eq!(article_files(dir.path()).unwrap(), Vec::<std::path::PathBuf>::new());
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
