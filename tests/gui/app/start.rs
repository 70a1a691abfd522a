//! The start screen, by accessible label.

use dicta::gui::state::view::Overlay;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, press, shows, wait};

#[test]
fn the_start_screen_says_what_to_do_first() {
    let world = World::new();
    let mut harness = world.open(&[]);
    harness.run();
    assert!(shows(&harness, "Dicta"));
    assert!(shows(&harness, "Getting started"));
    harness.get_by_label("Open folder…");
    harness.get_by_label("Open by path…");
    harness.get_by_label("Add articles…");
}

#[test]
fn an_idle_window_asks_for_no_frame() {
    let world = World::new();
    let mut harness = world.open(&[]);
    harness.run();
    let output = harness.output();
    let delay = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, std::time::Duration::MAX);
}

#[test]
fn a_typed_path_that_is_not_there_is_refused_in_the_question() {
    let world = World::new();
    let mut harness = world.open(&[]);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    harness.run();
    harness.get_by_label("Path").type_text(&world.path("nowhere").display().to_string());
    harness.run();
    harness.key_press(Key::Enter);
    wait(&mut harness, "the reason", |harness| shows(harness, "it is not there"));
    assert!(matches!(harness.state().view().overlay, Some(Overlay::Prompt(_))));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().view().overlay, None);
}

#[test]
fn a_folder_of_articles_becomes_a_set_beside_it() {
    let world = World::new();
    let article = world.file("news/port.txt", "Port reopens\n\nThe minister said so.\n");
    let folder = article.parent().unwrap();
    let mut harness = world.open(&[folder]);
    wait(&mut harness, "the question", |harness| shows(harness, "Start a new set"));
    assert!(shows(&harness, "1 article is copied into a new set"));
    harness.get_by_label("Create set").click();
    wait(&mut harness, "the set", |harness| harness.state().session().is_some_and(|s| s.article().is_some()));
    world.pass(1_000);
    wait(&mut harness, "the article's file", |_| world.path("news-set/articles/port.txt").is_file());
    assert!(!folder.join("set.ron").exists(), "nothing is written among the originals");
}

#[test]
fn a_digit_opens_a_recent_set() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    press(&mut harness, Modifiers::CTRL | Modifiers::COMMAND, Key::W);
    wait(&mut harness, "the start screen", |harness| harness.state().session().is_none());
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Num1);
    wait(&mut harness, "the set again", |harness| harness.state().session().is_some());
}
