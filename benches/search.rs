//! Searching 10,000 articles: the first hits and all of them, beside a plain byte search and, where it is at hand, ripgrep.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop")]
#![allow(clippy::disallowed_methods, reason = "files for the program beside it, in a folder of the bench's own")]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use std::hint::black_box;
use std::process::{Command as Program, Stdio};
use std::time::{Duration, Instant};

use dicta::edit::History;
use dicta::model::Document;
use dicta::session::state::Start;
use dicta::session::{Access, Command, Effect, Query, Session};
use support::table::{ms, ratio};
use support::{Samples, Table, sentences, set};

const ARTICLES: usize = 10_000;
const BYTES: usize = 5_000;
const TIMES: usize = 5;
/// A word that stands only in the last articles, and how many these are.
const LATE: (&str, usize) = ("Quillfeather", 3);
const NOW: dicta::model::Timestamp = dicta::model::Timestamp(1_770_000_000_000);

fn main() {
    let folder = set::folder("search");
    let mut document = Document::default();
    for number in 0..ARTICLES {
        let mut text = sentences::text_of_bytes(BYTES, number as u64);
        if number + LATE.1 >= ARTICLES {
            text = format!("{text}\n\n“It is late,” said {}.", LATE.0);
        }
        std::fs::write(folder.join(format!("a{number}.txt")), &text).expect("a file");
        let article = set::article(&format!("a{number:05}"), text);
        document.articles.insert(article.id.clone(), std::sync::Arc::new(article));
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{ARTICLES} articles of {BYTES} bytes, {cores} cores, from the command on; on the wall.");
    let start = Start {
        document,
        history: History::default(),
        annotator: set::alice(),
        access: Access::ReadWrite,
        seed: 7,
        unsaved: false,
    };
    let mut session = Session::new(start, NOW);
    let cold = searched(&mut session, &Query { words: LATE.0.to_owned(), ..Query::default() });
    println!("The first search of a set also reads which letters it holds: {} for all.\n", ms(cold.all.as_secs_f64() * 1000.0));
    let mut table = Table::new(&[
        "searched for",
        "hits",
        "first",
        "budget",
        "all",
        "budget",
        "bytes",
        "all ÷ bytes",
        "ripgrep -i",
        "all ÷ ripgrep",
    ]);
    let queries = [
        ("minister", false),
        ("ministère", false),
        ("zzzz", false),
        (LATE.0, false),
        ("économie", false),
        (r"\b(said|a dit)\b", true),
    ];
    for (words, regex) in queries {
        let query = Query { words: words.to_owned(), regex, ..Query::default() };
        let (mut first, mut all, mut plain, mut rg) =
            (Samples::default(), Samples::default(), Samples::default(), Samples::default());
        let mut hits = 0;
        for _ in 0..TIMES {
            let took = searched(&mut session, &query);
            hits = took.hits;
            first.push(took.first);
            all.push(took.all);
            let began = Instant::now();
            let articles = session.document().articles.values();
            black_box(articles.map(|article| article.text.as_str().matches(words).count()).sum::<usize>());
            plain.push(began.elapsed());
            if let Some(took) = ripgrep(words, regex, &folder) {
                rg.push(took);
            }
        }
        let has_rg = rg.p50().is_finite() && rg.p50() > 0.0;
        let beside = |said: String| if has_rg { said } else { "–".to_owned() };
        table.row(&[
            words.to_owned(),
            hits.to_string(),
            ms(first.p50()),
            "50 ms".to_owned(),
            ms(all.p50()),
            "1000 ms".to_owned(),
            ms(plain.p50()),
            ratio(all.p50(), plain.p50()),
            beside(ms(rg.p50())),
            beside(ratio(all.p50(), rg.p50())),
        ]);
    }
    table.print();
}

/// What one search took.
struct Took {
    first: Duration,
    all: Duration,
    hits: usize,
}

fn searched(session: &mut Session, query: &Query) -> Took {
    let began = Instant::now();
    let (mut first, mut hits) = (None, 0);
    for effect in session.dispatch(Command::Search(query.clone()), NOW) {
        let Effect::Search(job) = effect else { continue };
        job.run(|findings| {
            hits += findings.rows.len();
            if first.is_none() && (hits > 0 || findings.progress.is_none()) {
                first = Some(began.elapsed());
            }
            true
        });
    }
    let all = began.elapsed();
    session.dispatch(Command::CloseReview, NOW);
    Took { first: first.unwrap_or(all), all, hits }
}

/// Nothing where ripgrep is not at hand.
fn ripgrep(words: &str, regex: bool, folder: &std::path::Path) -> Option<Duration> {
    let began = Instant::now();
    let mut program = Program::new("rg");
    program.args(["-i", "-c", "--no-ignore"]).args((!regex).then_some("-F")).arg("--").arg(words).arg(folder);
    program.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    Some(began.elapsed())
}
