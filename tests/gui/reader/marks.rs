//! Marks in the text pane: each has a name, can be reached by mouse, and none hides another.

use dicta::session::SessionAction;
use egui_kittest::kittest::Queryable as _;

use crate::support::reader_stage::{shows, stage};

#[test]
fn every_mark_has_a_name() {
    let mut harness = stage("Le [ministre] a dit [« oui »].|");
    harness.get_by_label("quote: ministre");
    harness.get_by_label("quote: « oui »");
    harness.state_mut().act(SessionAction::NextAnnotation);
    harness.state_mut().act(SessionAction::PreviousAnnotation);
    harness.state_mut().act(SessionAction::ToggleUnsure);
    harness.run_steps(2);
    harness.get_by_label_contains("(unsure)");
}

#[test]
fn a_click_selects_the_shortest_mark_and_the_next_click_the_one_around_it() {
    let mut harness = stage("[Il a dit [oui] hier] soir|");
    let inner = harness.get_by_label("quote: oui");
    inner.click();
    harness.run_steps(3);
    assert_eq!(harness.state().session.current().unwrap().words(), "oui");
    // Not a double click: some time passes.
    harness.run_steps(30);
    harness.get_by_label("quote: oui").click();
    harness.run_steps(3);
    assert_eq!(harness.state().session.current().unwrap().words(), "Il a dit oui hier");
}

#[test]
fn assistive_technology_can_select_a_mark() {
    let mut harness = stage("Le [ministre] a dit|");
    harness.get_by_label("quote: ministre").click_accesskit();
    harness.run_steps(3);
    assert_eq!(harness.state().session.current().unwrap().words(), "ministre");
}

#[test]
fn an_edge_of_the_selected_mark_can_be_dragged() {
    let mut harness = stage("Le [ministre] a dit oui|");
    let rect = harness.get_by_label("quote: ministre").rect();
    harness.get_by_label("quote: ministre").click_accesskit();
    harness.run_steps(2);
    let from = egui::pos2(rect.right() + 4.0, rect.center().y);
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(from + egui::vec2(400.0, 0.0));
    harness.run_steps(1);
    harness.drop_at(from + egui::vec2(400.0, 0.0));
    harness.run_steps(3);
    assert_eq!(harness.state().session.current().unwrap().words(), "ministre a dit oui");
    harness.state_mut().act(SessionAction::Undo);
    harness.run_steps(2);
    assert_eq!(shows(&harness), "Le |[ministre] a dit oui");
}

#[test]
fn an_edge_dragged_past_the_other_stops_before_it() {
    let mut harness = stage("Le [ministre] a dit oui|");
    let rect = harness.get_by_label("quote: ministre").rect();
    harness.get_by_label("quote: ministre").click_accesskit();
    harness.run_steps(2);
    harness.drag_at(egui::pos2(rect.right() + 4.0, rect.center().y));
    harness.run_steps(1);
    harness.hover_at(egui::pos2(rect.left() - 60.0, rect.center().y));
    harness.run_steps(1);
    harness.drop_at(egui::pos2(rect.left() - 60.0, rect.center().y));
    harness.run_steps(3);
    assert_eq!(harness.state().session.current().unwrap().words(), "m");
}

#[test]
fn a_drag_from_the_first_letter_of_the_selected_mark_selects_words() {
    let mut harness = stage("Le [ministre] a dit oui|");
    let rect = harness.get_by_label("quote: ministre").rect();
    harness.get_by_label("quote: ministre").click_accesskit();
    harness.run_steps(2);
    harness.drag_at(egui::pos2(rect.left() + 2.0, rect.center().y));
    harness.run_steps(1);
    harness.hover_at(rect.right_center());
    harness.run_steps(1);
    harness.drop_at(rect.right_center());
    harness.run_steps(2);
    assert_eq!(shows(&harness), "Le ^[ministre]| a dit oui", "the edge stays, words are selected");
}
