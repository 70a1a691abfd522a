//! `dicta suggest`: what could be marked, without what somebody has looked at already unless that is asked for.

use std::path::Path;

use dicta::export::Profile;
use dicta::host::suggest::{Which, suggest};
use dicta::model::Label;

use crate::sets::bad_input::dicta;
use crate::support::sitting::{Sitting, set};

const TEXT: &str = "“We leave tomorrow morning”, said Anna Weiss.\n\n“We stay right here”, said Paul Lenoir.\n\n\
                    “Nobody asked the pilots”, said Anna Weiss.";

/// Label and words of each row.
fn listed(dir: &Path, which: &Which) -> Vec<(String, String)> {
    let mut csv = Vec::new();
    suggest(&set(dir), which, &mut csv, &mut Vec::new()).unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_slice());
    reader.records().map(|row| row.unwrap()).map(|row| (row[1].to_owned(), row[3].to_owned())).collect()
}

fn quotes(dir: &Path, all: bool) -> Vec<String> {
    let rows = listed(dir, &Which { all, ..Which::default() });
    rows.into_iter().filter(|(label, _)| label == "quote").map(|(_, words)| words).collect()
}

#[test]
fn what_is_marked_or_rejected_is_left_out_unless_all_is_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", TEXT.as_bytes())]);
    sitting.save();
    let every = quotes(dir.path(), false);
    assert_eq!(every, ["“We leave tomorrow morning”", "“We stay right here”", "“Nobody asked the pilots”"]);
    // Half of the words is enough: a person has looked at them. Less is not.
    sitting.desk.mark("leave tomorrow morning", "Q");
    sitting.desk.mark("pilots", "Q");
    sitting.desk.mark("Paul Lenoir", "S-A");
    sitting.desk.send(dicta::session::Command::Clear);
    sitting.desk.keys("C-Home Tab");
    assert_eq!(sitting.desk.session.walks(), Some(Label::Quote));
    sitting.desk.keys("X");
    sitting.save();
    let window: Vec<String> = {
        let text = sitting.desk.text();
        sitting.desk.session.suggestions().iter().map(|quote| text.slice(quote.fragments[0]).to_owned()).collect()
    };
    assert_eq!(window, ["“Nobody asked the pilots”"], "the window's own list");
    assert_eq!(quotes(dir.path(), false), window);
    assert_eq!(quotes(dir.path(), true), every);
    let names = |all| {
        let rows = listed(dir.path(), &Which { all, ..Which::default() });
        rows.iter().filter(|(label, words)| label == "actor" && words == "Paul Lenoir").count()
    };
    assert_eq!((names(false), names(true)), (0, 1), "a mention that is marked");
}

#[test]
fn the_program_has_a_flag_for_all() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", TEXT.as_bytes())]);
    sitting.desk.mark("“We stay right here”", "Q");
    sitting.save();
    drop(sitting);
    let lines = |args: &[&str]| {
        let output = dicta(dir.path(), args);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap().lines().filter(|line| line.starts_with("a,quote,")).count()
    };
    assert_eq!(lines(&["suggest", "set"]), 2);
    assert_eq!(lines(&["suggest", "set", "--all", "--article", "a"]), 3);
}

#[test]
fn the_table_is_written_by_the_rules_of_the_exporter() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", "Minister Anna Weiss spoke: \"=SUM(A1) is all we have\", she said.".as_bytes())]);
    sitting
        .desk
        .send(dicta::session::Command::NewActor { name: "@Anna Weiss".to_owned(), target: dicta::session::For::Register });
    sitting.save();
    let written = |profile| {
        let mut csv = Vec::new();
        suggest(&set(dir.path()), &Which { profile, ..Which::default() }, &mut csv, &mut Vec::new()).unwrap();
        String::from_utf8(csv).unwrap()
    };
    let (people, programs) = (written(Profile::Spreadsheet), written(Profile::Machine));
    assert!(people.starts_with("\u{feff}article,label,") && people.ends_with("\r\n"), "{people}");
    assert!(programs.starts_with("article,label,") && programs.ends_with("\r\n"), "{programs}");
    let cells = |text: &str| -> Vec<String> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    let (people, programs) = (cells(&people), cells(&programs));
    assert!(programs.len() > 9, "there is a suggestion");
    assert_eq!(people, programs.iter().map(|cell| dicta::export::guard(cell)).collect::<Vec<_>>());
    assert!(people != programs, "a cell is guarded: {people:?}");
}
