//! Links and what they gather, in one article and across articles.

use dicta::export::{Options, SetSource};
use dicta::model::{Annotation, Article, Document, Label, LinkKind};
use std::sync::Arc;

use super::fixture::{annotator, export_sets, layer};
use super::said::{by, cells, document, link, machine, mark, paper, tables, unnamed};

fn quote(paper: &Article, id: &str, words: &str, links: &[(&str, LinkKind, &str, &str)]) -> Annotation {
    linked(mark(paper, id, Label::Quote, &[words]), links)
}

fn claim(paper: &Article, id: &str, words: &str, links: &[(&str, LinkKind, &str, &str)]) -> Annotation {
    linked(mark(paper, id, Label::Claim, &[words]), links)
}

fn linked(mut annotation: Annotation, links: &[(&str, LinkKind, &str, &str)]) -> Annotation {
    annotation.details.links = links.iter().map(|&(id, kind, article, to)| link(id, kind, article, to)).collect();
    annotation
}

/// Two outlets on ships: they contradict each other, and one of them says it twice.
pub fn ships() -> Document {
    let (north, south) = (paper("north"), paper("south"));
    let mut nine = claim(&north, "c9", "Nine ships left", &[("l1", LinkKind::Contradicts, "south", "c5")]);
    nine.details.attribution = vec![by("ann")];
    let nobody = claim(&north, "c8", "Nobody saw it", &[("l2", LinkKind::Supports, "north", "c9")]);
    let act = quote(&north, "q8", "“We act,”", &[("l5", LinkKind::SameStatement, "south", "q1")]);
    let mut ten = claim(&south, "c5", "Ten ships left", &[("l3", LinkKind::Corroborates, "south", "c6")]);
    ten.details.attribution = vec![unnamed("two sources")];
    let one = claim(&south, "c6", "=1 ship left", &[("l4", LinkKind::SameStatement, "north", "c9")]);
    document(vec![nine, nobody, act], vec![ten, one, quote(&south, "q1", "“On agit”", &[])])
}

#[test]
fn each_link_is_a_row_with_both_its_ends() {
    let exported = tables(&ships());
    assert_eq!(exported.findings, Vec::<String>::new());
    assert_eq!(
        exported.text("links.csv").split_once("\r\n").unwrap().1,
        "l2,supports,c8,north,claim,Nobody saw it,c9,north,claim,Nine ships left,alice,\r\n\
         l3,corroborates,c5,south,claim,Ten ships left,c6,south,claim,=1 ship left,alice,\r\n\
         l1,contradicts,c5,south,claim,Ten ships left,c9,north,claim,Nine ships left,alice,\r\n\
         l5,same_statement,q1,south,quote,“On agit”,q8,north,quote,\"“We act,”\",alice,\r\n\
         l4,same_statement,c6,south,claim,=1 ship left,c9,north,claim,Nine ships left,alice,\r\n"
    );
}

#[test]
fn what_speaks_for_a_claim_and_against_it_is_counted_from_both_ends() {
    let exported = tables(&ships());
    let weight = |id| cells(&exported, "claims.csv", id, ["n_supporting", "n_contradicting"]);
    assert_eq!(weight("c9"), ["1", "1"]);
    assert_eq!(weight("c8"), ["0", "0"]);
    assert_eq!(weight("c5"), ["1", "1"]);
    assert_eq!(weight("c6"), ["1", "0"]);
    assert_eq!(exported.column("quotes.csv", "statement_id"), ["q1", "q1"]);
}

#[test]
fn clusters_hold_what_is_the_same_statement_as_one_of_their_members() {
    let exported = tables(&ships());
    let column = |name| exported.column("statements.csv", name);
    let rows: Vec<String> = column("cluster_id")
        .iter()
        .zip(column("relation"))
        .zip(column("annotation_id"))
        .map(|((c, r), a)| format!("{c} {r} {a}"))
        .collect();
    assert_eq!(
        rows,
        [
            "c6 same_statement c9",
            "c6 same_statement c6",
            "q1 same_statement q8",
            "q1 same_statement q1",
            "c5 corroborates c9",
            "c5 corroborates c5",
            "c5 corroborates c6",
            "c5 contradicts c9",
            "c5 contradicts c5",
            "c5 contradicts c6",
        ]
    );
    assert_eq!(column("speaker_name")[4..7], ["Ann Lee", "two sources", ""]);
}

#[test]
fn the_matrix_sets_articles_side_by_side_and_holds_clusters_with_a_claim() {
    let exported = tables(&ships());
    assert_eq!(
        exported.text("claim_matrix.csv"),
        "cluster_id,relation,n_articles,n_sources,north,south\r\n\
         c6,same_statement,2,1,Nine ships left — Ann Lee,=1 ship left\r\n\
         c5,corroborates,2,2,Nine ships left — Ann Lee,Ten ships left — two sources | =1 ship left\r\n\
         c5,contradicts,2,2,Nine ships left — Ann Lee,Ten ships left — two sources | =1 ship left\r\n"
    );
    let guarded = super::fixture::export(&ships(), &Options::default());
    assert_eq!(guarded.rows("claim_matrix.csv", b',')[1][5], "'=1 ship left");
}

#[test]
fn a_link_that_both_ends_hold_is_one_row_and_told() {
    let (north, south) = (paper("north"), paper("south"));
    let one = quote(&north, "q1", "“We act,”", &[("l1", LinkKind::SameStatement, "south", "q2")]);
    let two = quote(&south, "q2", "“On agit”", &[("l2", LinkKind::SameStatement, "north", "q1")]);
    let document = document(vec![one], vec![two]);
    let exported = tables(&document);
    assert_eq!(exported.column("links.csv", "link_id"), ["l1"]);
    let told = ["annotations/alice/south: q2: its link l2 (same statement) to q1 is there twice, also as l1"];
    assert_eq!(exported.findings, told);
    assert_eq!(document.breaches().iter().map(ToString::to_string).collect::<Vec<_>>(), told);
}

#[test]
fn links_that_do_not_hold_are_rows_and_told_and_gather_nothing() {
    let north = paper("north");
    let claims = vec![
        claim(
            &north,
            "c1",
            "Nine ships left",
            &[("l1", LinkKind::SameStatement, "south", "c7"), ("l2", LinkKind::Contradicts, "north", "c1")],
        ),
        quote(
            &north,
            "q1",
            "“We act,”",
            &[("l3", LinkKind::Supports, "north", "c1"), ("l4", LinkKind::SamePosition, "gone", "q7")],
        ),
        mark(&paper("north"), "c7", Label::Claim, &["Nobody saw it"]),
    ];
    let document = document(claims, vec![]);
    let exported = tables(&document);
    let told = [
        "annotations/alice/north: q1: its link l3 to c1 cannot be: “supports” ties two claims, and these are a quote and a claim",
        "annotations/alice/north: q1: its link l4 (same position) leads to q7 in gone, which is not there",
        "annotations/alice/north: c1: its link l1 (same statement) leads to c7 in south, which is not there",
        "annotations/alice/north: c1: its link l2 (contradicts) leads to itself",
    ];
    assert_eq!(exported.findings, told);
    assert_eq!(document.breaches().iter().map(ToString::to_string).collect::<Vec<_>>(), told);
    assert_eq!(
        exported.text("links.csv").split_once("\r\n").unwrap().1,
        "l3,supports,q1,north,quote,\"“We act,”\",c1,north,claim,Nine ships left,alice,\r\n\
         l4,same_position,q1,north,quote,\"“We act,”\",q7,,,,alice,\r\n\
         l2,contradicts,c1,north,claim,Nine ships left,c1,north,claim,Nine ships left,alice,\r\n\
         l1,same_statement,c1,north,claim,Nine ships left,c7,,,,alice,\r\n"
    );
    assert_eq!(exported.rows("statements.csv", b',').len(), 1);
    assert_eq!(cells(&exported, "claims.csv", "c1", ["n_supporting", "n_contradicting"]), ["0", "0"]);
}

#[test]
fn a_chain_of_statements_is_one_cluster_named_by_its_smallest_id() {
    let (north, south) = (paper("north"), paper("south"));
    let exported = tables(&document(
        vec![
            quote(&north, "q7", "“We act,”", &[("l1", LinkKind::SameStatement, "south", "q9")]),
            quote(&north, "q3", "“the big”", &[("l2", LinkKind::SamePosition, "south", "q5")]),
        ],
        vec![
            quote(&south, "q9", "“On agit”", &[("l3", LinkKind::SameStatement, "south", "q5")]),
            quote(&south, "q5", "dit Lee", &[]),
        ],
    ));
    let statement = |id| cells(&exported, "quotes.csv", id, ["statement_id"])[0].clone();
    assert_eq!(["q7", "q9", "q5", "q3"].map(statement), ["q5", "q5", "q5", ""]);
    let positions = exported.column("statements.csv", "relation").iter().filter(|kind| *kind == "same_position").count();
    assert_eq!(positions, 4, "the position with all that say the same");
    assert_eq!(exported.rows("claim_matrix.csv", b',').len(), 1, "quotes alone");
}

#[test]
fn links_between_the_annotations_of_two_sets_are_found() {
    let (whole, mut alice, mut bob) = (ships(), ships(), ships());
    let south = (paper("south").id, annotator("alice"));
    alice.layers.remove(&south);
    let layer = bob.layers.remove(&south).unwrap();
    bob.layers = dicta::model::tree::Map::default();
    bob.layers.insert((paper("south").id, annotator("bob")), layer);
    let sets = [SetSource::of_document("one", &alice), SetSource::of_document("two", &bob)];
    let joined = export_sets(&sets, &machine()).unwrap();
    assert_eq!(joined.findings, Vec::<String>::new());
    assert_eq!(joined.text("claim_matrix.csv"), tables(&whole).text("claim_matrix.csv"));
    assert_eq!(joined.text("statements.csv"), tables(&whole).text("statements.csv"));
    let alone = tables(&alice);
    assert_eq!(alone.findings.len(), 2, "the other ends stand in the other set: {:?}", alone.findings);
}

#[test]
fn links_that_come_while_the_set_is_read_end_the_export() {
    let document = ships();
    let mut set = SetSource::of_document("set", &document);
    set.linked.clear();
    let error = export_sets(&[set], &machine()).unwrap_err();
    assert!(error.to_string().contains("came to the set while it was read"), "{error}");
}

#[test]
fn a_lost_claim_keeps_its_links() {
    let mut document = ships();
    let key = (paper("north").id, annotator("alice"));
    let mut made = layer(vec![]);
    let mut lost = super::fixture::lost("c9", Label::Claim, "Eight ships left", (0, 16));
    lost.details = document.layers.get(&key).unwrap().get(&lost.id).unwrap().details.clone();
    made.lost.push(Arc::new(lost));
    document.layers.insert(key, Arc::new(made));
    let exported = tables(&document);
    assert_eq!(cells(&exported, "links.csv", "l1", ["to_id", "to_text"]), ["c9", "Eight ships left"]);
    assert_eq!(cells(&exported, "annotations.csv", "c9", ["anchor"]), ["lost"]);
}
