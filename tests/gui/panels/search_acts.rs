//! What is done with the ticked places of a search, by key and by mouse: tagged, credited, deleted, sorted, saved.

use dicta::gui::App;
use dicta::model::{Label, Who};
use dicta::session::{Command, SessionAction, Slot};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;
use crate::support::world::{World, press, shows, wait};

const QUOTE: &str = "“We are talking at a technical level,”";

/// The panels with the search open for some words in quotes; the list has the keyboard.
fn in_quotes(words: &str) -> Harness<'static, Stage> {
    let mut stage = Stage::new();
    stage.know(&["Claire Maurel", "Somebody Else"]);
    stage.tag(QUOTE, SessionAction::Tag(Label::Quote));
    let (id, actor) = (stage.session.current().unwrap().id.clone(), stage.actor("Claire Maurel"));
    stage.send(Command::Credit { id, slot: Slot::Speaker, who: Who::Actor(actor), joins: false });
    stage.view.panels.find.begin(None);
    stage.view.focus = Some(dicta::gui::state::view::FocusTarget::Find);
    let mut harness = stage.open();
    harness.get_by_label("Search for").type_text(words);
    rest(&mut harness);
    harness.get_by_label("Only in quotes").click();
    rest(&mut harness);
    harness
}

fn rest<S>(harness: &mut Harness<'static, S>) {
    harness.run_steps(6);
}

fn speakers(harness: &Harness<'static, Stage>) -> Vec<String> {
    let session = &harness.state().session;
    let quotes = session.layer().into_iter().flat_map(|layer| layer.annotations()).filter(|a| a.label == Label::Quote);
    quotes.flat_map(|a| a.details.attribution.iter().map(|held| session.who_shown(&held.who))).collect()
}

#[test]
fn quotes_found_are_credited_by_mouse_to_whoever_is_chosen() {
    let mut harness = in_quotes("level");
    harness.get_by_label("Select all or none").click();
    rest(&mut harness);
    harness.get_by_label("Set speaker").click();
    rest(&mut harness);
    harness.get_by_role_and_label(egui::Role::TextInput, "Who is the speaker, or the actor mentioned?").type_text("somebody");
    harness.run();
    harness.key_press(Key::Enter);
    rest(&mut harness);
    assert_eq!(speakers(&harness), ["Somebody Else"]);
    harness.state_mut().send(Command::Do(SessionAction::Undo));
    assert_eq!(speakers(&harness), ["Claire Maurel"]);
}

#[test]
fn quotes_found_are_deleted_by_mouse_in_one_step() {
    let mut harness = in_quotes("level");
    harness.get_by_label("Select all or none").click();
    rest(&mut harness);
    harness.get_by_label("Delete the annotations").click();
    rest(&mut harness);
    assert!(speakers(&harness).is_empty());
    harness.get_by_label("No results");
    harness.state_mut().send(Command::Do(SessionAction::Undo));
    assert_eq!(speakers(&harness), ["Claire Maurel"]);
}

#[test]
fn what_changes_annotations_is_offered_only_where_annotations_were_searched() {
    let mut harness = in_quotes("level");
    harness.get_by_label("Only in quotes").click();
    rest(&mut harness);
    assert!(harness.query_by_label("Delete the annotations").is_none());
    assert!(harness.query_by_label("Set speaker").is_none());
    harness.get_by_label("Tag as quotes");
}

/// A window with a set whose two articles hold three places of “port”, two of them quotes of one actor.
fn window(world: &World) -> Harness<'static, App> {
    let first = "“The port is closed,” Anne Morel said.\n\nThe mayor waited.\n";
    let second = "A quiet day\n\n“No port, no ships,” she said. The port was empty.\n";
    let set = world.set_of("harbour-set", &[("a", first), ("b", second)]);
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(3);
    harness
}

const CTRL: Modifiers = Modifiers { alt: false, ctrl: true, shift: false, mac_cmd: false, command: true };

/// Opens the search by its key, types, and goes into the list.
fn find(harness: &mut Harness<'static, App>, words: &str) {
    press(harness, Modifiers::NONE, Key::Slash);
    harness.get_by_label("Search for").type_text(words);
    wait(harness, "the hits", |harness| shows(harness, "results in 2 articles"));
    press(harness, Modifiers::NONE, Key::Enter);
}

fn words(harness: &Harness<'static, App>) -> Vec<(Label, String)> {
    let layers = &harness.state().session().unwrap().document().layers;
    layers.values().flat_map(|layer| layer.annotations()).map(|a| (a.label, a.words())).collect()
}

#[test]
fn the_keys_of_tagging_mean_all_that_is_ticked_while_the_list_has_the_keyboard() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "port");
    press(&mut harness, CTRL, Key::A);
    assert!(shows(&harness, "3 results in 2 articles, 3 selected"));
    press(&mut harness, Modifiers::NONE, Key::C);
    assert_eq!(words(&harness), vec![(Label::Claim, "port".to_owned()); 3]);
    press(&mut harness, CTRL, Key::Z);
    assert!(words(&harness).is_empty());
}

#[test]
fn annotations_found_are_deleted_by_key() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "port");
    press(&mut harness, CTRL, Key::A);
    press(&mut harness, Modifiers::NONE, Key::Q);
    harness.get_by_label("Only in quotes").click();
    wait(&mut harness, "the hits", |harness| shows(harness, "3 results in 2 articles"));
    // From the filter back into the list, as the hand goes.
    press(&mut harness, Modifiers::NONE, Key::Slash);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, CTRL, Key::A);
    wait(&mut harness, "ticks", |harness| shows(harness, "3 selected"));
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(words(&harness).is_empty(), "{:?}", words(&harness));
    press(&mut harness, CTRL, Key::Z);
    assert_eq!(words(&harness).len(), 3);
}

#[test]
fn arrows_sort_by_the_neighbours_and_back() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "port");
    let after = |harness: &Harness<'static, App>| -> Vec<String> {
        let review = harness.state().session().unwrap().review().unwrap();
        review.rows.iter().map(|row| row.after.chars().take(4).collect()).collect()
    };
    let text = after(&harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let sorted = after(&harness);
    assert_ne!(sorted, text);
    assert!(sorted.iter().map(|words| words.trim().to_owned()).is_sorted(), "{sorted:?}");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(after(&harness), text);
}

#[test]
fn the_list_is_saved_by_key_where_the_person_says_and_nothing_is_written_over() {
    let world = World::new();
    let mut harness = window(&world);
    find(&mut harness, "port");
    press(&mut harness, CTRL, Key::S);
    wait(&mut harness, "the question where to save", |harness| shows(harness, "Save search results"));
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let path = world.path("places-port.csv");
    wait(&mut harness, "the file", |harness| shows(harness, "3 results saved as"));
    let table = std::fs::read_to_string(&path).unwrap();
    assert_eq!(table.lines().count(), 4, "{table}");
    assert!(table.starts_with("\u{feff}article,title,"), "{table}");
    // The question closes and the news comes: the button is where it is going to stay only then.
    wait(&mut harness, "the window without the question", |harness| !shows(harness, "Save search results"));
    harness.run_steps(4);
    harness.get_by_label("Save as table").click();
    wait(&mut harness, "the question once more", |harness| shows(harness, "Save search results"));
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    wait(&mut harness, "why not", |harness| shows(harness, "already exists. Choose another name"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), table);
}
