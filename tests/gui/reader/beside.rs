//! Two articles side by side: each with its own place, and links from one to the other.

use dicta::gui::App;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, wait};

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

fn press(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

fn article(harness: &Harness<'static, App>) -> String {
    harness.state().session().unwrap().article().unwrap().id.to_string()
}

/// Both articles on the screen, the first one active.
fn open(world: &World) -> Harness<'static, App> {
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    press(&mut harness, Modifiers::NONE, Key::F7);
    harness
}

#[test]
fn both_articles_are_on_the_screen_until_the_key_is_pressed_again() {
    let world = World::new();
    let mut harness = open(&world);
    harness.get_by_label("Text of Bonnet visited the ministry");
    harness.get_by_label("Text of Maurel weighs talks");
    press(&mut harness, Modifiers::NONE, Key::F7);
    harness.get_by_label("Text of Bonnet visited the ministry");
    assert!(harness.query_by_label("Text of Maurel weighs talks").is_none());
}

#[test]
fn a_key_and_a_click_go_over() {
    let world = World::new();
    let mut harness = open(&world);
    assert_eq!(article(&harness), "bonnet");
    press(&mut harness, CTRL, Key::Tab);
    assert_eq!(article(&harness), "maurel");
    harness.get_by_label("Text of Bonnet visited the ministry");
    harness.get_by_value("Two sources said so on Tuesday.").click();
    harness.run_steps(4);
    assert_eq!(article(&harness), "bonnet");
    let caret = harness.state().session().unwrap().selection().head;
    assert!(caret.0 > 0, "the caret is where the click was");
}

#[test]
fn closing_keeps_the_article_that_was_active() {
    let world = World::new();
    let mut harness = open(&world);
    press(&mut harness, CTRL, Key::Tab);
    press(&mut harness, Modifiers::NONE, Key::F7);
    harness.get_by_label("Text of Maurel weighs talks");
    assert_eq!(article(&harness), "maurel");
    press(&mut harness, Modifiers::NONE, Key::S);
    assert!(!harness.state().session().unwrap().selection().is_empty(), "the text has the keyboard");
}

#[test]
fn the_list_chooses_the_second_article() {
    let world = World::new();
    let mut harness = open(&world);
    harness.get_by_label_contains("Maurel weighs talks,").click();
    harness.run_steps(4);
    assert_eq!(article(&harness), "maurel");
    harness.get_by_label("Text of Bonnet visited the ministry");
}

#[test]
fn a_link_is_made_across_the_two() {
    let world = World::new();
    let mut harness = open(&world);
    for key in [Key::S, Key::Q, Key::M] {
        press(&mut harness, Modifiers::NONE, key);
    }
    press(&mut harness, CTRL, Key::Tab);
    for key in [Key::S, Key::Q] {
        press(&mut harness, Modifiers::NONE, key);
    }
    harness.get_by_label("M: Link as same statement");
    press(&mut harness, Modifiers::NONE, Key::M);
    let session = harness.state().session().unwrap();
    let here = (session.article().unwrap().id.clone(), session.current().unwrap().id.clone());
    assert_eq!(session.ties(&here).len(), 1);
    // The inspector shows the other end; a click goes there, where the first article stands.
    harness.get_by_label_contains("Same statement: Bonnet").click();
    harness.run_steps(4);
    assert_eq!(article(&harness), "bonnet");
    assert_eq!(harness.state().session().unwrap().current().unwrap().words(), "Bonnet");
    harness.get_by_label("Text of Maurel weighs talks");
}
