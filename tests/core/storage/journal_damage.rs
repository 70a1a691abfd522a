//! A journal that is cut, damaged, old or too new gives back everything in it that can be read, and loses nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dicta::edit::{Change, Edit, Entry, Move, Step};
use dicta::model::Timestamp;
use dicta::storage::StorageError;
use dicta::storage::files::fs::Fs;
use dicta::storage::journal::{Contents, Journal};

use super::faults::{FAULTS, Fault, Faulty};
use super::journal::segments;
use super::made::{alice, id, note_of, set, with_note};

fn entry(edits: Vec<Edit>) -> Entry {
    Entry { kind: Move::Do, step: Step { name: "title".to_owned(), edits, author: alice(), at: Timestamp(0) } }
}

fn title(before: &str, after: &str) -> Entry {
    entry(vec![Edit::Title(Change::new(before.to_owned(), after.to_owned()))])
}

/// A journal of four small entries, its bytes, and the number of bytes after each record.
fn small(state: &Path, root: &Path) -> (PathBuf, Vec<u8>, Vec<usize>) {
    let (mut journal, _) = Journal::open(state, root).unwrap();
    let mut ends = Vec::new();
    for (before, after) in [("Test", "b"), ("b", "c"), ("c", "d"), ("d", "e")] {
        journal.append(&title(before, after)).unwrap();
        ends.push(usize::try_from(fs::metadata(&segments(state)[0]).unwrap().len()).unwrap());
    }
    let path = segments(state).remove(0);
    let bytes = fs::read(&path).unwrap();
    (path, bytes, ends)
}

fn read(state: &Path, root: &Path) -> Contents {
    Journal::open(state, root).unwrap().1
}

#[test]
fn a_journal_cut_at_any_byte_gives_back_all_before_the_cut_and_goes_on() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (path, bytes, ends) = small(state.path(), root.path());
    for cut in 0..bytes.len() {
        fs::write(&path, &bytes[..cut]).unwrap();
        let (mut journal, contents) = Journal::open(state.path(), root.path()).unwrap();
        let whole = ends.iter().filter(|end| **end <= cut).count();
        assert_eq!(contents.entries.len(), whole, "cut at {cut}");
        let clean = cut == 0 || cut == 12 || ends.contains(&cut);
        assert_eq!(contents.notices.is_empty(), clean, "cut at {cut}: {:?}", contents.notices);
        // The next entry is readable, whatever stands before it.
        journal.append(&title("a", "z")).unwrap();
        assert_eq!(read(state.path(), root.path()).entries.len(), whole + 1, "cut at {cut}");
        segments(state.path()).into_iter().skip(1).for_each(|segment| fs::remove_file(segment).unwrap());
    }
}

#[test]
fn a_journal_with_any_flipped_bit_gives_back_every_other_entry() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set(root.path());
    let (path, bytes, ends) = small(state.path(), root.path());
    let whole = read(state.path(), root.path()).entries;
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, &damaged).unwrap();
        let contents = read(state.path(), root.path());
        let mut expected = whole.clone();
        if bit / 8 >= 12 {
            let hit = ends.iter().filter(|end| **end <= bit / 8).count() as u64 + 1;
            expected.remove(&hit).unwrap();
        }
        assert_eq!(contents.entries, expected, "bit {bit}");
        assert_eq!(contents.notices.len(), 1, "bit {bit}");
    }
}

#[test]
fn an_entry_that_builds_on_a_damaged_one_is_counted_and_one_that_is_whole_again_is_read() {
    let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut document = set(root.path());
    let (mut journal, _) = Journal::open(state.path(), root.path()).unwrap();
    let mut ends = Vec::new();
    for letters in 1..200 {
        let quote =
            |document: &dicta::model::Document| document.layer(&id("a"), &alice()).unwrap().annotations().get(0).unwrap().clone();
        let next = with_note(&document, &"n".repeat(letters));
        let change = Change::new(Some(quote(&document)), Some(quote(&next)));
        journal.append(&entry(vec![Edit::Annotation(id("a"), alice(), change)])).unwrap();
        ends.push(usize::try_from(fs::metadata(&segments(state.path())[0]).unwrap().len()).unwrap());
        document = next;
    }
    drop(journal);
    let path = segments(state.path()).remove(0);
    let mut bytes = fs::read(&path).unwrap();
    bytes[ends[9] + 30] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let contents = read(state.path(), root.path());
    assert!(!contents.entries.contains_key(&11));
    assert!((1..60).contains(&contents.unreadable.len()), "{:?}", contents.unreadable);
    assert_eq!(contents.entries.len() + contents.unreadable.len() + 1, 199);
    let words: Vec<String> = contents.notices.iter().map(ToString::to_string).collect();
    let lost = format!("{} changes in the journal cannot be read", contents.unreadable.len());
    assert!(words.iter().any(|words| words.contains(&lost)), "{words:?}");
    assert!(words.iter().any(|words| words.contains("are damaged; everything else in it is read")), "{words:?}");
    let mut left = dicta::storage::open(root.path()).unwrap().document;
    let recovery = dicta::storage::recover(&mut left, contents);
    assert_eq!((note_of(&left).len(), recovery.conflicts.len()), (199, 0));
}

/// The frame of a journal: length, checksum, kind, number, content.
fn frame(kind: u8, number: u64, content: &[u8]) -> Vec<u8> {
    let payload = [&[kind][..], &number.to_le_bytes(), content].concat();
    let length = u32::try_from(payload.len()).unwrap().to_le_bytes();
    let checksum = crc32fast::hash(&[&length[..], &payload].concat()).to_le_bytes();
    [&length[..], &checksum, &payload].concat()
}

/// Puts a segment where an older Dicta, which knew no ids, had it.
fn put_segment(state: &Path, root: &Path, bytes: &[u8]) -> PathBuf {
    let (journal, _) = Journal::open(state, root).unwrap();
    drop(journal);
    let owner = fs::read_dir(state).unwrap().map(|entry| entry.unwrap().path().join("owner.ron")).find(|path| path.is_file());
    let text = fs::read_to_string(owner.unwrap()).unwrap();
    let name = text.split("name: \"").nth(1).unwrap().split('"').next().unwrap();
    fs::remove_dir_all(state).unwrap();
    fs::create_dir_all(state.join(name)).unwrap();
    let path = state.join(name).join("00000001.journal");
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_journal_of_version_1_is_found_by_its_path_and_read() {
    let (dir, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let state = dir.path().join("journal");
    set(root.path());
    let old = |number, entry: &Entry| frame(b'E', number, ron::to_string(entry).unwrap().as_bytes());
    let (first, second) = (title("Test", "b"), title("b", "c"));
    let bytes = [b"DICTAJ1\n".to_vec(), old(1, &first), frame(b'S', 1, b""), old(2, &second)].concat();
    put_segment(&state, root.path(), &bytes);
    let (mut journal, contents) = Journal::open(&state, root.path()).unwrap();
    assert_eq!(contents.entries.values().collect::<Vec<_>>(), [&first, &second]);
    assert_eq!((contents.saved, contents.unsaved().count(), contents.notices.len()), (1, 1, 0));
    assert_eq!(journal.append(&title("c", "d")).unwrap(), 3);
    drop(journal);
    assert_eq!(read(&state, root.path()).entries.len(), 3);
    // The old file is as it was.
    assert_eq!(fs::read(segments(&state).remove(0)).unwrap(), bytes);
    // One bit in it costs one entry, as in a new one.
    let mut damaged = bytes;
    damaged[40] ^= 4;
    fs::write(segments(&state).remove(0), &damaged).unwrap();
    assert_eq!(read(&state, root.path()).entries.keys().collect::<Vec<_>>(), [&2, &3]);
}

#[test]
fn a_journal_of_a_newer_dicta_is_neither_written_nor_taken_for_damage() {
    let (dir, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let state = dir.path().join("journal");
    set(root.path());
    let newer = [b"DICTAJ3\nwhatever".to_vec(), frame(b'E', 1, b"{}")].concat();
    let kind = [b"DICTAJ2\n".to_vec(), crc32fast::hash(b"DICTAJ2\n").to_le_bytes().to_vec(), frame(b'X', 1, b"new")].concat();
    for bytes in [newer, kind] {
        let path = put_segment(&state, root.path(), &bytes);
        let error = Journal::open(&state, root.path()).unwrap_err();
        assert!(matches!(error, StorageError::Newer { .. }), "{error}");
        assert!(error.to_string().contains("was written by a newer Dicta"), "{error}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert_eq!(segments(&state), [path]);
        fs::remove_dir_all(&state).unwrap();
    }
}

#[test]
fn an_entry_that_is_not_understood_hides_none_after_it() {
    let (dir, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let state = dir.path().join("journal");
    set(root.path());
    let head = [b"DICTAJ2\n".to_vec(), crc32fast::hash(b"DICTAJ2\n").to_le_bytes().to_vec()].concat();
    // These bytes are the format: a change of them is a new version.
    let step = r#""name":"title","author":"alice","at":"1970-01-01T00:00:00Z""#;
    let known = format!(r#"{{"act":"do",{step},"edits":[{{"of":["title"],"before":{{"is":"a"}},"after":{{"=":"b"}}}}]}}"#);
    let strange = format!(r#"{{"act":"do",{step},"edits":[{{"of":["mood","a"],"before":{{"is":"a"}},"after":{{"=":"b"}}}}]}}"#);
    let bytes = [head, frame(b'E', 1, strange.as_bytes()), frame(b'E', 2, known.as_bytes())].concat();
    put_segment(&state, root.path(), &bytes);
    let (mut journal, contents) = Journal::open(&state, root.path()).unwrap();
    assert_eq!(contents.entries.into_iter().collect::<Vec<_>>(), [(2, title("a", "b"))]);
    assert_eq!(contents.unreadable, [1]);
    assert!(
        contents.notices[0].text.starts_with("1 change in the journal cannot be read by this Dicta"),
        "{:?}",
        contents.notices
    );
    // Nothing is written after it, and it is not deleted.
    journal.append(&title("b", "c")).unwrap();
    assert_eq!(segments(&state).len(), 2);
    assert_eq!(fs::read(segments(&state).remove(0)).unwrap(), bytes);
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
            let (mut written, mut synced) = (Vec::new(), 0);
            let disk: Arc<dyn Fs> = Arc::new(faulty.clone());
            if let Ok((mut journal, _)) = Journal::open_with(state.path(), root.path(), &disk) {
                for (before, after) in [("Test", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")] {
                    let entry = title(before, after);
                    if let Ok(number) = journal.write(&entry) {
                        written.push((number, entry));
                    }
                    if let Ok(number) = journal.sync() {
                        assert_eq!(Some(number), written.last().map(|(number, _)| *number).or(Some(0)), "{fault:?} at {at}");
                        synced = number;
                    }
                }
            }
            let entries = read(state.path(), root.path()).entries;
            assert!(written.iter().all(|(number, entry)| entries.get(number) == Some(entry)), "{fault:?} at {at}");
            if !faulty.struck() {
                assert_eq!((entries.into_iter().collect::<Vec<_>>(), synced), (written, 5));
                break;
            }
            runs += 1;
        }
    }
    assert!(runs > 40, "{runs}");
}
