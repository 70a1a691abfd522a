//! The annotation by hand with everything it says, where the checkout has it: in through commands, out of the tables field by field.

use std::collections::BTreeMap;
use std::fs;

use dicta::export::unguard;
use dicta::model::{Actor, ActorId, AnnotationId, Attribution, Label, LinkKind, Who, ZoneKind};
use dicta::session::{Command, For, SessionAction, Slot};
use dicta::storage;
use dicta::text::CharOffset;
use serde_json::Value;

use super::round_trip::{by_program, import, shared};
use crate::export::fixture::Exported;
use crate::support::sitting::{Sitting, set};

/// A table's rows by their first column, each with its cells by name.
type Rows = BTreeMap<String, BTreeMap<String, String>>;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn chars(value: &Value) -> (usize, usize) {
    let number = |name: &str| usize::try_from(value[name].as_u64().expect("an offset")).unwrap();
    (number("start_cp"), number("end_cp"))
}

/// Form and metonymy of a mention; the hand writes a metonym's kind in the place of the form, for it is a name.
fn form(actor: &Value, mention: &Value) -> (String, String) {
    match mention["kind"].as_str().unwrap().strip_prefix("metonym:") {
        Some(metonymy) => ("name".to_owned(), metonymy.to_owned()),
        None => (text(&mention["kind"]), text(&actor["metonymy"])),
    }
}

/// One article's annotation by hand on its way into the set.
struct Hand<'s> {
    sitting: &'s mut Sitting,
    gold: &'s Value,
    /// Actors of the register by the name that the hand gave them.
    actors: &'s mut BTreeMap<String, ActorId>,
    /// The name of each actor of this file, by the file's own id.
    names: BTreeMap<String, String>,
    mentions: BTreeMap<(usize, usize), AnnotationId>,
    quotes: BTreeMap<String, AnnotationId>,
    claims: BTreeMap<String, AnnotationId>,
}

impl Hand<'_> {
    fn send(&mut self, command: Command) {
        self.sitting.desk.send(command);
        self.sitting.settle();
    }

    fn select(&mut self, (start, end): (usize, usize)) {
        let held = self.sitting.desk.text();
        let at = |char: usize| held.byte_from_char(CharOffset(char)).unwrap();
        self.send(Command::Select { anchor: at(start), head: at(end) });
    }

    fn tag(&mut self, fragments: &[(usize, usize)], action: SessionAction) -> AnnotationId {
        for (number, span) in fragments.iter().enumerate() {
            self.select(*span);
            self.send(Command::Do(if number == 0 { action } else { SessionAction::AddFragment }));
        }
        self.sitting.desk.session.current().expect("it is selected").id.clone()
    }

    fn say(&mut self, id: &AnnotationId, name: &str, value: &str) {
        self.send(Command::SetAttribute { id: id.clone(), name: name.to_owned(), value: value.to_owned() });
    }

    fn actor(&self, gold_id: &str) -> ActorId {
        self.actors[&self.names[gold_id]].clone()
    }

    fn register(&mut self) {
        for actor in list(self.gold, "actors") {
            let name = text(&actor["canonical"]);
            self.names.insert(text(&actor["id"]), name.clone());
            if !self.actors.contains_key(&name) {
                self.send(Command::NewActor { name: name.clone(), target: For::Register });
                let id = self.sitting.desk.session.actors_named(&name)[0].clone();
                self.actors.insert(name, id);
            }
        }
        for actor in list(self.gold, "actors") {
            let id = self.actor(&text(&actor["id"]));
            let mut known = Actor::clone(self.sitting.desk.session.document().register.get(&id).unwrap());
            known.role = text(&actor["role"]);
            known.attributes.insert("actor_type".to_owned(), text(&actor["type"]));
            if actor["collective"] == true {
                known.attributes.insert("collective".to_owned(), "yes".to_owned());
            }
            if let Some(whole) = actor["part_of"].as_str() {
                known.part_of = Some(self.actor(whole));
            }
            known.members.extend(list(actor, "members").iter().map(|member| self.actor(member.as_str().unwrap())));
            for mention in list(actor, "mentions").iter().filter(|mention| mention["kind"] == "name") {
                known.learn(mention["text"].as_str().unwrap(), self.gold["language"].as_str().unwrap());
            }
            self.send(Command::SetActor(Box::new(known)));
        }
    }

    fn mentions(&mut self) {
        for actor in list(self.gold, "actors") {
            let who = self.actor(&text(&actor["id"]));
            for mention in list(actor, "mentions") {
                let id = self.tag(&[chars(mention)], SessionAction::Tag(Label::Actor));
                self.send(Command::SetMention(id.clone(), Some(who.clone())));
                let (form, metonymy) = form(actor, mention);
                self.say(&id, "form", &form);
                self.say(&id, "metonymy", &metonymy);
                self.mentions.insert(chars(mention), id);
            }
        }
    }

    fn quotes(&mut self) {
        for quote in list(self.gold, "quotes") {
            let spans: Vec<_> = list(quote, "fragments").iter().map(chars).collect();
            let id = self.tag(&spans, SessionAction::Tag(Label::Quote));
            if quote["partial"] == true {
                self.say(&id, "form", "partial");
            }
            self.say(&id, "quote_type", &text(&quote["type"]));
            self.say(&id, "level", &text(&quote["level"]));
            self.say(&id, "date_said", &text(&quote["date"]));
            self.say(&id, "circumstance", &text(&quote["circumstance"]));
            if quote["translated"] == true {
                self.say(&id, "translated", "yes");
            }
            if quote["borderline"] == true {
                self.say(&id, "certainty", "low");
            }
            let credited = |hand: &Self, held: &Value| Attribution {
                who: Who::Actor(hand.actor(held["actor"].as_str().unwrap())),
                mention: held.get("mention").map(|mention| hand.mentions[&chars(mention)].clone()),
            };
            let mut speakers: Vec<Attribution> = list(quote, "speaker").iter().map(|held| credited(self, held)).collect();
            if let Some(implicit) = quote.get("implicit_speaker") {
                speakers.push(credited(self, implicit));
            }
            self.send(Command::SetSlot { id: id.clone(), slot: Slot::Speaker, list: speakers });
            if let Some(to) = quote.get("addressee") {
                let list = vec![credited(self, to)];
                self.send(Command::SetSlot { id: id.clone(), slot: Slot::Addressee, list });
            }
            if let Some(cue) = quote.get("cue").filter(|cue| cue.get("start_cp").is_some()) {
                self.send(Command::SelectAnnotation(Some(id.clone())));
                self.select(chars(cue));
                self.send(Command::Do(SessionAction::MarkCue));
            }
            self.send(Command::SetNote(id.clone(), text(&quote["note"])));
            self.quotes.insert(text(&quote["id"]), id);
        }
        for quote in list(self.gold, "quotes") {
            if let Some(same) = quote["same_as"].as_str() {
                let article = self.sitting.desk.session.article().unwrap().id.clone();
                let end = |hand: &Self, gold_id: &str| (article.clone(), hand.quotes[gold_id].clone());
                let (from, to) = (end(self, quote["id"].as_str().unwrap()), end(self, same));
                self.send(Command::Link { from, to, kind: LinkKind::SameStatement });
            }
        }
    }

    fn claims(&mut self) {
        for claim in list(self.gold, "claims") {
            let id = self.tag(&[chars(claim)], SessionAction::Tag(Label::Claim));
            let source = |held: &Value| match held["actor"].as_str().unwrap() {
                "outlet" => Attribution::of(Who::Author),
                actor => Attribution::of(Who::Actor(self.actor(actor))),
            };
            let list: Vec<Attribution> = list(claim, "claimant").iter().map(source).collect();
            self.send(Command::SetSlot { id: id.clone(), slot: Slot::Speaker, list });
            self.say(&id, "claim_type", &text(&claim["claim_type"]));
            self.say(&id, "factuality", &text(&claim["factuality"]));
            self.say(&id, "check_worthiness", &claim["check_worthiness"].to_string());
            self.say(&id, "time_ref", &text(&claim["time"]));
            self.claims.insert(text(&claim["id"]), id);
        }
    }

    fn zones(&mut self) {
        for region in list(self.gold, "regions").iter().filter(|region| region["kind"] == "caption") {
            self.select(chars(region));
            self.send(Command::MarkZone(ZoneKind::Caption));
        }
    }
}

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

#[test]
fn everything_said_by_hand_comes_out_of_the_tables_field_by_field() {
    let (Some(articles), Some(gold)) = (shared("articles"), shared("gold")) else { return };
    let dir = tempfile::tempdir().unwrap();
    import(dir.path(), &articles);
    let mut sitting = Sitting::open(dir.path());
    let ids: Vec<(String, String)> =
        sitting.desk.session.document().articles.values().map(|a| (a.id.to_string(), a.source_file.clone())).collect();
    let mut actors = BTreeMap::new();
    let mut entered = Vec::new();
    for (id, source) in ids {
        let Ok(bytes) = fs::read(gold.join(source.replace(".txt", ".json"))) else { continue };
        let hand: Value = serde_json::from_slice(&bytes).unwrap();
        sitting.go(&id);
        let (names, mentions, quotes, claims) = <_>::default();
        let mut entering = Hand { sitting: &mut sitting, gold: &hand, actors: &mut actors, names, mentions, quotes, claims };
        entering.register();
        entering.mentions();
        entering.quotes();
        entering.claims();
        entering.zones();
        let Hand { names, mentions, quotes, claims, .. } = entering;
        entered.push((id, hand, names, mentions, quotes, claims));
    }
    assert!(!entered.is_empty(), "an annotation by hand beside its article");
    sitting.save();
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
        for (article, hand, names, mentions, quotes, claims) in &entered {
            let id_of = |gold_id: &str| actors[&names[gold_id]].to_string();
            for quote in list(hand, "quotes") {
                let id = &quotes[quote["id"].as_str().unwrap()];
                let row = &quotes_csv[id.as_str()];
                same(row, "article_id", article);
                same(row, "text", &joined(quote));
                same(row, "quote_type", &text(&quote["type"]));
                let mut who: Vec<&Value> = list(quote, "speaker").iter().collect();
                who.extend(quote.get("implicit_speaker"));
                let all = |cell: &dyn Fn(&Value) -> String| who.iter().map(|held| cell(held)).collect::<Vec<_>>().join(" | ");
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
        assert!(compared > 900, "{compared}");
    }
}
