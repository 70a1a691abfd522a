//! Searching 10,000 articles: the first hits and all of them, beside a plain byte search and, where it is at hand, ripgrep.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop")]
#![allow(clippy::disallowed_methods, reason = "files for the program beside it, in a folder of the bench's own")]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use std::hint::black_box;
use std::process::{Command as Program, Stdio};
use std::time::Instant;

use dicta::edit::History;
use dicta::model::Document;
use dicta::session::state::Start;
use dicta::session::{Access, Command, Effect, Query, Session};
use support::table::{ms, ratio};
use support::{Samples, Table, sentences, set};

const ARTICLES: usize = 10_000;
const BYTES: usize = 5_000;
const NOW: dicta::model::Timestamp = dicta::model::Timestamp(1_770_000_000_000);

fn main() {
    let folder = set::folder("search");
    let mut document = Document::default();
    for number in 0..ARTICLES {
        let text = sentences::text_of_bytes(BYTES, number as u64);
        std::fs::write(folder.join(format!("a{number}.txt")), &text).expect("a file");
        let article = set::article(&format!("a{number:05}"), text);
        document.articles.insert(article.id.clone(), std::sync::Arc::new(article));
    }
    println!("{ARTICLES} articles of {BYTES} bytes, one core; on the wall.\n");
    let start = Start {
        document,
        history: History::default(),
        annotator: set::alice(),
        access: Access::ReadWrite,
        seed: 7,
        unsaved: false,
    };
    let mut session = Session::new(start, NOW);
    let mut table =
        Table::new(&["searched for", "hits", "first", "budget", "all", "budget", "bytes", "all ÷ bytes", "ripgrep -i"]);
    let queries = [("minister", false), ("ministère", false), ("zzzz", false), (r"\b(said|a dit)\b", true)];
    for (words, regex) in queries {
        let query = Query { words: words.to_owned(), regex, ..Query::default() };
        let (mut first, mut all, mut plain, mut rg) =
            (Samples::default(), Samples::default(), Samples::default(), Samples::default());
        let mut hits = 0;
        for _ in 0..3 {
            for effect in session.dispatch(Command::Search(query.clone()), NOW) {
                let Effect::Search(job) = effect else { continue };
                let (began, mut seen) = (Instant::now(), false);
                hits = 0;
                job.run(|findings| {
                    hits += findings.rows.len();
                    if !seen && (hits > 0 || findings.progress.is_none()) {
                        seen = true;
                        first.push(began.elapsed());
                    }
                    true
                });
                all.push(began.elapsed());
            }
            session.dispatch(Command::CloseReview, NOW);
            let began = Instant::now();
            let articles = session.document().articles.values();
            black_box(articles.map(|article| article.text.as_str().matches(words).count()).sum::<usize>());
            plain.push(began.elapsed());
            if let Some(took) = ripgrep(words, regex, &folder) {
                rg.push(took);
            }
        }
        let beside = if rg.p50().is_finite() && rg.p50() > 0.0 { ms(rg.p50()) } else { "–".to_owned() };
        table.row(&[
            words.to_owned(),
            hits.to_string(),
            ms(first.p50()),
            "50 ms".to_owned(),
            ms(all.p50()),
            "1000 ms".to_owned(),
            ms(plain.p50()),
            ratio(all.p50(), plain.p50()),
            beside,
        ]);
    }
    table.print();
}

/// Nothing where ripgrep is not at hand.
fn ripgrep(words: &str, regex: bool, folder: &std::path::Path) -> Option<std::time::Duration> {
    let began = Instant::now();
    let mut program = Program::new("rg");
    program.args(["-i", "-c", "-j1", "--no-ignore"]).args((!regex).then_some("-F")).arg("--").arg(words).arg(folder);
    program.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    Some(began.elapsed())
}
