//! Typing: fields take text only, what opened a field is not typed into it, and nothing acts on what lies under a list.

use dicta::gui::App;
use dicta::model::Label;
use dicta::session::{Chord, Key as ChordKey, Keymap, SessionAction};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::key_events::{Layout, down};
use crate::support::world::{World, press, shows, wait};

const NONE: Modifiers = Modifiers::NONE;

/// Two known actors, and a selected quote that either may speak.
fn with_a_quote(world: &World) -> Harness<'static, App> {
    let text = "Paul Aubry met Zoe Élan\n\nNobody should doubt it, she said.\n";
    let set = world.set_of("ferry-set", &[("ferry", text)]);
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    for _ in 0..2 {
        // A name of two words: the word, and one more.
        press(&mut harness, Modifiers::SHIFT | Modifiers::CTRL | Modifiers::COMMAND, Key::ArrowRight);
        press(&mut harness, Modifiers::SHIFT | Modifiers::CTRL | Modifiers::COMMAND, Key::ArrowRight);
        press(&mut harness, NONE, Key::A);
        press(&mut harness, NONE, Key::Enter);
        press(&mut harness, Modifiers::CTRL | Modifiers::COMMAND, Key::ArrowRight);
    }
    press(&mut harness, NONE, Key::S);
    press(&mut harness, NONE, Key::Q);
    harness
}

fn speakers(harness: &Harness<'static, App>) -> Vec<String> {
    let session = harness.state().session().unwrap();
    let quote = session.layer().unwrap().annotations().iter().find(|a| a.label != Label::Actor).unwrap();
    quote.details.attribution.iter().map(|held| session.who_shown(&held.who)).collect()
}

fn picks(harness: &Harness<'static, App>) -> bool {
    harness.state().view().picker.is_some()
}

fn at_once(harness: &mut Harness<'static, App>, events: impl IntoIterator<Item = Event>) {
    harness.input_mut().events.extend(events);
    harness.run_steps(12);
}

/// A key that goes down and comes up again.
fn whole(key: Key) -> Vec<Event> {
    let mut events = down(NONE, key);
    events.push(up(key));
    events
}

fn up(key: Key) -> Event {
    Event::Key { key, physical_key: Some(key), pressed: false, repeat: false, modifiers: NONE }
}

fn typed(text: &str) -> impl Iterator<Item = Event> + '_ {
    text.chars().flat_map(|c| whole(Key::from_name(&c.to_string()).unwrap()))
}

#[test]
fn a_name_that_begins_with_a_letter_of_the_digit_row_is_typed() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    press(&mut harness, NONE, Key::R);
    Layout::read("fr").press(&mut harness, &["row 2", "L"]);
    assert!(picks(&harness) && speakers(&harness).is_empty(), "é is no digit");
    assert!(shows(&harness, "New actor “él”"));
    press(&mut harness, NONE, Key::Escape);
    press(&mut harness, NONE, Key::R);
    Layout::read("cz").press(&mut harness, &["row 4"]);
    assert!(picks(&harness) && speakers(&harness).is_empty(), "č is no digit");
    press(&mut harness, NONE, Key::Escape);
    press(&mut harness, NONE, Key::R);
    Layout::read("us").press(&mut harness, &["Shift row 2"]);
    assert!(picks(&harness) && speakers(&harness).is_empty(), "@ is no digit");
    press(&mut harness, NONE, Key::Escape);
    press(&mut harness, NONE, Key::R);
    Layout::read("fr").press(&mut harness, &["2"]);
    assert_eq!(speakers(&harness).len(), 1, "2 typed with Shift is a digit");
}

#[test]
fn what_is_typed_before_enter_counts_before_enter() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    let rows = harness.state().session().unwrap();
    let first = rows.proposed_speakers(rows.current().unwrap()).len();
    assert_eq!(first, 2);
    for (name, speaker) in [("aubry", "Paul Aubry"), ("zoe", "Zoe Élan")] {
        at_once(&mut harness, whole(Key::R).into_iter().chain(typed(name)).chain(whole(Key::Enter)));
        assert_eq!(speakers(&harness), [speaker]);
        press(&mut harness, Modifiers::CTRL | Modifiers::COMMAND, Key::Z);
    }
    // An arrow after the text goes on from what was found for it.
    let keys = whole(Key::R).into_iter().chain(typed("aubry")).chain(whole(Key::ArrowDown));
    at_once(&mut harness, keys.chain(whole(Key::Enter)));
    assert_eq!(speakers(&harness), ["aubry"], "the row below: a new actor");
}

#[test]
fn what_is_typed_before_tab_is_not_lost_and_tab_still_leaves_the_field() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    press(&mut harness, NONE, Key::W);
    at_once(&mut harness, typed("ab").chain(whole(Key::Tab)));
    assert_eq!(harness.get_by_label("Note").value().as_deref(), Some("ab"));
    assert!(!harness.get_by_label("Note").is_focused());
}

#[test]
fn keys_on_a_row_of_the_picker_do_not_reach_the_text() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    press(&mut harness, NONE, Key::R);
    press(&mut harness, NONE, Key::Tab);
    press(&mut harness, NONE, Key::C);
    assert!(shows(&harness, "New actor “c”"), "typing goes on in the field");
    let session = harness.state().session().unwrap();
    assert_eq!(session.current().unwrap().label, Label::Quote, "C is not the command");
    press(&mut harness, NONE, Key::Escape);
    press(&mut harness, NONE, Key::R);
    press(&mut harness, NONE, Key::Tab);
    press(&mut harness, NONE, Key::Num2);
    assert_eq!(speakers(&harness).len(), 1, "a digit takes its row");
    assert!(!picks(&harness), "and answers the question");
}

#[test]
fn a_key_that_is_held_down_is_not_typed_into_what_it_opened() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    for (key, after) in [(Key::W, "Note"), (Key::Slash, "Search for")] {
        for _ in 0..6 {
            harness.input_mut().events.extend(down(NONE, key));
            harness.step();
        }
        harness.run_steps(3);
        let field = harness.get_by_label(after);
        assert!(field.is_focused());
        assert_eq!(field.value().unwrap_or_default(), "", "{after}");
        at_once(&mut harness, [up(key)]);
        at_once(&mut harness, down(NONE, Key::W));
        assert_eq!(harness.get_by_label(after).value().as_deref(), Some("w"), "{after}: pressed anew it is typed");
        press(&mut harness, NONE, Key::Escape);
        press(&mut harness, NONE, Key::Escape);
    }
}

#[test]
fn letters_with_alt_and_super_are_not_typed() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    press(&mut harness, NONE, Key::W);
    Layout::read("us").press(&mut harness, &["Alt R", "Super X", "Q"]);
    assert_eq!(harness.get_by_label("Note").value().as_deref(), Some("q"));
    Layout::read("fr").press(&mut harness, &["AltGr E", "dead A"]);
    assert_eq!(harness.get_by_label("Note").value().as_deref(), Some("q€â"), "what AltGr and dead keys type is");
}

#[test]
fn keys_with_ctrl_alt_and_shift_can_be_recorded() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    let layout = Layout::read("us");
    let mut record = |keys: &Layout, pressed: &str| {
        press(&mut harness, NONE, Key::Escape);
        layout.press(&mut harness, &["Ctrl ,"]);
        let row = harness.get_by_label_contains("Key of Done:");
        row.scroll_to_me();
        harness.run_steps(3);
        harness.get_by_label_contains("Key of Done:").click();
        harness.run_steps(3);
        keys.press(&mut harness, &[pressed]);
        let kept = Keymap::from_stored(&harness.state().prefs().keys);
        press(&mut harness, NONE, Key::Escape);
        press(&mut harness, NONE, Key::Escape);
        kept.keys(SessionAction::ToggleDone).to_vec()
    };
    assert_eq!(record(&layout, "Alt Shift R"), [Chord::char('D')], "a key that another command has is refused");
    assert_eq!(record(&layout, "Ctrl R"), [Chord::char('D')]);
    assert_eq!(record(&Layout::read("de"), "Ctrl row 3"), [Chord::char('D')]);
    let free = Layout::read("us");
    let mut events = free.events("Ctrl R");
    for event in &mut events {
        if let Event::Key { key: key @ Key::R, physical_key, .. } = event {
            (*key, *physical_key) = (Key::G, Some(Key::G));
        }
    }
    press(&mut harness, NONE, Key::Escape);
    layout.press(&mut harness, &["Ctrl ,"]);
    harness.get_by_label_contains("Key of Done:").scroll_to_me();
    harness.run_steps(3);
    harness.get_by_label_contains("Key of Done:").click();
    harness.run_steps(3);
    for event in events {
        harness.input_mut().events.push(event);
        harness.step();
    }
    harness.run_steps(3);
    let kept = Keymap::from_stored(&harness.state().prefs().keys);
    assert_eq!(kept.keys(SessionAction::ToggleDone), [Chord::char('G').ctrl()]);
    assert!(harness.state().session().is_some(), "nothing else was done");
}

#[test]
fn a_letter_of_the_layout_can_be_recorded_and_works() {
    let world = World::new();
    let mut harness = with_a_quote(&world);
    press(&mut harness, Modifiers::CTRL | Modifiers::COMMAND, Key::Comma);
    harness.get_by_label_contains("Key of Done:").scroll_to_me();
    harness.run_steps(3);
    harness.get_by_label_contains("Key of Done:").click();
    harness.run_steps(3);
    Layout::read("fr").press(&mut harness, &["row 2"]);
    let kept = Keymap::from_stored(&harness.state().prefs().keys);
    assert_eq!(kept.keys(SessionAction::ToggleDone), [Chord::plain(ChordKey::Char('É'))]);
    press(&mut harness, NONE, Key::Escape);
    press(&mut harness, NONE, Key::Escape);
    press(&mut harness, NONE, Key::Escape);
    Layout::read("fr").press(&mut harness, &["row 2"]);
    assert!(harness.state().session().unwrap().layer().unwrap().done);
}
