//! No change is lost without a person's word: full and silent disks, failing threads, closing, and the system's signals.

use std::sync::Arc;

use dicta::gui::{App, Stop};
use dicta::session::{Access, SaveState, Session};
use dicta::storage;
use egui::{Key, Modifiers, ViewportCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::faulty_disk::{Fault, FaultyDisk, JOURNAL, SET};
use crate::support::world::{World, press, shows, start, wait};

type Window = Harness<'static, App>;

/// A window over a set on a disk that can fail.
fn open(world: &World, disk: &FaultyDisk) -> Window {
    let set = world.path("harbour-set");
    if !set.is_dir() {
        world.set("harbour-set");
    }
    let mut harness = start(dicta::gui::Options { disk: Arc::new(disk.clone()), ..world.options(&[&set]) });
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(2);
    harness
}

fn session(harness: &Window) -> &Session {
    harness.state().session().unwrap()
}

/// Makes that many changes, one after the other: “done” and back.
fn change(harness: &mut Window, count: usize) {
    for _ in 0..count {
        harness.key_press(Key::D);
        harness.step();
    }
}

fn ask_to_close(harness: &mut Window) {
    let viewports = &mut harness.input_mut().viewports;
    viewports.entry(egui::ViewportId::ROOT).or_default().events.push(egui::ViewportEvent::Close);
    harness.step();
    harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().events.clear();
}

fn closes(harness: &Window) -> bool {
    harness.output().viewport_output[&egui::ViewportId::ROOT].commands.contains(&ViewportCommand::Close)
}

/// Lets time pass; fails if the window closes meanwhile.
fn stays_open(harness: &mut Window, world: &World) {
    for _ in 0..60 {
        world.pass(1_000);
        harness.step();
        assert!(!closes(harness), "it closed by itself");
    }
}

/// Waits until everything is in the set's files. Time passes meanwhile: a save that failed before the disk was mended may be
/// reported after it, and the next one is tried some seconds later.
fn wait_until_saved(harness: &mut Window, world: &World) {
    wait(harness, "saved", |harness| {
        world.pass(100);
        *session(harness).save_state() == SaveState::Saved
    });
}

/// Whether the article that is open first is marked as done in the file of the set at `root`.
fn is_done(root: &std::path::Path) -> bool {
    let document = storage::open(root).unwrap().document;
    document.layers.values().any(|layer| layer.done)
}

#[test]
fn with_both_disks_full_the_window_says_what_would_be_lost_and_never_closes_by_itself() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(JOURNAL, Fault::Full);
    disk.set(SET, Fault::Full);
    change(&mut harness, 3);
    wait(&mut harness, "the journal has failed", |harness| session(harness).safety().journal_error().is_some());
    ask_to_close(&mut harness);
    wait(&mut harness, "the question", |harness| shows(harness, "3 changes are neither in the set nor in the journal"));
    let words = |part: &str| format!("{:?}", harness.query_all_by_label_contains(part).collect::<Vec<_>>());
    let (files, journal) = (words("The set’s files could not be written: "), words("neither in the set nor in the journal"));
    assert!(!files.contains("Make room on the disk") && journal.contains("Make room on the disk"), "{files}\n{journal}");
    assert!(files.contains("(the disk is full)."), "{files}");
    assert!(!shows(&harness, "comes back") && !shows(&harness, "in the journal on this computer"));
    stays_open(&mut harness, &world);
    ask_to_close(&mut harness);
    stays_open(&mut harness, &world);
    harness.get_by_label("Stay").click();
    harness.run_steps(2);
    assert!(!shows(&harness, "neither in the set"));
    assert!(shows(&harness, "3 changes not safe"));
    disk.mend();
    wait_until_saved(&mut harness, &world);
    ask_to_close(&mut harness);
    assert!(is_done(&world.path("harbour-set")));
}

#[test]
fn what_would_be_lost_is_lost_only_on_a_persons_word() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(JOURNAL, Fault::Full);
    disk.set(SET, Fault::Full);
    change(&mut harness, 1);
    ask_to_close(&mut harness);
    wait(&mut harness, "the question", |harness| shows(harness, "1 change is neither in the set nor in the journal"));
    harness.get_by_label("Close and lose 1 change").click();
    wait(&mut harness, "the window closes", closes);
}

#[test]
fn with_the_set_full_the_window_says_that_the_journal_has_it_and_it_comes_back() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(SET, Fault::Full);
    change(&mut harness, 3);
    ask_to_close(&mut harness);
    wait(&mut harness, "the question", |harness| shows(harness, "3 changes are in the journal on this computer"));
    stays_open(&mut harness, &world);
    harness.get_by_label("Close the window").click();
    wait(&mut harness, "the window closes", closes);
    drop(harness);
    disk.mend();
    let again = loop {
        let again = open(&world, &disk);
        if *session(&again).access() == Access::ReadWrite {
            break again;
        }
    };
    assert!(session(&again).document().layers.values().any(|layer| layer.done));
}

#[test]
fn a_set_that_is_closed_or_left_for_another_waits_likewise() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(JOURNAL, Fault::Full);
    disk.set(SET, Fault::Full);
    change(&mut harness, 1);
    press(&mut harness, Modifiers::COMMAND, Key::W);
    wait(&mut harness, "the question", |harness| shows(harness, "1 change is neither in the set nor in the journal"));
    stays_open(&mut harness, &world);
    assert!(harness.state().session().is_some());
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert!(harness.state().session().is_some() && !shows(&harness, "neither in the set"));
}

#[test]
fn the_journal_does_not_wait_for_a_set_that_does_not_respond() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(SET, Fault::Hang);
    change(&mut harness, 1);
    world.pass(3_000);
    wait(&mut harness, "a save is running", |harness| session(harness).is_saving());
    change(&mut harness, 2);
    wait(&mut harness, "all is in the journal", |harness| session(harness).not_yet_safe() == 0);
    assert_eq!(session(&harness).safety().not_in_files(), 3);
    wait(&mut harness, "the silence is told", |harness| {
        world.pass(100);
        shows(harness, "disk not responding")
    });
    for _ in 0..60 {
        world.pass(1_000);
        harness.step();
    }
    change(&mut harness, 1);
    wait(&mut harness, "the change of a minute later is in the journal too", |harness| session(harness).not_yet_safe() == 0);
    assert_eq!(session(&harness).safety().not_in_files(), 4);
    disk.mend();
    wait_until_saved(&mut harness, &world);
    assert!(!shows(&harness, "not responding"));
    assert_eq!(session(&harness).safety().not_in_files(), 0);
}

#[test]
fn a_journal_that_cannot_be_written_is_reported_and_the_files_have_everything() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(JOURNAL, Fault::Full);
    change(&mut harness, 1);
    let reported = |harness: &Window| {
        let mut texts = session(harness).notices().iter().map(|notice| notice.text.as_str());
        texts.any(|text| text.starts_with("The journal cannot be written: ") && text.contains("the disk is full"))
    };
    wait(&mut harness, "the reason", |harness| reported(harness));
    wait_until_saved(&mut harness, &world);
    assert_eq!(session(&harness).not_yet_safe(), 0, "the files have it");
    assert!(is_done(&world.path("harbour-set")));
    disk.mend();
    change(&mut harness, 1);
    wait(&mut harness, "the journal works again", |harness| {
        world.pass(100);
        session(harness).safety().journal_error().is_none() && !reported(harness)
    });
}

#[test]
fn a_save_that_fails_by_a_fault_of_the_program_is_told_and_done_again() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(SET, Fault::Panic);
    change(&mut harness, 1);
    world.pass(3_000);
    wait(&mut harness, "the fault is told", |harness| {
        session(harness).notices().iter().any(|notice| notice.text.contains("dicta-save: a fault made by a test"))
    });
    wait_until_saved(&mut harness, &world);
    assert!(is_done(&world.path("harbour-set")));
}

#[test]
fn the_person_is_told_where_a_fault_of_the_program_is_logged() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    dicta::host::panic_log::install(&world.path("state"));
    disk.set(SET, Fault::Panic);
    change(&mut harness, 1);
    world.pass(3_000);
    let told = format!("the details are in “{}”", world.path("state/panics.log").display());
    wait(&mut harness, "the log is named", |harness| session(harness).notices().iter().any(|notice| notice.text.contains(&told)));
    drop(std::panic::take_hook());
    let log = std::fs::read_to_string(world.path("state/panics.log")).unwrap();
    assert!(log.contains("thread dicta-save") && log.contains("a fault made by a test"), "{log}");
}

#[test]
fn a_journal_that_fails_by_a_fault_of_the_program_goes_on_and_has_everything() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    disk.set(JOURNAL, Fault::Panic);
    change(&mut harness, 1);
    wait(&mut harness, "the fault is told", |harness| {
        session(harness).notices().iter().any(|notice| notice.text.contains("dicta-journal: a fault made by a test"))
    });
    change(&mut harness, 2);
    wait(&mut harness, "all is in the journal", |harness| session(harness).not_yet_safe() == 0);
    drop(harness);
    let again = loop {
        let again = open(&world, &disk);
        if *session(&again).access() == Access::ReadWrite {
            break again;
        }
    };
    assert!(session(&again).document().layers.values().any(|layer| layer.done));
}

#[test]
fn an_opening_that_fails_by_a_fault_of_the_program_is_answered() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let set = world.set("harbour-set");
    disk.set(JOURNAL, Fault::Panic);
    let mut harness = start(dicta::gui::Options { disk: Arc::new(disk.clone()), ..world.options(&[&set]) });
    wait(&mut harness, "the reason", |harness| shows(harness, "could not be opened: an error inside Dicta"));
    assert!(!shows(&harness, "Opening"));
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    harness.get_by_label("Path").type_text(&set.display().to_string());
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    assert_eq!(*session(&harness).access(), Access::ReadWrite);
}

#[test]
fn a_set_that_is_closed_and_opened_again_can_be_written() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let mut harness = open(&world, &disk);
    for _ in 0..10 {
        change(&mut harness, 1);
        press(&mut harness, Modifiers::COMMAND, Key::W);
        wait(&mut harness, "the start screen", |harness| harness.state().session().is_none());
        harness.run_steps(1);
        harness.get_by_label("harbour-set").click();
        wait(&mut harness, "the set", |harness| harness.state().session().is_some());
        assert_eq!(*session(&harness).access(), Access::ReadWrite);
        harness.run_steps(2);
    }
}

#[test]
fn the_system_can_end_the_window_and_everything_is_saved() {
    let (world, disk, stop) = (World::new(), FaultyDisk::default(), Stop::default());
    let set = world.set("harbour-set");
    let mut harness = start(dicta::gui::Options { stop: stop.clone(), disk: Arc::new(disk), ..world.options(&[&set]) });
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(2);
    change(&mut harness, 1);
    assert!(!is_done(&set));
    stop.ask();
    wait(&mut harness, "the window closes", closes);
    assert!(is_done(&set));
}

#[test]
fn the_system_can_end_the_window_although_the_set_cannot_be_saved() {
    let (world, disk, stop) = (World::new(), FaultyDisk::default(), Stop::default());
    let set = world.set("harbour-set");
    let options = dicta::gui::Options { stop: stop.clone(), disk: Arc::new(disk.clone()), ..world.options(&[&set]) };
    let mut harness = start(options);
    wait(&mut harness, "the set", |harness| harness.state().session().is_some());
    harness.run_steps(2);
    disk.set(SET, Fault::Full);
    change(&mut harness, 1);
    stop.ask();
    wait(&mut harness, "the window closes", closes);
    assert_eq!(session(&harness).not_yet_safe(), 0, "the journal has it");
}

#[test]
fn a_copy_elsewhere_holds_everything_and_is_enough_to_close() {
    let (world, disk) = (World::new(), FaultyDisk::default());
    let lexicon = "(format: (1, 0), verbs: [\"herald\"])\n";
    world.set("harbour-set");
    world.file("harbour-set/lexicons/en.ron", lexicon);
    let mut harness = open(&world, &disk);
    disk.set(JOURNAL, Fault::Full);
    disk.set(SET, Fault::Full);
    change(&mut harness, 1);
    ask_to_close(&mut harness);
    wait(&mut harness, "the question", |harness| shows(harness, "1 change is neither in the set nor in the journal"));
    harness.get_by_label("Save a copy elsewhere…").click();
    wait(&mut harness, "where", |harness| shows(harness, "Location of the copy"));
    let copy = world.path("rescued");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label("Location of the copy").type_text(&copy.display().to_string());
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    wait(&mut harness, "the copy", |harness| shows(harness, "holds everything"));
    assert!(is_done(&copy));
    assert_eq!(std::fs::read_to_string(copy.join("lexicons/en.ron")).unwrap(), lexicon);
    harness.get_by_label("Close the window").click();
    wait(&mut harness, "the window closes", closes);
}
