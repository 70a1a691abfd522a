//! What does not hold is exported, marked, and told.

use std::sync::Arc;

use dicta::export::{ExportError, Options, SetSource};
use dicta::model::{ActorId, ArticleId, Digest, Label, Part};

use super::fixture::{annotation, annotator, article, document, export, export_sets, layer};

#[test]
fn moved_and_lost_annotations_are_rows_with_a_line_for_each() {
    let exported = export(&document(), &Options::default());
    let ids = exported.column("annotations.csv", "annotation_id");
    let anchors = exported.column("annotations.csv", "anchor");
    let marked: Vec<_> = ids.iter().zip(&anchors).filter(|(_, anchor)| *anchor != "exact").collect();
    assert_eq!(marked, [(&"b1".to_owned(), &"moved".to_owned()), (&"b0".to_owned(), &"lost".to_owned())]);
    assert_eq!(
        exported.findings,
        [
            "annotations/bob/envoy: b1: its words “The envoy left.” had moved; they were found on line 1; see whether that is right",
            "annotations/bob/envoy: b0: its words “gone words” are not in the text; exported as lost",
        ]
    );
    assert_eq!(exported.outcome.findings, 2);
}

#[test]
fn a_set_that_holds_has_no_findings() {
    let mut document = document();
    document.layers.remove(&(ArticleId::parse("envoy").unwrap(), annotator("bob")));
    let exported = export(&document, &Options::default());
    assert_eq!((exported.findings, exported.outcome.findings, exported.outcome.articles), (vec![], 0, 2));
}

#[test]
fn words_that_do_not_stand_at_their_offsets_are_lost_and_told_even_when_the_set_says_nothing() {
    let mut document = document();
    let held = article("envoy", super::fixture::ENVOY);
    let mut wrong = annotation(&held, "w1", Label::Claim, &["The envoy"]);
    wrong.fragments[0].words = "The \u{1b}envoi".to_owned();
    let none = annotation(&held, "w2", Label::Claim, &[]);
    document.layers.insert((held.id.clone(), annotator("bob")), Arc::new(layer(vec![wrong, none])));
    let exported = export(&document, &Options::default());
    assert_eq!(exported.findings.len(), 2);
    assert!(exported.findings.iter().all(|line| line.ends_with("exported as lost") && !line.contains('\u{1b}')));
    assert_eq!(exported.column("annotations.csv", "anchor").iter().filter(|anchor| *anchor == "lost").count(), 2);
}

#[test]
fn an_actor_who_is_not_in_the_register_and_an_id_used_twice_are_told() {
    let mut document = document();
    let held = article("envoy", super::fixture::ENVOY);
    let mut mention = annotation(&held, "m1", Label::Actor, &["Nobody"]);
    mention.actor = Some(ActorId::parse("nobody").unwrap());
    document.layers.insert((held.id.clone(), annotator("bob")), Arc::new(layer(vec![mention])));
    let findings = export(&document, &Options::default()).findings;
    assert_eq!(
        findings,
        ["annotations/bob/envoy: m1: the id is used twice", "annotations/bob/envoy: m1: the actor nobody is not in the register"]
    );
}

#[test]
fn what_could_not_be_read_is_told_and_its_status_is_not_known() {
    let mut document = document();
    let (calls, gone) = (ArticleId::parse("calls").unwrap(), ArticleId::parse("gone").unwrap());
    document.layers.remove(&(ArticleId::parse("envoy").unwrap(), annotator("bob")));
    document.damaged.insert(Part::Layer(calls, annotator("carol")), "line 3".to_owned());
    document.damaged.insert(Part::Article(gone), "no text".to_owned());
    let exported = export(&document, &Options::default());
    assert_eq!(exported.findings, ["articles/gone.ron: no text", "annotations/carol/calls.ron: line 3"]);
    assert_eq!(exported.column("articles.csv", "status_carol"), ["", "untouched"]);
    assert_eq!(exported.column("articles.csv", "status_bob"), ["done", "untouched"]);
}

#[test]
fn a_text_that_was_changed_outside_is_told() {
    let mut document = document();
    let id = ArticleId::parse("calls").unwrap();
    Arc::make_mut(document.articles.get_mut(&id).unwrap()).digest = Digest::of("another");
    let findings = export(&document, &Options::default()).findings;
    assert_eq!(findings[0], "articles/calls.txt: the text was changed since it was imported");
}

#[test]
fn an_output_that_fails_ends_the_export_and_a_reader_who_leaves_is_known() {
    struct Closed;
    impl std::io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let document = document();
    for profile in [dicta::export::Profile::Spreadsheet, dicta::export::Profile::Machine] {
        let options = Options { profile, ..Options::default() };
        let sets = [SetSource::of_document("set", &document)];
        let error = dicta::export::run(&sets, &options, &mut |_| Ok(Box::new(Closed)), &mut |_| {}).unwrap_err();
        assert!(error.is_broken_pipe(), "{error}");
    }
    let full = |_: &str| Err(std::io::ErrorKind::StorageFull.into());
    let sets = [SetSource::of_document("set", &document)];
    let error = dicta::export::run(&sets, &Options::default(), &mut { full }, &mut |_| {}).unwrap_err();
    assert!(matches!(&error, ExportError::Write { file, .. } if file == "articles.csv") && !error.is_broken_pipe());
}

#[test]
fn an_annotator_who_comes_while_the_set_is_read_ends_the_export() {
    let document = document();
    let mut set = SetSource::of_document("set", &document);
    set.annotators.retain(|who| who.as_str() != "bob");
    let error = export_sets(&[set], &Options::default()).unwrap_err();
    assert_eq!(error.to_string(), "bob came to the set while it was read; run the export again");
}
