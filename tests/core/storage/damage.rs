//! Damaged, misplaced and strange files: said with their place, kept as they are, and the rest opens.

use std::fs;
use std::path::Path;

use dicta::model::{Anchor, AnnotationId, Label, Part};
use dicta::storage::{self, SetWriter};
use std::sync::Arc;

use super::made::{TEXT, alice, id, set, with_note};

const LAYER: &str = "annotations/alice/a.ron";

fn notices(root: &Path) -> String {
    let opened = storage::open(root).unwrap();
    opened.notices.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_damaged_file_is_named_with_its_line_and_kept_and_the_rest_opens() {
    let conflict = "(\n    format: (1, 0),\n<<<<<<< HEAD\n";
    let cases: [(&[u8], &str); 6] = [
        (conflict.as_bytes(), "annotations/alice/a.ron, line 3, column 1: a merge left both sides"),
        (b"", "line 1, column 1: the file is empty"),
        (&[0; 30], "the file contains only zeros"),
        (b"(\n  format: (1, 0),\n  article: \"\xff\"", "line 3, column 13: a byte here is not UTF-8"),
        (b"(format: (1, 0), article: \"a\", annotator: \"bob\")", "it contains the annotations of bob for a"),
        (b"(format: (1, 0), article: 7)", "line 1, column"),
    ];
    for (bytes, expected) in cases {
        let dir = tempfile::tempdir().unwrap();
        let document = set(dir.path());
        fs::write(dir.path().join(LAYER), bytes).unwrap();
        let opened = storage::open(dir.path()).unwrap();
        let said = notices(dir.path());
        assert!(said.contains(expected), "{said}");
        assert!(said.contains(LAYER), "{said}");
        assert!(opened.document.damaged.contains_key(&Part::Layer(id("a"), alice())));
        assert_eq!(opened.document.layer(&id("b"), &alice()), document.layer(&id("b"), &alice()), "the other file is whole");
        // Even a writer that is told to does not touch it.
        let mut changed = with_note(&document, "new").as_ref().clone();
        changed.damaged.clone_from(&opened.document.damaged);
        SetWriter::new(dir.path(), Arc::new(opened.document)).unwrap().save(&Arc::new(changed)).unwrap();
        assert_eq!(fs::read(dir.path().join(LAYER)).unwrap(), bytes);
    }
}

#[test]
fn a_damaged_article_keeps_its_annotations_untouched() {
    let dir = tempfile::tempdir().unwrap();
    set(dir.path());
    fs::write(dir.path().join("articles/a.ron"), "(").unwrap();
    let opened = storage::open(dir.path()).unwrap().document;
    assert!(opened.damaged.contains_key(&Part::Article(id("a"))));
    assert!(opened.damaged.contains_key(&Part::Layer(id("a"), alice())));
    assert_eq!(opened.articles.len(), 1);
}

#[test]
fn damaged_set_files_leave_the_articles_readable() {
    for file in ["set.ron", "actors.ron", "codebook.ron"] {
        let dir = tempfile::tempdir().unwrap();
        set(dir.path());
        fs::write(dir.path().join(file), "(format: (1, 0), title").unwrap();
        let opened = storage::open(dir.path()).unwrap();
        assert_eq!(opened.document.articles.len(), 2);
        assert_eq!(opened.document.damaged.len(), 1);
        assert!(notices(dir.path()).contains(file));
    }
}

#[test]
fn half_an_article_and_a_changed_text_are_reported() {
    let dir = tempfile::tempdir().unwrap();
    set(dir.path());
    fs::remove_file(dir.path().join("articles/a.txt")).unwrap();
    fs::write(dir.path().join("articles/c.txt"), "alone").unwrap();
    fs::write(dir.path().join("articles/b.txt"), TEXT.replace("left", "went")).unwrap();
    let said = notices(dir.path());
    assert!(said.contains("articles/a.ron: the article's text, articles/a.txt, is missing"), "{said}");
    assert!(said.contains("articles/c.txt: an article's text without the .ron file"), "{said}");
    assert!(said.contains("articles/b.txt: the text was changed since it was imported"), "{said}");
}

#[test]
fn words_that_moved_are_found_once_and_words_that_are_gone_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    set(dir.path());
    let changed = format!("Un mot.\n{}", TEXT.replace("Anna Weiss", "Anna Schwarz"));
    fs::write(dir.path().join("articles/a.txt"), changed).unwrap();
    let opened = storage::open(dir.path()).unwrap();
    let layer = opened.document.layer(&id("a"), &alice()).unwrap();
    let article = opened.document.article(&id("a")).unwrap();
    assert_eq!(layer.annotations().len(), 2);
    assert!(layer.annotations().iter().all(|a| a.anchor == Anchor::Moved && a.breaches(&article.text).is_empty()));
    assert_eq!(layer.lost[0].words(), "Anna Weiss");
    let said = notices(dir.path());
    assert!(said.contains("it was moved there") && said.contains("kept as lost"), "{said}");
    // Bringing the text back brings everything back.
    fs::write(dir.path().join("articles/a.txt"), TEXT).unwrap();
    assert!(storage::open(dir.path()).unwrap().document.layer(&id("a"), &alice()).unwrap().lost.is_empty());
}

#[test]
fn words_at_several_places_are_told_apart_only_by_what_surrounds_them() {
    let dir = tempfile::tempdir().unwrap();
    set(dir.path());
    let twice = format!("Anna Weiss, Anna Weiss.\n{TEXT}");
    fs::write(dir.path().join("articles/a.txt"), &twice).unwrap();
    let opened = storage::open(dir.path()).unwrap().document;
    let layer = opened.layer(&id("a"), &alice()).unwrap();
    let mention = layer.annotations().iter().find(|a| a.label == Label::Actor).unwrap();
    assert_eq!(mention.start().0, twice.rfind("Anna Weiss").unwrap());
    fs::write(dir.path().join("articles/a.txt"), format!("x{TEXT}{TEXT}")).unwrap();
    let opened = storage::open(dir.path()).unwrap().document;
    assert!(opened.layer(&id("a"), &alice()).unwrap().lost.iter().any(|lost| lost.label == Label::Actor));
}

#[test]
fn an_id_that_is_used_twice_names_its_line() {
    let dir = tempfile::tempdir().unwrap();
    set(dir.path());
    let path = dir.path().join(LAYER);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("id: \"m1\"", "id: \"q1\"")).unwrap();
    let line = text.lines().position(|line| line.contains("\"m1\"")).unwrap() + 1;
    let said = notices(dir.path());
    assert!(said.contains(&format!("{LAYER}, line {line}, column 1: the id q1 is there twice")), "{said}");
}

#[test]
fn copies_and_strangers_are_pointed_out_and_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let strays = [
        "articles/a (conflicted copy 2026-02-04).ron",
        "annotations/alice/a.sync-conflict-20260204-093000-ABCDEFG.ron",
        "annotations/alice/.a.ron.12.3f.dicta-tmp",
        "annotations/alice/notes.docx",
        "annotations/stray.ron",
        "actors (1).ron",
    ];
    for stray in strays {
        fs::write(dir.path().join(stray), "(").unwrap();
    }
    fs::write(dir.path().join("articles/.DS_Store"), "").unwrap();
    let opened = storage::open(dir.path()).unwrap();
    assert_eq!(opened.document, *document);
    assert!(strays.iter().all(|stray| opened.notices.iter().any(|notice| notice.place.file == *stray)), "{:?}", opened.notices);
    assert_eq!(opened.notices.len(), strays.len());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_set_is_neither_read_nor_written() {
    let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let document = set(dir.path());
    let secret = outside.path().join("a.ron");
    fs::copy(dir.path().join(LAYER), &secret).unwrap();
    fs::remove_file(dir.path().join(LAYER)).unwrap();
    std::os::unix::fs::symlink(&secret, dir.path().join(LAYER)).unwrap();
    let opened = storage::open(dir.path()).unwrap();
    assert!(opened.document.damaged.contains_key(&Part::Layer(id("a"), alice())));
    let before = fs::read(&secret).unwrap();
    let error = SetWriter::new(dir.path(), document.clone()).unwrap().save(&with_note(&document, "new")).unwrap_err();
    assert!(error.to_string().contains("leads out of the set's folder"), "{error}");
    assert_eq!(fs::read(&secret).unwrap(), before);
}

#[test]
fn a_folder_without_a_set_and_a_newer_set_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    assert!(storage::open(dir.path()).unwrap_err().to_string().contains("is not an annotation set"));
    fs::write(dir.path().join("set.ron"), "(format: (3, 0))").unwrap();
    assert!(storage::open(dir.path()).unwrap_err().to_string().contains("newer Dicta"));
    assert!(storage::create(dir.path(), "x").is_err());
}

#[test]
fn an_absent_id_is_not_found() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    assert!(document.layer(&id("a"), &alice()).unwrap().get(&AnnotationId::parse("zz").unwrap()).is_none());
}
