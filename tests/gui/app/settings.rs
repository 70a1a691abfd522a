//! The settings page: keys can be changed, are shown wherever keys are shown, and last.

use std::collections::BTreeMap;

use dicta::gui::state::prefs::Preferences;
use dicta::gui::{App, Options};
use dicta::model::Label;
use dicta::session::input::action_table::TABLE;
use dicta::session::{Action, Chord, Digit, Key as ChordKey, Keymap, Refusal, SessionAction, WindowAction};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, press, shows, start, wait};

fn opened(world: &World) -> Harness<'static, App> {
    let set = world.set("harbour-set");
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    harness
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

/// Opens the settings, and asks for another key for an action.
fn change(harness: &mut Harness<'static, App>, name: &str, row: &str) {
    if !harness.state().view().settings.open {
        press(harness, Modifiers::COMMAND, Key::Comma);
    }
    let filter = harness.get_by_label("Find a command or a key");
    filter.scroll_to_me();
    harness.run_steps(3);
    if let Some(clear) = harness.query_by_label("Clear: find a command or a key") {
        clear.click();
        harness.run_steps(2);
    }
    click(harness, "Find a command or a key");
    harness.get_by_label("Find a command or a key").type_text(name);
    harness.run_steps(3);
    harness.get_by_label(row).scroll_to_me();
    harness.run_steps(3);
    click(harness, row);
}

#[test]
fn a_changed_key_works_is_shown_and_the_old_one_means_nothing() {
    let world = World::new();
    let mut harness = opened(&world);
    assert!(shows(&harness, "D: Done"));
    change(&mut harness, "not as done", "Key of Done: D");
    press(&mut harness, Modifiers::ALT, Key::D);
    harness.get_by_label("Key of Done: Alt D, changed");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!harness.state().view().settings.open);
    assert!(shows(&harness, "Alt D: Done"), "the keys that matter now");
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("Done: Alt D");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let done = |harness: &Harness<'static, App>| harness.state().session().unwrap().layer().is_some_and(|layer| layer.done);
    press(&mut harness, Modifiers::NONE, Key::D);
    assert!(!done(&harness), "D means nothing now");
    press(&mut harness, Modifiers::ALT, Key::D);
    assert!(done(&harness));
}

#[test]
fn messages_name_the_changed_key() {
    let world = World::new();
    let mut harness = opened(&world);
    change(&mut harness, "next annotation", "Key of Next annotation: N");
    press(&mut harness, Modifiers::NONE, Key::F9);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::R);
    assert!(shows(&harness, "press F9"));
}

#[test]
fn a_clash_is_refused_with_the_name_of_the_other() {
    let world = World::new();
    let mut harness = opened(&world);
    change(&mut harness, "codebook", "Key of Codebook: F2");
    press(&mut harness, Modifiers::COMMAND, Key::S);
    harness.get_by_label("Ctrl S is Save now.");
    harness.get_by_label("Key of Codebook: F2");
    assert!(harness.state().prefs().keys.is_empty());
}

#[test]
fn one_click_waits_for_the_key_and_a_click_elsewhere_leaves_it() {
    let world = World::new();
    let mut harness = opened(&world);
    change(&mut harness, "codebook", "Key of Codebook: F2");
    harness.get_by_label("New key of Codebook");
    click(&mut harness, "Find a command or a key");
    assert!(harness.query_by_label("New key of Codebook").is_none());
    press(&mut harness, Modifiers::NONE, Key::F9);
    assert!(harness.state().prefs().keys.is_empty());
}

#[test]
fn a_key_is_taken_from_the_command_that_has_it_which_then_has_none() {
    let world = World::new();
    let mut harness = opened(&world);
    change(&mut harness, "codebook", "Key of Codebook: F2");
    press(&mut harness, Modifiers::NONE, Key::D);
    harness.get_by_label("D is needed for typing, and “Codebook” also works in text fields: use Ctrl, Alt or an F key.");
    assert!(!shows(&harness, "Reassign from"), "what no click can mend is not offered");
    click(&mut harness, "Change");
    press(&mut harness, Modifiers::COMMAND, Key::S);
    click(&mut harness, "Reassign from Save now");
    harness.get_by_label("Key of Codebook: Ctrl S, changed");
    harness.get_by_label("“Save now” now has no key.");
    change(&mut harness, "save now", "Key of Save now: none, changed");
    press(&mut harness, Modifiers::NONE, Key::F1);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Key of Save now: F1, changed");
    harness.get_by_label("“All keys” now has no key.");
    let kept = Keymap::from_stored(&harness.state().prefs().keys);
    let on = |chord| kept.action(chord);
    assert_eq!(on(Chord::char('S').ctrl()), Some(Action::Window(WindowAction::EditCodebook)));
    assert_eq!(
        (on(Chord::plain(ChordKey::F(1))), on(Chord::plain(ChordKey::F(2)))),
        (Some(Action::Session(SessionAction::Save)), None)
    );
    assert!(kept.keys(WindowAction::ShowKeys).is_empty());
}

#[test]
fn a_command_keeps_its_other_keys_when_one_is_taken() {
    let several = TABLE.iter().find(|spec| spec.keys.len() > 1 && spec.keys[0].is_typing()).expect("a command with two keys");
    let mut keys = Keymap::default();
    assert_eq!(keys.take(SessionAction::ToggleDone, several.keys[0]), Ok(Some(several.action)));
    assert_eq!(keys.keys(several.action), &several.keys[1..]);
    assert_eq!(keys.keys(SessionAction::ToggleDone), &several.keys[..1]);
    assert_eq!(Keymap::from_stored(&keys.stored()), keys, "and after a restart");
    assert_eq!(
        keys.take(SessionAction::ToggleDone, Chord::char('C')),
        Ok(Some(Action::Session(SessionAction::Tag(Label::Claim))))
    );
    assert_eq!(
        (keys.key(SessionAction::Tag(Label::Claim)), keys.said(SessionAction::Tag(Label::Claim))),
        (String::new(), "“Claim”".to_owned())
    );
    assert_eq!(Keymap::from_stored(&keys.stored()), keys, "one without a key stays without");
    assert_eq!(
        keys.take(SessionAction::ToggleDone, Chord::plain(ChordKey::Escape)),
        Err(Refusal::Leaves(Chord::plain(ChordKey::Escape)))
    );
}

#[test]
fn the_key_that_is_heard_does_nothing_else_and_escape_leaves_it_as_it_was() {
    let world = World::new();
    let mut harness = opened(&world);
    change(&mut harness, "codebook", "Key of Codebook: F2");
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("F1 is All keys.");
    assert_eq!(harness.state().view().overlay, None, "the sheet stayed closed");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().view().settings.open && !shows(&harness, "Reassign from"), "Escape only let go of the other's key");
    click(&mut harness, "Change");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().view().settings.open, "Escape only ended the waiting");
    harness.get_by_label("Key of Codebook: F2");
    click(&mut harness, "Change");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    harness.get_by_label("Tab is needed for typing, and “Codebook” also works in text fields: use Ctrl, Alt or an F key.");
}

#[test]
fn keys_go_back_to_their_defaults_one_or_all() {
    let world = World::new();
    let mut harness = opened(&world);
    change(&mut harness, "codebook", "Key of Codebook: F2");
    press(&mut harness, Modifiers::NONE, Key::F9);
    harness.get_by_label("Key of Codebook: F9, changed");
    click(&mut harness, "Restore default");
    harness.get_by_label("Key of Codebook: F2");
    click(&mut harness, "Change");
    press(&mut harness, Modifiers::NONE, Key::F9);
    assert_eq!(harness.state().prefs().keys.len(), 1);
    click(&mut harness, "Restore all defaults");
    harness.get_by_label("Key of Codebook: F2");
    assert!(harness.state().prefs().keys.is_empty());
}

#[test]
fn keys_survive_a_restart_and_those_that_cannot_be_used_are_kept_but_do_nothing() {
    let mut keys = Keymap::default();
    keys.change(SessionAction::ToggleDone, Chord::char('D').alt()).unwrap();
    let prefs = Preferences { keys: keys.stored(), ..Preferences::default() };
    let kept = ron::to_string(&prefs).unwrap();
    let mut read: Preferences = ron::from_str(&kept).unwrap();
    assert_eq!(Keymap::from_stored(&read.keys), keys);
    let more = [("no-such-action", "F9"), ("quote", "Hyper Q"), ("claim", ""), ("actor", "Escape"), ("save", "B")];
    let more = more.map(|(name, key)| (name.to_owned(), key.to_owned()));
    read.keys.extend(more.clone());
    let used = Keymap::from_stored(&read.keys);
    for spec in TABLE {
        assert_eq!(used.keys(spec.action), keys.keys(spec.action), "{:?}", spec.action);
    }
    assert_eq!(used.unused(), &BTreeMap::from(more), "they can be reported");
    assert_eq!(used.stored(), read.keys, "and are stored again");
    let old: Preferences = ron::from_str("(zoom: 1.5)").unwrap();
    assert!(old.keys.is_empty() && old.marks_in, "preferences of an older version are read");
}

#[test]
fn keys_are_stored_under_ids_and_read_from_the_names_of_earlier_versions() {
    let mut keys = Keymap::default();
    keys.change(SessionAction::Speaker(Digit::Three), Chord::plain(ChordKey::F(9))).unwrap();
    keys.change(SessionAction::Tag(Label::Quote), Chord::char('Ö')).unwrap();
    let stored = [("speaker.3", "F9"), ("quote", "Ö")].map(|(id, key)| (id.to_owned(), key.to_owned()));
    assert_eq!(keys.stored(), BTreeMap::from(stored));
    let earlier = [("Speaker3", "F9"), ("TagQuote", "Ö")].map(|(name, key)| (name.to_owned(), key.to_owned()));
    assert_eq!(Keymap::from_stored(&BTreeMap::from(earlier)), keys);
}

#[test]
fn stored_keys_that_cannot_be_used_are_reported() {
    struct Memory(String);
    impl eframe::Storage for Memory {
        fn get_string(&self, _key: &str) -> Option<String> {
            Some(self.0.clone())
        }
        fn set_string(&mut self, _key: &str, _value: String) {}
        fn remove_string(&mut self, _key: &str) {}
        fn flush(&mut self) {}
    }
    let world = World::new();
    let set = world.set("harbour-set");
    let keys = [("no-such-action", "F9"), ("ToggleDone", "Alt D")].map(|(id, key)| (id.to_owned(), key.to_owned()));
    let prefs = Preferences { keys: keys.into_iter().collect(), ..Preferences::default() };
    let memory = Memory(ron::to_string(&prefs).unwrap());
    let mut harness = world.open_with(Box::leak(Box::new(memory)), &[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    assert!(shows(&harness, "Some of your own keys cannot be used") && shows(&harness, "F9 for “no-such-action”"));
    assert_eq!(harness.state().prefs().keys.get("no-such-action").map(String::as_str), Some("F9"), "it is kept");
    assert!(!shows(&harness, "Alt D for"));
    assert!(shows(&harness, "Alt D: Done"), "what can be used is used");
}

#[test]
fn what_the_window_keeps_is_taken_up_by_the_next_one() {
    let world = World::new();
    let (set, file) = (world.set("harbour-set"), world.path("preferences.ron"));
    let mut harness = start(Options { preferences: Some(file.clone()), ..world.options(&[&set]) });
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    change(&mut harness, "codebook", "Key of Codebook: F2");
    press(&mut harness, Modifiers::NONE, Key::F9);
    let kept = || std::fs::read_to_string(&file).unwrap_or_default();
    wait(&mut harness, "the preferences", |_| kept().contains("edit-codebook") && kept().contains("F9"));
}

#[test]
fn two_actions_may_have_changed_places() {
    let stored = [("TagQuote", "C"), ("TagClaim", "Q")].map(|(name, key)| (name.to_owned(), key.to_owned()));
    let keys = Keymap::from_stored(&stored.into_iter().collect());
    assert_eq!(keys.action(Chord::char('C')), Some(Action::Session(SessionAction::Tag(Label::Quote))));
    assert_eq!(keys.action(Chord::char('Q')), Some(Action::Session(SessionAction::Tag(Label::Claim))));
    let one_sided = Keymap::from_stored(&[("TagQuote".to_owned(), "C".to_owned())].into_iter().collect());
    assert_eq!(
        one_sided.keys(SessionAction::Tag(Label::Quote)),
        Keymap::default().keys(SessionAction::Tag(Label::Quote)),
        "it is another action's"
    );
    assert_eq!(one_sided.action(Chord::char('C')), Some(Action::Session(SessionAction::Tag(Label::Claim))));
}

#[test]
fn going_back_to_a_key_that_is_taken_is_refused() {
    let mut keys = Keymap::default();
    keys.change(SessionAction::Tag(Label::Quote), Chord::plain(ChordKey::F(9))).unwrap();
    keys.change(SessionAction::Tag(Label::Claim), Chord::char('Q')).unwrap();
    assert_eq!(
        keys.reset(SessionAction::Tag(Label::Quote)),
        Err(Refusal::Taken(Chord::char('Q'), Action::Session(SessionAction::Tag(Label::Claim))))
    );
    keys.reset(SessionAction::Tag(Label::Claim)).unwrap();
    keys.reset(SessionAction::Tag(Label::Quote)).unwrap();
    assert_eq!(keys, Keymap::default());
}

#[test]
fn every_key_of_the_table_is_written_and_read_back() {
    for chord in TABLE.iter().flat_map(|spec| spec.keys) {
        assert_eq!(Chord::from_code(&chord.code()), Some(*chord), "{}", chord.code());
    }
}

#[test]
fn the_look_is_set_on_the_page() {
    let world = World::new();
    let mut harness = opened(&world);
    press(&mut harness, Modifiers::COMMAND, Key::Comma);
    click(&mut harness, "Theme: dark");
    assert_eq!(harness.ctx.theme(), egui::Theme::Dark);
    let before = harness.state().prefs().clone();
    click(&mut harness, "Larger text");
    click(&mut harness, "More line spacing");
    let prefs = harness.state().prefs();
    assert!(prefs.text_size > before.text_size && prefs.line_height > before.line_height);
    click(&mut harness, "Ask which actor a mention refers to");
    assert!(!harness.state().prefs().asks_who);
    click(&mut harness, "Include quotation marks in quotes");
    assert!(!harness.state().prefs().marks_in);
    click(&mut harness, "Close");
    assert!(!harness.state().view().settings.open);
}

#[test]
fn settings_open_without_a_set_too() {
    let world = World::new();
    let mut harness = world.open(&[]);
    harness.run_steps(3);
    press(&mut harness, Modifiers::COMMAND, Key::Comma);
    assert!(shows(&harness, "Theme: dark"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!shows(&harness, "Theme: dark"));
}

#[test]
fn the_sheet_begins_with_the_keys_of_what_is_done_now() {
    let world = World::new();
    let mut harness = opened(&world);
    press(&mut harness, Modifiers::NONE, Key::S);
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("Now Copy: Ctrl C");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Q);
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("Now Note: Enter");
    harness.get_by_label("Find a command").type_text("folder");
    harness.run_steps(3);
    assert!(!shows(&harness, "Now Note"), "what is looked for comes first");
}
