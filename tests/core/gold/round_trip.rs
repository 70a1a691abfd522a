//! The articles and the spans that were annotated by hand: imported, entered by selecting and pressing, and exported.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Program;

use dicta::export::{Options, Profile, unguard};
use dicta::model::{Label, PartialDate};
use dicta::session::{Command, SessionAction};
use dicta::storage;
use dicta::text::CharOffset;
use serde_json::Value;

use super::Gold;
use crate::export::fixture::{self, Exported};
use crate::support::sitting::{Sitting, files, set};

fn source_files(articles: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(articles).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}

pub fn every_article_comes_in_byte_for_byte_with_what_its_first_line_says(gold: &Gold) {
    let dir = tempfile::tempdir().unwrap();
    let said = gold.import(dir.path());
    let document = storage::open(&set(dir.path())).unwrap().document;
    let sources = source_files(&gold.articles);
    assert_eq!((said.matches("added: ").count(), document.articles.len()), (sources.len(), sources.len()), "{said}");
    for path in sources {
        let (bytes, name) = (fs::read(&path).unwrap(), path.file_name().unwrap().to_str().unwrap());
        let article = document.articles.values().find(|article| article.source_file == name).expect(name);
        assert!(bytes == article.text.as_str().as_bytes(), "{name} in memory");
        assert!(bytes == fs::read(set(dir.path()).join(format!("articles/{}.txt", article.id))).unwrap(), "{name} on disk");
        let first = article.text.as_str().lines().next().unwrap();
        match first.strip_prefix(" date ").and_then(|rest| rest.split_once(' ')) {
            Some((date, title)) => {
                assert_eq!(article.metadata.published.as_ref().map(PartialDate::as_str), Some(date), "{name}");
                assert_eq!(article.metadata.title, title.trim(), "{name}");
            }
            None => assert_eq!(article.metadata.published, None, "{name}"),
        }
        let expected = if name.starts_with("000") || name.starts_with("001") { "fr" } else { "en" };
        assert_eq!(article.metadata.language, expected, "{name}");
    }
}

/// Article, label, fragments as (start, end, words): what both the annotation by hand and the tables come to.
type Mark = (String, String, Vec<(usize, usize, String)>);

fn fragment(value: &Value) -> (usize, usize, String) {
    let number = |name: &str| usize::try_from(value[name].as_u64().unwrap()).unwrap();
    (number("start_cp"), number("end_cp"), value["text"].as_str().unwrap().to_owned())
}

/// Everything that was marked by hand in one article, in its order, duplicates included.
fn marked_by_hand(gold: &Value, article: &str) -> Vec<Mark> {
    let list = |name: &str| gold[name].as_array().unwrap().clone();
    let mark = |label: &str, fragments| (article.to_owned(), label.to_owned(), fragments);
    let mut marks = Vec::new();
    for quote in list("quotes") {
        marks.push(mark("quote", quote["fragments"].as_array().unwrap().iter().map(fragment).collect()));
    }
    marks.extend(list("claims").iter().map(|claim| mark("claim", vec![fragment(claim)])));
    for actor in list("actors") {
        marks.extend(actor["mentions"].as_array().unwrap().iter().map(|mention| mark("actor", vec![fragment(mention)])));
    }
    marks
}

/// Enters a mark by selecting and pressing, as a person does.
fn enter(sitting: &mut Sitting, (_, label, fragments): &Mark) {
    let text = sitting.desk.text();
    for (number, (start, end, words)) in fragments.iter().enumerate() {
        let at = |char: usize| text.byte_from_char(CharOffset(char)).unwrap();
        assert_eq!(text.range(at(*start).0..at(*end).0), words, "the hand's own words");
        sitting.desk.send(Command::Select { anchor: at(*start), head: at(*end) });
        let action = match label.as_str() {
            _ if number > 0 => SessionAction::AddFragment,
            "quote" => SessionAction::Tag(Label::Quote),
            "claim" => SessionAction::Tag(Label::Claim),
            _ => SessionAction::Tag(Label::Actor),
        };
        sitting.desk.send(Command::Do(action));
        sitting.settle();
    }
}

/// What the tables of annotations and of fragments hold, each for itself.
fn marks_of(tables: &Exported) -> [Vec<Mark>; 2] {
    let cells = |file: &str, name: &str| -> Vec<String> {
        tables.column(file, name).iter().map(|cell| unguard(cell).to_owned()).collect()
    };
    let numbers = |file: &str, name: &str| -> Vec<usize> { cells(file, name).iter().map(|cell| cell.parse().unwrap()).collect() };
    let rows = |file: &str| {
        let places = numbers(file, "start_char").into_iter().zip(numbers(file, "end_char")).zip(cells(file, "text"));
        let owners = cells(file, "annotation_id").into_iter().zip(cells(file, "article_id")).zip(cells(file, "label"));
        owners.zip(places).collect::<Vec<_>>()
    };
    let mut whole: Vec<Mark> = Vec::new();
    for (((_, article), label), ((start, end), words)) in rows("annotations.csv") {
        whole.push((article, label, vec![(start, end, words)]));
    }
    let mut pieces: BTreeMap<String, Mark> = BTreeMap::new();
    for (((id, article), label), ((start, end), words)) in rows("fragments.csv") {
        pieces.entry(id).or_insert_with(|| (article, label, Vec::new())).2.push((start, end, words));
    }
    let mut pieces: Vec<Mark> = pieces.into_values().collect();
    whole.sort();
    pieces.sort();
    [whole, pieces]
}

/// As a row of the table of annotations has it: from the first character to the last, words joined.
fn joined((article, label, fragments): &Mark) -> Mark {
    let start = fragments.iter().map(|(start, ..)| *start).min().unwrap();
    let end = fragments.iter().map(|(_, end, _)| *end).max().unwrap();
    let words: Vec<&str> = fragments.iter().map(|(.., words)| words.as_str()).collect();
    (article.clone(), label.clone(), vec![(start, end, words.join(" […] "))])
}

/// The tables that the program itself writes.
pub fn by_program(dir: &Path, profile: &str) -> Exported {
    let out = dir.join(profile);
    let mut program = Program::new(env!("CARGO_BIN_EXE_dicta-export"));
    let done = program.arg(set(dir)).args(["--profile", profile, "-o"]).arg(&out).output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
    let files = files(&out).into_iter().map(|(path, bytes)| (path.to_str().unwrap().to_owned(), bytes)).collect();
    Exported { files, ..Exported::default() }
}

pub fn the_whole_annotation_by_hand_comes_out_of_the_tables_exactly(gold: &Gold) {
    let dir = tempfile::tempdir().unwrap();
    gold.import(dir.path());
    let mut sitting = Sitting::open(dir.path());
    let bare = files(&set(dir.path()));
    let (mut entered, mut expected) = (0, Vec::new());
    for (id, hand) in gold.by_hand(&sitting) {
        sitting.go(&id);
        for mark in marked_by_hand(&hand, &id) {
            enter(&mut sitting, &mark);
            entered += 1;
            expected.push(mark);
        }
    }
    expected.sort();
    expected.dedup();
    println!("{entered} annotations entered, {} of them a second time", entered - expected.len());
    assert!(entered >= gold.marks && expected.iter().any(|(.., fragments)| fragments.len() > 1));
    sitting.save();

    let reopened = storage::open(&set(dir.path())).unwrap();
    assert!(reopened.notices.is_empty() && reopened.document.breaches().is_empty(), "{:?}", reopened.notices);
    assert_eq!(reopened.document, **sitting.desk.session.document());
    let machine = Options { profile: Profile::Machine, ..Options::default() };
    let mut whole: Vec<Mark> = expected.iter().map(joined).collect();
    whole.sort();
    for tables in
        [fixture::export(&reopened.document, &machine), by_program(dir.path(), "machine"), by_program(dir.path(), "spreadsheet")]
    {
        assert_eq!(marks_of(&tables), [whole.clone(), expected.clone()]);
    }

    let annotated = files(&set(dir.path()));
    let mut steps = 0;
    while sitting.desk.session.next_undo().is_some_and(|step| !step.starts_with("add ") || step == "add a fragment") {
        sitting.desk.keys("C-Z");
        steps += 1;
    }
    sitting.save();
    assert!(files(&set(dir.path())) == bare, "everything undone leaves the set as it was imported");
    sitting.desk.keys("C-Z");
    assert!(sitting.desk.session.document().articles.is_empty(), "the import itself can be undone");
    for _ in 0..=steps {
        sitting.desk.keys("C-Y");
    }
    sitting.save();
    assert!(files(&set(dir.path())) == annotated, "everything done again gives the same bytes");
}
