//! Several sets in one table.

use std::sync::Arc;

use dicta::export::{ExportError, Options, SetSource, Table};
use dicta::model::{Actor, Alias, Article, ArticleId, Codebook, Document, Label, Register, Subject};

use super::fixture::{annotation, annotator, article, document, export, export_sets, layer};
use super::said::list;

fn both(a: &Document, b: &Document) -> Result<super::fixture::Exported, ExportError> {
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
    for file in Table::ALL.map(|table| format!("{}.csv", table.name())) {
        assert_eq!(ab.text(&file), one.text(&file));
        assert_eq!(ba.text(&file), one.text(&file));
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
    let calls = article("calls", super::fixture::CALLS);
    let other = layer(vec![annotation(&calls, "z1", Label::Claim, &["talks"])]);
    b.layers.insert((ArticleId::parse("calls").unwrap(), annotator("alice")), Arc::new(other));
    assert_eq!(conflicts(&a, &b), ["one and two: alice has annotated the article calls differently in each"]);
}

#[test]
fn one_actor_id_for_two_names_is_refused() {
    let (a, mut b) = (document(), document());
    let mut register: Register = (*b.register).clone();
    let mut ann = Actor::clone(register.actors().first().unwrap());
    ann.name = "Anne Leigh".to_owned();
    register.put(Arc::new(ann));
    b.register = Arc::new(register);
    assert_eq!(conflicts(&a, &b), ["one and two: the actor ann-lee is called “Ann, \"the\" Lee” and “Anne Leigh”"]);
}

#[test]
fn one_actor_id_with_anything_else_that_differs_is_refused() {
    type Change = (&'static str, fn(&mut Actor));
    let changes: [Change; 4] = [
        ("another role", |actor| "envoy".clone_into(&mut actor.role)),
        ("other aliases", |actor| actor.aliases.push(Alias { name: "Lee".to_owned(), language: String::new() })),
        ("another whole that it is a part of", |actor| actor.part_of = Some(actor.id.clone())),
        ("other attributes", |actor| drop(actor.attributes.insert("actor_type".to_owned(), "person".to_owned()))),
    ];
    for (what, change) in changes {
        let (a, mut b) = (document(), document());
        let mut ann = Actor::clone(b.register.actors().first().unwrap());
        change(&mut ann);
        b.register = Arc::new(Register::new([ann]));
        assert_eq!(conflicts(&a, &b), [format!("one and two: the actor ann-lee has {what} in each")]);
    }
}

#[test]
fn codebooks_that_give_other_defaults_or_values_are_refused() {
    let with = |values: &[&str], default: &str| {
        let attributes = vec![list(Subject::Quote, "form", values, default)];
        Document { codebook: Arc::new(Codebook { attributes, ..Codebook::default() }), ..document() }
    };
    let full = with(&["full", "partial"], "full");
    let told = |what: &str| [format!("one and two: the attribute form of a quote has {what} in each")];
    assert_eq!(conflicts(&full, &with(&["full", "partial"], "partial")), told("another default"));
    assert_eq!(conflicts(&document(), &full), told("another default"));
    assert_eq!(conflicts(&full, &with(&["full", "half"], "full")), told("other values"));
}

#[test]
fn codebooks_that_only_read_differently_or_say_more_are_joined_in_any_order() {
    let with = |title: &str, name: &str| {
        let mut attribute = list(Subject::Quote, "form", &["full"], "full");
        title.clone_into(&mut attribute.title);
        let attributes = vec![attribute, list(Subject::Claim, name, &[], "")];
        Document { codebook: Arc::new(Codebook { attributes, ..Codebook::default() }), ..document() }
    };
    let (a, b) = (with("Form", "quantity"), with("Shape", "normalized"));
    let (ab, ba) = (both(&a, &b).unwrap(), both(&b, &a).unwrap());
    assert_eq!(ab.files, ba.files);
    assert!(ab.text("quotes.csv").contains(",full,"));
}
