//! What lies in what: quotes in quotes, claims in quotes, anything in zones.

use std::sync::Arc;

use dicta::model::{Annotation, Document, Fragment, Label, Zone, ZoneKind};
use dicta::text::{ByteOffset, Span};

use super::fixture::{annotation, annotator, article, layer};
use super::said::{by, cells, document, mark, paper, row, tables};

/// Id, label, start and end.
type Made = (&'static str, Label, usize, usize);

/// Annotations of one text at those characters, all ASCII.
fn one_text(text: &str, by: &[(&str, &[Made])]) -> Document {
    let mut document = Document::default();
    let article = article("one", text);
    for (who, made) in by {
        let made = made.iter().map(|&(id, label, from, to)| {
            let mut one: Annotation = annotation(&article, id, label, &[]);
            let span = Span::new(&article.text, ByteOffset(from), ByteOffset(to)).unwrap();
            one.fragments = vec![Fragment::new(&article.text, span)];
            one
        });
        document.layers.insert((article.id.clone(), annotator(who)), Arc::new(layer(made.collect())));
    }
    document.articles.insert(article.id.clone(), Arc::new(article));
    document
}

#[test]
fn a_quote_lies_in_the_smallest_larger_quote_of_the_same_annotator() {
    use Label::{Claim, Quote};
    let exported = tables(&one_text(
        "abcdefghijklmnopqrstuvwxyz",
        &[
            (
                "alice",
                &[
                    ("q1", Quote, 0, 20),
                    ("q2", Quote, 2, 12),
                    ("q3", Quote, 2, 8),
                    ("q4", Quote, 6, 14),
                    ("q5", Quote, 6, 8),
                    ("q6", Quote, 22, 24),
                    ("c1", Claim, 2, 8),
                    ("c2", Claim, 13, 14),
                    ("c3", Claim, 19, 23),
                ],
            ),
            ("bob", &[("b1", Quote, 3, 4), ("b2", Claim, 3, 4)]),
        ],
    ));
    let nested = |id| cells(&exported, "quotes.csv", id, ["nested_in"])[0].clone();
    assert_eq!(["q1", "q2", "q3", "q4", "q5", "q6", "b1"].map(nested), ["", "q1", "q2", "q1", "q3", "", ""]);
    let lies = |id| cells(&exported, "claims.csv", id, ["in_quote"])[0].clone();
    assert_eq!(["c1", "c2", "c3", "b2"].map(lies), ["q3", "q4", "", "b1"]);
}

#[test]
fn two_quotes_of_one_extent_do_not_lie_in_each_other() {
    let north = paper("north");
    let whole = mark(&north, "q1", Label::Quote, &["“We act,”", "“the big”"]);
    let parts = mark(&north, "q2", Label::Quote, &["“We act,” said", "“the big”"]);
    let inside = mark(&north, "q3", Label::Quote, &["Ann Lee"]);
    let exported = tables(&document(vec![whole, parts, inside], vec![]));
    let nested = |id| cells(&exported, "quotes.csv", id, ["nested_in", "text_inner"]);
    assert_eq!(nested("q1"), ["", "We act, […] the big"]);
    assert_eq!(nested("q2")[0], "");
    assert_eq!(nested("q3")[0], "q1", "between the fragments is inside the extent");
}

#[test]
fn what_stands_in_a_zone_is_exported_marked_and_not_counted() {
    let north = paper("north");
    let mut caption = mark(&north, "m1", Label::Actor, &["Photo: Ann Lee"]);
    caption.actor = Some(super::said::actor_id("ann"));
    let mut crossing = mark(&north, "c1", Label::Claim, &["it.\nPhoto"]);
    crossing.details.attribution = vec![by("ann")];
    let mut document = document(vec![caption, crossing], vec![]);
    let zone = mark(&north, "x", Label::Claim, &["Photo: Ann Lee waves."]).fragments.remove(0);
    let held = Arc::make_mut(document.articles.get_mut(&north.id).unwrap());
    held.zones = vec![Zone { kind: ZoneKind::Caption, fragment: zone }];
    let exported = tables(&document);
    let zone = |id| row(&exported, "annotations.csv", id)["zone"].clone();
    assert_eq!((zone("m1"), zone("c1")), ("true".to_owned(), "false".to_owned()));
    assert_eq!(cells(&exported, "articles.csv", "north", ["n_words", "n_claims", "n_mentions"]), ["15", "1", "0"]);
    assert_eq!(cells(&exported, "actors.csv", "ann", ["n_mentions", "n_articles", "n_claims"]), ["0", "1", "1"]);
    assert_eq!(exported.column("mentions.csv", "annotation_id"), ["m1"]);
    assert_eq!(exported.findings, Vec::<String>::new());
}

#[test]
fn a_zone_that_lost_its_words_is_told() {
    let mut document = document(vec![], vec![]);
    let north = paper("north").id;
    let held = Arc::make_mut(document.articles.get_mut(&north).unwrap());
    let lost = super::fixture::lost("x", Label::Claim, "Old caption", (0, 3)).fragments.remove(0);
    held.lost_zones = vec![(ZoneKind::Caption, lost)];
    let told = ["articles/north: the words “Old caption” of a zone (caption) are not in the text at that place"];
    assert_eq!(tables(&document).findings, told);
    assert_eq!(document.breaches().iter().map(ToString::to_string).collect::<Vec<_>>(), told);
}
