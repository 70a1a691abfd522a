//! Exports a large set with the real `dicta-export`, against a plain Python script on the same content.
//!
//! `DICTA_BENCH_SCALE=0.1` makes the set a tenth as large.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop")]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use dicta::model::{Article, Attribution, Layer, Register, Who};
use support::process::{Taken, mb, watch};
use support::table::ratio;
use support::{Table, marks, said, sentences, set};

const ARTICLES: usize = 10_000;
const ANNOTATIONS_EACH: usize = 60;
const WORDS_EACH: usize = 600;
const RUNS: usize = 3;

fn main() {
    let scale: f64 = std::env::var("DICTA_BENCH_SCALE").ok().and_then(|text| text.parse().ok()).unwrap_or(1.0);
    let articles = ((ARTICLES as f64 * scale).round() as usize).max(1);
    let folder = set::folder("export");
    generate(&folder, articles);
    println!("{articles} articles, {} annotations; the least of {RUNS} runs.\n", articles * ANNOTATIONS_EACH);
    let mut table = Table::new(&["export to CSV", "on the wall", "on processors", "peak memory", "budget", "Python ÷ ours"]);
    let ours =
        least(|| program(env!("CARGO_BIN_EXE_dicta-export"), &["set".as_ref(), "-o".as_ref(), "tables".as_ref()], &folder));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/support/baseline.py");
    let python = least(|| program("python3", &[script.as_ref(), "set.jsonl".as_ref(), "python".as_ref()], &folder));
    let Some(ours) = ours else { return println!("dicta-export did not finish.") };
    let times = python.map_or("no python3 here".to_owned(), |python| ratio(python.wall.as_secs_f64(), ours.wall.as_secs_f64()));
    let budget = "Python ÷ 10, 500 MB".to_owned();
    table.row(&["dicta-export, ten tables".to_owned(), seconds(ours.wall), processor(ours), mb(ours.peak), budget, times]);
    if let Some(python) = python {
        table.row(&["Python 3, json and csv, seven tables".to_owned(), seconds(python.wall), processor(python), mb(python.peak)]);
    }
    table.print();
    let _ = std::fs::remove_dir_all(folder);
}

/// Makes the set, and the same content as one JSON object a line.
fn generate(folder: &Path, articles: usize) {
    let root = folder.join("set");
    set::create(&root);
    let register = said::register();
    set::add_register(&root, &register);
    let mut lines = BufWriter::new(File::create(folder.join("set.jsonl")).expect("a file"));
    for number in 0..articles {
        let article = set::article(&said::article_id(number), sentences::text(WORDS_EACH, number as u64));
        let plain = marks::layer(&article.text, ANNOTATIONS_EACH, number as u64);
        let layer = said::layer(&article, number, articles, &plain);
        set::add(&root, &article, &layer);
        line(&mut lines, &article, &layer, &register);
    }
    lines.flush().expect("the disk takes it");
}

fn line(out: &mut impl std::io::Write, article: &Article, layer: &Layer, register: &Register) {
    let text = &article.text;
    let annotations: Vec<_> = layer
        .annotations()
        .iter()
        .map(|a| {
            let fragments = a.fragments.iter().map(|fragment| {
                let (start, end) = (text.char_from_byte(fragment.span.start()).0, text.char_from_byte(fragment.span.end()).0);
                serde_json::json!({ "start": start, "end": end, "words": fragment.words })
            });
            serde_json::json!({
                "id": a.id.as_str(), "label": a.label.as_str(), "fragments": fragments.collect::<Vec<_>>(), "note": a.note,
                "unsure": a.unsure, "origin": a.origin, "created": a.created.0, "modified": a.modified.0,
                "actor": a.actor, "who": a.details.attribution.iter().map(|one| who(one, register)).collect::<Vec<_>>(),
                "cue": a.details.cue().map(|cue| &cue.words), "attributes": a.details.attributes,
                "links": a.details.links.iter().map(|l| [l.id.as_str(), l.kind.as_str(), l.to.as_str()]).collect::<Vec<_>>(),
            })
        })
        .collect();
    let whole = serde_json::json!({
        "id": article.id.as_str(), "title": article.metadata.title, "language": article.metadata.language,
        "digest": article.digest.to_string(), "annotator": "alice", "text": text.as_str(), "annotations": annotations,
    });
    writeln!(out, "{whole}").expect("the disk takes it");
}

/// Id, name and kind, as the script needs no register.
fn who(one: &Attribution, register: &Register) -> [String; 3] {
    let id = one.who.actor().map(ToString::to_string).unwrap_or_default();
    let name = match &one.who {
        Who::Actor(id) => register.name(id).to_owned(),
        Who::Unnamed(words) => words.clone(),
        Who::Author | Who::Unknown => String::new(),
    };
    [id, name, one.who.kind().to_owned()]
}

fn least(run: impl Fn() -> Option<Taken>) -> Option<Taken> {
    let mut runs: Vec<Taken> = (0..RUNS).map_while(|_| run()).collect();
    runs.sort_by_key(|taken| taken.wall);
    runs.into_iter().next()
}

fn program(name: &str, arguments: &[&std::ffi::OsStr], folder: &Path) -> Option<Taken> {
    let begun = Instant::now();
    let mut command = Command::new(name);
    let child = command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    Some(watch(child, begun)).filter(|taken| taken.success)
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

fn processor(taken: Taken) -> String {
    taken.processor.map_or_else(String::new, seconds)
}
