//! The journal's thread: many entries wait for the disk once, and what the disk refused is written later, in order.

use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};

use dicta::edit::{Entry, Move, Step};
use dicta::gui::workers::Message;
use dicta::gui::workers::journal;
use dicta::gui::workers::journal::{JournalQueue, JournalTask, OpenJournal};
use dicta::gui::workers::message::Sender;
use dicta::gui::workers::worker::Worker;
use dicta::host::{self, Disks, SetKeeper};
use dicta::model::{Annotator, Timestamp};
use dicta::session::Report;

use crate::support::faulty_disk::{Fault, FaultyDisk, JOURNAL};
use crate::support::world::World;

/// The thread with the journal of a set, on a disk that can fail.
struct Bench {
    world: World,
    disk: FaultyDisk,
    queue: JournalQueue,
    inbox: Receiver<Message>,
    _worker: Worker,
}

impl Bench {
    fn new() -> Self {
        let (world, disk) = (World::new(), FaultyDisk::default());
        world.set("harbour-set");
        let (messages, inbox) = sync_channel(64);
        let sender = Sender::new(messages, egui::Context::default());
        let queue = JournalQueue::default();
        let (for_thread, open) = (queue.clone(), Mutex::<OpenJournal>::default());
        let worker = Worker::start("dicta-journal", &sender, move |task| journal::work(&for_thread, &open, task)).unwrap();
        let bench = Self { world, disk, queue, inbox, _worker: worker };
        let (journal, _) = bench.keep().split();
        bench.queue.push(JournalTask::Begin { set: 1, keeper: Box::new(journal) });
        bench
    }

    fn keep(&self) -> SetKeeper {
        let disks = Disks { journal: Arc::new(self.disk.clone()), ..Disks::default() };
        let (set, state) = (self.world.path("harbour-set"), self.world.path("state"));
        host::open_on(&disks, &set, &state, &|_, _| {}).unwrap().keep.unwrap()
    }

    fn write(&self, title: &str) {
        self.queue.push(JournalTask::Write(entry(title)));
    }

    fn next(&self) -> Report {
        match self.inbox.recv().unwrap() {
            Message::Report { report, .. } => report,
            other => panic!("{other:?}"),
        }
    }

    /// Waits until that many entries are durable. Returns the failures that were reported before.
    fn until(&self, entries: u64) -> usize {
        let mut failures = 0;
        loop {
            match self.next() {
                Report::Journaled(durable) if durable == entries => return failures,
                Report::Journaled(durable) => assert!(durable < entries),
                Report::JournalFailed(_) => failures += 1,
                other => panic!("{other:?}"),
            }
        }
    }
}

/// Setting the title, after the title of the number before.
fn entry(title: &str) -> Arc<Entry> {
    let change = dicta::edit::Change::new(String::new(), title.to_owned());
    let (author, at) = (Annotator::parse("alice").unwrap(), Timestamp(1_770_000_000_000));
    let step = Step { name: title.to_owned(), edits: vec![dicta::edit::Edit::Title(change)], author, at };
    Arc::new(Entry { kind: Move::Do, step })
}

#[test]
fn many_entries_wait_for_the_disk_once() {
    let bench = Bench::new();
    bench.write("first");
    assert_eq!(bench.until(1), 0);
    bench.disk.set(JOURNAL, Fault::Hang);
    let before = bench.disk.syncs();
    for number in 0..100 {
        bench.write(&number.to_string());
    }
    assert_eq!(bench.queue.unconfirmed(), 100);
    bench.disk.mend();
    assert_eq!(bench.until(101), 0);
    // Those that were given while the thread began with the first may be a group of their own.
    assert!(bench.disk.syncs() - before <= 2, "{} waits", bench.disk.syncs() - before);
    assert_eq!(bench.queue.unconfirmed(), 0);
}

#[test]
fn entries_that_the_disk_refused_are_kept_and_written_with_the_next_one() {
    let bench = Bench::new();
    bench.disk.set(JOURNAL, Fault::Full);
    bench.write("one");
    bench.write("two");
    assert!(matches!(bench.next(), Report::JournalFailed(reason) if reason.contains("the disk is full")));
    assert_eq!(bench.queue.unconfirmed(), 2);
    bench.disk.mend();
    bench.write("three");
    bench.until(3);
    bench.queue.push(JournalTask::End);
    assert!(matches!(bench.inbox.recv().unwrap(), Message::Ended { set: 1 }));
    let document = host::open(&bench.world.path("harbour-set"), &bench.world.path("state"), &|_, _| {}).unwrap();
    let mut history = document.history;
    let mut names = Vec::new();
    for _ in 0..3 {
        let step = history.next_undo(&Annotator::parse("alice").unwrap()).unwrap().clone();
        names.push(step.name.clone());
        history.follow(Entry { kind: Move::Undo, step: step.inverse() });
    }
    assert_eq!(names, ["three", "two", "one"]);
}

#[test]
fn a_journal_is_closed_although_the_disk_refuses_and_its_lock_is_released() {
    let bench = Bench::new();
    bench.disk.set(JOURNAL, Fault::Full);
    bench.write("one");
    bench.queue.push(JournalTask::End);
    loop {
        match bench.inbox.recv().unwrap() {
            Message::Ended { set: 1 } => break,
            Message::Report { report: Report::JournalFailed(_), .. } => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(bench.queue.unconfirmed(), 0);
    bench.disk.mend();
    drop(bench.keep());
}
