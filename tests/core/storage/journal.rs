//! The journal gives back every edit before the damage, and recovery never guesses.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dicta::edit::{Change, Edit, Entry, History, Move, Step, StoredArticle};
use dicta::model::{Annotation, AnnotationId, Document, Timestamp};
use dicta::storage::journal::{Contents, Journal, Recovery, recover};
use dicta::storage::{self, SetWriter};

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

pub fn segments(state: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let folders = entries(state).into_iter().filter(|path| path.is_dir());
    let mut files: Vec<PathBuf> = folders.flat_map(|folder| entries(&folder)).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "journal"));
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
    assert_eq!(recovery.conflicts, Vec::new());
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
    let conflict = &recovery.conflicts[0];
    assert!(conflict.to_string().starts_with("annotation q1 of alice in a was changed outside"), "{conflict}");
    // Both versions are there, and the one of the journal can be taken.
    let mut taken = document;
    conflict.edit.apply(&mut taken).unwrap();
    assert_eq!(note_of(&taken), "two");
    conflict.edit.clone().inverse().apply(&mut taken).unwrap();
    assert_eq!(note_of(&taken), "theirs");
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
    let records = moves.into_iter().zip(1..).map(|((kind, edits), number)| (number, Entry { kind, step: step(edits) }));
    let mut document = Document::default();
    Arc::make_mut(&mut document.info).title = "z".to_owned();
    let mut contents = Contents::default();
    contents.entries.extend(records);
    let recovery = recover(&mut document, contents);
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
