//! What is said about damaged and unreadable files: plain words, the file named once, and nothing promised that storage
//! cannot know.

use std::fs;
use std::sync::Arc;

use dicta::model::{Document, Part};
use dicta::storage::{self, SetWriter, StorageError};

use super::faults::{Fault, Faulty};
use super::made::{alice, id, set, with_note};

const LAYER: &str = "annotations/alice/a.ron";

/// Names of the library and of types, which nobody outside knows.
const INNER: [&str; 12] =
    ["ron::", "RON", "serde", "struct", "enum", "Record", "recursion_limit", "`", "Expected", "Unexpected", "usize", "Option"];

/// What is done to the text of a file.
type Damage<'t> = &'t dyn Fn(&str) -> String;

fn opened(damage: impl Fn(&str) -> String) -> (Document, String) {
    let dir = tempfile::tempdir().unwrap();
    set(dir.path());
    let path = dir.path().join(LAYER);
    fs::write(&path, damage(&fs::read_to_string(&path).unwrap())).unwrap();
    let opened = storage::open(dir.path()).unwrap();
    let said: Vec<String> = opened.notices.iter().map(ToString::to_string).collect();
    (opened.document, said.join("\n"))
}

#[test]
fn damage_is_told_in_plain_words() {
    let cases: [(Damage<'_>, &str); 14] = [
        (&|text| text.replacen("(span: ", "span: ", 1), "“(”"),
        (&|text| text.replacen("..", "-", 1), "a number should be here"),
        (&|text| text.replacen("annotations: [", "done: maybe, annotations: [", 1), "true or false"),
        (&|text| text.replacen("id: \"q1\"", "id: 7", 1), "quotation marks"),
        (&|text| text.replacen("id: \"q1\"", "id: \"q 1\"", 1), "letters, digits"),
        (&|text| text.replacen("Quote(", "Quip(", 1), "“Quip” is not known here; known are Quote, Claim, Actor"),
        (&|text| text.replacen("created:", "creation:", 1), "the field “created” is missing"),
        (
            &|text| text.replacen("            created:", "            id: \"q1\",\n            created:", 1),
            "the field “id” is there twice",
        ),
        (&|text| text.replacen("text: ", "words: ", 1), "there is no field “words” here"),
        (&|text| text.replacen("fragments: [", "fragments: {", 1), "a list should begin here"),
        (&|text| text.chars().take(text.chars().count() / 2).collect(), "line"),
        (&|text| format!("{text}more"), "after the last closing parenthesis"),
        (
            &|text| text.replacen("annotations: [", &format!("new: {}{}, annotations: [", "[".repeat(200), "]".repeat(200)), 1),
            "brackets",
        ),
        (&|text| text.replacen("annotations: [", "/* annotations: [", 1), "comment"),
    ];
    for (damage, expected) in cases {
        let (document, said) = opened(damage);
        assert!(document.damaged.contains_key(&Part::Layer(id("a"), alice())), "{expected}");
        assert!(said.contains(expected), "{expected}: {said}");
        assert!(said.starts_with(&format!("{LAYER}, line ")) && said.contains(", column "), "{said}");
        assert!(said.contains("repair it in a text editor or restore an older copy"), "{said}");
        for inner in INNER {
            assert!(!said.contains(inner), "{inner}: {said}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named_once() {
    let cases: [fn(&std::path::Path); 4] = [
        |path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        },
        |path| fs::write(path, fs::read_to_string(path).unwrap().replacen("(1, 0)", "(7, 0)", 1)).unwrap(),
        |path| fs::File::options().write(true).open(path).unwrap().set_len(65 << 20).unwrap(),
        |path| fs::write(path, "(").unwrap(),
    ];
    for damage in cases {
        let dir = tempfile::tempdir().unwrap();
        set(dir.path());
        damage(&dir.path().join(LAYER));
        let opened = storage::open(dir.path()).unwrap();
        let said = opened.notices[0].to_string();
        assert_eq!(said.matches("a.ron").count(), 1, "{said}");
        // Whoever shows the reason names the file.
        let reason = &opened.document.damaged[&Part::Layer(id("a"), alice())];
        assert!(!reason.contains("a.ron"), "{reason}");
    }
}

#[test]
fn a_save_that_fails_says_what_to_do_and_promises_nothing() {
    for fault in [Fault::DiskFull, Fault::Broken] {
        for at in 0..12 {
            let dir = tempfile::tempdir().unwrap();
            let document = set(dir.path());
            let mut writer = SetWriter::with_fs(dir.path(), document.clone(), Arc::new(Faulty::new(at, fault))).unwrap();
            let Err(error) = writer.save(&with_note(&document, "new")) else { continue };
            let said = error.to_string();
            assert!(!said.contains("journal") && !said.contains("untouched"), "{said}");
            assert!(said.contains("try again") || said.contains("Check that"), "{said}");
        }
    }
}

#[test]
fn a_file_that_was_changed_outside_and_cannot_be_deleted_promises_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut changed = document.as_ref().clone();
    changed.layers.remove(&(id("a"), alice()));
    fs::write(dir.path().join(LAYER), "(other)").unwrap();
    let error = SetWriter::new(dir.path(), document).unwrap().save(&Arc::new(changed)).unwrap_err().to_string();
    assert!(error.contains("changed outside Dicta") && !error.contains("journal"), "{error}");
}

#[test]
fn a_copy_that_dicta_made_is_called_so() {
    let dir = tempfile::tempdir().unwrap();
    let document = set(dir.path());
    let mut writer = SetWriter::new(dir.path(), document.clone()).unwrap();
    let other = fs::read_to_string(dir.path().join(LAYER)).unwrap().replace("id: \"q1\"", "id: \"q9\"");
    fs::write(dir.path().join(LAYER), other).unwrap();
    writer.save(&with_note(&document, "new")).unwrap_err();
    let notices = storage::open(dir.path()).unwrap().notices;
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].starts_with("annotations/alice/a (not saved by Dicta).ron: holds what Dicta could not save into"),
        "{said:?}"
    );
    assert!(said[0].contains("“annotations/alice/a.ron”") && !said[0].contains("another program made"), "{said:?}");
}

#[test]
fn several_errors_are_sentences_of_their_own_and_give_the_same_advice_once() {
    let error = |file: &str, next| StorageError::Io {
        file: file.into(),
        doing: "write the file",
        reason: "the disk is full".to_owned(),
        next,
    };
    let (room, right) = ("Make room on the disk, then try again", "Ask for the right to write there");
    let several = StorageError::Several(vec![error("a", room), error("b", right), error("c", room)]);
    assert_eq!(
        several.to_string(),
        "a: could not write the file (the disk is full).\n\
         b: could not write the file (the disk is full). Ask for the right to write there.\n\
         c: could not write the file (the disk is full). Make room on the disk, then try again"
    );
}
