//! The who picker: by digit, by name, by mouse; a new actor costs two keys, a speaker no more.

use dicta::gui::App;
use dicta::model::Who;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, press, wait};

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

fn open(world: &World) -> Harness<'static, App> {
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness
}

fn keys(harness: &mut Harness<'static, App>, keys: &[Key]) {
    for key in keys {
        press(harness, Modifiers::NONE, *key);
    }
}

/// The name of the actor that the only mention names, and of who speaks the only quote.
fn named(harness: &Harness<'static, App>) -> (Option<String>, Vec<String>) {
    let session = harness.state().session().unwrap();
    let annotations = session.layer().unwrap().annotations();
    let actor = annotations.iter().find_map(|a| a.actor.clone()).map(|id| session.document().register.name(&id).to_owned());
    let speakers = annotations.iter().flat_map(|a| &a.details.attribution).map(|held| session.who_shown(&held.who)).collect();
    (actor, speakers)
}

/// Bonnet marked and known, and the first word of the second paragraph marked as a quote.
fn with_a_quote(world: &World) -> Harness<'static, App> {
    let mut harness = open(world);
    keys(&mut harness, &[Key::S, Key::A, Key::Enter]);
    press(&mut harness, CTRL, Key::ArrowDown);
    keys(&mut harness, &[Key::S, Key::Q]);
    harness
}

#[test]
fn a_then_enter_makes_a_new_actor_of_that_name() {
    let world = World::new();
    let mut harness = open(&world);
    keys(&mut harness, &[Key::S, Key::A]);
    harness.get_by_label("New actor “Bonnet”");
    keys(&mut harness, &[Key::Enter]);
    assert_eq!(named(&harness).0.as_deref(), Some("Bonnet"));
    assert!(harness.query_by_label("New actor “Bonnet”").is_none());
    // The keyboard is back in the text, and marking and naming are one step.
    press(&mut harness, CTRL, Key::Z);
    assert!(harness.state().session().unwrap().layer().is_none_or(|layer| layer.annotations().is_empty()));
}

#[test]
fn fast_hands_lose_no_key() {
    let world = World::new();
    let mut harness = open(&world);
    keys(&mut harness, &[Key::S]);
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    // The system sends a letter along with its key; it is not meant for the field that the key opens.
    harness.input_mut().events.extend([key(Key::A), Event::Text("a".into()), key(Key::Enter)]);
    harness.run_steps(8);
    assert_eq!(named(&harness).0.as_deref(), Some("Bonnet"));
}

#[test]
fn escape_leaves_the_mention_without_actor() {
    let world = World::new();
    let mut harness = open(&world);
    keys(&mut harness, &[Key::S, Key::A, Key::Escape]);
    assert_eq!(harness.state().session().unwrap().layer().unwrap().annotations().len(), 1);
    assert_eq!(named(&harness).0, None);
    keys(&mut harness, &[Key::U]);
    assert!(harness.state().session().unwrap().current().unwrap().unsure, "keys are commands again");
}

#[test]
fn a_digit_says_who_speaks_without_and_with_the_picker() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    // The sentence is “Two sources said so”, so that its role comes first.
    keys(&mut harness, &[Key::Num2]);
    assert_eq!(named(&harness).1, ["Bonnet"]);
    press(&mut harness, CTRL, Key::Z);
    assert!(named(&harness).1.is_empty());
    keys(&mut harness, &[Key::R]);
    harness.get_by_label("Bonnet");
    keys(&mut harness, &[Key::Num2]);
    assert_eq!(named(&harness).1, ["Bonnet"]);
}

#[test]
fn a_name_is_found_while_typing_and_enter_takes_it() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    keys(&mut harness, &[Key::R]);
    harness.event(Event::Text("bon".into()));
    harness.run_steps(3);
    harness.get_by_label("New actor “bon”");
    keys(&mut harness, &[Key::Enter]);
    assert_eq!(named(&harness).1, ["Bonnet"]);
}

#[test]
fn arrows_reach_every_answer() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    keys(&mut harness, &[Key::R, Key::ArrowUp, Key::Enter]);
    let session = harness.state().session().unwrap();
    let quote = session.current().unwrap();
    assert_eq!(quote.details.attribution[0].who, Who::Unknown, "the last answer");
}

#[test]
fn typed_words_can_be_an_unnamed_source() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    keys(&mut harness, &[Key::R]);
    harness.event(Event::Text("two diplomats".into()));
    harness.run_steps(3);
    harness.get_by_label("Unnamed: “two diplomats”").click();
    harness.run_steps(4);
    assert_eq!(named(&harness).1, ["“two diplomats”"]);
}

#[test]
fn by_mouse_a_speaker_costs_two_clicks() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    harness.get_by_label("Speaker: who says it?").click();
    harness.run_steps(4);
    harness.get_by_label("Bonnet").click();
    harness.run_steps(4);
    assert_eq!(named(&harness).1, ["Bonnet"]);
    assert!(harness.query_by_label("Unknown").is_none(), "the picker is closed");
}

#[test]
fn the_margin_asks_who_says_it() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    harness.get_by_label("Who says it? “Two”").click();
    harness.run_steps(4);
    harness.get_by_role_and_label(egui::Role::Button, "Article").click();
    harness.run_steps(4);
    assert_eq!(named(&harness).1, ["the author"]);
    harness.get_by_label("Said by Article: “Two”");
}

#[test]
fn a_key_that_goes_elsewhere_closes_the_picker() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    keys(&mut harness, &[Key::R]);
    harness.get_by_label("Unknown");
    press(&mut harness, CTRL, Key::PageDown);
    assert!(harness.query_by_label("Unknown").is_none());
    keys(&mut harness, &[Key::S]);
    assert!(!harness.state().session().unwrap().selection().is_empty(), "the text has the keyboard");
}

#[test]
fn a_press_elsewhere_closes_the_picker() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    keys(&mut harness, &[Key::R]);
    harness.get_by_label("Unknown");
    harness.get_by_value("Bonnet visited the ministry").click();
    harness.run_steps(4);
    assert!(harness.query_by_label("Unknown").is_none());
    assert!(named(&harness).1.is_empty());
}

#[test]
fn values_are_set_by_their_keys() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    keys(&mut harness, &[Key::V]);
    harness.get_by_label("Polarity: Denied");
    keys(&mut harness, &[Key::N, Key::M]);
    let attributes =
        |harness: &Harness<'static, App>| harness.state().session().unwrap().current().unwrap().details.attributes.clone();
    let now = attributes(&harness);
    assert_eq!((now["polarity"].as_str(), now["quote_type"].as_str()), ("denied", "mixed"));
    // The same key again takes it back, Enter leaves.
    keys(&mut harness, &[Key::N, Key::Enter]);
    assert!(!attributes(&harness).contains_key("polarity"));
    assert!(harness.query_by_label("Medium: Writing").is_none());
    keys(&mut harness, &[Key::U]);
    assert!(harness.state().session().unwrap().current().unwrap().unsure, "keys are commands again");
}

#[test]
fn with_nothing_selected_the_guidelines_are_one_key_away() {
    let world = World::new();
    let mut harness = open(&world);
    keys(&mut harness, &[Key::V]);
    harness.get_by_label_contains("The port said that [talks would go on].");
    keys(&mut harness, &[Key::Escape]);
    assert!(harness.query_by_label_contains("The port said that [talks").is_none());
}

/// A quote of `Zed`, who is chosen by typing; the only other actor is Bonnet, whom the article names.
fn with_a_speaker(world: &World) -> Harness<'static, App> {
    let mut harness = with_a_quote(world);
    keys(&mut harness, &[Key::R]);
    harness.event(Event::Text("Zed".into()));
    harness.run_steps(3);
    press(&mut harness, Modifiers::SHIFT, Key::Enter);
    assert_eq!(named(&harness).1, ["Zed"]);
    harness
}

#[test]
fn enter_keeps_whoever_speaks_already() {
    let world = World::new();
    let mut harness = with_a_speaker(&world);
    let before = harness.state().session().unwrap().layer().unwrap().annotations().to_vec();
    let now = |harness: &Harness<'static, App>| harness.state().session().unwrap().layer().unwrap().annotations().to_vec();
    keys(&mut harness, &[Key::R]);
    harness.get_by_label("Bonnet");
    keys(&mut harness, &[Key::Enter]);
    assert_eq!(now(&harness), before, "by the key");
    harness.get_by_label("Said by Zed: “Two”").click();
    harness.run_steps(4);
    harness.get_by_label("Bonnet");
    keys(&mut harness, &[Key::Enter]);
    assert_eq!(now(&harness), before, "by a click in the margin");
    keys(&mut harness, &[Key::R, Key::ArrowDown, Key::Enter]);
    assert_ne!(now(&harness), before, "the next one is somebody else");
}

#[test]
fn enter_keeps_an_answer_that_is_no_actor_and_several_speakers() {
    let world = World::new();
    let mut harness = with_a_speaker(&world);
    keys(&mut harness, &[Key::R]);
    harness.get_by_label("Unknown").click();
    harness.run_steps(4);
    assert_eq!(named(&harness).1, ["unknown"]);
    keys(&mut harness, &[Key::R, Key::Enter]);
    assert_eq!(named(&harness).1, ["unknown"]);
    for name in ["Bonnet", "Zed"] {
        press(&mut harness, Modifiers::SHIFT, Key::R);
        harness.event(Event::Text(name.into()));
        harness.run_steps(3);
        keys(&mut harness, &[Key::Enter]);
    }
    assert_eq!(named(&harness).1, ["Bonnet", "Zed"]);
    keys(&mut harness, &[Key::R]);
    harness.get_by_label("Bonnet, Zed, current");
    keys(&mut harness, &[Key::Enter]);
    assert_eq!(named(&harness).1, ["Bonnet", "Zed"]);
}

#[test]
fn enter_keeps_whom_a_mention_names() {
    let world = World::new();
    let mut harness = with_a_speaker(&world);
    press(&mut harness, CTRL, Key::Home);
    keys(&mut harness, &[Key::N]);
    let current = |harness: &Harness<'static, App>| harness.state().session().unwrap().current().cloned().unwrap();
    let before = current(&harness);
    assert_eq!(before.words(), "Bonnet");
    keys(&mut harness, &[Key::R, Key::Enter]);
    assert_eq!(current(&harness), before);
}

#[test]
fn digits_are_on_show_only_while_nobody_has_said_who_it_is() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    harness.get_by_label("2: Bonnet");
    keys(&mut harness, &[Key::Num2]);
    assert_eq!(named(&harness).1, ["Bonnet"]);
    assert!(harness.query_by_label("2: Bonnet").is_none());
    harness.get_by_label_contains("Said by Bonnet");
}
