//! Top bar, label bar, status line and the sheet of keys.

use dicta::model::Label;
use dicta::session::input::action_table::TABLE;
use dicta::session::{Action, Command, Report, SessionAction, WindowAction};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

#[test]
fn a_label_button_tags_the_selection() {
    let mut stage = Stage::new();
    stage.select("Émile Bonnet");
    let mut harness = stage.open();
    harness.get_by_label("Actor").click();
    harness.run();
    let session = &harness.state().session;
    assert_eq!(session.current().unwrap().words(), "Émile Bonnet");
    assert_eq!(session.current().unwrap().label, dicta::model::Label::Actor);
}

#[test]
fn the_keys_that_are_shown_follow_what_is_selected() {
    let mut stage = Stage::new();
    stage.tag("Émile Bonnet", SessionAction::Tag(Label::Actor));
    let mut harness = stage.open();
    harness.get_by_label("H J: Start");
    harness.state_mut().select("Tuesday");
    harness.run();
    harness.get_by_label("Ctrl C: Copy");
    harness.state_mut().send(Command::Clear);
    harness.run();
    harness.get_by_label("D: Done");
    harness.get_by_label("F1: All keys");
}

#[test]
fn the_status_line_counts_characters_not_bytes() {
    let mut stage = Stage::new();
    stage.tag("Émile Bonnet", SessionAction::Tag(Label::Actor));
    let text = crate::support::panels_stage::DOCKERS;
    let start = text.get(..text.find("Émile").unwrap()).unwrap().chars().count();
    let harness = stage.open();
    harness.get_by_label(&format!("characters {start}–{}", start + "Émile Bonnet".chars().count()));
    harness.get_by_label("1 annotation");
}

#[test]
fn a_failed_save_is_said_until_it_succeeds_whatever_is_dismissed() {
    let mut stage = Stage::new();
    stage.send(Command::Flush);
    stage.send(Command::Report(Report::SaveFailed("the disk is full".to_owned())));
    let mut harness = stage.open();
    harness.get_by_label("Not saved");
    harness.get_by_label_contains("Error: Not saved: the disk is full");
    assert!(harness.query_by_label("Dismiss").is_none());
    harness.state_mut().send(Command::DismissNotices);
    harness.state_mut().send(Command::Clear);
    harness.run();
    harness.get_by_label_contains("Error: Not saved: the disk is full");
    harness.state_mut().send(Command::Flush);
    let revision = harness.state().session.revision();
    harness.state_mut().send(Command::Report(Report::Saved(revision)));
    harness.run();
    assert!(harness.query_by_label_contains("Error: ").is_none());
    harness.get_by_label("Saved");
}

#[test]
fn the_gravest_notice_comes_first_and_the_newest_answer_after_it() {
    let mut stage = Stage::new();
    stage.send(Command::Flush);
    stage.send(Command::Report(Report::SaveFailed("the disk is full".to_owned())));
    stage.send(Command::Report(Report::Warn("A note was moved".to_owned())));
    stage.send(Command::Report(Report::Info("Copied".to_owned())));
    let harness = stage.open();
    harness.get_by_label_contains("Error: Not saved: the disk is full");
    harness.get_by_label("Copied");
    assert!(harness.query_by_label_contains("A note was moved").is_none());
}

#[test]
fn no_text_promises_the_journal_before_the_journal_has_reported_it() {
    let mut stage = Stage::new();
    let made = stage.session.not_yet_safe();
    assert!(made > 0, "nobody has reported anything");
    stage.send(Command::Flush);
    stage.send(Command::Report(Report::SaveFailed("the disk is full".to_owned())));
    let mut harness = stage.open();
    harness.get_by_label(&format!("{made} changes not safe"));
    harness.state_mut().send(Command::Report(Report::Journaled(made)));
    harness.run();
    assert!(harness.query_by_label_contains("not safe").is_none());
    harness.get_by_label("Not saved");
}

#[test]
fn several_notices_are_counted_and_listed() {
    let mut stage = Stage::new();
    for text in ["One thing", "Another thing"] {
        stage.send(Command::Report(Report::Warn(text.to_owned())));
    }
    let mut harness = stage.open();
    harness.get_by_label("Warning: Another thing  (and 1 more)").click();
    harness.run();
    harness.get_by_label("Warning: One thing");
}

#[test]
fn the_annotator_leads_to_the_details_of_the_set() {
    let mut harness = Stage::new().open();
    harness.get_by_label("alice").click();
    harness.run();
    assert_eq!(harness.state().window, [Action::Window(WindowAction::SetDetails)]);
}

#[test]
fn undo_is_offered_when_there_is_something_to_undo() {
    let mut stage = Stage::new();
    stage.tag("Émile Bonnet", SessionAction::Tag(Label::Actor));
    let mut harness = stage.open();
    harness.get_by_label("Undo").click();
    harness.run();
    assert!(harness.state().session.current().is_none());
    harness.get_by_label("Redo").click();
    harness.run();
    assert_eq!(harness.state().session.layer().unwrap().annotations().len(), 1);
}

#[test]
fn the_sheet_lists_every_command() {
    let mut harness = Stage::new().open();
    harness.get_by_label("All keys").click();
    harness.run();
    for spec in TABLE {
        let keys: Vec<String> = spec.keys.iter().map(ToString::to_string).collect();
        harness.get_by_label(&format!("{}: {}", spec.name, keys.join(" or ")));
    }
}

#[test]
fn the_sheet_finds_a_command_and_enter_carries_it_out() {
    let mut harness = Stage::new().open();
    harness.get_by_label("All keys").click();
    harness.run();
    harness.get_by_label("Find a command").type_text("folder add");
    harness.run();
    assert!(harness.query_by_label("Quote: Q").is_none());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().window, [Action::Window(WindowAction::AddFolder)]);
    assert!(harness.state().view.overlay.is_none());
}

#[test]
fn escape_closes_the_sheet() {
    let mut harness = Stage::new().open();
    harness.get_by_label("All keys").click();
    harness.run();
    assert!(harness.state().view.overlay.is_some());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().view.overlay.is_none());
}

#[test]
fn a_still_window_asks_for_no_frame() {
    let mut stage = Stage::new();
    stage.tag("Émile Bonnet", SessionAction::Tag(Label::Actor));
    let mut harness = stage.open();
    harness.run();
    assert!(!harness.ctx.has_requested_repaint());
}
