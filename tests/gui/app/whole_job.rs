//! The whole job, from an empty window to a table: once by mouse, once by keyboard alone.

use std::path::Path;
use std::process::Command as Process;

use dicta::gui::App;
use dicta::session::SaveState;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, shows, wait};

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
const SPEECH: &str = "“It is done in the open,” she said.";

fn press(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.step();
    harness.step();
}

fn list(harness: &Harness<'static, App>) -> Vec<(String, String, String)> {
    let layer = harness.state().session().and_then(|session| session.layer().cloned());
    let row = |a: &dicta::model::Annotation| (a.label.as_str().to_owned(), a.words(), a.note.clone());
    layer.map(|layer| layer.annotations().iter().map(|a| row(a)).collect()).unwrap_or_default()
}

fn saved(world: &World, harness: &mut Harness<'static, App>) {
    world.pass(1_000);
    wait(harness, "saved", |harness| *harness.state().session().unwrap().save_state() == SaveState::Saved);
}

/// Exports with the real program and gives the rows of annotations.csv as label, text, note.
fn exported(set: &Path, out: &Path) -> Vec<(String, String, String)> {
    let program = env!("CARGO_BIN_EXE_dicta-export");
    let status = Process::new(program).arg(set).args(["--profile", "machine", "-o"]).arg(out).status().unwrap();
    assert!(status.success());
    let mut table = csv::Reader::from_path(out.join("annotations.csv")).unwrap();
    let headers = table.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (label, text, note) = (column("label"), column("text"), column("note"));
    table
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[label].to_owned(), row[text].to_owned(), row[note].to_owned()))
        .collect()
}

#[test]
fn by_keyboard_alone() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| shows(harness, "Maurel weighs talks"));
    // To the second article, down to the speech, over its first words.
    press(&mut harness, CTRL, Key::PageDown);
    press(&mut harness, CTRL, Key::ArrowDown);
    for _ in 0..6 {
        press(&mut harness, CTRL | Modifiers::SHIFT, Key::ArrowRight);
    }
    press(&mut harness, Modifiers::NONE, Key::Q);
    assert_eq!(list(&harness), [("quote".into(), "“It is done in the open".into(), String::new())]);
    // The mark and the comma before it belong to the quote.
    press(&mut harness, Modifiers::NONE, Key::L);
    press(&mut harness, Modifiers::NONE, Key::L);
    // A note, and back to the text.
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.step();
    harness.event(Event::Text("check with Le Quai".into()));
    harness.step();
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.step();
    // The speaker: the word at the caret, moved to by words.
    press(&mut harness, CTRL, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::S);
    press(&mut harness, Modifiers::NONE, Key::A);
    // It is asked who “she” is; that can wait.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::D);
    let wanted = [
        ("quote".to_owned(), "“It is done in the open,”".to_owned(), "check with Le Quai".to_owned()),
        ("actor".to_owned(), "she".to_owned(), String::new()),
    ];
    assert_eq!(list(&harness), wanted);
    // Everything back, everything again.
    for _ in 0..5 {
        press(&mut harness, CTRL, Key::Z);
    }
    assert!(list(&harness).is_empty(), "{:?}", list(&harness));
    for _ in 0..5 {
        press(&mut harness, CTRL, Key::Y);
    }
    assert_eq!(list(&harness), wanted);
    saved(&world, &mut harness);
    drop(harness);
    assert_eq!(exported(&set, &world.path("tables")), wanted);
    // Tomorrow: it is all there, and can still be undone.
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set again", |harness| harness.state().session().is_some());
    press(&mut harness, CTRL, Key::Z);
    press(&mut harness, CTRL, Key::Z);
    assert_eq!(list(&harness).len(), 1, "the actor was taken back after a restart");
}

#[test]
fn by_mouse() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| shows(harness, "Maurel weighs talks"));
    harness.get_by_label_contains("Maurel weighs talks,").click();
    harness.run_steps(3);
    let speech = harness.get_by_value(SPEECH).rect();
    // From outside the column into the middle of the line.
    let (from, to) = (speech.left_center() - egui::vec2(8.0, 0.0), speech.left_center() + egui::vec2(speech.width() * 0.67, 0.0));
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(to);
    harness.run_steps(1);
    harness.drop_at(to);
    harness.run_steps(2);
    // The button of the label bar, at the foot of the window.
    let buttons = harness.query_all_by_role_and_label(egui::accesskit::Role::Button, "Quote");
    buttons.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).expect("a button").click();
    harness.run_steps(3);
    let [(label, words, _)] = &list(&harness)[..] else { panic!("one annotation: {:?}", list(&harness)) };
    assert_eq!(label, "quote");
    assert!(words.starts_with("“It is done in the") && SPEECH.starts_with(words.as_str()), "{words}");
    saved(&world, &mut harness);
    let rows = exported(&set, &world.path("tables"));
    assert_eq!(rows, list(&harness));
}
