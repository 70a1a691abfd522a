//! Undo and redo of everything, over articles, and as a property over whatever is done.

use dicta::model::{Document, Metadata};
use dicta::session::{Access, Command, Edge, Effect};
use dicta::text::ByteOffset;
use proptest::prelude::*;

use crate::support::desk::Desk;

#[test]
fn undo_goes_back_over_articles_and_shows_where() {
    let mut desk = Desk::new();
    desk.add(&[("a.txt", "premier texte"), ("b.txt", "second text")]);
    desk.mark("premier", "Q");
    desk.keys("C-PageDown");
    desk.mark("second", "C");
    desk.keys("C-PageUp C-Z");
    assert_eq!(desk.text().as_str(), "second text", "the article in which undo did something is open");
    assert!(desk.annotations().is_empty());
    desk.keys("C-Z");
    assert_eq!(desk.text().as_str(), "premier texte");
    assert!(desk.annotations().is_empty());
    desk.keys("C-S-Z C-S-Z");
    assert_eq!(desk.list()[0].1, "second");
}

#[test]
fn importing_is_one_undo_and_removing_an_article_brings_back_all_that_was_in_it() {
    let mut desk = Desk::new();
    desk.add(&[("a.txt", "premier texte"), ("b.txt", "second text")]);
    desk.mark("premier", "Q");
    desk.keys("D");
    let whole = desk.session.document().clone();
    desk.keys("C-S-Del");
    assert_eq!(desk.session.document().articles.len(), 1);
    desk.keys("C-Z");
    assert_eq!(*desk.session.document(), whole);
    desk.keys("C-Z C-Z C-Z");
    assert!(desk.session.document().articles.is_empty());
    assert!(desk.session.article().is_none());
    desk.keys("C-S-Z C-S-Z C-S-Z");
    assert_eq!(*desk.session.document(), whole);
}

#[test]
fn details_and_title_are_undone_too() {
    let mut desk = Desk::at("un texte|");
    let id = desk.session.article().unwrap().id.clone();
    desk.send(Command::SetMetadata(id, Metadata { title: "Titre".into(), ..Metadata::default() }));
    desk.send(Command::SetTitle("Grève".into()));
    desk.keys("C-Z");
    assert_eq!(desk.session.document().info.title, "");
    desk.keys("C-Z");
    assert_eq!(desk.session.article().unwrap().metadata.title, "");
}

#[test]
fn a_set_that_is_open_for_reading_only_says_so_and_changes_nothing() {
    let desk = Desk::at("un texte|");
    let document = Document::clone(desk.session.document());
    let mut desk = Desk::with(document.clone(), Access::ReadOnly("it is open in another window".into()));
    desk.mark("texte", "Q");
    desk.keys("D");
    assert_eq!(**desk.session.document(), document);
    assert_eq!(desk.says(), "This set is open for reading only: it is open in another window");
    assert!(desk.effects.is_empty(), "nothing is written");
}

#[test]
fn every_change_reaches_the_journal_before_anything_else() {
    let mut desk = Desk::at("un texte|");
    desk.effects.clear();
    desk.mark("texte", "Q");
    assert!(matches!(desk.effects[..], [Effect::Journal(_)]));
    desk.effects.clear();
    desk.keys("C-Z C-Y");
    assert!(matches!(desk.effects[..], [Effect::Journal(_), Effect::Journal(_)]));
}

/// One thing that a person may do.
#[derive(Clone, Debug)]
enum Deed {
    Tag(usize, usize, usize),
    Keys(usize),
    Note(String),
    Drag(usize, bool),
    Wait(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0_usize..60, 0_usize..60, 0_usize..3).prop_map(|(a, b, key)| Deed::Tag(a, b, key)),
        5 => (0_usize..16).prop_map(Deed::Keys),
        1 => "[a-zé ]{0,5}".prop_map(Deed::Note),
        1 => (0_usize..60, any::<bool>()).prop_map(|(at, start)| Deed::Drag(at, start)),
        1 => (0_i64..4_000).prop_map(Deed::Wait),
    ]
}

fn carry_out(desk: &mut Desk, deed: &Deed) {
    const KEYS: [&str; 16] =
        ["N", "S-N", "O", "U", "Del", "H", "J", "K", "L", "S-H", "S-L", "D", "C-PageDown", "C-PageUp", "Q", "C-S-Del"];
    match deed {
        Deed::Tag(a, b, key) => {
            desk.send(Command::Select { anchor: ByteOffset(*a), head: ByteOffset(*b) });
            desk.keys(["Q", "C", "A"][*key]);
        }
        Deed::Keys(key) => drop(desk.keys(KEYS[*key])),
        Deed::Note(note) => {
            if let Some(id) = desk.session.current().map(|a| a.id.clone()) {
                desk.send(Command::SetNote(id, note.clone()));
            }
        }
        Deed::Drag(at, start) => {
            if let Some(id) = desk.session.current().map(|a| a.id.clone()) {
                let edge = if *start { Edge::Start } else { Edge::End };
                desk.send(Command::MoveEdge { id, fragment: 0, edge, to: ByteOffset(*at) });
            }
        }
        Deed::Wait(ms) => drop(desk.wait(*ms)),
    }
}

proptest! {
    #[test]
    fn whatever_is_done_holds_every_invariant_and_can_be_undone_and_redone(deeds in proptest::collection::vec(deed(), 0..40)) {
        let mut desk = Desk::new();
        let texts = [("a.txt", "« Oui », a-t-il dit.\nL’E\u{301}lysée 👩🏽‍🌾 dément. Fin"), ("b.txt", "Second text, with a “quote” in it, and more of it.")];
        desk.add(&texts);
        let start = desk.session.document().clone();
        for deed in &deeds {
            carry_out(&mut desk, deed);
            prop_assert_eq!(desk.session.document().breaches(), vec![]);
        }
        let end = desk.session.document().clone();
        let mut steps = 0;
        while desk.session.next_undo().is_some_and(|name| !name.starts_with("add ")) {
            desk.keys("C-Z");
            steps += 1;
        }
        prop_assert_eq!(desk.session.document(), &start);
        for _ in 0..steps {
            desk.keys("C-Y");
        }
        prop_assert_eq!(desk.session.document(), &end);
    }
}
