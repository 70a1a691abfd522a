//! What becomes of the ticked hits of a search over annotations: they are credited, deleted, saved as a table; one undo each.

use dicta::model::{ActorId, Annotator, Label, Who};
use dicta::session::{Command, Effect, For, Query, SearchAct, Slot};

use crate::support::desk::Desk;

const FIRST: &str = "« L'Ukraine avance », dit Anne Morel. « L'Ukraine attend », assure Paul Lenoir.";
const SECOND: &str = "Anne Morel a parlé. « L’Ukraine décide seule », a-t-elle ajouté.";

/// Two articles with three quotes about Ukraine, all of Anne Morel's but the second, which is nobody's yet.
fn desk() -> Desk {
    let mut desk = Desk::annotating(FIRST);
    desk.add(&[("other.txt", SECOND)]);
    desk.send(Command::NewActor { name: "Anne Morel".to_owned(), target: For::Register });
    desk.send(Command::NewActor { name: "Paul Lenoir".to_owned(), target: For::Register });
    desk.mark("« L’Ukraine décide seule »", "Q");
    credit(&mut desk, "« L’Ukraine décide seule »", "anne-morel");
    desk.keys(",");
    desk.mark("« L'Ukraine avance »", "Q");
    credit(&mut desk, "« L'Ukraine avance »", "anne-morel");
    desk.mark("« L'Ukraine attend »", "Q");
    desk
}

fn actor(id: &str) -> ActorId {
    ActorId::parse(id).unwrap()
}

fn credit(desk: &mut Desk, words: &str, who: &str) {
    let id = desk.find(Label::Quote, words).id;
    desk.send(Command::Credit { id, slot: Slot::Speaker, who: Who::Actor(actor(who)), joins: false });
}

fn search(desk: &mut Desk, query: Query) -> usize {
    desk.send(Command::Search(Query { words: "ukraine".to_owned(), ..query }));
    desk.send(Command::TickAll(true));
    desk.session.review().map_or(0, |review| review.rows.len())
}

fn quotes() -> Query {
    Query { label: Some(Label::Quote), ..Query::default() }
}

/// Speaker and words of every quote in the set.
fn said(desk: &Desk) -> Vec<(String, String)> {
    let layers = desk.session.document().layers.values();
    let quotes = layers.flat_map(|layer| layer.annotations().to_vec()).filter(|a| a.label == Label::Quote);
    let who = |a: &dicta::model::Annotation| {
        a.details.attribution.iter().map(|held| desk.session.who_shown(&held.who)).collect::<Vec<_>>().join("+")
    };
    quotes.map(|quote| (who(&quote), quote.words())).collect()
}

#[test]
fn quotes_by_one_actor_that_contain_a_word_are_credited_to_another_in_all_articles() {
    let mut desk = desk();
    let before = said(&desk);
    assert_eq!(search(&mut desk, Query { speaker: Some(actor("anne-morel")), ..quotes() }), 2);
    desk.send(Command::AcceptAs(SearchAct::Credit(actor("paul-lenoir"))));
    assert_eq!(desk.says(), "Attributed 2 annotations to Paul Lenoir. Ctrl Z undoes it");
    let speakers: Vec<String> = said(&desk).into_iter().map(|(who, _)| who).collect();
    assert_eq!(speakers, ["Paul Lenoir", "", "Paul Lenoir"]);
    assert_eq!(desk.session.article().unwrap().id.as_str(), "article", "the open article stays open");
    desk.keys("C-Z");
    assert_eq!(said(&desk), before);
    search(&mut desk, Query { speaker: Some(actor("anne-morel")), ..quotes() });
    desk.send(Command::AcceptAs(SearchAct::Credit(actor("anne-morel"))));
    assert_eq!(desk.says(), "All selected annotations are attributed to Anne Morel already");
}

#[test]
fn a_credited_quote_shows_the_mention_beside_it_and_gives_its_claims_the_same_source() {
    let mut desk = desk();
    desk.mark("Paul Lenoir", "A");
    let mention = desk.find(Label::Actor, "Paul Lenoir").id;
    desk.mark("L'Ukraine attend", "C");
    search(&mut desk, Query { here: true, ..quotes() });
    desk.send(Command::TickRow(0, false));
    desk.send(Command::AcceptAs(SearchAct::Credit(actor("paul-lenoir"))));
    let held = &desk.find(Label::Quote, "« L'Ukraine attend »").details.attribution;
    assert_eq!(held[0].mention.as_ref(), Some(&mention));
    assert_eq!(desk.find(Label::Claim, "L'Ukraine attend").details.attribution[0].who, Who::Actor(actor("paul-lenoir")));
    desk.keys("C-Z");
    assert!(desk.find(Label::Claim, "L'Ukraine attend").details.attribution.is_empty(), "in the same step");
}

#[test]
fn ticked_mentions_come_to_name_another_actor() {
    let mut desk = desk();
    desk.mark("Anne Morel", "A");
    desk.send(Command::Search(Query { words: "morel".to_owned(), label: Some(Label::Actor), ..Query::default() }));
    desk.send(Command::TickAll(true));
    desk.send(Command::AcceptAs(SearchAct::Credit(actor("paul-lenoir"))));
    assert_eq!(desk.find(Label::Actor, "Anne Morel").actor, Some(actor("paul-lenoir")));
}

#[test]
fn the_annotations_in_which_ticked_hits_stand_are_deleted_with_what_leans_on_them() {
    let mut desk = desk();
    // A link from the quote that stays, to one that goes; and a mention that is the evidence of two quotes.
    desk.mark("Anne Morel", "A");
    credit(&mut desk, "« L'Ukraine avance »", "paul-lenoir");
    credit(&mut desk, "« L'Ukraine avance »", "anne-morel");
    credit(&mut desk, "« L'Ukraine attend »", "anne-morel");
    desk.pick("« L'Ukraine attend »");
    desk.keys("M");
    desk.pick("« L'Ukraine avance »");
    desk.keys("M");
    let before = desk.annotations();
    assert_eq!(search(&mut desk, Query { here: true, ..quotes() }), 2);
    desk.send(Command::TickRow(1, false));
    desk.send(Command::AcceptAs(SearchAct::Delete));
    assert_eq!(desk.says(), "Deleted 1 annotation. Ctrl Z undoes it");
    assert_eq!(desk.list(), [(Label::Actor, "Anne Morel".to_owned()), (Label::Quote, "« L'Ukraine attend »".to_owned())]);
    assert!(desk.annotations().iter().all(|a| a.details.links.is_empty()));
    assert!(desk.session.document().breaches().is_empty());
    desk.keys("C-Z");
    assert_eq!(desk.annotations(), before);
    // Two mentions on which the same quote could lean, and the quotes themselves, go in one step too.
    desk.send(Command::Search(Query {
        words: "a".to_owned(),
        speaker: Some(actor("anne-morel")),
        here: true,
        ..Query::default()
    }));
    desk.send(Command::TickAll(true));
    desk.send(Command::AcceptAs(SearchAct::Delete));
    assert!(desk.annotations().is_empty(), "{:?}", desk.list());
    desk.keys("C-Z");
    assert_eq!(desk.annotations(), before);
}

#[test]
fn a_mention_that_is_deleted_is_nobodys_evidence_any_more() {
    let mut desk = desk();
    desk.mark("Anne Morel", "A");
    credit(&mut desk, "« L'Ukraine attend »", "anne-morel");
    let evidence = desk.find(Label::Quote, "« L'Ukraine attend »").details.attribution[0].mention.clone();
    assert_eq!(evidence, Some(desk.find(Label::Actor, "Anne Morel").id));
    desk.send(Command::Search(Query { words: "anne".to_owned(), label: Some(Label::Actor), ..Query::default() }));
    desk.send(Command::TickAll(true));
    desk.send(Command::AcceptAs(SearchAct::Delete));
    assert!(desk.find(Label::Quote, "« L'Ukraine attend »").details.attribution[0].mention.is_none());
    assert!(desk.session.document().breaches().is_empty());
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut desk = desk();
    assert_eq!(search(&mut desk, Query::default()), 3);
    desk.send(Command::AcceptAs(SearchAct::Delete));
    assert!(desk.says().starts_with("The selected hits are words, not annotations."), "{}", desk.says());
    search(&mut desk, quotes());
    desk.send(Command::TickAll(false));
    desk.send(Command::AcceptAs(SearchAct::Delete));
    assert_eq!(desk.says(), "Select some hits first: Space selects one, Ctrl A all");
    desk.send(Command::AnnotateAs(Annotator::parse("bob").unwrap()));
    search(&mut desk, quotes());
    desk.send(Command::AcceptAs(SearchAct::Delete));
    assert_eq!(desk.says(), "The selected annotations were made by others and are not changed");
    assert_eq!(said(&desk).len(), 3);
}

#[test]
fn words_in_annotations_of_several_people_are_found_once_and_ones_own_is_meant() {
    let mut desk = desk();
    desk.send(Command::AnnotateAs(Annotator::parse("bob").unwrap()));
    desk.mark("« L'Ukraine avance »", "Q");
    desk.mark("L'Ukraine avance », dit Anne Morel. « L'Ukraine attend", "Q");
    assert_eq!(search(&mut desk, Query { here: true, ..quotes() }), 2);
    desk.send(Command::TickRow(1, false));
    desk.send(Command::AcceptAs(SearchAct::Delete));
    let left: Vec<String> = desk.list().into_iter().map(|(_, words)| words).collect();
    assert_eq!(left, ["L'Ukraine avance », dit Anne Morel. « L'Ukraine attend"], "the shortest of those that hold the words");
    assert_eq!(said(&desk).len(), 4, "alice's stay");
}

#[test]
fn the_list_is_a_csv_table_that_no_spreadsheet_takes_for_formulas() {
    let mut desk = Desk::annotating("=SUM(1) Ukraine; \"dit\" Anne.\n+Ukraine");
    desk.mark("Ukraine", "Q");
    desk.send(Command::Search(Query { words: "sum(1) ukraine".to_owned(), ..Query::default() }));
    let table = |desk: &Desk| {
        let bytes = desk.session.review_as_csv().expect("a table");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        rows
    };
    let rows = table(&desk);
    assert_eq!(rows[0][4..9], ["1", "15", "'=", "SUM(1) Ukraine", "; \"dit\" Anne. +Ukraine"]);
    assert_eq!(rows[0][9..], ["", "", ""], "found in the text, not in an annotation");
    desk.send(Command::Search(Query { words: "ukraine".to_owned(), label: Some(Label::Quote), ..Query::default() }));
    assert_eq!(table(&desk)[0][9..], ["quote", "", "alice"]);
    desk.send(Command::Search(Query { words: "ukraine".to_owned(), ..Query::default() }));
    assert_eq!(table(&desk).len(), 2);
    desk.send(Command::TickRow(1, true));
    assert_eq!(table(&desk).len(), 1, "only what is ticked");
    desk.send(Command::CloseReview);
    assert!(desk.session.review_as_csv().is_none());
}

#[test]
fn the_table_on_the_clipboard_keeps_its_cells_apart_whatever_is_in_them() {
    let mut desk = Desk::annotating("\"Ukraine,\" he said.\n\n=1 Ukraine\n\n\tUkraine\nwaits");
    let copied = |desk: &mut Desk, words: &str, regex| {
        desk.send(Command::Search(Query { words: words.to_owned(), regex, ..Query::default() }));
        desk.effects.clear();
        desk.send(Command::CopyReview);
        let text = desk.effects.iter().find_map(|effect| if let Effect::Copy(text) = effect { Some(text.clone()) } else { None });
        let text = text.expect("on the clipboard");
        // As a spreadsheet takes it: tabs between cells, quotes around what holds quotes, tabs or line ends.
        let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(text.as_bytes());
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        (text, rows)
    };
    let (text, rows) = copied(&mut desk, "ukraine", false);
    assert!(text.starts_with("article\tbefore\ttext\tafter\narticle\t\"\"\"\"\tUkraine\t\",\"\" he said."), "{text}");
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.len() == 4 && row[2] == "Ukraine"), "{rows:?}");
    assert_eq!(rows[0][1], "\"");
    assert!(rows[2][1].ends_with('\t'), "{rows:?}");
    let (_, rows) = copied(&mut desk, r"=1 Ukraine\s+Ukraine", true);
    assert_eq!(rows[0][2], "'=1 Ukraine\n\n\tUkraine");
}

/// Words and source of every claim in the set.
fn claims(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let layers = desk.session.document().layers.values();
    let all = layers.flat_map(|layer| layer.annotations().to_vec()).filter(|a| a.label == Label::Claim);
    let who = |a: &dicta::model::Annotation| a.details.attribution.iter().map(|held| desk.session.who_shown(&held.who)).collect();
    all.map(|claim| (claim.words(), who(&claim))).collect()
}

#[test]
fn a_claim_tagged_in_a_list_has_the_source_that_one_tagged_by_key_has() {
    let mut by_key = desk();
    by_key.mark("L'Ukraine", "C");
    by_key.keys(".");
    by_key.mark("L’Ukraine", "C");
    let mut in_list = desk();
    in_list.send(Command::Search(Query { words: "l'ukraine".to_owned(), ..Query::default() }));
    in_list.send(Command::TickAll(true));
    in_list.send(Command::AcceptAs(SearchAct::Tag(Label::Claim)));
    let (by_key, in_list) = (claims(&by_key), claims(&in_list));
    let sourced = ["L'Ukraine", "L’Ukraine"].map(|words| (words.to_owned(), vec!["Anne Morel".to_owned()]));
    assert_eq!(by_key, sourced, "one in each article");
    assert_eq!(in_list.len(), 3);
    assert!(sourced.iter().all(|claim| in_list.contains(claim)), "also in the article that is not open: {in_list:?}");
    assert!(in_list.contains(&("L'Ukraine".to_owned(), Vec::new())), "a quote of nobody gives none");
}

#[test]
fn what_is_tagged_in_a_list_is_as_if_tagged_by_key() {
    let text = "He said that they “will hold” it. Anne Morel left.";
    let mut by_key = Desk::annotating(text);
    let mut in_list = Desk::annotating(text);
    for desk in [&mut by_key, &mut in_list] {
        desk.send(Command::NewActor { name: "Anne Morel".to_owned(), target: For::Register });
    }
    for (words, label, key) in [("they “will hold” it", Label::Quote, "Q"), ("Anne Morel", Label::Actor, "A")] {
        by_key.mark(words, key);
        in_list.send(Command::Search(Query { words: words.to_owned(), ..Query::default() }));
        in_list.send(Command::TickAll(true));
        in_list.send(Command::AcceptAs(SearchAct::Tag(label)));
        let (one, other) = (by_key.find(label, words), in_list.find(label, words));
        assert_eq!((one.actor, one.details.attributes), (other.actor, other.details.attributes), "{words}");
        let verbatim = |held: &dicta::model::Evidence| held.kind == dicta::model::EvidenceKind::Verbatim;
        assert_eq!(
            one.details.evidence.iter().filter(|held| verbatim(held)).count(),
            other.details.evidence.iter().filter(|held| verbatim(held)).count(),
            "{words}"
        );
    }
}
