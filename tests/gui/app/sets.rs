//! Sets in the window: opening, saving, closing, pasting, and a second window.

use dicta::session::{Access, SaveState};
use egui::{Event, Key, Modifiers, ViewportCommand};

use crate::support::world::{World, shows, wait};

fn command(harness: &egui_kittest::Harness<'static, dicta::gui::App>) -> Vec<ViewportCommand> {
    harness.output().viewport_output[&egui::ViewportId::ROOT].commands.clone()
}

#[test]
fn opening_a_set_folder_shows_its_articles() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the articles", |harness| shows(harness, "Maurel weighs talks"));
    assert!(shows(&harness, "Bonnet visited the ministry"));
    assert_eq!(*harness.state().session().unwrap().access(), Access::ReadWrite);
}

#[test]
fn the_window_goes_on_as_whoever_an_import_named() {
    let world = World::new();
    // Brought in as alice.
    let set = world.set("harbour-set");
    let mut harness = world.open_as(None, &[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    assert_eq!(harness.state().session().unwrap().annotator().as_str(), "alice");
    wait(&mut harness, "who it is", |harness| shows(harness, "Signed in as alice, who imported the articles"));
}

#[test]
fn what_is_tagged_reaches_the_files() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.key_press_modifiers(Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    harness.step();
    harness.key_press(Key::Q);
    harness.step();
    assert_eq!(harness.state().session().unwrap().layer().unwrap().annotations().len(), 1);
    world.pass(1_000);
    wait(&mut harness, "saved", |harness| *harness.state().session().unwrap().save_state() == SaveState::Saved);
    let id = harness.state().session().unwrap().article().unwrap().id.clone();
    let file = std::fs::read_to_string(set.join(format!("annotations/alice/{id}.ron"))).unwrap();
    assert!(file.contains("Bonnet"), "{file}");
}

#[test]
fn a_second_window_may_only_read_and_says_why() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut first = world.open(&[&set]);
    wait(&mut first, "the set", |harness| harness.state().session().is_some());
    let mut second = world.open(&[&set]);
    wait(&mut second, "the set again", |harness| harness.state().session().is_some());
    let access = second.state().session().unwrap().access().clone();
    assert!(matches!(access, Access::ReadOnly(reason) if reason.contains("another window")));
}

#[test]
fn closing_waits_for_the_last_save_without_asking() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.key_press(Key::D);
    harness.step();
    let close = |harness: &mut egui_kittest::Harness<'static, dicta::gui::App>| {
        let viewports = &mut harness.input_mut().viewports;
        viewports.entry(egui::ViewportId::ROOT).or_default().events.push(egui::ViewportEvent::Close);
        harness.step();
        harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().events.clear();
    };
    close(&mut harness);
    assert!(command(&harness).contains(&ViewportCommand::CancelClose));
    wait(&mut harness, "the window closes", |harness| command(harness).contains(&ViewportCommand::Close));
    assert_eq!(*harness.state().session().unwrap().save_state(), SaveState::Saved);
}

#[test]
fn a_pasted_text_becomes_an_article() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.event(Event::Paste("A pasted headline\r\n\r\nAnd its text.\r\n".to_owned()));
    harness.step();
    let session = harness.state().session().unwrap();
    assert_eq!(session.document().articles.len(), 3);
    assert_eq!(session.article().unwrap().text.as_str(), "A pasted headline\n\nAnd its text.\n");
}

#[test]
fn escape_in_a_field_returns_to_the_text_and_clears_nothing() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(2);
    harness.key_press(Key::S);
    harness.step();
    let selected = harness.state().session().unwrap().selection();
    assert!(!selected.is_empty());
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    harness.run_steps(3);
    assert!(harness.ctx.text_edit_focused());
    harness.key_press(Key::Q);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    let session = harness.state().session().unwrap();
    assert_eq!(session.selection(), selected);
    assert!(session.layer().is_none_or(|layer| layer.annotations().is_empty()), "the letter belonged to the field");
    assert!(!harness.ctx.text_edit_focused());
}

#[test]
fn what_was_done_before_a_crash_is_put_back_and_said() {
    let world = World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.key_press(Key::S);
    harness.step();
    harness.key_press(Key::C);
    harness.step();
    // The clock stands still, so nothing is saved; without `on_exit` only the journal has it.
    drop(harness);
    let mut again = loop {
        let mut harness = world.open(&[&set]);
        wait(&mut harness, "the set again", |harness| harness.state().session().is_some());
        // The thread of the first window lets go of its lock in its own time.
        if *harness.state().session().unwrap().access() == Access::ReadWrite {
            break harness;
        }
    };
    let session = again.state().session().unwrap();
    assert_eq!(session.layer().unwrap().annotations().len(), 1);
    assert!(session.notices().iter().any(|notice| notice.text.starts_with("1 change that had not reached the files")));
    again.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    again.step();
    assert!(again.state().session().unwrap().layer().is_none_or(|layer| layer.annotations().is_empty()));
}

#[test]
fn a_wrong_lexicon_of_the_set_is_told_with_its_place_until_it_is_dismissed() {
    let world = World::new();
    let set = world.set("harbour-set");
    world.file("harbour-set/lexicons/en.ron", "(\n    verb: [],\n)");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    let told = |harness: &egui_kittest::Harness<'static, dicta::gui::App>| {
        let notices = harness.state().session().unwrap().notices();
        notices.iter().any(|notice| notice.text.starts_with("lexicons/en.ron, line 2, column 5: "))
    };
    harness.run_steps(3);
    assert!(told(&harness));
    world.pass(60_000);
    harness.run_steps(3);
    assert!(told(&harness), "it stays");
    assert_eq!(harness.state().session().unwrap().document().articles.len(), 2);
}
