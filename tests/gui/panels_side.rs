//! The side panel: the selected annotation, the list, the article's details.

use dicta::gui::view::{FocusTarget, SideTab};
use dicta::model::Label;
use dicta::session::{Action, Command};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::panels_stage::Stage;

fn annotated() -> Stage {
    let mut stage = Stage::new();
    stage.tag("The dockers' adviser Émile Bonnet visited the ministry on Tuesday", Action::TagClaim);
    stage.tag("“We are talking at a technical level,”", Action::TagQuote);
    stage.tag("Émile Bonnet", Action::TagActor);
    stage
}

#[test]
fn a_note_is_kept_as_it_is_typed() {
    let mut stage = annotated();
    stage.view.focus = Some(FocusTarget::Note);
    let mut harness = stage.open();
    for part in ["adviser, ", "not ", "envoy"] {
        harness.get_by_label("Note").type_text(part);
        harness.run();
    }
    assert_eq!(harness.state().session.current().unwrap().note, "adviser, not envoy");
}

#[test]
fn escape_leads_from_the_note_back_to_the_text() {
    let mut stage = annotated();
    stage.view.focus = Some(FocusTarget::Note);
    let mut harness = stage.open();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().view.focus, Some(FocusTarget::Reader));
    assert!(!harness.ctx.text_edit_focused());
}

#[test]
fn a_note_follows_undo() {
    let mut stage = annotated();
    stage.view.focus = Some(FocusTarget::Note);
    let mut harness = stage.open();
    harness.get_by_label("Note").type_text("wrong");
    harness.run();
    harness.state_mut().act(Action::Undo);
    harness.run();
    assert_eq!(harness.get_by_label("Note").value().as_deref().unwrap_or_default(), "");
}

#[test]
fn the_label_can_be_changed() {
    let mut harness = annotated().open();
    harness.get_by_label("Make it claim").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().label, Label::Claim);
}

#[test]
fn unsure_edges_and_delete_have_buttons() {
    let mut harness = annotated().open();
    harness.get_by_label("Unsure").click();
    harness.run();
    assert!(harness.state().session.current().unwrap().unsure);
    harness.get_by_label("End one letter left").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().words(), "Émile Bonne");
    harness.get_by_label("Delete").click();
    harness.run();
    assert_eq!(harness.state().session.layer().unwrap().annotations().len(), 2);
}

#[test]
fn another_annotation_at_the_caret_can_be_picked() {
    let mut harness = annotated().open();
    harness.get_by_label_contains("Also here: claim").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().label, Label::Claim);
}

#[test]
fn selected_words_are_counted_before_they_are_marked() {
    let mut stage = Stage::new();
    stage.select("Émile Bonnet visited");
    let mut harness = stage.open();
    harness.get_by_label("3 words selected, 20 characters");
    harness.get_by_label("Mark as actor").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().words(), "Émile Bonnet visited");
}

#[test]
fn the_list_is_filtered_by_words_and_by_label() {
    let mut stage = annotated();
    stage.view.tab = SideTab::List;
    let mut harness = stage.open();
    harness.get_by_label("actor: Émile Bonnet");
    harness.get_by_label("Filter annotations").click();
    harness.run();
    harness.get_by_label("Filter annotations").type_text("emile");
    harness.run();
    assert!(harness.query_by_label_contains("quote: ").is_none());
    harness.get_by_label("Show claims").click();
    harness.run();
    harness.get_by_label("actor: Émile Bonnet");
    assert!(harness.query_by_label_contains("claim: ").is_none());
}

#[test]
fn a_row_of_the_list_selects_and_arrows_go_on() {
    let mut stage = annotated();
    stage.send(Command::SelectAnnotation(None));
    stage.view.tab = SideTab::List;
    let mut harness = stage.open();
    harness.get_by_label("actor: Émile Bonnet").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().label, Label::Actor);
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().label, Label::Quote);
}

#[test]
fn a_wrong_date_is_refused_in_words_and_not_sent() {
    let mut stage = Stage::new();
    stage.view.tab = SideTab::Article;
    let mut harness = stage.open();
    harness.get_by_label("4 February 2026");
    harness.get_by_label("Date").click();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("Date").type_text("5");
    harness.run();
    harness.get_by_label("“2026-02-045” is not a date; write 2026-02-04, 2026-02 or 2026");
    let stored = |stage: &Stage| stage.session.article().unwrap().metadata.published.as_ref().map(|d| d.as_str().to_owned());
    assert_eq!(stored(harness.state()).as_deref(), Some("2026-02-04"));
    for _ in 0..4 {
        harness.key_press(Key::Backspace);
        harness.run();
    }
    assert_eq!(stored(harness.state()).as_deref(), Some("2026-02"));
    harness.state_mut().act(Action::Undo);
    harness.run();
    harness.get_by_label("4 February 2026");
}

#[test]
fn details_are_edited_and_follow_undo() {
    let mut stage = Stage::new();
    stage.view.focus = Some(FocusTarget::Details);
    let mut harness = stage.open();
    harness.get_by_label("Outlet").click();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("Outlet").type_text(" Service");
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().metadata.outlet, "North Wire Service");
    harness.state_mut().act(Action::Undo);
    harness.run();
    let value = harness.get_by_label("Outlet").value();
    assert_eq!(value.as_deref(), Some("North Wire"));
}

#[test]
fn facts_say_that_the_text_is_intact() {
    let mut stage = Stage::new();
    stage.view.tab = SideTab::Article;
    let harness = stage.open();
    harness.get_by_label_contains("text intact");
    harness.get_by_label("dockers.txt");
}
