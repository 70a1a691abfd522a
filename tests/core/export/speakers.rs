//! Who says it, in the tables of quotes, claims, mentions and actors.

use dicta::export::Profile;
use dicta::model::{Attribution, Details, Label, Who};

use super::fixture::{annotator, export, layer, lost};
use super::said::{by, cells, cue, document, machine, mark, paper, row, say, seen, tables, unnamed};

const WHO: [&str; 6] = ["speaker_id", "speaker_name", "speaker_kind", "speaker_role", "n_speakers", "speaker_mention"];

#[test]
fn several_speakers_are_lists_position_by_position() {
    let north = paper("north");
    let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
    quote.details.attribution = vec![seen("ann", "m1"), unnamed("two sources"), by("bo")];
    let mention = mark(&north, "m1", Label::Actor, &["Ann Lee"]);
    let exported = tables(&document(vec![quote, mention], vec![]));
    assert_eq!(exported.findings, Vec::<String>::new());
    assert_eq!(
        cells(&exported, "quotes.csv", "q1", WHO),
        ["ann |  | bo", "Ann Lee | two sources | Bo", "actor | unnamed | actor", "minister", "3", "Ann Lee"]
    );
}

#[test]
fn each_kind_of_speaker_has_its_cells() {
    let (north, south) = (paper("north"), paper("south"));
    let quote = |paper, id, words: &str, who: Option<Who>| {
        let mut quote = mark(paper, id, Label::Quote, &[words]);
        quote.details.attribution = who.map(Attribution::of).into_iter().collect();
        quote
    };
    let exported = tables(&document(
        vec![
            quote(&north, "q1", "“We act,”", Some(Who::Unnamed("a source".to_owned()))),
            quote(&north, "q2", "“the big”", Some(Who::Author)),
            quote(&north, "q3", "Nobody saw it", Some(Who::Unknown)),
            quote(&north, "q4", "Nine", None),
        ],
        vec![quote(&south, "q5", "“On agit”", Some(Who::Author))],
    ));
    let who = |id| cells(&exported, "quotes.csv", id, WHO);
    assert_eq!(who("q1"), ["", "a source", "unnamed", "", "1", ""]);
    assert_eq!(who("q2"), ["", "North Wire", "author", "", "1", ""]);
    assert_eq!(who("q3"), ["", "", "unknown", "", "1", ""]);
    assert_eq!(who("q4"), ["", "", "open", "", "0", ""]);
    assert_eq!(who("q5"), ["", "author", "author", "", "1", ""]);
}

#[test]
fn a_claim_has_its_sources_their_kind_and_the_chain_of_those_who_report_it() {
    let north = paper("north");
    let claim = |id, words: &str, sources: Vec<Attribution>| {
        let mut claim = mark(&north, id, Label::Claim, &[words]);
        claim.details.attribution = sources;
        claim
    };
    let mut chained = claim("c1", "Nine ships left", vec![by("ann")]);
    chained.details.reporters = vec![unnamed("the palace"), by("bo")];
    let mut said = claim("c2", "Nobody saw it", vec![by("ann"), by("bo")]);
    say(&mut said, "source_kind", "collective");
    let derived =
        claim("c3", "the big", vec![by("ann"), unnamed("a source"), Attribution::of(Who::Author), Attribution::of(Who::Unknown)]);
    let open = claim("c4", "Bo", vec![]);
    let exported = tables(&document(vec![chained, said, derived, open], vec![]));
    let who = |id| cells(&exported, "claims.csv", id, ["source_id", "source_name", "source_kind", "n_sources", "source_chain"]);
    assert_eq!(who("c1"), ["ann", "Ann Lee", "named", "1", "the palace | Bo | Ann Lee"]);
    assert_eq!(who("c2"), ["ann | bo", "Ann Lee | Bo", "collective", "2", "Ann Lee | Bo"]);
    assert_eq!(
        who("c3")[1..3],
        ["Ann Lee | a source | North Wire".to_owned(), "named | anonymous | outlet | unknown".to_owned()]
    );
    assert_eq!(who("c4"), ["", "", "open", "0", ""]);
}

#[test]
fn the_cue_the_addressee_and_the_values_that_hold_are_cells() {
    let (north, south) = (paper("north"), paper("south"));
    let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
    cue(&mut quote, &north, "said");
    quote.details.addressees = vec![by("bo"), unnamed("reporters")];
    say(&mut quote, "date_said", "2025-12");
    say(&mut quote, "quote_type", "direct");
    say(&mut quote, "form", "partial");
    let silent = mark(&south, "q2", Label::Quote, &["“On agit”"]);
    let exported = tables(&document(vec![quote], vec![silent]));
    let names = ["cue", "addressee_name", "said_on", "quote_type", "form", "medium"];
    assert_eq!(cells(&exported, "quotes.csv", "q1", names), ["said", "Bo | reporters", "2025-12", "direct", "partial", ""]);
    // A default holds where nothing is said; what the codebook does not have stays empty.
    assert_eq!(cells(&exported, "quotes.csv", "q2", names), ["", "", "", "", "full", ""]);
    let attributes = |id| row(&exported, "annotations.csv", id)["attributes"].clone();
    assert_eq!(attributes("q1"), r#"{"date_said":"2025-12","form":"partial","quote_type":"direct"}"#);
    assert_eq!(attributes("q2"), r#"{"form":"full"}"#);
    assert_eq!(exported.findings, Vec::<String>::new());
}

#[test]
fn a_value_beyond_the_codebook_is_told_and_exported_all_the_same() {
    let north = paper("north");
    let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
    say(&mut quote, "medium", "smoke");
    say(&mut quote, "form", "odd");
    let exported = tables(&document(vec![quote], vec![]));
    assert_eq!(cells(&exported, "quotes.csv", "q1", ["medium", "form"]), ["smoke", "odd"]);
    assert_eq!(row(&exported, "annotations.csv", "q1")["attributes"], r#"{"form":"odd","medium":"smoke"}"#);
    assert_eq!(
        exported.findings,
        [
            "annotations/alice/north: q1: form: the codebook has no value “odd” for form of a quote",
            "annotations/alice/north: q1: the codebook has no attribute medium of a quote; here it is “smoke”",
        ]
    );
}

#[test]
fn a_lost_quote_keeps_what_it_says() {
    let mut document = document(vec![], vec![]);
    let mut gone = lost("q9", Label::Quote, "“Gone,”", (3, 10));
    gone.details = Details { attribution: vec![by("ann")], ..Details::default() };
    let found =
        dicta::model::LostFragment { chars: (11, 15), words: "said".to_owned(), before: String::new(), after: String::new() };
    gone.details.lost_evidence.push((dicta::model::EvidenceKind::Cue, found));
    let mut made = layer(vec![]);
    made.lost.push(gone.into());
    document.layers.insert((paper("north").id, annotator("alice")), made.into());
    let exported = tables(&document);
    let names = ["text_inner", "speaker_name", "cue", "nested_in", "line", "context_before"];
    assert_eq!(cells(&exported, "quotes.csv", "q9", names), ["Gone,", "Ann Lee", "said", "", "", "fore "]);
    assert_eq!(exported.findings.len(), 1, "its evidence is lost with it: {:?}", exported.findings);
}

#[test]
fn mentions_and_actors_have_their_rows() {
    let (north, south) = (paper("north"), paper("south"));
    let mut mention = mark(&north, "m1", Label::Actor, &["Ann Lee"]);
    mention.actor = Some(super::said::actor_id("ann"));
    let mut pronoun = mark(&north, "m2", Label::Actor, &["Bo"]);
    say(&mut pronoun, "form", "pronoun");
    let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
    quote.details.attribution = vec![by("ann"), by("ann")];
    let mut claim = mark(&south, "c1", Label::Claim, &["Ten ships left"]);
    claim.details.attribution = vec![by("ann")];
    let exported = tables(&document(vec![mention, pronoun, quote], vec![claim]));
    assert_eq!(
        exported.text("mentions.csv").split_once("\r\n").unwrap().1,
        "m1,north,alice,ann,Ann Lee,Ann Lee,name,,15,22,1\r\nm2,north,alice,,,Bo,pronoun,,42,44,1\r\n"
    );
    assert_eq!(
        exported.text("actors.csv").split_once("\r\n").unwrap().1,
        "ann,Ann Lee,person,minister,Lee | A. Lee,,Q1,bo,1,2,1,1\r\nbo,Bo,state,,,,,,0,0,0,0\r\n"
    );
}

#[test]
fn a_spreadsheet_gets_no_formula_out_of_a_name() {
    let north = paper("north");
    let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
    quote.details.attribution = vec![unnamed("=HYPERLINK(1)")];
    quote.details.addressees = vec![unnamed("@all")];
    let options = dicta::export::Options { profile: Profile::Spreadsheet, ..machine() };
    let exported = export(&document(vec![quote], vec![]), &options);
    assert_eq!(cells(&exported, "quotes.csv", "q1", ["speaker_name", "addressee_name"]), ["'=HYPERLINK(1)", "'@all"]);
}

#[test]
fn what_is_empty_at_the_end_of_a_list_is_left_out_and_what_stands_before_a_name_is_not() {
    let north = paper("north");
    let list = |who: Vec<Attribution>| {
        let mut quote = mark(&north, "q1", Label::Quote, &["“We act,”"]);
        quote.details.attribution = who;
        let [ids, kinds] = cells(&tables(&document(vec![quote], vec![])), "quotes.csv", "q1", ["speaker_id", "speaker_kind"]);
        (ids, kinds)
    };
    let pair = |ids: &str, kinds: &str| (ids.to_owned(), kinds.to_owned());
    assert_eq!(list(vec![by("ann"), unnamed("a source")]), pair("ann", "actor | unnamed"));
    assert_eq!(list(vec![unnamed("a source"), by("ann")]), pair(" | ann", "unnamed | actor"));
    assert_eq!(list(vec![unnamed("a source"), unnamed("another")]), pair("", "unnamed | unnamed"));
}
