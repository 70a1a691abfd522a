//! What is typed into a field is in the set when the field is left in any way, after a pause, and not after Escape.

use dicta::gui::App;
use dicta::gui::state::view::SideTab;
use dicta::model::Subject;
use dicta::session::Session;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, press, wait};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// One actor, Bonnet, whose page is open.
fn at_bonnet(world: &World) -> Harness<'static, App> {
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    for key in [Key::S, Key::A, Key::Enter, Key::P] {
        press(&mut harness, NONE, key);
    }
    assert_eq!(name(&harness), "Bonnet");
    harness.get_by_label("Name");
    harness
}

fn session<'a>(harness: &'a Harness<'static, App>) -> &'a Session {
    harness.state().session().unwrap()
}

fn name(harness: &Harness<'static, App>) -> String {
    session(harness).document().register.actors().get(0).unwrap().name.clone()
}

/// Replaces the text of a field, and stays in it.
fn type_over(harness: &mut Harness<'static, App>, field: &str, text: &str) {
    harness.get_by_label(field).scroll_to_me();
    harness.run_steps(20);
    harness.get_by_label(field).click();
    harness.run_steps(2);
    harness.key_press_modifiers(CTRL, Key::A);
    harness.run_steps(1);
    harness.input_mut().events.push(Event::Text(text.to_owned()));
    harness.step();
    assert!(harness.get_by_label(field).is_focused(), "{field}");
}

/// Opens the codebook at the values of the type of a quote.
fn codebook(harness: &mut Harness<'static, App>) {
    press(harness, NONE, Key::F2);
    harness.run_steps(20);
    if harness.query_by_label("Title of direct").is_none() {
        harness.get_by_label_contains("Quote: Type").scroll_to_me();
        harness.run_steps(20);
        harness.get_by_label_contains("Quote: Type").click();
        harness.run_steps(20);
    }
}

fn lose_focus(harness: &mut Harness<'static, App>) {
    harness.input_mut().events.push(Event::WindowFocused(false));
    harness.input_mut().focused = false;
    harness.run_steps(2);
}

/// Frames of a pause in typing: the tests' clock moves on with every frame.
fn pause(harness: &mut Harness<'static, App>) {
    harness.run_steps(90);
}

#[test]
fn a_name_is_taken_when_the_window_loses_the_focus() {
    let world = World::new();
    let mut harness = at_bonnet(&world);
    type_over(&mut harness, "Name", "Emil Bonnet");
    assert_eq!(name(&harness), "Bonnet", "not at every letter");
    lose_focus(&mut harness);
    assert_eq!(name(&harness), "Emil Bonnet");
}

#[test]
fn a_name_is_taken_when_its_field_is_hidden_and_not_again_when_it_is_shown() {
    for hide in [Key::Num3, Key::Num2] {
        let world = World::new();
        let mut harness = at_bonnet(&world);
        type_over(&mut harness, "Name", "Emil Bonnet");
        press(&mut harness, CTRL, hide);
        assert_eq!(name(&harness), "Emil Bonnet");
        press(&mut harness, CTRL, Key::S);
        let revision = session(&harness).revision();
        press(&mut harness, NONE, Key::Escape);
        press(&mut harness, CTRL, Key::Z);
        assert_eq!(name(&harness), "Bonnet", "one step");
        let undone = session(&harness).revision();
        assert!(undone > revision);
        press(&mut harness, CTRL, Key::Num5);
        harness.run_steps(4);
        assert_eq!((name(&harness), session(&harness).revision()), ("Bonnet".to_owned(), undone), "nothing is taken again");
    }
}

#[test]
fn escape_abandons_also_what_was_taken_after_a_pause() {
    let world = World::new();
    let mut harness = at_bonnet(&world);
    type_over(&mut harness, "Name", "Emil");
    press(&mut harness, NONE, Key::Escape);
    assert_eq!(name(&harness), "Bonnet");
    press(&mut harness, CTRL, Key::Num3);
    press(&mut harness, CTRL, Key::Num5);
    assert_eq!(name(&harness), "Bonnet", "and nothing is taken later");
    type_over(&mut harness, "Name", "Emil");
    pause(&mut harness);
    assert_eq!(name(&harness), "Emil", "after a pause");
    press(&mut harness, NONE, Key::Escape);
    assert_eq!(name(&harness), "Bonnet");
}

#[test]
fn all_pauses_of_one_visit_are_one_step() {
    let world = World::new();
    let mut harness = at_bonnet(&world);
    type_over(&mut harness, "Name", "Emil");
    for more in [" B", "onnet", ", envoy"] {
        pause(&mut harness);
        world.pass(60_000);
        harness.input_mut().events.push(Event::Text(more.to_owned()));
        harness.step();
    }
    assert_eq!(name(&harness), "Emil Bonnet", "the last part has had no pause");
    press(&mut harness, NONE, Key::Enter);
    assert_eq!(name(&harness), "Emil Bonnet, envoy");
    press(&mut harness, CTRL, Key::Z);
    assert_eq!(name(&harness), "Bonnet");
}

#[test]
fn a_name_is_in_the_set_that_is_opened_again_after_closing_it_while_typing() {
    for close in [Some(Key::W), Some(Key::Q), None] {
        let world = World::new();
        let mut harness = at_bonnet(&world);
        type_over(&mut harness, "Name", "Emil Bonnet");
        match close {
            Some(Key::W) => press(&mut harness, CTRL, Key::W),
            Some(_) => {
                press(&mut harness, CTRL, Key::Q);
                close_window(&mut harness);
            }
            None => close_window(&mut harness),
        }
        eframe::App::on_exit(harness.state_mut(), None);
        drop(harness);
        let set = world.path("harbour-set");
        let mut again = world.open(&[&set]);
        wait(&mut again, "the set", |harness| harness.state().session().is_some());
        assert_eq!(name(&again), "Emil Bonnet", "{close:?}");
    }
}

fn close_window(harness: &mut Harness<'static, App>) {
    let viewport = egui::ViewportId::ROOT;
    harness.input_mut().viewports.entry(viewport).or_default().events.push(egui::ViewportEvent::Close);
    harness.step();
    harness.input_mut().viewports.entry(viewport).or_default().events.clear();
}

#[test]
fn texts_of_the_codebook_are_taken_when_its_page_is_left() {
    let world = World::new();
    let mut harness = at_bonnet(&world);
    let value = |harness: &Harness<'static, App>, name: &str| {
        session(harness).document().codebook.attribute(Subject::Quote, "quote_type").unwrap().value(name).cloned()
    };
    codebook(&mut harness);
    type_over(&mut harness, "Title of direct", "Word for word");
    press(&mut harness, NONE, Key::F2);
    assert_eq!(value(&harness, "direct").unwrap().title, "Word for word");
    codebook(&mut harness);
    type_over(&mut harness, "When direct applies", "Between marks.");
    lose_focus(&mut harness);
    assert_eq!(value(&harness, "direct").unwrap().about, "Between marks.");
    regain_focus(&mut harness);
    type_over(&mut harness, "Add a value", "hinted");
    pause(&mut harness);
    assert_eq!(value(&harness, "hinted"), None, "half of a name adds nothing");
    lose_focus(&mut harness);
    assert!(value(&harness, "hinted").is_some());
    regain_focus(&mut harness);
    type_over(&mut harness, "Add a value", "echoed");
    press(&mut harness, NONE, Key::Escape);
    harness.run_steps(3);
    assert_eq!(value(&harness, "echoed"), None);
}

fn regain_focus(harness: &mut Harness<'static, App>) {
    harness.input_mut().focused = true;
    harness.input_mut().events.push(Event::WindowFocused(true));
    harness.run_steps(2);
}

#[test]
fn a_year_is_taken_as_a_date_when_the_field_is_hidden_or_after_a_pause() {
    let world = World::new();
    let mut harness = at_bonnet(&world);
    let date = |harness: &Harness<'static, App>| {
        session(harness).article().unwrap().metadata.published.as_ref().map(|date| date.as_str().to_owned())
    };
    press(&mut harness, CTRL, Key::Num7);
    type_over(&mut harness, "Date", "2026");
    assert_eq!(date(&harness), None);
    press(&mut harness, CTRL, Key::Num3);
    assert_eq!(harness.state().view().tab, SideTab::Annotation);
    assert_eq!(date(&harness).as_deref(), Some("2026"));
    press(&mut harness, NONE, Key::Escape);
    assert_eq!(date(&harness).as_deref(), Some("2026"), "Escape in the text abandons nothing");
    press(&mut harness, CTRL, Key::Num7);
    type_over(&mut harness, "Date", "2025-03");
    pause(&mut harness);
    assert_eq!(date(&harness).as_deref(), Some("2025-03"));
    press(&mut harness, NONE, Key::Escape);
    assert_eq!(date(&harness).as_deref(), Some("2026"), "Escape goes back to the date before");
}
