//! The preferences' file: written soon and whole, for its owner only, and never overwritten because it is damaged.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;

use dicta::gui::Options;
use egui::{Key, Modifiers};

use crate::support::world::{World, press, shows, start, wait};

#[test]
fn a_change_is_in_the_file_at_once_and_comes_back() {
    let world = World::new();
    let file = world.path("config/preferences.ron");
    let options = || Options { preferences: Some(file.clone()), ..world.options(&[]) };
    let mut harness = start(options());
    harness.run_steps(2);
    assert!(!file.exists(), "nothing was changed yet");
    press(&mut harness, Modifiers::COMMAND, Key::Equals);
    wait(&mut harness, "the file", |_| file.is_file());
    let zoom = harness.state().prefs().zoom;
    assert!(zoom > 1.0);
    let mut again = start(options());
    again.run_steps(1);
    assert_eq!(again.state().prefs().zoom, zoom);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn a_damaged_file_is_kept_and_told() {
    let world = World::new();
    let file = world.file("config/preferences.ron", "(\n    zoom: 1.5,\n    annotator: Some(\"alice\n");
    let mut harness = start(Options { preferences: Some(file.clone()), ..world.options(&[]) });
    harness.run_steps(2);
    assert!(shows(&harness, "Your preferences could not be read"));
    press(&mut harness, Modifiers::COMMAND, Key::Equals);
    wait(&mut harness, "the new file", |_| file.is_file());
    let kept = fs::read_to_string(file.with_extension("bak")).unwrap();
    assert!(kept.contains("zoom: 1.5"), "{kept}");
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let world = World::new();
    let file = world.file("in-the-way", "").join("preferences.ron");
    let mut harness = start(Options { preferences: Some(file), ..world.options(&[]) });
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND, Key::Equals);
    wait(&mut harness, "the reason", |harness| shows(harness, "Your preferences are not saved"));
}
