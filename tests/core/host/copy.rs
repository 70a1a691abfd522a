//! A copy of a set elsewhere holds everything that is read of the original.

use std::path::PathBuf;

use dicta::host::{Opened, open, save_copy};
use dicta::storage;

use crate::sets::moved::copy;

#[test]
fn the_lexicons_go_with_the_copy_although_the_original_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let (set, other) = (folder.path().join("set"), folder.path().join("other"));
    copy(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data"), &set);
    std::fs::create_dir_all(set.join("lexicons")).unwrap();
    // Also one of which Dicta does not understand the content.
    for (name, text) in [("lexicons/fr.ron", "(format: (1, 0))\n"), ("lexicons/en.ron", "not a lexicon")] {
        std::fs::write(set.join(name), text).unwrap();
    }
    let before = storage::open(&set).unwrap();
    let Opened { document, lexicon_files, keep, .. } = open(&set, &folder.path().join("state"), &|_, _| {}).unwrap();
    drop(keep);
    std::fs::remove_dir_all(&set).unwrap();
    save_copy(&other, &document, &lexicon_files).unwrap();
    let after = storage::open(&other).unwrap();
    assert_eq!(after.lexicons.len(), 2);
    assert_eq!((after.lexicons, after.document.layers), (before.lexicons, before.document.layers));
}
