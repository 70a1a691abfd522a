//! A journal stays small and private, and gives up only what the set's files hold.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use dicta::edit::{Change, Edit, Entry, Move, Step};
use dicta::model::{Document, Fragment, Label, Rejection, Timestamp};
use dicta::storage::files::fs::Fs;
use dicta::storage::journal::Journal;
use dicta::text::{ByteOffset, Span};
use proptest::prelude::*;

use super::faults::{Fault, Faulty};
use super::journal::segments;
use super::made::{alice, id, set, with_note};

fn step(edits: Vec<Edit>, kind: Move) -> Entry {
    Entry { kind, step: Step { name: "test".to_owned(), edits, author: alice(), at: Timestamp(1_770_000_000_000) } }
}

fn bytes(state: &Path) -> u64 {
    segments(state).iter().map(|path| fs::metadata(path).unwrap().len()).sum()
}

fn note_edit(before: &Document, after: &Document) -> Edit {
    let quote = |document: &Document| document.layer(&id("a"), &alice()).unwrap().annotations().get(0).unwrap().clone();
    Edit::Annotation(id("a"), alice(), Change::new(Some(quote(before)), Some(quote(after))))
}

fn title(words: &str) -> Entry {
    step(vec![Edit::Title(Change::new(String::new(), words.to_owned()))], Move::Do)
}

#[test]
fn a_letter_costs_as_much_in_a_long_text_as_in_a_short_one() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut document = set(root.path());
    let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
    for letters in 1..=490 {
        let next = with_note(&document, &"n".repeat(letters));
        journal.write(&step(vec![note_edit(&document, &next)], Move::Extend)).unwrap();
        document = next;
    }
    assert!(bytes(state.path()) < 490 * 250, "{} bytes for a note of 490 letters", bytes(state.path()));
}

#[test]
fn a_letter_in_the_codebook_does_not_cost_the_codebook() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut document = set(root.path()).as_ref().clone();
    let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
    let mut whole = 0;
    for letter in 0..101 {
        let mut after = document.codebook.as_ref().clone();
        after.guidelines[0].text.push('x');
        let after = Arc::new(after);
        let change = Change::new(document.codebook.clone(), after.clone());
        journal.write(&step(vec![Edit::Codebook(change)], Move::Extend)).unwrap();
        document.codebook = after;
        if letter == 0 {
            whole = bytes(state.path());
        }
    }
    let letters = bytes(state.path()) - whole;
    assert!(letters < 100 * 250, "{letters} bytes for 100 letters; the first, with the whole codebook, took {whole}");
}

#[test]
fn what_was_rejected_is_not_said_again_with_each_rejection() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let document = set(root.path());
    let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
    let text = &document.article(&id("a")).unwrap().text;
    let span = Span::new(text, ByteOffset(0), ByteOffset(2)).unwrap();
    let rejection = Rejection { label: Label::Quote, fragment: Fragment::new(text, span) };
    let size = |from: usize, to: usize, journal: &mut Journal| {
        let before = bytes(state.path());
        for count in from..to {
            let change = Change::new(vec![rejection.clone(); count], vec![rejection.clone(); count + 1]);
            journal.write(&step(vec![Edit::Rejected(id("a"), alice(), change)], Move::Do)).unwrap();
        }
        bytes(state.path()) - before
    };
    let (first, second) = (size(0, 200, &mut journal), size(200, 800, &mut journal));
    assert!(first < 200 * 600, "{first}");
    // Three times as many; were each to hold the whole list, it would be fifteen times as much.
    assert!(second < 5 * first, "{first}, then {second}");
}

#[test]
fn entries_as_differences_read_back_as_they_were_also_when_a_segment_is_continued() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut document = set(root.path());
    let mut written = Vec::new();
    for round in 0..6 {
        let (mut journal, contents) = Journal::open(state.path(), root.path()).unwrap();
        assert_eq!(contents.entries.into_values().collect::<Vec<_>>(), written, "round {round}");
        for letter in 0..20 {
            let next = with_note(&document, &format!("{}é{letter}", "Wind. ".repeat(round * 7 + letter)));
            let edit = note_edit(&document, &next);
            let undo = edit.clone().inverse();
            for entry in [step(vec![edit.clone()], Move::Do), step(vec![undo.clone(), edit.clone()], Move::Redo)] {
                // The second begins with what the first one replaced, so it fits nothing that is known.
                journal.write(&entry).unwrap();
                written.push(entry);
            }
            document = next;
        }
    }
    assert_eq!(segments(state.path()).len(), 1);
}

#[test]
fn a_full_segment_is_followed_by_a_new_one_while_the_set_is_open() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
    let long = "x".repeat(1 << 20);
    for number in 1..=40 {
        journal.append(&title(&format!("{number}{long}"))).unwrap();
    }
    assert!(segments(state.path()).len() >= 8, "{:?}", segments(state.path()));
    drop(journal);
    let (mut journal, contents) = Journal::open(state.path(), root.path()).unwrap();
    assert_eq!(contents.entries.len(), 40, "unsaved entries are found however old they are");
    drop(contents);
    journal.mark_saved(journal.last()).unwrap();
    assert!(bytes(state.path()) <= 9 << 20, "{}", bytes(state.path()));
    drop(journal);
    let (_, contents) = Journal::open(state.path(), root.path()).unwrap();
    assert!((1..=8).contains(&contents.entries.len()), "some are kept for the history");
    assert_eq!((contents.saved, contents.unsaved().count()), (40, 0));
}

#[test]
fn a_huge_change_is_not_read_again_once_it_is_saved() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
    journal.append(&title(&"x".repeat(20 << 20))).unwrap();
    drop(journal);
    let (mut journal, contents) = Journal::open(state.path(), root.path()).unwrap();
    assert_eq!(contents.unsaved().count(), 1);
    journal.mark_saved(journal.last()).unwrap();
    drop(journal);
    let (_, contents) = Journal::open(state.path(), root.path()).unwrap();
    assert_eq!((contents.entries.len(), contents.saved), (0, 1));
    assert!(bytes(state.path()) < 1 << 20, "{}", bytes(state.path()));
}

#[test]
fn a_damaged_segment_is_never_deleted() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
    let long = "x".repeat(3 << 20);
    for number in 1..=8 {
        journal.append(&title(&format!("{number}{long}"))).unwrap();
    }
    let first = segments(state.path()).remove(0);
    let mut damaged = fs::read(&first).unwrap();
    damaged[1000] ^= 1;
    fs::write(&first, &damaged).unwrap();
    journal.mark_saved(journal.last()).unwrap();
    assert!(!first.exists());
    assert_eq!(fs::read(first.with_extension("damaged")).unwrap(), damaged);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn nothing_unsaved_is_ever_deleted(
        acts in prop::collection::vec((0_u8..10, 1_usize..6, 0_u64..6), 1..24)
    ) {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        set(root.path());
        let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
        let (mut written, mut saved) = (Vec::new(), 0);
        for (act, size, back) in acts {
            match act {
                0..6 => {
                    let entry = title(&format!("{size}{}", "x".repeat(size << 20)));
                    written.push((journal.write(&entry).unwrap(), size));
                }
                6..9 => {
                    let through = journal.last().saturating_sub(back);
                    journal.mark_saved(through).unwrap();
                    saved = saved.max(through);
                }
                _ => journal = Journal::open(state.path(), root.path()).unwrap().0,
            }
        }
        drop(journal);
        let (_, contents) = Journal::open(state.path(), root.path()).unwrap();
        let found: Vec<u64> = contents.unsaved().map(|(number, _)| number).collect();
        let expected: Vec<u64> = written.iter().map(|(number, _)| *number).filter(|number| *number > saved).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn a_journal_whose_folder_is_deleted_while_it_is_open_is_begun_anew() {
    let (dir, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let state = dir.path().join("journal");
    set(root.path());
    let (mut journal, _) = Journal::open(&state, root.path()).unwrap();
    for words in ["a", "b", "c"] {
        journal.append(&title(words)).unwrap();
    }
    journal.mark_saved(1).unwrap();
    fs::remove_dir_all(&state).unwrap();
    journal.write(&title("d")).unwrap();
    assert_eq!(journal.sync().unwrap(), 4);
    drop(journal);
    let (_, contents) = Journal::open(&state, root.path()).unwrap();
    assert_eq!(contents.unsaved().map(|(number, _)| number).collect::<Vec<_>>(), [2, 3, 4]);
}

#[test]
fn a_full_disk_leaves_room_for_the_journal() {
    let mut held = 0;
    for at in 0..12 {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        set(root.path());
        let ballast = state.path().join("ballast");
        let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
        assert!(!ballast.exists(), "a set that is only read takes no room");
        journal.append(&title("a")).unwrap();
        assert!(fs::metadata(&ballast).unwrap().len() >= 1 << 20);
        drop(journal);
        let disk: Arc<dyn Fs> = Arc::new(Faulty::new(at, Fault::DiskFull));
        let Ok((mut journal, _)) = Journal::open_with(state.path(), root.path(), &disk) else { continue };
        journal.write(&title("b")).unwrap();
        if !ballast.exists() {
            held += 1;
            journal.sync().unwrap();
            assert!(ballast.exists(), "taken up again when there is room");
        }
        drop(journal);
        assert_eq!(Journal::open(state.path(), root.path()).unwrap().1.entries.len(), 2, "{at}");
    }
    assert!(held > 0);
}

#[cfg(unix)]
#[test]
fn only_the_person_can_read_the_journal() {
    use std::os::unix::fs::PermissionsExt as _;
    let (dir, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (state, locks) = (dir.path().join("journal"), dir.path().join("locks"));
    let lock = dicta::storage::SetLock::acquire(&locks, root.path()).unwrap();
    // As older versions left it.
    fs::create_dir_all(&state).unwrap();
    fs::set_permissions(&state, fs::Permissions::from_mode(0o755)).unwrap();
    let (mut journal, _) = Journal::open(&state, root.path()).unwrap();
    lock.claim(journal.id()).unwrap();
    journal.append(&title("a")).unwrap();
    let mut folders = vec![state, locks];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700, "{}", folder.display());
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
                assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
            }
        }
    }
    assert_eq!(files, 5, "segment, owner, ballast, two locks");
}
