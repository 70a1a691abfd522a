//! The side panel: the selected annotation, the list, the article's details.

use dicta::gui::state::view::{FocusTarget, SideTab};
use std::sync::Arc;

use dicta::model::{AnnotationId, Details, Document, Label, Layer, Lost, LostFragment, Unknown};
use dicta::session::{Access, Command, SessionAction};
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::panels_stage::Stage;

fn annotated() -> Stage {
    let mut stage = Stage::new();
    stage.tag("The dockers' adviser Émile Bonnet visited the ministry on Tuesday", SessionAction::Tag(Label::Claim));
    stage.tag("“We are talking at a technical level,”", SessionAction::Tag(Label::Quote));
    stage.tag("Émile Bonnet", SessionAction::Tag(Label::Actor));
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
    harness.state_mut().act(SessionAction::Undo);
    harness.run();
    assert_eq!(harness.get_by_label("Note").value().as_deref().unwrap_or_default(), "");
}

#[test]
fn the_label_can_be_changed() {
    let mut harness = annotated().open();
    harness.get_by_label("Change to claim").click();
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
    harness.get_by_label_contains("Overlapping claim").click();
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
    assert_eq!(stored(harness.state()).as_deref(), Some("2026-02-04"), "half a date is not taken while it is typed");
    harness.get_by_label("Outlet").click();
    harness.run();
    assert_eq!(stored(harness.state()).as_deref(), Some("2026-02"));
    harness.state_mut().act(SessionAction::Undo);
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
    harness.state_mut().act(SessionAction::Undo);
    harness.run();
    let value = harness.get_by_label("Outlet").value();
    assert_eq!(value.as_deref(), Some("North Wire"));
}

#[test]
fn facts_say_that_the_text_is_intact() {
    let mut stage = Stage::new();
    stage.view.tab = SideTab::Article;
    let harness = stage.open();
    harness.get_by_label_contains("text unchanged");
    harness.get_by_label("dockers.txt");
}

/// The same set, opened with an annotation whose words are not in the text.
fn with_a_lost_annotation() -> Stage {
    let mut stage = annotated();
    let mut document = Document::clone(stage.session.document());
    let key = (stage.session.article().unwrap().id.clone(), stage.session.annotator().clone());
    let mut layer = Layer::clone(document.layers.get(&key).unwrap());
    let like = layer.annotations().first().unwrap().clone();
    let fragment = LostFragment { chars: (3, 9), words: "never".to_owned(), before: String::new(), after: String::new() };
    let lost = Lost {
        id: AnnotationId::parse("qlost").unwrap(),
        label: Label::Quote,
        fragments: vec![fragment],
        note: String::new(),
        unsure: false,
        actor: None,
        details: Details::default(),
        origin: "hand".to_owned(),
        created: like.created,
        modified: like.modified,
        unknown: Unknown::default(),
    };
    layer.lost.push(lost.into());
    document.layers.insert(key, layer.into());
    stage.reopen(document, Access::ReadWrite);
    stage.view.tab = SideTab::List;
    stage
}

#[test]
fn a_lost_annotation_takes_the_selected_words() {
    let mut stage = with_a_lost_annotation();
    stage.select("two diplomatic sources");
    let mut harness = stage.open();
    harness.get_by_label("Move to selection").click();
    harness.run();
    let session = &harness.state().session;
    assert_eq!(session.current().unwrap().words(), "two diplomatic sources");
    assert!(session.layer().unwrap().lost.is_empty());
}

#[test]
fn a_lost_annotation_can_be_given_up() {
    let mut harness = with_a_lost_annotation().open();
    harness.get_by_label("Text not found: quote");
    harness.get_by_label("Discard").click();
    harness.run();
    assert!(harness.state().session.layer().unwrap().lost.is_empty());
    assert!(harness.query_by_label("Discard").is_none());
}

#[test]
fn a_set_that_is_read_only_shows_notes_but_takes_none() {
    let mut stage = annotated();
    let id = stage.session.current().unwrap().id.clone();
    stage.send(Command::SetNote(id.clone(), "kept".to_owned()));
    let document = Document::clone(stage.session.document());
    stage.reopen(document, Access::ReadOnly("bob has it open".to_owned()));
    stage.send(Command::SelectAnnotation(Some(id)));
    let mut harness = stage.open();
    harness.get_by_label("Read-only");
    harness.get_by_label("Note").click();
    harness.run();
    harness.get_by_label("Note").type_text("more");
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().note, "kept");
    assert_eq!(harness.get_by_label("Note").value().as_deref(), Some("kept"));
}

#[test]
fn ten_thousand_annotations_draw_a_screenful_and_the_selected_one_is_in_view() {
    let mut stage = annotated();
    let mut document = Document::clone(stage.session.document());
    let article = stage.session.article().unwrap().clone();
    let like = stage.session.current().unwrap().clone();
    let many = (0..10_000_usize).map(|n| {
        let mut annotation = dicta::model::Annotation::clone(&like);
        annotation.id = AnnotationId::parse(&format!("a{n}")).unwrap();
        annotation.note = n.to_string();
        Arc::new(annotation)
    });
    document.layers.insert((article.id.clone(), stage.session.annotator().clone()), Layer::new(many.collect()).into());
    stage.reopen(document, Access::ReadWrite);
    stage.view.tab = SideTab::List;
    stage.send(Command::SelectAnnotation(Some(AnnotationId::parse("a7654").unwrap())));
    let harness = stage.open();
    let rows: Vec<_> = harness.query_all_by_label_contains("actor: Émile Bonnet").collect();
    assert!(rows.len() < 60, "{} rows were drawn", rows.len());
    let selected = rows.iter().find(|row| row.accesskit_node().is_selected() == Some(true)).expect("the selected row is drawn");
    let panel = egui::Rect::from_x_y_ranges(1100.0..=1440.0, 100.0..=832.0);
    assert!(panel.contains_rect(selected.rect()), "{:?}", selected.rect());
}
