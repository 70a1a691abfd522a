//! The journal gives back every edit before the damage, and recovery never guesses.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dicta::edit::{Change, Edit, Entry, History, Move, Step, StoredArticle};
use dicta::model::{Annotation, AnnotationId, Document, Timestamp};
use dicta::storage::journal::{Journal, Record, Recovery, recover};
use dicta::storage::{self, SetWriter};

use super::faults::{FAULTS, Fault, Faulty};
use super::made::{alice, article, id, note_of, set, with_note};

/// The person's session: a document, its history and the journal they go through.
struct Desk {
    document: Document,
    history: History,
    journal: Journal,
}

impl Desk {
    fn take(&mut self, edits: Vec<Edit>) {
        for edit in &edits {
            edit.apply(&mut self.document).unwrap();
        }
        let step = Step { name: "test".to_owned(), edits, author: alice(), at: Timestamp(1_770_000_000_000) };
        self.journal.append(&Entry { kind: Move::Do, step: step.clone() }).unwrap();
        self.history.push(step);
    }

    fn undo(&mut self) {
        let step = self.history.next_undo(&alice()).unwrap().inverse();
        for edit in &step.edits {
            edit.apply(&mut self.document).unwrap();
        }
        let entry = Entry { kind: Move::Undo, step };
        self.journal.append(&entry).unwrap();
        self.history.follow(entry);
    }

    fn note(&mut self, note: &str) {
        let change = note_edit(&self.document, note);
        self.take(vec![change]);
    }
}

fn quote(document: &Document) -> Arc<Annotation> {
    document.layer(&id("a"), &alice()).unwrap().get(&AnnotationId::parse("q1").unwrap()).unwrap().clone()
}

fn note_edit(document: &Document, note: &str) -> Edit {
    let before = quote(document);
    let after = quote(&with_note(document, note));
    Edit::Annotation(id("a"), alice(), Change::new(Some(before), Some(after)))
}

fn desk(state: &Path, root: &Path) -> Desk {
    let document = storage::open(root).unwrap().document;
    Desk { document, history: History::default(), journal: Journal::open(state, root).unwrap().0 }
}

fn reopen(state: &Path, root: &Path) -> (Document, Recovery) {
    let mut document = storage::open(root).unwrap().document;
    let recovery = recover(&mut document, Journal::open(state, root).unwrap().1);
    (document, recovery)
}

fn segments(state: &Path) -> Vec<PathBuf> {
    let folder = fs::read_dir(state).unwrap().next().unwrap().unwrap().path();
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_kind_of_edit_comes_back_after_a_crash_and_can_be_undone() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let mut desk = desk(state.path(), root.path());
    desk.take(vec![Edit::Title(Change::new("Test".to_owned(), "New".to_owned()))]);
    let new = Arc::new(StoredArticle::from(&article("c", "Words « here ».\n")));
    desk.take(vec![Edit::Article(Change::new(None, Some(new.clone())))]);
    let mut metadata = new.metadata.clone();
    metadata.outlet = "The Post".to_owned();
    desk.take(vec![Edit::Metadata(id("c"), Box::new(Change::new(new.metadata.clone(), metadata)))]);
    desk.take(vec![Edit::Done(id("c"), alice(), Change::new(false, true))]);
    desk.note("one");
    desk.note("two");
    desk.undo();
    let old = quote(&desk.document);
    desk.take(vec![Edit::Annotation(id("a"), alice(), Change::new(Some(old), None))]);
    let (document, recovery) = reopen(state.path(), root.path());
    assert_eq!(document, desk.document);
    assert_eq!(recovery.conflicts, Vec::<String>::new());
    assert_eq!(recovery.history, desk.history);
    let mut undone = document;
    let step = recovery.history.next_undo(&alice()).unwrap().inverse();
    for edit in &step.edits {
        edit.apply(&mut undone).unwrap();
    }
    assert_eq!(note_of(&undone), "one");
}

#[test]
fn it_does_not_matter_how_much_of_the_last_save_reached_the_disk() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let on_disk = set(root.path());
    let mut desk = desk(state.path(), root.path());
    desk.note("one");
    let new = Arc::new(StoredArticle::from(&article("c", "Words.\n")));
    desk.take(vec![Edit::Article(Change::new(None, Some(new.clone())))]);
    let snapshot = Arc::new(desk.document.clone());
    let through = desk.journal.last();
    desk.note("two");
    let mut metadata = new.metadata.clone();
    metadata.byline = "Jo".to_owned();
    desk.take(vec![Edit::Metadata(id("c"), Box::new(Change::new(new.metadata.clone(), metadata)))]);
    // Nothing was saved, or the snapshot without its mark, or with it, or all without a mark.
    assert_eq!(reopen(state.path(), root.path()).0, desk.document);
    let mut writer = SetWriter::new(root.path(), on_disk).unwrap();
    writer.save(&snapshot).unwrap();
    assert_eq!(reopen(state.path(), root.path()).0, desk.document);
    desk.journal.mark_saved(through).unwrap();
    assert_eq!(reopen(state.path(), root.path()).0, desk.document);
    writer.save(&Arc::new(desk.document.clone())).unwrap();
    let (document, recovery) = reopen(state.path(), root.path());
    assert_eq!(document, desk.document);
    assert_eq!((recovery.reapplied, recovery.conflicts.len()), (0, 0));
}

#[test]
fn what_was_changed_outside_is_a_conflict_in_words_and_the_rest_comes_back() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let on_disk = set(root.path());
    let mut desk = desk(state.path(), root.path());
    desk.note("one");
    desk.note("two");
    desk.take(vec![Edit::Title(Change::new("Test".to_owned(), "New".to_owned()))]);
    SetWriter::new(root.path(), on_disk.clone()).unwrap().save(&with_note(&on_disk, "theirs")).unwrap();
    let (document, recovery) = reopen(state.path(), root.path());
    assert_eq!((note_of(&document).as_str(), document.info.title.as_str()), ("theirs", "New"));
    assert_eq!(recovery.reapplied, 1);
    assert!(recovery.conflicts[0].contains("annotation q1 of alice in a was changed outside"), "{:?}", recovery.conflicts);
}

#[test]
fn a_step_whose_beginning_is_no_longer_known_is_taken_from_its_undo() {
    let edit = |from: &str, to: &str| vec![Edit::Title(Change::new(from.to_owned(), to.to_owned()))];
    let step = |edits| Step { name: "t".to_owned(), edits, author: alice(), at: Timestamp(0) };
    let moves = [
        (Move::Do, edit("a", "b")),
        (Move::Undo, edit("b", "a")),
        (Move::Undo, edit("a", "z")),
        (Move::Redo, edit("z", "a")),
        (Move::Do, edit("a", "c")),
    ];
    let records = moves
        .into_iter()
        .zip(1..)
        .map(|((kind, edits), number)| Record::Entry { number, entry: Entry { kind, step: step(edits) } });
    let mut document = Document::default();
    Arc::make_mut(&mut document.info).title = "z".to_owned();
    let recovery = recover(&mut document, records.collect());
    assert_eq!(document.info.title, "c");
    // The step from z to a was done before the journal begins, undone and done again within it.
    assert_eq!(recovery.history.depth(&alice()), 2);
    let mut undone = document;
    let mut history = recovery.history;
    for expected in [edit("a", "c"), edit("z", "a")] {
        let newest = history.next_undo(&alice()).unwrap().clone();
        assert_eq!(newest.edits, expected);
        newest.inverse().edits[0].apply(&mut undone).unwrap();
        history.follow(Entry { kind: Move::Undo, step: newest.inverse() });
    }
    assert_eq!(undone.info.title, "z");
}

/// A journal of four small entries, its bytes, and the number of bytes after each record.
fn small(state: &Path, root: &Path) -> (PathBuf, Vec<u8>, Vec<usize>) {
    let mut desk = desk(state, root);
    let mut ends = Vec::new();
    for title in ["b", "c", "d", "e"] {
        let before = desk.document.info.title.clone();
        desk.take(vec![Edit::Title(Change::new(before, title.to_owned()))]);
        ends.push(usize::try_from(fs::metadata(&segments(state)[0]).unwrap().len()).unwrap());
    }
    let path = segments(state).remove(0);
    let bytes = fs::read(&path).unwrap();
    (path, bytes, ends)
}

#[test]
fn a_journal_cut_at_any_byte_gives_back_all_before_the_cut_and_goes_on() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (path, bytes, ends) = small(state.path(), root.path());
    for cut in 0..bytes.len() {
        fs::write(&path, &bytes[..cut]).unwrap();
        let (mut journal, records, notices) = Journal::open(state.path(), root.path()).unwrap();
        let whole = ends.iter().filter(|end| **end <= cut).count();
        assert_eq!(records.len(), whole, "cut at {cut}");
        let clean = cut == 0 || cut == 8 || ends.contains(&cut);
        assert_eq!(notices.is_empty(), clean, "cut at {cut}: {notices:?}");
        // The next entry is readable, whatever stands before it.
        let Record::Entry { entry, .. } = frame_of(&bytes, &path, state.path(), root.path()) else { unreachable!() };
        fs::write(&path, &bytes[..cut]).unwrap();
        journal.append(&entry).unwrap();
        let (_, records, _) = Journal::open(state.path(), root.path()).unwrap();
        assert_eq!(records.len(), whole + 1, "cut at {cut}");
        segments(state.path()).into_iter().skip(1).for_each(|segment| fs::remove_file(segment).unwrap());
    }
}

fn frame_of(bytes: &[u8], path: &Path, state: &Path, root: &Path) -> Record {
    fs::write(path, bytes).unwrap();
    Journal::open(state, root).unwrap().1.remove(0)
}

#[test]
fn a_journal_with_any_flipped_bit_gives_back_all_before_it() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (path, bytes, ends) = small(state.path(), root.path());
    let whole = Journal::open(state.path(), root.path()).unwrap().1;
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, &damaged).unwrap();
        let (_, records, notices) = Journal::open(state.path(), root.path()).unwrap();
        let before = if bit < 64 { 0 } else { ends.iter().filter(|end| **end <= bit / 8).count() };
        assert_eq!(records, whole[..before], "bit {bit}");
        assert_eq!(notices.len(), 1);
    }
}

#[test]
fn no_failing_act_loses_an_entry_that_was_acknowledged() {
    let mut runs = 0;
    for fault in FAULTS {
        // A disk that lies about an append cannot be caught without reading everything back.
        if fault == Fault::Lie {
            continue;
        }
        for at in 0.. {
            let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            set(root.path());
            let faulty = Faulty::new(at, fault);
            let mut acknowledged = Vec::new();
            if let Ok((mut journal, ..)) = Journal::open_with(state.path(), root.path(), Arc::new(faulty.clone())) {
                for title in ["b", "c", "d", "e", "f"] {
                    let edits = vec![Edit::Title(Change::new(String::new(), title.to_owned()))];
                    let step = Step { name: title.to_owned(), edits, author: alice(), at: Timestamp(0) };
                    let entry = Entry { kind: Move::Do, step };
                    if let Ok(number) = journal.append(&entry) {
                        acknowledged.push(Record::Entry { number, entry });
                    }
                }
            }
            let (_, records, _) = Journal::open(state.path(), root.path()).unwrap();
            assert!(acknowledged.iter().all(|record| records.contains(record)), "{fault:?} at {at}");
            if !faulty.struck() {
                assert_eq!(records, acknowledged);
                break;
            }
            runs += 1;
        }
    }
    assert!(runs > 40, "{runs}");
}

#[test]
fn a_full_segment_is_followed_by_a_new_one_and_unsaved_entries_are_found_however_old() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let long = "x".repeat(3 << 20);
    for number in 0..4_u64 {
        let (mut journal, records, _) = Journal::open(state.path(), root.path()).unwrap();
        assert_eq!(records.len() as u64, number * 2);
        for _ in 0..2 {
            let edits = vec![Edit::Title(Change::new(String::new(), long.clone()))];
            let step = Step { name: "t".to_owned(), edits, author: alice(), at: Timestamp(0) };
            journal.append(&Entry { kind: Move::Do, step }).unwrap();
        }
    }
    assert_eq!(segments(state.path()).len(), 4);
    let (mut journal, ..) = Journal::open(state.path(), root.path()).unwrap();
    journal.mark_saved(journal.last()).unwrap();
    let (_, records, _) = Journal::open(state.path(), root.path()).unwrap();
    let entries = records.iter().filter(|record| matches!(record, Record::Entry { .. })).count();
    assert_eq!(entries, 2);
}
