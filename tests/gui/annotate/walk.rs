//! Working through an article's suggestions in the window: by keys alone, and by clicks.

use dicta::gui::App;
use dicta::gui::reader::is_pane;
use dicta::host::import::Import;
use dicta::model::{Annotator, Label, Timestamp};
use dicta::session::Session;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, shows, wait};

const TEXT: &str = "“The harbour will open on Monday,” Anna Weiss said. “Nobody should doubt it.”\n\nPaul Aubry told reporters that the strike was over. He added that two ships would leave.\n";

fn walking() -> (World, Harness<'static, App>) {
    let world = World::new();
    let set = world.path("walk-set");
    let paths = vec![world.file("originals/harbour.txt", TEXT)];
    let import = Import { set: set.clone(), paths, annotator: Annotator::parse("alice").unwrap(), seed: 1 };
    import.run(&world.path("state"), Timestamp(1_770_000_000_000), &mut Vec::new()).unwrap();
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "suggestions", |harness| harness.state().session().is_some_and(|s| !s.suggestions().is_empty()));
    harness.run_steps(3);
    (world, harness)
}

fn session<'a>(harness: &'a Harness<'static, App>) -> &'a Session {
    harness.state().session().unwrap()
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn quotes(harness: &Harness<'static, App>) -> Vec<(String, Vec<String>)> {
    let session = session(harness);
    let all = session.layer().map(|layer| layer.annotations().to_vec()).unwrap_or_default();
    let said = |a: &dicta::model::Annotation| a.details.attribution.iter().map(|held| session.who_shown(&held.who)).collect();
    all.iter().filter(|a| a.label == Label::Quote).map(|a| (a.words(), said(a))).collect()
}

fn reader_has_keyboard(harness: &Harness<'static, App>) -> bool {
    harness.ctx.memory(egui::Memory::focused).is_some_and(is_pane)
}

#[test]
fn an_article_is_worked_through_by_tab_and_digits() {
    let (_world, mut harness) = walking();
    let all = session(&harness).suggestions().len();
    assert!(shows(&harness, &format!("{all} suggestions left")));
    press(&mut harness, Key::Tab);
    assert!(reader_has_keyboard(&harness), "Tab goes through the suggestions, not out of the text");
    assert!(shows(&harness, "Accept with Anna Weiss"), "the margin says what a digit does");
    assert!(shows(&harness, "1: Anna Weiss"), "and a digit stands in the text");
    assert!(shows(&harness, "X: Reject"), "and the bar has the keys");
    let mut keys = 0;
    while session(&harness).suggestion().is_some() && keys < 20 {
        press(&mut harness, Key::Num1);
        assert!(reader_has_keyboard(&harness));
        keys += 1;
    }
    assert_eq!(keys, all, "a key for each");
    assert_eq!(quotes(&harness).len(), all);
    assert_eq!(quotes(&harness)[0].1, ["Anna Weiss"]);
    let names: Vec<&str> = session(&harness).document().register.actors().iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["Anna Weiss", "Paul Aubry"], "an actor is made once, however fast the keys");
    assert!(session(&harness).suggestions().is_empty());
    assert!(!shows(&harness, "0 suggestions left"));
}

#[test]
fn suggestions_are_rejected_accepted_without_speaker_and_left() {
    let (_world, mut harness) = walking();
    let all = session(&harness).suggestions().len();
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::X);
    assert_eq!((session(&harness).suggestions().len(), quotes(&harness).len()), (all - 1, 0));
    press(&mut harness, Key::Q);
    assert_eq!(quotes(&harness).len(), 1);
    assert!(quotes(&harness)[0].1.is_empty());
    let here = session(&harness).suggestion().cloned();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run_steps(3);
    assert_eq!(session(&harness).suggestion().cloned(), here, "none is left above");
    press(&mut harness, Key::Escape);
    assert!(session(&harness).suggestion().is_none());
}

#[test]
fn a_click_looks_at_a_suggestion_and_a_click_on_a_digit_accepts_it() {
    let (_world, mut harness) = walking();
    harness.get_by_label("suggestion: the strike was over").click();
    harness.run_steps(3);
    assert!(session(&harness).suggestion().is_some());
    harness.get_by_label("1: Paul Aubry").click();
    harness.run_steps(3);
    let [(words, speakers)] = &quotes(&harness)[..] else { panic!("one quote: {:?}", quotes(&harness)) };
    assert_eq!((words.as_str(), speakers.as_slice()), ("the strike was over", &["Paul Aubry".to_owned()][..]));
}

#[test]
fn a_line_of_the_margin_does_what_it_says() {
    let (_world, mut harness) = walking();
    press(&mut harness, Key::Tab);
    harness.get_by_label("Accept with Anna Weiss").click();
    harness.run_steps(3);
    assert_eq!(quotes(&harness)[0].1, ["Anna Weiss"]);
    let left = session(&harness).suggestions().len();
    harness.get_by_label("Reject suggestion").click();
    harness.run_steps(3);
    assert_eq!(session(&harness).suggestions().len(), left - 1);
}

#[test]
fn in_a_field_tab_stays_what_it_is() {
    let (_world, mut harness) = walking();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    assert!(!reader_has_keyboard(&harness));
    press(&mut harness, Key::Tab);
    assert!(session(&harness).suggestion().is_none());
    assert!(!reader_has_keyboard(&harness));
}

#[test]
fn the_names_are_looked_through_and_marked_in_one_go() {
    let (_world, mut harness) = walking();
    press(&mut harness, Key::T);
    assert!(shows(&harness, "Names in this article: 0 of 2 selected"), "new names are left to the person");
    harness.get_by_label("Select Anna Weiss, as Anna Weiss").click();
    harness.run_steps(3);
    assert!(shows(&harness, "Names in this article: 1 of 2 selected"));
    press(&mut harness, Key::Enter);
    let words: Vec<String> = session(&harness).layer().unwrap().annotations().iter().map(|a| a.words()).collect();
    assert_eq!(words, ["Anna Weiss"]);
    assert_eq!(session(&harness).document().register.actors().len(), 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert!(session(&harness).document().register.actors().is_empty());
}
