//! From a key to the journal on the disk, against bare writes of the same bytes: how the cost grows with the article.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop")]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use dicta::edit::History;
use dicta::model::Label;
use dicta::model::{Document, Timestamp};
use dicta::session::Edge;
use dicta::session::input::action::EdgeStep;
use dicta::session::state::Start;
use dicta::session::{Access, Command, Effect, Session, SessionAction};
use dicta::storage::Journal;
use dicta::text::ByteOffset;
use support::random::Random;
use support::table::{ms, ratio};
use support::{Samples, Table, marks, sentences, set};

/// Keys that are pressed.
const KEYS: usize = 400;
/// Keys between two snapshots, as the thread that saves holds them.
const BETWEEN: usize = 8;

fn main() {
    println!("From a key to the journal, on the wall; {KEYS} keys each: tag, write a note, move an edge, relabel.\n");
    let head = ["session p50", "p99", "key → durable p50", "p99", "bare write p50", "p99", "p50 ÷ bare", "p99 ÷ bare"];
    let mut table = Table::new(&[&["annotations in the article"][..], &head].concat());
    for annotations in [100, 10_000, 100_000] {
        table.row(&row(&format!("{annotations}"), &Desk::new(annotations).play()));
    }
    let busy = Arc::new(AtomicBool::new(true));
    let other = writer(&set::folder("journal-other"), Arc::clone(&busy));
    table.row(&row("10000, while another thread writes files", &Desk::new(10_000).play()));
    busy.store(false, Ordering::Relaxed);
    other.join().expect("the other thread ends");
    table.print();
}

/// What keys cost.
#[derive(Default)]
struct Costs {
    session: Samples,
    durable: Samples,
    bare: Samples,
}

fn row(name: &str, costs: &Costs) -> Vec<String> {
    let Costs { session, durable, bare } = costs;
    let times = [session, durable, bare].map(|samples| [ms(samples.p50()), ms(samples.p99())]);
    let ratios = [ratio(durable.p50(), bare.p50()), ratio(durable.p99(), bare.p99())];
    [&[name.to_owned()][..], &times.concat(), &ratios].concat()
}

/// Writes a file of some megabytes again and again, and waits for the disk each time.
fn writer(folder: &Path, goes_on: Arc<AtomicBool>) -> thread::JoinHandle<()> {
    let path = folder.join("other");
    let write = move || {
        let content = vec![b'x'; 4_000_000];
        while goes_on.load(Ordering::Relaxed) {
            let file = File::create(&path).and_then(|mut file| file.write_all(&content).and_then(|()| file.sync_all()));
            file.expect("the disk takes it");
            thread::sleep(Duration::from_millis(20));
        }
    };
    thread::Builder::new().name("other-writer".to_owned()).spawn(write).expect("a thread")
}

/// A session over one article, its journal, and a file for bare writes.
struct Desk {
    session: Session,
    journal: Journal,
    bare: File,
    state: std::path::PathBuf,
    random: Random,
    /// The thread that saves holds the document as it was.
    snapshot: Arc<Document>,
}

impl Desk {
    fn new(annotations: usize) -> Self {
        let folder = set::folder("journal");
        set::create(&folder);
        let article = set::article("a", sentences::text_of_bytes(annotations.max(200) * 100, 2));
        let start = Start {
            document: set::document(article, annotations),
            history: History::default(),
            annotator: set::alice(),
            access: Access::ReadWrite,
            seed: 3,
            unsaved: false,
        };
        let session = Session::new(start, marks::NOW);
        let state = folder.join("state");
        let (journal, ..) = Journal::open(&state, &folder).expect("a journal");
        let bare = OpenOptions::new().create(true).append(true).open(folder.join("bare")).expect("a file");
        let snapshot = Arc::clone(session.document());
        Self { session, journal, bare, state, random: Random(9), snapshot }
    }

    fn play(mut self) -> Costs {
        let mut costs = Costs::default();
        for number in 0..KEYS {
            if number.is_multiple_of(BETWEEN) {
                self.snapshot = Arc::clone(self.session.document());
            }
            self.press(number, &mut costs);
        }
        costs
    }

    /// One key, and then a bare write of as many bytes as the journal took for it.
    fn press(&mut self, number: usize, costs: &mut Costs) {
        let now = Timestamp(marks::NOW.0 + 2_000 * i64::try_from(number).unwrap_or(0));
        let command = self.command(number, now);
        let before = size_below(&self.state);
        let begun = Instant::now();
        let effects = self.session.dispatch(command, now);
        let in_session = begun.elapsed();
        for effect in &effects {
            if let Effect::Journal(entry) = effect {
                self.journal.append(entry).expect("the journal takes it");
            }
        }
        let durable = begun.elapsed();
        let bytes = size_below(&self.state) - before;
        if bytes == 0 {
            // Such as an edge at the end of the text.
            return;
        }
        costs.session.push(in_session);
        costs.durable.push(durable);
        let content = vec![b'x'; usize::try_from(bytes).unwrap_or(0)];
        let begun = Instant::now();
        self.bare.write_all(&content).and_then(|()| self.bare.sync_data()).expect("the disk takes it");
        costs.bare.push(begun.elapsed());
    }

    fn command(&mut self, number: usize, now: Timestamp) -> Command {
        match number % 4 {
            0 => {
                let end = self.session.article().expect("an article").text.end().0;
                let from = self.random.below(end.saturating_sub(300));
                let to = from + self.random.between(20, 200);
                self.session.dispatch(Command::Select { anchor: ByteOffset(from), head: ByteOffset(to) }, now);
                Command::Do(SessionAction::Tag(Label::Quote))
            }
            1 => {
                let id = self.session.current().expect("an annotation is selected").id.clone();
                Command::SetNote(id, format!("note {number}"))
            }
            2 => Command::Do(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::WordRight }),
            _ => Command::Do(SessionAction::Tag(Label::Claim)),
        }
    }
}

fn size_below(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|e| if e.path().is_dir() { size_below(&e.path()) } else { e.metadata().map_or(0, |m| m.len()) }).sum()
}
