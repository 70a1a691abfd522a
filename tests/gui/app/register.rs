//! The register, the review, what is open and the codebook, by their keys in the whole window.

use dicta::gui::App;
use dicta::gui::state::view::SideTab;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, shows, wait};

fn window(world: &World) -> Harness<'static, App> {
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    harness
}

fn press(harness: &mut Harness<'static, App>, key: Key, modifiers: Modifiers) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

/// Marks the word at the beginning as a new actor.
fn with_an_actor(world: &World) -> Harness<'static, App> {
    let mut harness = window(world);
    press(&mut harness, Key::Home, Modifiers::COMMAND);
    press(&mut harness, Key::S, Modifiers::NONE);
    press(&mut harness, Key::A, Modifiers::SHIFT);
    assert_eq!(harness.state().session().unwrap().document().register.actors().len(), 1);
    harness
}

#[test]
fn the_page_of_the_named_actor_opens_and_escape_leads_back_step_by_step() {
    let world = World::new();
    let mut harness = with_an_actor(&world);
    press(&mut harness, Key::P, Modifiers::NONE);
    assert!(shows(&harness, "All actors"));
    press(&mut harness, Key::Escape, Modifiers::NONE);
    assert!(!shows(&harness, "All actors"));
    assert!(shows(&harness, "Bonnet, used once"));
    assert!(harness.state().session().unwrap().current().is_some(), "the annotation is still selected");
    press(&mut harness, Key::Escape, Modifiers::NONE);
    assert!(harness.state().session().unwrap().current().is_none());
}

#[test]
fn the_page_of_an_actor_is_filled_by_key() {
    let world = World::new();
    let mut harness = with_an_actor(&world);
    press(&mut harness, Key::P, Modifiers::NONE);
    press(&mut harness, Key::F6, Modifiers::NONE);
    assert!(harness.get_by_label("All actors").is_focused(), "the page stays open and takes the keyboard");
    press(&mut harness, Key::Tab, Modifiers::NONE);
    assert!(!harness.get_by_label("All actors").is_focused(), "Tab goes through its fields");
    assert!(shows(&harness, "All actors"));
}

#[test]
fn tab_goes_through_the_suggestions_and_leaves_the_text_the_keyboard() {
    let world = World::new();
    let mut harness = window(&world);
    press(&mut harness, Key::Period, Modifiers::NONE);
    wait(&mut harness, "a suggestion", |harness| !harness.state().session().unwrap().suggestions().is_empty());
    press(&mut harness, Key::Tab, Modifiers::NONE);
    assert!(harness.state().session().unwrap().suggestion().is_some());
    press(&mut harness, Key::Q, Modifiers::NONE);
    press(&mut harness, Key::Tab, Modifiers::NONE);
    assert!(shows(&harness, "No suggestions in this article"), "Tab means the suggestions again");
    press(&mut harness, Key::ArrowRight, Modifiers::SHIFT);
    assert!(!harness.state().session().unwrap().selection().is_empty(), "arrows move the caret");
}

#[test]
fn a_key_leads_to_the_filter_of_the_register() {
    let world = World::new();
    let mut harness = with_an_actor(&world);
    press(&mut harness, Key::P, Modifiers::COMMAND);
    harness.get_by_label("Find an actor").type_text("bonn");
    harness.run_steps(3);
    press(&mut harness, Key::Enter, Modifiers::NONE);
    assert!(shows(&harness, "All actors"));
}

#[test]
fn all_mentions_are_looked_for_looked_through_and_tagged() {
    let world = World::new();
    let mut harness = with_an_actor(&world);
    harness.input_mut().events.push(egui::Event::Paste("Bonnet again\n\nNobody but Bonnet knew.\n".to_owned()));
    harness.run_steps(4);
    press(&mut harness, Key::Comma, Modifiers::NONE);
    press(&mut harness, Key::Comma, Modifiers::NONE);
    press(&mut harness, Key::N, Modifiers::NONE);
    press(&mut harness, Key::Y, Modifiers::NONE);
    wait(&mut harness, "the search", |harness| shows(harness, "Mentions of Bonnet: 2 of 2 selected"));
    press(&mut harness, Key::A, Modifiers::COMMAND);
    assert!(shows(&harness, "Mentions of Bonnet: 0 of 2 selected"));
    press(&mut harness, Key::A, Modifiers::COMMAND);
    press(&mut harness, Key::Enter, Modifiers::NONE);
    let session = harness.state().session().unwrap();
    assert!(session.review().is_none());
    assert_eq!(session.batches().first().map(|batch| batch.untouched), Some(2));
}

#[test]
fn escape_closes_the_review_before_anything_else() {
    let world = World::new();
    let mut harness = with_an_actor(&world);
    harness.input_mut().events.push(egui::Event::Paste("Bonnet again\n\nNobody but Bonnet knew.\n".to_owned()));
    harness.run_steps(4);
    press(&mut harness, Key::Comma, Modifiers::NONE);
    press(&mut harness, Key::Comma, Modifiers::NONE);
    press(&mut harness, Key::P, Modifiers::NONE);
    press(&mut harness, Key::Y, Modifiers::NONE);
    wait(&mut harness, "the search", |harness| shows(harness, "Mentions of Bonnet: 2 of 2 selected"));
    press(&mut harness, Key::Escape, Modifiers::NONE);
    assert!(harness.state().session().unwrap().review().is_none());
    assert!(shows(&harness, "All actors"), "the page stays");
    press(&mut harness, Key::Escape, Modifiers::NONE);
    assert!(!shows(&harness, "All actors"));
}

#[test]
fn finishing_an_article_shows_what_it_leaves_open() {
    let world = World::new();
    let mut harness = window(&world);
    press(&mut harness, Key::S, Modifiers::NONE);
    press(&mut harness, Key::Q, Modifiers::NONE);
    press(&mut harness, Key::D, Modifiers::NONE);
    assert_eq!(harness.state().view().tab, SideTab::Open);
    assert!(shows(&harness, "Done, with 1 open question"));
    assert!(harness.state().session().unwrap().layer().unwrap().done);
}

#[test]
fn under_the_codebook_no_key_touches_the_text() {
    let world = World::new();
    let mut harness = window(&world);
    press(&mut harness, Key::S, Modifiers::NONE);
    press(&mut harness, Key::F2, Modifiers::NONE);
    assert!(shows(&harness, "Close the codebook"));
    press(&mut harness, Key::Q, Modifiers::NONE);
    assert!(harness.state().session().unwrap().layer().is_none_or(|layer| layer.annotations().is_empty()));
    press(&mut harness, Key::Escape, Modifiers::NONE);
    assert!(!shows(&harness, "Close the codebook"));
    press(&mut harness, Key::Q, Modifiers::NONE);
    assert_eq!(harness.state().session().unwrap().layer().unwrap().annotations().len(), 1);
}

#[test]
fn every_tab_has_its_key() {
    let world = World::new();
    let mut harness = window(&world);
    let tabs = [
        (Key::Num3, SideTab::Annotation),
        (Key::Num4, SideTab::List),
        (Key::Num5, SideTab::Actors),
        (Key::Num6, SideTab::Open),
        (Key::Num7, SideTab::Article),
    ];
    for (key, tab) in tabs {
        press(&mut harness, key, Modifiers::COMMAND);
        assert_eq!(harness.state().view().tab, tab);
    }
}
