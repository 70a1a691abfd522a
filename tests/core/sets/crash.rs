//! The program is killed: before a save, in the middle of one, and when the files cannot be written at all.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;
use std::path::Path;

use dicta::model::{Document, Metadata};
use dicta::session::{Command, SaveState};
use dicta::storage;

use crate::support::sitting::{Sitting, files, put_files, set, state};

/// A saved set with three articles, each with a quote.
fn saved(dir: &Path) -> Sitting {
    let mut sitting = Sitting::open(dir);
    let texts = [("a.txt", "Un mot, deux mots."), ("b.txt", "Three words here."), ("c.txt", "« Oui », dit-il.")];
    sitting.bring(dir, &texts.map(|(name, text)| (name, text.as_bytes())));
    for (article, words) in [("a", "deux mots"), ("b", "Three words"), ("c", "« Oui »")] {
        sitting.go(article);
        sitting.desk.mark(words, "Q");
    }
    sitting.save();
    sitting
}

/// A bit of everything that a person does.
fn work(sitting: &mut Sitting, dir: &Path) {
    sitting.go("a");
    sitting.desk.mark("Un mot", "C");
    sitting.desk.keys("U L");
    let id = sitting.desk.session.current().unwrap().id.clone();
    sitting.desk.send(Command::SetNote(id, "à revoir".to_owned()));
    sitting.go("b");
    sitting.desk.mark("here", "F");
    sitting.desk.keys("D");
    sitting.go("c");
    sitting.desk.keys("N Del C-S-Del");
    sitting.bring(dir, &[("d.txt", "Un texte de plus.".as_bytes())]);
    sitting.desk.mark("texte", "A");
    let (article, metadata) = (sitting.desk.session.article().unwrap().id.clone(), Metadata::default());
    sitting.desk.send(Command::SetMetadata(article, Metadata { outlet: "Le Quai".to_owned(), ..metadata }));
    sitting.desk.send(Command::SetTitle("Titre".to_owned()));
    sitting.desk.mark("Un", "Q");
    sitting.desk.keys("C-Z");
    sitting.settle();
}

fn undo_all(sitting: &mut Sitting) -> usize {
    let mut steps = 0;
    while sitting.desk.session.next_undo().is_some() {
        sitting.desk.keys("C-Z");
        steps += 1;
    }
    sitting.settle();
    steps
}

#[test]
fn what_was_done_after_the_last_save_comes_back_and_can_be_undone_and_is_saved() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = saved(dir.path());
    let files_before = files(&set(dir.path()));
    work(&mut sitting, dir.path());
    let expected = Document::clone(sitting.desk.session.document());
    drop(sitting);
    assert!(files(&set(dir.path())) == files_before, "killed before any save");

    let mut again = Sitting::open(dir.path());
    assert_eq!(**again.desk.session.document(), expected);
    assert!(
        again.notices.iter().any(|n| n.ends_with("changes that had not reached the files were put back")),
        "{:?}",
        again.notices
    );
    assert_eq!(again.desk.session.next_redo(), Some("tag as quote"), "what was undone can be done again");
    assert_eq!(*again.desk.session.save_state(), SaveState::Unsaved);
    again.desk.wait(10_000);
    again.settle();
    assert_eq!(*again.desk.session.save_state(), SaveState::Saved);
    let on_disk = storage::open(&set(dir.path())).unwrap();
    assert_eq!((on_disk.document, on_disk.notices.len()), (expected.clone(), 0));

    let steps = undo_all(&mut again);
    assert!(again.desk.session.document().articles.is_empty(), "back to the empty set, over the crash");
    for _ in 0..steps {
        again.desk.keys("C-Y");
    }
    again.settle();
    assert_eq!(**again.desk.session.document(), expected);
}

#[test]
fn a_program_that_is_killed_again_and_again_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    drop(saved(dir.path()));
    for (round, words) in ["Un", "mot", "deux", "mots", "n m", "x m"].into_iter().enumerate() {
        let mut sitting = Sitting::open(dir.path());
        sitting.go("a");
        sitting.desk.mark(words, "C");
        sitting.settle();
        assert_eq!(sitting.desk.list().len(), round + 2, "{words}");
        if round % 3 == 1 {
            sitting.save();
        }
    }
    let mut sitting = Sitting::open(dir.path());
    sitting.go("a");
    assert_eq!(sitting.desk.list().len(), 7);
    let ids: std::collections::BTreeSet<_> = sitting.desk.annotations().into_iter().map(|a| a.id).collect();
    assert_eq!(ids.len(), 7);
}

/// When a file of the set is written or, if it is not kept, deleted: what others need is there before them and goes after.
fn stage(path: &Path, kept: bool) -> usize {
    let is_text = path.extension().is_some_and(|extension| extension == "txt");
    let order = if is_text { 0 } else { 1 + usize::from(path.starts_with("annotations")) };
    if kept { order } else { 5 - order }
}

#[test]
fn a_program_that_is_killed_in_the_middle_of_a_save_goes_on_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = saved(dir.path());
    let old = files(&set(dir.path()));
    work(&mut sitting, dir.path());
    let expected = Document::clone(sitting.desk.session.document());
    let journal = files(&state(dir.path()));
    sitting.save();
    assert_eq!(*sitting.desk.session.save_state(), SaveState::Saved, "{}", sitting.desk.says());
    let new = files(&set(dir.path()));
    drop(sitting);
    let mut changed: Vec<_> = old.keys().chain(new.keys()).filter(|path| old.get(*path) != new.get(*path)).cloned().collect();
    changed.sort();
    changed.dedup();
    assert!(changed.len() >= 7, "{changed:?}");
    changed.sort_by_key(|path| stage(path, new.contains_key(path)));
    for reached in 0..=changed.len() {
        let mut torn = old.clone();
        for path in changed.iter().take(reached) {
            match new.get(path) {
                Some(bytes) => torn.insert(path.clone(), bytes.clone()),
                None => torn.remove(path),
            };
        }
        torn.insert("annotations/alice/.a.ron.77.0.dicta-tmp".into(), b"(\n    format: (1".to_vec());
        put_files(&set(dir.path()), &torn);
        put_files(&state(dir.path()), &journal);
        let mut again = Sitting::open(dir.path());
        assert_eq!(**again.desk.session.document(), expected, "{reached} files written");
        // The text of an article that was being removed may stay; it is pointed out, and nothing depends on it.
        let harmless = ["put back", "dicta-tmp", "articles/c.txt: an article's text without"];
        let faults: Vec<_> = again.notices.iter().filter(|notice| !harmless.iter().any(|h| notice.contains(h))).collect();
        assert!(faults.is_empty(), "{reached} files written: {faults:?}");
        again.save();
        drop(again);
        let mut left = files(&set(dir.path()));
        left.retain(|path, _| path.extension().is_none_or(|extension| extension != "dicta-tmp") && !path.ends_with("c.txt"));
        assert!(left == new, "{reached} files written");
    }
}

#[test]
fn the_journal_keeps_what_the_files_cannot_take() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = saved(dir.path());
    let layers = set(dir.path()).join("annotations");
    let aside = dir.path().join("aside");
    fs::rename(&layers, &aside).unwrap();
    fs::write(&layers, "in the way").unwrap();
    sitting.go("a");
    sitting.desk.mark("Un mot", "C");
    sitting.save();
    assert!(matches!(sitting.desk.session.save_state(), SaveState::Failed(_)));
    assert!(sitting.desk.says().starts_with("Not saved: "), "{}", sitting.desk.says());
    sitting.desk.mark("mot", "A");
    sitting.settle();
    let expected = Document::clone(sitting.desk.session.document());
    drop(sitting);

    fs::remove_file(&layers).unwrap();
    fs::rename(&aside, &layers).unwrap();
    let mut again = Sitting::open(dir.path());
    assert_eq!(**again.desk.session.document(), expected);
    again.save();
    assert_eq!(storage::open(&set(dir.path())).unwrap().document, expected);
}

#[test]
fn the_files_take_what_the_journal_cannot() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    fs::remove_dir_all(state(dir.path()).join("journal")).unwrap();
    fs::write(state(dir.path()).join("journal"), "in the way").unwrap();
    sitting.bring(dir.path(), &[("a.txt", b"Un mot.".as_slice())]);
    assert!(sitting.desk.says().starts_with("The journal cannot be written: "), "{}", sitting.desk.says());
    sitting.desk.mark("mot", "A");
    sitting.save();
    assert_eq!(*sitting.desk.session.save_state(), SaveState::Saved);
    assert_eq!(storage::open(&set(dir.path())).unwrap().document, **sitting.desk.session.document());
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_neither_lost_nor_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = saved(dir.path());
    sitting.go("a");
    sitting.desk.mark("Un mot", "C");
    sitting.settle();
    drop(sitting);
    let path = set(dir.path()).join("annotations/alice/a.ron");
    let theirs = fs::read_to_string(&path).unwrap().replace("deux mots", "deux mot").replace("8..17", "8..16");
    fs::write(&path, &theirs).unwrap();
    let mut again = Sitting::open(dir.path());
    again.go("a");
    let words: Vec<String> = again.desk.list().into_iter().map(|(_, words)| words).collect();
    assert_eq!(words, ["Un mot", "deux mot"]);
    again.save();
    assert_eq!(*again.desk.session.save_state(), SaveState::Saved, "{}", again.desk.says());
}
