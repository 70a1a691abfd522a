//! Offsets and words of every row, counted again in the slow way that cannot be wrong.

use dicta::export::{Offsets, Options, Profile};
use dicta::model::{AnnotationId, Article, Document, Label};
use dicta::text::{ByteOffset, Span};
use proptest::prelude::*;
use std::sync::Arc;

use super::fixture::{Exported, annotation, annotator, article, document, export, layer};

fn options() -> Options {
    Options { profile: Profile::Machine, offsets: Offsets { byte: true, utf16: true }, ..Options::default() }
}

/// Checks every fragment that is not lost against the article's text; says how many there were.
fn check(exported: &Exported, document: &Document) -> usize {
    let get = |name: &str| exported.column("fragments.csv", name);
    let numbers = |name: &str| get(name).iter().map(|cell| cell.parse().ok()).collect::<Vec<Option<usize>>>();
    let (articles, words) = (get("article_id"), get("text"));
    let [sc, ec, sb, eb, su, eu] = ["start_char", "end_char", "start_byte", "end_byte", "start_utf16", "end_utf16"].map(numbers);
    let mut checked = 0;
    for row in 0..articles.len() {
        let (Some(start_byte), Some(end_byte)) = (sb[row], eb[row]) else { continue };
        let article = document.articles.values().find(|article| article.id.as_str() == articles[row]).unwrap();
        let text = article.text.as_str();
        let chars: Vec<char> = text.chars().collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(chars[sc[row].unwrap()..ec[row].unwrap()].iter().collect::<String>(), words[row]);
        assert_eq!(text[start_byte..end_byte], words[row]);
        assert_eq!(String::from_utf16(&units[su[row].unwrap()..eu[row].unwrap()]).unwrap(), words[row]);
        checked += 1;
    }
    checked
}

#[test]
fn every_fragment_is_the_slice_of_its_article_in_all_three_units() {
    let document = document();
    assert_eq!(check(&export(&document, &options()), &document), 12);
}

#[test]
fn offsets_behind_an_emoji_and_a_loose_accent_count_code_points() {
    let exported = export(&document(), &options());
    let at = exported.column("fragments.csv", "annotation_id").iter().position(|id| id == "m1").unwrap();
    let cell = |name: &str| exported.column("fragments.csv", name)[at].clone();
    assert_eq!((cell("start_char"), cell("start_byte"), cell("start_utf16")), ("44".into(), "52".into(), "45".into()));
}

#[test]
fn the_line_of_an_annotation_is_where_it_begins() {
    let exported = export(&document(), &options());
    let found: Vec<_> =
        exported.column("annotations.csv", "annotation_id").into_iter().zip(exported.column("annotations.csv", "line")).collect();
    for (id, line) in [("q1", "2"), ("c1", "4"), ("c7", "5"), ("b1", "1"), ("b0", "")] {
        assert!(found.contains(&(id.to_owned(), line.to_owned())), "{id} in {found:?}");
    }
}

fn awkward_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof!["[a-z ,;\"]{1,40}", Just("🙂".into()), Just("e\u{301}".into()), Just("\n".into())],
        1..40,
    )
    .prop_map(|parts| parts.concat())
}

fn spans(article: &Article, places: &[(usize, usize)]) -> Vec<dicta::model::Annotation> {
    let text = &article.text;
    let end = text.end().0;
    let made = places.iter().enumerate().filter_map(|(number, (a, b))| {
        let span = Span::snapped(text, ByteOffset(a % (end + 1)), ByteOffset(b % (end + 1)))?;
        let mut made = annotation(article, "x", Label::Claim, &[]);
        made.id = AnnotationId::parse(&format!("x{number}")).unwrap();
        made.fragments = vec![dicta::model::Fragment::new(text, span)];
        Some(made)
    });
    made.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_span_of_any_text_is_exported_as_its_slice(
        text in awkward_text(),
        places in proptest::collection::vec((0_usize..2000, 0_usize..2000), 0..12),
    ) {
        let article = article("any", &text);
        let made = spans(&article, &places);
        let count = made.len();
        let mut document = Document::default();
        document.layers.insert((article.id.clone(), annotator("alice")), Arc::new(layer(made)));
        document.articles.insert(article.id.clone(), Arc::new(article));
        let exported = export(&document, &options());
        prop_assert_eq!(&exported.findings, &Vec::<String>::new());
        prop_assert_eq!(check(&exported, &document), count);
    }
}
