//! The list to look through before a bulk act.

use dicta::session::{Command, Scope, SessionAction};
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

/// The dockers and the minister's name stand in two articles each.
fn reviewing() -> Harness<'static, Stage> {
    let mut stage = Stage::new();
    let text = "Maurel weighs talks\n\nClaire Maurel waited. Nobody called Claire Maurel back.\n";
    let incoming = dicta::session::Incoming { file_name: "talks.txt".to_owned(), text: text.to_owned() };
    stage.send(Command::AddArticles(vec![incoming]));
    stage.know(&["Claire Maurel"]);
    let actor = stage.actor("Claire Maurel");
    stage.send(Command::FindMentions(actor, Scope::Set));
    stage.open()
}

fn mentions(harness: &Harness<'static, Stage>) -> usize {
    let stage = harness.state();
    stage.session.survey().counts(&stage.actor("Claire Maurel")).mentions
}

#[test]
fn the_keyboard_ticks_and_accepts() {
    let mut harness = reviewing();
    let rows = harness.state().session.review().unwrap().rows.len();
    assert!(rows >= 3);
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    harness.get_by_label(&format!("Mentions of Claire Maurel: {} of {rows} selected", rows - 1));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(mentions(&harness), rows - 1);
    assert!(harness.query_by_label_contains("Mentions of").is_none(), "the list closes");
    harness.state_mut().act(SessionAction::Undo);
    assert_eq!(mentions(&harness), 0);
}

#[test]
fn all_or_none_are_ticked_at_once() {
    let mut harness = reviewing();
    harness.get_by_label("Select all or none").click();
    harness.run();
    assert_eq!(harness.state().session.review().unwrap().ticked(), 0);
    harness.get_by_label("Select all or none").click();
    harness.run();
    let review = harness.state().session.review().unwrap();
    assert_eq!(review.ticked(), review.rows.len());
}

#[test]
fn the_words_of_a_row_are_shown_in_their_article() {
    let mut harness = reviewing();
    let row = harness.get_all_by_label_contains("in Dockers' envoy").find(|node| node_name(node).starts_with("Show")).unwrap();
    row.click();
    harness.run();
    let session = &harness.state().session;
    assert_eq!(session.article().unwrap().id.as_str(), "dockers");
    assert_eq!(
        session
            .selection()
            .trimmed(&session.article().unwrap().text)
            .map(|s| session.article().unwrap().text.slice(s).to_owned())
            .as_deref(),
        Some("Claire Maurel")
    );
    assert!(session.review().is_some(), "the list stays");
}

fn node_name(node: &egui_kittest::Node<'_>) -> String {
    use egui_kittest::kittest::NodeT as _;
    node.accesskit_node().label().unwrap_or_default()
}

#[test]
fn closing_makes_nothing() {
    let mut harness = reviewing();
    harness.get_by_label("Close review").click();
    harness.run();
    assert!(harness.state().session.review().is_none());
    assert_eq!(mentions(&harness), 0);
}

#[test]
fn the_same_lines_elsewhere_are_offered_without_taking_the_keyboard() {
    let mut stage = Stage::new();
    for name in ["one.txt", "two.txt"] {
        let text = format!("News of {name}\n\nShare this page\n");
        stage.send(Command::AddArticles(vec![dicta::session::Incoming { file_name: name.to_owned(), text }]));
    }
    stage.select("Share this");
    stage.act(SessionAction::MarkZone);
    let mut harness = stage.open();
    harness.get_by_label("Mark the same lines in 1 other article as navigation (1 of 1 selected)");
    assert!(!dicta::gui::panels::list_has_keyboard(&harness.ctx));
    harness.get_by_label("Accept selected").click();
    harness.run();
    let zones: usize = harness.state().session.document().articles.values().map(|article| article.zones.len()).sum();
    assert_eq!(zones, 2);
}
