//! Several sets in one table.

use std::sync::Arc;

use dicta::export::{ExportError, Options, SetSource};
use dicta::model::{Actor, Article, ArticleId, Document, Label, Register};

use super::export_fixture::{annotation, annotator, article, document, export, export_sets, layer};

fn both(a: &Document, b: &Document) -> Result<super::export_fixture::Exported, ExportError> {
    export_sets(&[SetSource::of_document("one", a), SetSource::of_document("two", b)], &Options::default())
}

fn only(document: &Document, who: &str) -> Document {
    let mut copy = document.clone();
    copy.layers.retain(|(_, annotator), _| annotator.as_str() == who);
    copy
}

fn with_article(article: Article) -> Document {
    let mut document = Document::default();
    document.articles.insert(article.id.clone(), Arc::new(article));
    document
}

fn conflicts(a: &Document, b: &Document) -> Vec<String> {
    match both(a, b) {
        Err(ExportError::Conflict(lines)) => lines,
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_copies_of_a_set_give_the_tables_of_the_set_that_both_annotators_share() {
    let whole = document();
    let (alice, bob) = (only(&whole, "alice"), only(&whole, "bob"));
    let (ab, ba, one) = (both(&alice, &bob).unwrap(), both(&bob, &alice).unwrap(), export(&whole, &Options::default()));
    for file in ["articles.csv", "annotations.csv", "fragments.csv"] {
        assert_eq!(ab.text(file), one.text(file));
        assert_eq!(ba.text(file), one.text(file));
    }
    assert_eq!(ab.files["datapackage.json"], ba.files["datapackage.json"]);
    assert_eq!(ab.findings, one.findings);
}

#[test]
fn articles_of_different_sets_stand_in_the_order_of_their_ids() {
    let (a, b) = (with_article(article("m-mid", "x")), document());
    let exported = both(&a, &b).unwrap();
    assert_eq!(exported.column("articles.csv", "article_id"), ["calls", "envoy", "m-mid"]);
    assert_eq!(exported.column("articles.csv", "status_alice"), ["in progress", "untouched", "untouched"]);
}

#[test]
fn the_same_set_named_twice_is_one_set() {
    let document = document();
    assert_eq!(
        both(&document, &document).unwrap().text("annotations.csv"),
        export(&document, &Options::default()).text("annotations.csv")
    );
}

#[test]
fn one_id_for_two_texts_is_refused_and_every_such_id_is_named() {
    let (mut a, mut b) = (with_article(article("x", "one")), with_article(article("x", "two")));
    let (mut y, z) = (article("y", "same"), article("y", "same"));
    y.metadata.outlet = "Gazette".to_owned();
    a.articles.insert(y.id.clone(), Arc::new(y));
    b.articles.insert(z.id.clone(), Arc::new(z));
    assert_eq!(
        conflicts(&a, &b),
        [
            "one and two: the article x has another text in each",
            "one and two: the article y has another title, date or other metadata in each"
        ]
    );
}

#[test]
fn two_layers_of_one_annotator_are_refused() {
    let (a, mut b) = (document(), document());
    let calls = article("calls", super::export_fixture::CALLS);
    let other = layer(vec![annotation(&calls, "z1", Label::Claim, &["talks"])]);
    b.layers.insert((ArticleId::parse("calls").unwrap(), annotator("alice")), Arc::new(other));
    assert_eq!(conflicts(&a, &b), ["one and two: alice has annotated the article calls differently in each"]);
}

#[test]
fn one_actor_id_for_two_names_is_refused() {
    let (a, mut b) = (document(), document());
    let mut register: Register = (*b.register).clone();
    let mut ann = Actor::clone(&register.actors()[0]);
    ann.name = "Anne Leigh".to_owned();
    register.put(Arc::new(ann));
    b.register = Arc::new(register);
    assert_eq!(conflicts(&a, &b), ["one and two: the actor ann-lee is called “Ann, \"the\" Lee” and “Anne Leigh”"]);
}
