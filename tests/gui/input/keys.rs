//! The keys: no two actions clash, none steals typing, and every keyboard reaches them.

use std::collections::BTreeMap;

use dicta::gui::input::{Holder, chord, fires};
use dicta::model::Label;
use dicta::session::input::action::LineStep;
use dicta::session::input::action_table::TABLE;
use dicta::session::{Action, Chord, Key, Keymap, SessionAction, WindowAction};
use egui::Modifiers;

/// What stands on a chord while nobody has changed a key.
fn action(chord: Chord) -> Option<Action> {
    Keymap::default().action(chord)
}

#[test]
fn no_two_actions_stand_on_the_same_key() {
    let mut taken: BTreeMap<Chord, Action> = BTreeMap::new();
    for spec in TABLE {
        for &key in spec.keys {
            let before = taken.insert(key, spec.action);
            assert_eq!(before, None, "{key} is {:?} and {before:?}", spec.action);
        }
    }
}

#[test]
fn every_action_has_a_key_that_leads_to_it() {
    for spec in TABLE {
        assert!(!spec.keys.is_empty(), "{:?} has no key", spec.action);
        for &key in spec.keys {
            assert_eq!(action(key), Some(spec.action), "{key}");
        }
    }
}

#[test]
fn no_action_steals_what_is_typed_in_a_field() {
    let field = Holder { field: true, widget: true, overlay: false };
    for spec in TABLE {
        for &key in spec.keys {
            let letter = matches!(key.key, Key::Char(_)) && !key.command && !key.alt;
            let editing = matches!(key.key, Key::Left | Key::Right | Key::Home | Key::End | Key::Backspace | Key::Delete);
            let clipboard = key.command && matches!(key.key, Key::Char('A' | 'C' | 'V' | 'X' | 'Z' | 'Y'));
            if letter || editing || clipboard {
                assert!(!fires(spec.action, key, field), "{key} would be {:?} while typing", spec.action);
            }
        }
    }
}

#[test]
fn keys_that_work_a_list_or_a_button_stay_with_it() {
    let button = Holder { field: false, widget: true, overlay: false };
    assert!(!fires(WindowAction::Move { step: LineStep::LineDown, extend: false }, Chord::plain(Key::Down), button));
    assert!(!fires(WindowAction::EditNote, Chord::plain(Key::Enter), button));
    assert!(fires(SessionAction::Tag(Label::Quote), Chord::char('Q'), button));
    assert!(fires(SessionAction::Undo, Chord::char('Z').ctrl(), button));
}

#[test]
fn under_a_question_only_leaving_it_fires() {
    let overlay = Holder { field: false, widget: false, overlay: true };
    assert!(fires(WindowAction::Escape, Chord::plain(Key::Escape), overlay));
    assert!(!fires(SessionAction::Tag(Label::Quote), Chord::char('Q'), overlay));
    assert!(!fires(SessionAction::Undo, Chord::char('Z').ctrl(), overlay));
}

#[test]
fn more_modifiers_never_mean_fewer() {
    let ctrl_shift = Modifiers { shift: true, ..Modifiers::COMMAND };
    assert_eq!(chord(egui::Key::Z, Modifiers::COMMAND).and_then(action), Some(Action::Session(SessionAction::Undo)));
    assert_eq!(chord(egui::Key::Z, ctrl_shift).and_then(action), Some(Action::Session(SessionAction::Redo)));
    assert_eq!(chord(egui::Key::Q, ctrl_shift).and_then(action), None);
    assert_eq!(chord(egui::Key::Q, Modifiers::NONE).and_then(action), Some(Action::Session(SessionAction::Tag(Label::Quote))));
}

#[test]
fn signs_that_need_shift_on_some_keyboards_are_reached() {
    let ctrl_shift = Modifiers { shift: true, ..Modifiers::COMMAND };
    assert_eq!(chord(egui::Key::Plus, ctrl_shift).and_then(action), Some(Action::Window(WindowAction::ZoomIn)));
    assert_eq!(chord(egui::Key::Plus, Modifiers::COMMAND).and_then(action), Some(Action::Window(WindowAction::ZoomIn)));
    assert_eq!(chord(egui::Key::Num1, ctrl_shift).and_then(action), Some(Action::Window(WindowAction::ToggleArticles)));
    assert_eq!(chord(egui::Key::Period, Modifiers::SHIFT).and_then(action), Some(Action::Session(SessionAction::NextArticle)));
}

/// Keys that all come within one frame, as fast hands and slow frames bring them.
fn at_once(harness: &mut egui_kittest::Harness<'static, dicta::gui::App>, events: Vec<egui::Event>) {
    harness.input_mut().events.extend(events);
    harness.run_steps(6);
}

fn key(key: egui::Key) -> egui::Event {
    egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: egui::Modifiers::NONE }
}

#[test]
fn what_is_typed_before_escape_and_after_enter_in_one_frame_is_not_lost() {
    let world = crate::support::world::World::new();
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    crate::support::world::wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    at_once(&mut harness, vec![key(egui::Key::S), key(egui::Key::Q)]);
    let note = |harness: &egui_kittest::Harness<'static, dicta::gui::App>| {
        harness.state().session().unwrap().layer().unwrap().annotations().first().unwrap().note.clone()
    };
    let text = |words: &str| egui::Event::Text(words.to_owned());
    // “C” and “D” would be commands outside the field.
    at_once(&mut harness, vec![key(egui::Key::Enter), key(egui::Key::C), text("C"), key(egui::Key::D), text("D")]);
    assert_eq!(note(&harness), "CD");
    at_once(&mut harness, vec![text("!"), key(egui::Key::Escape), key(egui::Key::U), text("u")]);
    assert_eq!(note(&harness), "CD!");
    let session = harness.state().session().unwrap();
    assert!(session.layer().unwrap().annotations().first().unwrap().unsure, "after Escape the keys are commands again");
    assert_eq!(session.layer().unwrap().annotations().first().unwrap().label, dicta::model::Label::Quote);
}
