//! What is written reads back as what was meant, byte for byte.

use std::sync::Arc;

use dicta::model::{Actor, ActorId, Details, Digest, Document, Label, Layer, Lost, LostFragment, Register, Unknown};
use dicta::storage::{self, SetWriter, StorageError, layers, schema};
use proptest::prelude::*;

use super::made::{TEXT, add_article, alice, any_layer, article, mark};

proptest! {
    #[test]
    fn a_layer_reads_back_as_it_was_written((article, layer) in any_layer()) {
        let written = layers::write(&layer, "f", &article, &alice()).unwrap();
        let (read, notices) = layers::read(written.as_bytes(), "f", &article, &alice()).unwrap();
        prop_assert_eq!(&read, &layer);
        prop_assert!(notices.is_empty());
        let again = layers::write(&read, "f", &article, &alice()).unwrap();
        prop_assert_eq!(again, written);
    }

    #[test]
    fn an_article_reads_back_as_it_was_written(text in super::made::any_text(), title in ".{0,20}", url in ".{0,20}") {
        let mut made = article("x", &text);
        (made.metadata.title, made.metadata.url) = (title, url);
        made.unknown = Unknown(vec![("tides".to_owned(), "[(1..2, High)]".to_owned())]);
        made.zones = super::made::zones(&made.text);
        let written = schema::article::write(&made, "f").unwrap();
        let (read, notices) = schema::article::read(written.as_bytes(), "f", &made.id, made.text.clone()).unwrap();
        prop_assert!(notices.is_empty());
        prop_assert_eq!(&read, &made);
        prop_assert_eq!(schema::article::write(&read, "f").unwrap(), written);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let made = article("x", TEXT);
        // A layer begins with its format, so nothing short and random is one.
        prop_assert!(layers::read(&bytes, "f", &made, &alice()).is_err());
        prop_assert!(schema::register::read(&bytes, "f").is_err());
    }

    #[test]
    fn no_cut_or_changed_file_makes_the_reader_panic((article, layer) in any_layer(), at in any::<usize>(), byte in any::<u8>()) {
        let mut bytes = layers::write(&layer, "f", &article, &alice()).unwrap().into_bytes();
        // All but the last line's end is needed.
        let at = at % (bytes.len() - 1);
        bytes[at] = byte;
        if let Ok((read, _)) = layers::read(&bytes, "f", &article, &alice()) {
            // What is still readable is written again in a form that reads back.
            let written = layers::write(&read, "f", &article, &alice()).unwrap();
            prop_assert_eq!(layers::read(written.as_bytes(), "f", &article, &alice()).unwrap().0, read);
        }
        prop_assert!(layers::read(&bytes[..at], "f", &article, &alice()).is_err());
    }
}

#[test]
fn an_annotation_is_a_block_that_a_person_can_read() {
    let made = article("a", TEXT);
    let layer = Layer::new(vec![mark(&made.text, "q7k3mf9x2c", Label::Quote, &["L'été sera chaud"])]);
    let written = layers::write(&layer, "f", &made, &alice()).unwrap();
    let expected = r#"(
    format: (1, 0),
    article: "a",
    annotator: "alice",
    annotations: [
        Quote(
            id: "q7k3mf9x2c",
            fragments: [
                (span: 2..18, text: "L'été sera chaud", before: "« ", after: " », a dit Anna Weiss.\n\nThe minis"),
            ],
            created: "2026-02-02T02:40:00Z",
            modified: "2026-02-02T02:40:01Z",
        ),
    ],
)
"#;
    assert_eq!(written, expected);
}

#[test]
fn a_lost_annotation_is_written_back_unchanged() {
    let made = article("a", TEXT);
    let kept = mark(&made.text, "q1", Label::Quote, &["chaud"]);
    let fragment =
        |words: &str| LostFragment { chars: (3, 9), words: words.to_owned(), before: "x".to_owned(), after: "é".to_owned() };
    let lost = Lost {
        id: kept.id.clone(),
        label: Label::Claim,
        fragments: vec![fragment("gone"), fragment("gone too")],
        note: "n".to_owned(),
        unsure: true,
        actor: ActorId::parse("anna").ok(),
        details: Details::default(),
        origin: "brat".to_owned(),
        created: kept.created,
        modified: kept.modified,
        unknown: Unknown(vec![("mood".to_owned(), "1".to_owned())]),
    };
    let mut layer = Layer::default();
    layer.lost.push(Arc::new(lost));
    let written = layers::write(&layer, "f", &made, &alice()).unwrap();
    let (read, notices) = layers::read(written.as_bytes(), "f", &made, &alice()).unwrap();
    assert_eq!(read, layer);
    assert_eq!(notices.len(), 1);
}

#[test]
fn a_newer_minor_version_opens_and_keeps_its_fields_and_its_number() {
    let file =
        "(\n    format: (1, 4),\n    title: \"T\",\n    r#type: Big(\n        a: [1, 2],\n    ),\n    colour: \"red\",\n)\n";
    let info = schema::info::read(file.as_bytes(), "set.ron").unwrap();
    assert_eq!(info.title, "T");
    assert_eq!(schema::info::write(&info, "set.ron").unwrap(), file.replace("r#type", "type"));
}

#[test]
fn a_newer_major_version_is_refused_with_a_sentence() {
    let error = schema::info::read(b"(format: (2, 0), anything: [], title: 7)", "set.ron").unwrap_err();
    assert!(matches!(error, StorageError::Newer { .. }));
    assert!(error.to_string().contains("written by a newer Dicta (format 2.0; this one reads 1)"), "{error}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_not_matter() {
    let made = article("a", TEXT);
    let layer = Layer::new(vec![mark(&made.text, "q1", Label::Quote, &["chaud"])]);
    let written = layers::write(&layer, "f", &made, &alice()).unwrap();
    let windows = format!("\u{feff}{}", written.replace('\n', "\r\n"));
    assert_eq!(layers::read(windows.as_bytes(), "f", &made, &alice()).unwrap().0, layer);
}

#[test]
fn a_field_that_is_there_twice_is_an_error_known_or_not() {
    for field in ["title: \"a\"", "newer: 1"] {
        let error = schema::info::read(format!("(format: (1, 0), {field}, {field})").as_bytes(), "set.ron").unwrap_err();
        assert!(matches!(error, StorageError::Damaged { .. }), "{error}");
    }
}

#[test]
fn an_unknown_field_in_a_fragment_is_refused_rather_than_dropped() {
    let made = article("a", TEXT);
    let layer = Layer::new(vec![mark(&made.text, "q1", Label::Quote, &["chaud"])]);
    let written = layers::write(&layer, "f", &made, &alice()).unwrap().replace("(span:", "(mood: 1, span:");
    assert!(layers::read(written.as_bytes(), "f", &made, &alice()).is_err());
}

#[test]
fn the_register_is_sorted_and_knows_no_actor_twice() {
    let actor = |name: &str| Actor::new(ActorId::parse(name).unwrap(), name);
    let written = schema::register::write(&Register::new([actor("b"), actor("a")]), "f").unwrap();
    let read = schema::register::read(written.as_bytes(), "f").unwrap();
    assert_eq!(read.actors().first().unwrap().name, "a");
    let written = written.replace("id: \"b\"", "id: \"a\"");
    let error = schema::register::read(written.as_bytes(), "actors.ron").unwrap_err();
    assert!(error.to_string().starts_with("actors.ron, line 6, column 1"), "{error}");
}

#[test]
fn the_default_codebook_has_a_guideline_for_every_label() {
    let codebook = schema::codebook::default().unwrap();
    assert!(Label::ALL.into_iter().all(|label| codebook.guideline(label).len() > 100));
    let asset = include_str!("../../../assets/codebook.ron");
    assert_eq!(schema::codebook::write(&codebook, "codebook.ron").unwrap(), asset);
}

#[test]
fn a_whole_set_opens_as_it_was_saved_and_the_reader_gives_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let empty = Arc::new(storage::create(dir.path(), "Test").unwrap());
    let mut document = Document::clone(&empty);
    (0..200).for_each(|number| add_article(&mut document, &format!("n{number}")));
    SetWriter::new(dir.path(), empty).unwrap().save(&Arc::new(document.clone())).unwrap();
    let opened = storage::open(dir.path()).unwrap();
    assert_eq!(opened.document, document);
    assert_eq!(opened.notices, []);
    let reader = storage::SetReader::open(dir.path()).unwrap();
    assert_eq!(reader.annotators, [alice()]);
    let read: Vec<_> = reader.articles().collect();
    assert!(read.iter().map(|loaded| &loaded.id).eq(document.articles.keys()));
    assert!(read.iter().all(|loaded| loaded.layers.len() == 1 && loaded.notices.is_empty()));
    assert_eq!(read[0].article.as_ref().unwrap().digest, Digest::of(TEXT));
}
