//! From a key to the disk: the journal, and the files of the set, against bare writes of the same bytes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop")]

#[allow(dead_code, unused_imports, reason = "shared by benches that each use a part")]
mod support;

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use dicta::host::SetKeeper;
use dicta::host::open::{Opened, open};
use dicta::model::Label;
use dicta::model::Timestamp;
use dicta::session::state::Start;
use dicta::session::{Command, Effect, Report, Session, SessionAction};
use dicta::text::ByteOffset;
use support::random::Random;
use support::table::{ms, ratio};
use support::{Samples, Table, marks, sentences, set};

/// Keys that are pressed.
const KEYS: usize = 120;

fn main() {
    println!("From a key to the disk, on the wall; {KEYS} keys each.\n");
    let mut table = Table::new(&["one article", "p50", "p99", "budget p99", "bare write p50", "p99", "p50 ÷ bare"]);
    for annotations in [100, 10_000] {
        let folder = set::folder("save");
        let mut desk = Desk::new(&folder, annotations);
        let (mut journal, mut files) = (Samples::default(), Samples::default());
        for number in 0..KEYS {
            desk.press(number, &mut journal, &mut files);
        }
        let entry = size_below(&folder.join("state/journal")) / KEYS as u64;
        let file = File::open(folder.join("set/annotations/alice/a.ron")).and_then(|file| file.metadata()).expect("a file").len();
        let appended = bare_append(&folder, entry);
        let written = bare_write(&folder, file);
        let mut row = |what: &str, ours: &Samples, bare: &Samples, budget: &str| {
            let name = format!("{annotations} annotations: key → {what}");
            let ours_first = [name, ms(ours.p50()), ms(ours.p99()), budget.to_owned()];
            table.row(&[&ours_first[..], &[ms(bare.p50()), ms(bare.p99()), ratio(ours.p50(), bare.p50())]].concat());
        };
        row(&format!("journal durable ({entry} bytes)"), &journal, &appended, "16.7 ms");
        row(&format!("RON durable ({:.1} MB)", file as f64 / 1e6), &files, &written, "50 ms");
    }
    table.print();
}

/// A session over a set, with the set's keeper at hand instead of on a thread of its own.
struct Desk {
    session: Session,
    keep: SetKeeper,
    random: Random,
}

impl Desk {
    fn new(folder: &Path, annotations: usize) -> Self {
        let root = folder.join("set");
        set::create(&root);
        let bytes = if annotations > 1_000 { 1_000_000 } else { 20_000 };
        let article = set::article("a", sentences::text_of_bytes(bytes, 2));
        set::add(&root, &article, &marks::layer(&article.text, annotations, 5));
        let Opened { document, history, access, unsaved, keep, .. } =
            open(&root, &folder.join("state"), &|_, _| {}).expect("the set opens");
        let start = Start { document, history, annotator: set::alice(), access, seed: 3, unsaved };
        Self { session: Session::new(start, marks::NOW), keep: keep.expect("it may be written"), random: Random(9) }
    }

    /// Tags some words, and has everything written at once: the work of a key without the waiting for a quiet moment.
    fn press(&mut self, number: usize, journal: &mut Samples, files: &mut Samples) {
        let now = Timestamp(marks::NOW.0 + 1_000 * i64::try_from(number).unwrap_or(0));
        let end = self.session.article().expect("an article").text.end().0;
        let from = self.random.below(end.saturating_sub(300));
        let select = Command::Select { anchor: ByteOffset(from), head: ByteOffset(from + self.random.between(20, 200)) };
        self.session.dispatch(select, now);
        let begun = Instant::now();
        for effect in self.session.dispatch(Command::Do(SessionAction::Tag(Label::Quote)), now) {
            if let Effect::Journal(entry) = effect {
                self.keep.append(&entry).expect("the journal takes it");
            }
        }
        journal.push(begun.elapsed());
        for effect in self.session.dispatch(Command::Flush, now) {
            if let Effect::Save(document, revision) = effect {
                self.keep.save(&document).expect("the files take it");
                files.push(begun.elapsed());
                self.session.dispatch(Command::Report(Report::Saved(revision)), now);
            }
        }
    }
}

fn size_below(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|e| if e.path().is_dir() { size_below(&e.path()) } else { e.metadata().map_or(0, |m| m.len()) }).sum()
}

/// Appends as many bytes to a file and waits for the disk.
fn bare_append(folder: &Path, bytes: u64) -> Samples {
    let content = vec![b'x'; usize::try_from(bytes).unwrap_or(0)];
    let mut file = OpenOptions::new().create(true).append(true).open(folder.join("bare.journal")).expect("a file");
    let mut samples = Samples::default();
    for _ in 0..KEYS {
        let begun = Instant::now();
        file.write_all(&content).and_then(|()| file.sync_data()).expect("the disk takes it");
        samples.push(begun.elapsed());
    }
    samples
}

/// Writes a file of as many bytes and waits for the disk.
fn bare_write(folder: &Path, bytes: u64) -> Samples {
    let content = vec![b'x'; usize::try_from(bytes).unwrap_or(0)];
    let mut samples = Samples::default();
    for _ in 0..KEYS {
        let begun = Instant::now();
        let mut file = File::create(folder.join("bare.ron")).expect("a file");
        file.write_all(&content).and_then(|()| file.sync_all()).expect("the disk takes it");
        samples.push(begun.elapsed());
    }
    samples
}
