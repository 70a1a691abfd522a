//! Who annotates in the window: asked for before the first change of somebody else's set, and remembered for each set.

use std::fs;
use std::path::{Path, PathBuf};

use dicta::gui::App;
use dicta::gui::app::annotators::set_key;
use dicta::gui::state::view::Overlay;
use dicta::host::app_dirs;
use dicta::model::Annotator;
use dicta::session::Access;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, press, shows, wait};

const QUESTION: &str = "Who annotates here?";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target);
        } else {
            fs::copy(source, target).unwrap();
        }
    }
}

/// The sample set, which alice has annotated on another computer.
fn sample(world: &World) -> PathBuf {
    let set = world.path("sample");
    copy(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data"), &set);
    set
}

fn open(world: &World, annotator: Option<&str>, set: &Path) -> Harness<'static, App> {
    let mut harness = world.open_as(annotator, &[set]);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(4);
    harness
}

/// Opens a set by its path in a window that is open.
fn open_path(harness: &mut Harness<'static, App>, set: &Path) {
    press(harness, Modifiers::COMMAND, Key::W);
    press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    harness.get_by_label("Path").type_text(&set.display().to_string());
    harness.run_steps(4);
    press(harness, Modifiers::NONE, Key::Enter);
    wait(harness, "the other set", |harness| harness.state().session().is_some());
    harness.run_steps(4);
}

fn annotator(harness: &Harness<'static, App>) -> String {
    harness.state().session().unwrap().annotator().to_string()
}

fn asks(harness: &Harness<'static, App>) -> bool {
    *harness.state().session().unwrap().access() == Access::Asks(vec![Annotator::parse("alice").unwrap()])
}

#[test]
fn the_set_of_somebody_else_is_only_viewed_before_it_is_said_who_annotates() {
    let world = World::new();
    let set = sample(&world);
    let mut harness = open(&world, None, &set);
    assert!(asks(&harness) && shows(&harness, QUESTION));
    assert!(!harness.state().session().unwrap().layer().unwrap().annotations().is_empty(), "her work is shown");
    let before = harness.state().session().unwrap().document().clone();
    // The first button has the keyboard.
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().view().overlay, None);
    assert!(shows(&harness, "View only: annotated by alice"));
    // Each attempt to change something shows the question again; Escape leaves it unanswered.
    for key in [Key::Q, Key::C, Key::D] {
        press(&mut harness, Modifiers::COMMAND, Key::A);
        press(&mut harness, Modifiers::NONE, key);
        assert!(shows(&harness, QUESTION), "{key:?}");
        press(&mut harness, Modifiers::NONE, Key::Escape);
        assert_eq!(harness.state().view().overlay, None);
    }
    assert!(asks(&harness));
    assert_eq!(*harness.state().session().unwrap().document(), before);
    harness.get_by_label("Choose who annotates…").click();
    harness.run_steps(4);
    assert!(shows(&harness, QUESTION));
}

#[test]
fn a_layer_of_ones_own_is_started_by_keyboard() {
    let world = World::new();
    let set = sample(&world);
    let mut harness = open(&world, None, &set);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(shows(&harness, "Start my own layer"));
    harness.get_by_label("Annotator");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().view().overlay, None);
    let own = app_dirs::user().to_string();
    assert_eq!(annotator(&harness), own);
    let session = harness.state().session().unwrap();
    assert_eq!(*session.access(), Access::ReadWrite);
    assert!(session.layer().is_none_or(|layer| layer.annotations().is_empty()));
    assert!(!shows(&harness, "View only"));
    let prefs = harness.state().prefs();
    assert_eq!((prefs.annotator.as_ref(), prefs.annotators.get(&set_key(None, &set))), (Some(&own), Some(&own)));
}

#[test]
fn going_on_as_somebody_is_remembered_for_that_set_alone() {
    let world = World::new();
    let set = sample(&world);
    let mut harness = open(&world, None, &set);
    harness.get_by_label("I am alice").click();
    harness.run_steps(4);
    assert_eq!((annotator(&harness).as_str(), asks(&harness)), ("alice", false));
    assert_eq!(harness.state().view().overlay, None);
    let new = world.path("new");
    dicta::host::create(&new).unwrap();
    open_path(&mut harness, &new);
    assert_eq!(annotator(&harness), app_dirs::user().to_string(), "a set of nobody's is for the person's own name");
    assert_eq!(harness.state().prefs().annotator, None);
    open_path(&mut harness, &set);
    assert_eq!(annotator(&harness), "alice");
    assert_eq!((asks(&harness), &harness.state().view().overlay), (false, &None), "answered once");
}

#[test]
fn a_name_on_the_command_line_is_an_answer() {
    let world = World::new();
    let set = sample(&world);
    let mut harness = open(&world, Some("bob"), &set);
    assert_eq!(annotator(&harness), "bob");
    let session = harness.state().session().unwrap();
    assert_eq!((session.access(), &harness.state().view().overlay), (&Access::ReadWrite, &None::<Overlay>));
    // For the set that was named with it. Another one that only others have annotated asks.
    let other = world.path("other");
    copy(&set, &other);
    open_path(&mut harness, &other);
    assert!(asks(&harness));
    harness.get_by_label("Start my own layer as bob…");
}

#[test]
fn nothing_is_left_to_say_about_the_annotator_after_a_change() {
    let world = World::new();
    let set = sample(&world);
    let mut harness = open(&world, Some("bob"), &set);
    press(&mut harness, Modifiers::COMMAND, Key::T);
    let field = harness.get_by_label("Annotator");
    field.focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.get_by_label("Annotator").type_text("alice");
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(annotator(&harness), "alice");
    world.pass(60_000);
    harness.run_steps(4);
    let notices = harness.state().session().unwrap().notices();
    assert!(notices.iter().all(|notice| !notice.text.contains("annotat")), "{notices:?}");
}

#[test]
fn a_name_in_other_capital_letters_is_that_of_the_annotator_who_is_there() {
    let world = World::new();
    let set = sample(&world);
    let mut harness = open(&world, Some("Alice"), &set);
    assert_eq!(annotator(&harness), "alice");
    assert!(
        harness.state().session().unwrap().notices().iter().any(|n| n.text.contains("This set already has an annotator “alice”"))
    );
    press(&mut harness, Modifiers::COMMAND, Key::T);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.get_by_label("Annotator").type_text(" ALICE ");
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(shows(&harness, "“alice” already annotates this set. Use that name"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!((annotator(&harness).as_str(), &harness.state().view().overlay), ("alice", &None));
    // The same in the question who annotates.
    let other = world.path("other");
    copy(&set, &other);
    let mut harness = open(&world, None, &other);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.get_by_label("Annotator").type_text("Alice");
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(shows(&harness, "“alice” already annotates this set. Use that name"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(annotator(&harness), "alice");
}

#[test]
fn the_key_that_changes_the_annotator_opens_at_the_annotator() {
    let world = World::new();
    let set = sample(&world);
    let mut harness = open(&world, Some("bob"), &set);
    press(&mut harness, Modifiers::COMMAND, Key::T);
    assert!(harness.get_by_label("Annotator").is_focused());
}
