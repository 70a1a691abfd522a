//! A set whose file names came back in the decomposed form (NFD) opens exact, and is written into the same files.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use dicta::model::tree::Map;
use dicta::model::{Annotator, ArticleId, Document, Part};
use dicta::storage::{self, SetReader, SetWriter};
use unicode_normalization::UnicodeNormalization as _;

use super::made::{add_article, alice, id};

/// A set with the article `été` of the annotator `zoé`.
fn accented(root: &Path) -> Arc<Document> {
    let empty = Arc::new(storage::create(root, "Test").unwrap());
    let mut document = empty.as_ref().clone();
    add_article(&mut document, "été");
    let layer = document.layers.remove(&(id("été"), alice())).unwrap();
    document.layers.insert((id("été"), Annotator::parse("zoé").unwrap()), layer);
    let document = Arc::new(document);
    SetWriter::new(root, empty).unwrap().save(&document).unwrap();
    document
}

/// Every file and folder below the set that holds a letter beyond ASCII.
fn accents(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["articles", "annotations"] {
        for entry in fs::read_dir(root.join(folder)).unwrap().flatten() {
            found.push(format!("{folder}/{}", entry.file_name().to_str().unwrap()));
            for inner in fs::read_dir(entry.path()).into_iter().flatten().flatten() {
                found.push(format!("{}/{}", found.last().unwrap(), inner.file_name().to_str().unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Renames everything as a disk does that decomposes names.
fn decompose(root: &Path) {
    for name in accents(root).into_iter().rev() {
        let (parent, last) = name.rsplit_once('/').unwrap();
        let to: String = last.nfd().collect();
        fs::rename(root.join(&name), root.join(parent).join(to)).unwrap();
    }
}

#[test]
fn ids_are_the_same_however_their_accents_are_stored() {
    assert_eq!(ArticleId::parse("e\u{301}te\u{301}").unwrap(), ArticleId::parse("été").unwrap());
    let read: Annotator = ron::from_str("\"zoe\\u{301}\"").unwrap();
    assert_eq!(read.as_str(), "zoé");
    assert_eq!(dicta::model::id::slug("E\u{301}te\u{301} 2026", "article"), "été-2026");
}

#[test]
fn a_set_with_decomposed_file_names_opens_exact_and_no_second_file_appears() {
    let dir = tempfile::tempdir().unwrap();
    let document = accented(dir.path());
    decompose(dir.path());
    let names = accents(dir.path());
    assert!(names.iter().all(|name| name.contains('\u{301}')), "{names:?}");
    let opened = storage::open(dir.path()).unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.document, *document);

    let mut changed = document.as_ref().clone();
    Arc::make_mut(changed.articles.get_mut(&id("été")).unwrap()).metadata.title = "Autre".to_owned();
    let key = changed.layers.keys().next().unwrap().clone();
    Arc::make_mut(changed.layers.get_mut(&key).unwrap()).done = true;
    let changed = Arc::new(changed);
    let report = SetWriter::new(dir.path(), document).unwrap().save(&changed).unwrap();
    assert_eq!(report.written, ["articles/été.ron", "annotations/zoé/été.ron"]);
    assert_eq!(accents(dir.path()), names);
    assert_eq!(storage::open(dir.path()).unwrap().document, *changed);

    let empty = Arc::new(Document { articles: Map::default(), layers: Map::default(), ..changed.as_ref().clone() });
    SetWriter::new(dir.path(), changed).unwrap().save(&empty).unwrap();
    assert_eq!(storage::open(dir.path()).unwrap().document.articles.len(), 0);
    assert!(accents(dir.path()).iter().all(|name| !name.contains(".ron") && !name.contains(".txt")));
}

#[test]
fn of_two_files_with_one_name_one_is_read_and_the_other_is_reported() {
    let dir = tempfile::tempdir().unwrap();
    let document = accented(dir.path());
    let twin: String = "articles/été.ron".nfd().collect();
    fs::copy(dir.path().join("articles/été.ron"), dir.path().join(&twin)).unwrap();
    if accents(dir.path()).len() < 5 {
        // This disk keeps no two such names.
        return;
    }
    let opened = storage::open(dir.path()).unwrap();
    assert_eq!(opened.document, *document);
    assert_eq!(opened.notices.len(), 1);
    assert_eq!(opened.notices[0].place.file, twin);
    let read: Vec<_> = SetReader::open(dir.path()).unwrap().articles().collect();
    assert_eq!(read.len(), 1);
    assert!(!opened.document.damaged.contains_key(&Part::Article(id("été"))));
}
