//! The annotation by hand with everything it says: in through commands, out of the tables field by field.

use std::collections::BTreeMap;

use dicta::export::unguard;
use dicta::model::Label;
use dicta::storage;
use serde_json::Value;

use super::Gold;
use super::hand::{Entered, chars, enter_all, form, list, text};
use super::round_trip::by_program;
use crate::export::fixture::Exported;
use crate::support::sitting::set;

/// A table's rows by their first column, each with its cells by name.
type Rows = BTreeMap<String, BTreeMap<String, String>>;

fn rows(tables: &Exported, file: &str) -> Rows {
    let mut reader = csv::Reader::from_reader(tables.files[file].as_slice());
    let header: Vec<String> =
        reader.headers().unwrap().iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    let row = |record: csv::StringRecord| {
        let cells: BTreeMap<String, String> =
            header.iter().cloned().zip(record.iter().map(|cell| unguard(cell).to_owned())).collect();
        (record[0].trim_start_matches('\'').to_owned(), cells)
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn joined(quote: &Value) -> String {
    let words: Vec<String> = list(quote, "fragments").iter().map(|fragment| text(&fragment["text"])).collect();
    words.join(" […] ")
}

pub fn everything_said_by_hand_comes_out_of_the_tables_field_by_field(gold: &Gold) {
    let dir = tempfile::tempdir().unwrap();
    let (sitting, entered, actors) = enter_all(gold, dir.path());
    let reopened = storage::open(&set(dir.path())).unwrap();
    assert!(reopened.notices.is_empty(), "{:?}", reopened.notices);
    assert_eq!(reopened.document.breaches(), []);
    assert_eq!(reopened.document, **sitting.desk.session.document());
    assert!(reopened.document.layers.values().all(|layer| layer.lost.is_empty()));

    for profile in ["machine", "spreadsheet"] {
        let tables = by_program(dir.path(), profile);
        let [quotes_csv, claims_csv, mentions_csv, annotations_csv, actors_csv] =
            ["quotes.csv", "claims.csv", "mentions.csv", "annotations.csv", "actors.csv"].map(|file| rows(&tables, file));
        let mut compared = 0;
        let mut same = |row: &BTreeMap<String, String>, name: &str, expected: &str| {
            assert_eq!(row[name], expected, "{name} of {row:?}");
            compared += 1;
        };
        for Entered { article, hand, names, mentions, quotes, claims } in &entered {
            let id_of = |gold_id: &str| actors[&names[gold_id]].to_string();
            for quote in list(hand, "quotes") {
                let id = &quotes[quote["id"].as_str().unwrap()];
                let row = &quotes_csv[id.as_str()];
                same(row, "article_id", article);
                same(row, "text", &joined(quote));
                same(row, "quote_type", &text(&quote["type"]));
                let mut who: Vec<&Value> = list(quote, "speaker").iter().collect();
                who.extend(quote.get("implicit_speaker"));
                let all = |cell: &dyn Fn(&Value) -> String| {
                    // What is empty at the end of a list is left out.
                    let cells = who.iter().map(|held| cell(held)).collect::<Vec<_>>().join(" | ");
                    cells.trim_end_matches(" | ").to_owned()
                };
                same(row, "speaker_id", &all(&|held| id_of(held["actor"].as_str().unwrap())));
                same(row, "speaker_name", &all(&|held| text(&held["canonical"])));
                same(row, "speaker_mention", &all(&|held| text(&held["mention"]["text"])));
                same(row, "n_speakers", &who.len().to_string());
                same(row, "cue", &text(&quote["cue"]["text"]));
                same(row, "addressee_name", &text(&quote["addressee"]["canonical"]));
                same(row, "said_on", &text(&quote["date"]));
                same(row, "form", if quote["partial"] == true { "partial" } else { "full" });
                same(row, "translated", if quote["translated"] == true { "yes" } else { "unknown" });
                if let Some(outer) = quote["nested_in"].as_str() {
                    same(row, "nested_in", quotes[outer].as_str());
                }
                let row = &annotations_csv[id.as_str()];
                same(row, "note", &text(&quote["note"]));
                same(row, "n_fragments", &list(quote, "fragments").len().to_string());
                let said: Value = serde_json::from_str(&row["attributes"]).unwrap();
                let level = quote["level"].as_str().unwrap_or("body");
                assert_eq!(
                    (&said["level"], &said["certainty"]),
                    (&level.into(), &if quote["borderline"] == true { "low" } else { "high" }.into())
                );
                assert_eq!(text(&said["circumstance"]), text(&quote["circumstance"]));
                let verbatim: Vec<String> = list(quote, "verbatim").iter().map(|fragment| text(&fragment["text"])).collect();
                let stored = reopened.document.layers.values().find_map(|layer| layer.get(id)).unwrap();
                let kept: Vec<&str> =
                    stored.details.evidence_of(dicta::model::EvidenceKind::Verbatim).map(|f| f.words.as_str()).collect();
                if quote.get("verbatim").is_some() {
                    assert_eq!(kept, verbatim, "verbatim of {}", quote["id"]);
                }
                if let Some(other) = quote["same_as"].as_str() {
                    let cluster = &quotes_csv[quotes[other].as_str()]["statement_id"];
                    assert!(!cluster.is_empty());
                    same(&quotes_csv[id.as_str()], "statement_id", cluster);
                }
            }
            for claim in list(hand, "claims") {
                let row = &claims_csv[claims[claim["id"].as_str().unwrap()].as_str()];
                same(row, "article_id", article);
                same(row, "text", &text(&claim["text"]));
                let who = list(claim, "claimant");
                if who.iter().all(|held| held["actor"] != "outlet") {
                    let all = |cell: &dyn Fn(&Value) -> String| who.iter().map(cell).collect::<Vec<_>>().join(" | ");
                    same(row, "source_id", &all(&|held| id_of(held["actor"].as_str().unwrap())));
                    same(row, "source_name", &all(&|held| text(&held["canonical"])));
                } else {
                    same(row, "source_id", "");
                    assert!(!row["source_kind"].is_empty(), "the author's own voice is an answer: {row:?}");
                }
                same(row, "claim_type", &text(&claim["claim_type"]));
                same(row, "factuality", &text(&claim["factuality"]));
                same(row, "check_worthiness", &claim["check_worthiness"].to_string());
                same(row, "time_ref", &text(&claim["time"]));
                if let Some(quote) = claim["in_quote"].as_str() {
                    same(row, "in_quote", quotes[quote].as_str());
                }
            }
            for actor in list(hand, "actors") {
                let id = id_of(actor["id"].as_str().unwrap());
                for mention in list(actor, "mentions") {
                    let row = &mentions_csv[mentions[&chars(mention)].as_str()];
                    same(row, "actor_id", &id);
                    same(row, "actor_name", &text(&actor["canonical"]));
                    same(row, "text", &text(&mention["text"]));
                    let (form, metonymy) = form(actor, mention);
                    same(row, "form", &form);
                    same(row, "metonymy", if metonymy.is_empty() { "none" } else { &metonymy });
                    same(row, "start_char", &chars(mention).0.to_string());
                    same(row, "end_char", &chars(mention).1.to_string());
                    same(row, "line", &mention["line"].to_string());
                }
                let row = &actors_csv[&id];
                same(row, "name", &text(&actor["canonical"]));
                let aliases: Vec<&str> = row["aliases"].split(" | ").collect();
                let known = |name: &str| name == row["name"] || aliases.contains(&name);
                let names = list(actor, "mentions").iter().filter(|mention| mention["kind"] == "name");
                assert!(names.clone().all(|mention| known(mention["text"].as_str().unwrap())), "{row:?}");
                if let Some(whole) = actor["part_of"].as_str() {
                    same(row, "part_of", &id_of(whole));
                }
            }
        }
        let count =
            |label: Label| reopened.document.layers.values().flat_map(|l| l.annotations()).filter(|a| a.label == label).count();
        assert_eq!(
            (quotes_csv.len(), claims_csv.len(), mentions_csv.len()),
            (count(Label::Quote), count(Label::Claim), count(Label::Actor))
        );
        println!("{profile}: {compared} cells are what the hand had said");
        assert!(compared >= gold.cells, "{compared}");
    }
}
