//! The history in memory: bounded, and the same after a replay of the journal from any of its entries.

use std::sync::Arc;

use dicta::edit::{Change, Edit, Entry, History, Move, Step, StoredArticle};
use dicta::model::{Annotator, ArticleId, Digest, Metadata, Timestamp, Unknown};

fn named(name: &str) -> Annotator {
    Annotator::parse(name).unwrap()
}

fn title(from: usize, to: usize, by: &str) -> Step {
    let edits = vec![Edit::Title(Change::new(from.to_string(), to.to_string()))];
    Step { name: "title".to_owned(), edits, author: named(by), at: Timestamp(i64::try_from(to).unwrap()) }
}

#[test]
fn the_oldest_steps_of_an_annotator_are_forgotten_and_those_of_others_stay() {
    let mut history = History::default();
    history.push(title(0, 1, "bob"));
    for n in 0..History::MAX_STEPS + 5 {
        history.push(title(n, n + 1, "alice"));
    }
    assert_eq!(history.depth(&named("alice")), History::MAX_STEPS);
    assert_eq!(history.depth(&named("bob")), 1);
    while let Some(newest) = history.next_undo(&named("alice")).cloned() {
        history.follow(Entry { kind: Move::Undo, step: newest.inverse() });
    }
    assert_eq!(history.next_redo(&named("alice")), Some(&title(5, 6, "alice")), "the oldest that is left");
}

#[test]
fn steps_with_whole_texts_are_forgotten_earlier_but_never_the_newest() {
    let text = "word ".repeat((1 << 20) / 5);
    let stored = Arc::new(StoredArticle {
        id: ArticleId::parse("a").unwrap(),
        digest: Digest::of(&text),
        text,
        metadata: Metadata::default(),
        zones: Vec::new(),
        lost_zones: Vec::new(),
        source_file: String::new(),
        imported: Timestamp(0),
        order: 0,
        unknown: Unknown::default(),
    });
    let step = |n: i64| {
        let edits = vec![Edit::Article(Change::new(None, Some(Arc::clone(&stored))))];
        Step { name: "add 1 article".to_owned(), edits, author: named("alice"), at: Timestamp(n) }
    };
    let mut history = History::default();
    let many = History::MAX_BYTES >> 20;
    for n in 0..100 {
        history.push(step(n));
    }
    let depth = history.depth(&named("alice"));
    assert!((many / 2..many + 1).contains(&depth), "{depth}");
    let mut large = step(100);
    large.edits = (0..100).flat_map(|n| step(n).edits).collect();
    history.push(large.clone());
    assert_eq!(history.depth(&named("alice")), 1);
    assert_eq!(history.next_undo(&named("alice")), Some(&large));
}

#[test]
fn a_journal_without_its_beginning_gives_the_newest_part_of_the_history() {
    let entry = |kind, step: Step| Entry { kind, step: if kind == Move::Undo { step.inverse() } else { step } };
    let entries = [
        entry(Move::Do, title(0, 1, "alice")),
        entry(Move::Do, title(1, 2, "alice")),
        entry(Move::Do, title(2, 3, "bob")),
        entry(Move::Undo, title(1, 2, "alice")),
        entry(Move::Undo, title(0, 1, "alice")),
        entry(Move::Redo, title(0, 1, "alice")),
    ];
    for from in 0..entries.len() {
        let mut history = History::default();
        entries[from..].iter().cloned().for_each(|entry| history.follow(entry));
        let alice = named("alice");
        assert_eq!(history.next_undo(&alice), Some(&title(0, 1, "alice")), "from entry {from}");
        assert_eq!(history.depth(&alice), 1, "from entry {from}");
        // Before the last two entries nothing says that there is a step to be done again.
        let redo = (from < 4).then(|| title(1, 2, "alice"));
        assert_eq!(history.next_redo(&alice), redo.as_ref(), "from entry {from}");
        assert_eq!(history.depth(&named("bob")), usize::from(from < 3), "from entry {from}");
    }
}

#[test]
fn an_entry_that_is_missing_mixes_nothing_up() {
    let mut history = History::default();
    history.follow(Entry { kind: Move::Do, step: title(0, 1, "alice") });
    // The entry in which the step from 1 to 2 was done could not be read.
    history.follow(Entry { kind: Move::Undo, step: title(1, 2, "alice").inverse() });
    assert_eq!(history.next_undo(&named("alice")), Some(&title(0, 1, "alice")));
    assert_eq!(history.next_redo(&named("alice")), Some(&title(1, 2, "alice")));
}
