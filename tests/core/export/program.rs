//! The program `dicta-export`: exit codes, and what it leaves in a folder.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use dicta::export::Table;
use dicta::model::{Annotator, ArticleId, Document, Label};
use dicta::storage::{self, SetWriter};

use super::fixture::{annotation, annotator, article, document, layer};
use super::links::ships;
use super::said::tables;

fn saved(root: &Path, document: Document) {
    let empty = Arc::new(storage::create(root, "Calls").unwrap());
    let mut document = document;
    (document.info, document.codebook) = (empty.info.clone(), empty.codebook.clone());
    SetWriter::new(root, empty).unwrap().save(&Arc::new(document)).unwrap();
}

fn sound() -> Document {
    let mut document = document();
    document.layers.remove(&(ArticleId::parse("envoy").unwrap(), Annotator::parse("bob").unwrap()));
    document
}

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dicta-export")).current_dir(folder).args(args).output().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_set_that_holds_gives_its_tables_and_code_0() {
    let root = tempfile::tempdir().unwrap();
    saved(&root.path().join("set"), sound());
    let done = run(root.path(), &["set"]);
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
    let mut expected: Vec<String> = Table::ALL.iter().map(|table| format!("{}.csv", table.name())).collect();
    expected.push("datapackage.json".to_owned());
    expected.sort();
    assert_eq!(names(&root.path().join("tables")), expected);
}

#[test]
fn links_across_the_files_of_a_set_are_found() {
    let root = tempfile::tempdir().unwrap();
    saved(&root.path().join("set"), ships());
    let done = run(root.path(), &["set", "--profile", "machine"]);
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
    let table = |name: &str| fs::read_to_string(root.path().join("tables").join(name)).unwrap();
    for name in ["links.csv", "statements.csv", "claim_matrix.csv"] {
        assert_eq!(table(name), tables(&ships()).text(name));
    }
    assert!(table("quotes.csv").contains(",q1,1,"), "{}", table("quotes.csv"));
}

#[test]
fn findings_are_lines_on_stderr_and_code_1() {
    let root = tempfile::tempdir().unwrap();
    saved(&root.path().join("set"), document());
    fs::write(root.path().join("set/annotations/alice/calls.ron"), "(format: (1, 0), <<").unwrap();
    let done = run(root.path(), &["set", "-o", "deep/er"]);
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!((done.status.code(), told.lines().count()), (Some(1), 3), "{told}");
    assert!(told.contains("annotations/alice/calls.ron, line 1") && told.contains("b0: ") && told.contains("b1: "), "{told}");
    let articles = fs::read_to_string(root.path().join("deep/er/articles.csv")).unwrap();
    assert!(articles.lines().nth(1).unwrap().contains(",,done,"), "{articles}");
}

#[test]
fn a_cell_too_long_for_a_spreadsheet_is_a_line_on_stderr_and_code_0() {
    let root = tempfile::tempdir().unwrap();
    let mut document = sound();
    let calls = ArticleId::parse("calls").unwrap();
    Arc::make_mut(document.articles.get_mut(&calls).unwrap()).metadata.byline = "x".repeat(40_000);
    saved(&root.path().join("set"), document);
    let done = run(root.path(), &["set"]);
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!((done.status.code(), told.lines().count()), (Some(0), 1), "{told}");
    assert!(
        told.starts_with("articles.csv: cells with more than 32767 characters: 1, the first in row 2, column byline;"),
        "{told}"
    );
    let done = run(root.path(), &["set", "--profile", "machine", "-o", "data"]);
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn a_file_of_the_set_that_is_not_read_is_a_finding() {
    for stray in ["annotations/alice/calls (conflicted copy).ron", "annotations/alice/calls (not saved by Dicta).ron"] {
        let root = tempfile::tempdir().unwrap();
        saved(&root.path().join("set"), sound());
        fs::write(root.path().join("set").join(stray), "(").unwrap();
        let done = run(root.path(), &["set"]);
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{told}");
        assert!(told.contains(stray), "{told}");
    }
}

#[test]
fn what_could_not_run_says_so_leaves_nothing_and_gives_code_2() {
    let root = tempfile::tempdir().unwrap();
    saved(&root.path().join("set"), sound());
    let mut other = sound();
    let calls = ArticleId::parse("calls").unwrap();
    Arc::make_mut(other.articles.get_mut(&calls).unwrap()).metadata.outlet = "Gazette".to_owned();
    saved(&root.path().join("other"), other);
    fs::write(root.path().join("taken"), "").unwrap();
    let cases: [(&[&str], &str); 8] = [
        (&["nowhere"], "nowhere"),
        (&["."], "not an annotation set"),
        (&["set", "other"], "the article calls has another title"),
        (&["set", "-o", "-"], "--table"),
        (&["set", "--format", "tsv", "--delimiter", ";"], "--delimiter"),
        (&["set", "--table", "speakers"], "articles, annotations, fragments"),
        (&["set", "-o", "taken"], "taken cannot be written to"),
        (&[], "SET"),
    ];
    for (args, expected) in cases {
        let done = run(root.path(), args);
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{args:?}: {told}");
        assert!(told.contains(expected), "{args:?}: {told}");
        assert_eq!(names(root.path()), ["other", "set", "taken"], "{args:?}");
    }
}

#[test]
fn one_table_goes_to_standard_output() {
    let root = tempfile::tempdir().unwrap();
    saved(&root.path().join("set"), sound());
    let done = run(root.path(), &["set", "--table", "fragments", "--profile", "machine", "-o", "-"]);
    let out = String::from_utf8(done.stdout).unwrap();
    assert_eq!(
        (done.status.code(), out.lines().next()),
        (Some(0), Some("annotation_id,fragment,article_id,annotator,label,start_char,end_char,text"))
    );
    assert_eq!(names(root.path()), ["set"]);
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let root = tempfile::tempdir().unwrap();
    let mut document = document();
    // More than a pipe takes when nobody reads.
    let long = article("long", &"word ".repeat(100_000));
    let whole = annotation(&long, "w1", Label::Claim, &[long.text.as_str().trim()]);
    document.layers.insert((long.id.clone(), annotator("alice")), Arc::new(layer(vec![whole])));
    document.articles.insert(long.id.clone(), Arc::new(long));
    saved(&root.path().join("set"), document);
    let args = ["set", "--table", "annotations", "-o", "-"];
    let mut program = Command::new(env!("CARGO_BIN_EXE_dicta-export"));
    let program = program.current_dir(root.path()).args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
}
