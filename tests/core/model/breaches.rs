//! Invariants of what annotations and actors say, as `dicta check` tells them.

use std::sync::Arc;

use dicta::model::{Actor, Codebook, Document, EvidenceKind, Label, LostFragment, Part, Register};

use crate::export::said::{actor, actor_id, by, cue, document, mark, paper, say, seen, tables};

fn breaches(document: &Document) -> Vec<String> {
    document.breaches().iter().map(ToString::to_string).collect()
}

fn with_actors(actors: Vec<Actor>) -> Document {
    let mut document = document(vec![], vec![]);
    document.register = Arc::new(Register::new(actors));
    document
}

/// Told by the check and by the exporter, in the same words.
#[track_caller]
fn both_tell(document: &Document, told: &[&str]) {
    assert_eq!(breaches(document), told);
    assert_eq!(tables(document).findings, told);
}

#[test]
fn an_actor_of_any_part_must_be_in_the_register_and_is_told_once() {
    let mut quote = mark(&paper("north"), "q1", Label::Quote, &["“We act,”"]);
    quote.details.attribution = vec![by("eve"), by("ann")];
    quote.details.reporters = vec![by("eve")];
    quote.details.addressees = vec![by("dan")];
    quote.details.about = vec![actor_id("flo")];
    both_tell(
        &document(vec![quote], vec![]),
        &["dan", "eve", "flo"]
            .map(|id| format!("annotations/alice/north: q1: the actor {id} is not in the register"))
            .each_ref()
            .map(String::as_str),
    );
}

#[test]
fn a_mention_must_be_an_actor_annotation_of_the_same_article() {
    let (north, south) = (paper("north"), paper("south"));
    let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
    quote.details.attribution = vec![seen("ann", "m9"), seen("bo", "c1"), seen("bo", "m1")];
    let claim = mark(&north, "c1", Label::Claim, &["Nine ships left"]);
    let elsewhere = mark(&south, "m9", Label::Actor, &["Lee"]);
    let here = mark(&north, "m1", Label::Actor, &["Bo"]);
    both_tell(
        &document(vec![quote, claim, here], vec![elsewhere]),
        &[
            "annotations/alice/north: q1: m9, which is to name who says it, is not in this article",
            "annotations/alice/north: q1: c1, which is to name who says it, is a claim, not an actor",
        ],
    );
}

#[test]
fn evidence_must_stand_in_the_text() {
    let north = paper("north");
    let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
    cue(&mut quote, &north, "said");
    quote.details.evidence[0].fragment.words = "told".to_owned();
    let gone = LostFragment { chars: (0, 4), words: "Gone".to_owned(), before: String::new(), after: String::new() };
    quote.details.lost_evidence = vec![(EvidenceKind::Scare, gone)];
    let document = document(vec![quote], vec![]);
    both_tell(
        &document,
        &[
            "annotations/alice/north: q1: the text of its cue does not read “told”",
            "annotations/alice/north: q1: the words “Gone” of its scare are not in the text at that place",
        ],
    );
    assert_eq!(tables(&document).column("annotations.csv", "anchor"), ["exact"], "its own words are there");
}

#[test]
fn values_of_a_codebook_that_cannot_be_read_are_not_judged() {
    let mut claim = mark(&paper("north"), "c1", Label::Claim, &["Nine ships left"]);
    say(&mut claim, "verdict", "refuted");
    let mut document = document(vec![claim], vec![]);
    assert_eq!(breaches(&document).len(), 1);
    document.codebook = Arc::new(Codebook::default());
    document.damaged.insert(Part::Codebook, "line 3".to_owned());
    assert_eq!(breaches(&document), Vec::<String>::new());
}

#[test]
fn nobody_belongs_to_themselves() {
    let part = |id: &str, of: &str| Actor { part_of: Some(actor_id(of)), ..actor(id, id, "") };
    both_tell(&with_actors(vec![part("a", "a")]), &["actors: a: it belongs to itself, through a"]);
    let mut whole = actor("c", "c", "");
    whole.part_of = Some(actor_id("a"));
    let mut middle = actor("b", "b", "");
    middle.members = vec![actor_id("a")];
    middle.part_of = Some(actor_id("c"));
    both_tell(&with_actors(vec![actor("a", "a", ""), middle, whole]), &["actors: a: it belongs to itself, through b, c"]);
    both_tell(&with_actors(vec![part("a", "c"), part("b", "c"), actor("c", "c", "")]), &[]);
}

#[test]
fn whoever_belongs_to_an_actor_must_be_in_the_register() {
    let group = Actor { members: vec![actor_id("x"), actor_id("b")], part_of: Some(actor_id("y")), ..actor("a", "a", "") };
    let told =
        ["y", "x"].map(|id| format!("actors: a: {id}, to which it belongs or which belongs to it, is not in the register"));
    both_tell(&with_actors(vec![group, actor("b", "b", "")]), &told.each_ref().map(String::as_str));
}

#[test]
fn two_actors_of_one_name_differ_in_their_roles() {
    let told = ["actors: b: a has the same name and the same role; give one another role, or merge the two"];
    both_tell(&with_actors(vec![actor("a", "Ann", "minister"), actor("b", "Ann", "minister")]), &told);
    both_tell(&with_actors(vec![actor("a", "Ann", "minister"), actor("b", "Ann", "singer")]), &[]);
}

#[test]
fn values_of_actors_are_judged_too() {
    let mut wrong = actor("a", "Ann", "");
    wrong.attributes.insert("actor_type".to_owned(), "ghost".to_owned());
    both_tell(
        &with_actors(vec![wrong]),
        &["actors: a: actor_type: the codebook has no value “ghost” for actor_type of an actor"],
    );
}
