//! The article list: filter, open, move by keys, stay fast.

use dicta::model::Document;
use dicta::model::Label;
use dicta::session::{Command, Incoming, SessionAction};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

const DOCKERS: &str = "Dockers' envoy met the minister in secret, sources say, untouched";
const PORT: &str = "Port : la reprise des discussions « en préparation », untouched";
const VESTNIK: &str = "Contacts with the port have been restored, untouched";

#[test]
fn a_click_opens_an_article() {
    let mut harness = Stage::new().open();
    harness.get_by_label(VESTNIK).click();
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().id.as_str(), "vestnik");
}

#[test]
fn a_row_says_how_far_the_article_is() {
    let mut stage = Stage::new();
    stage.tag("Émile Bonnet", SessionAction::Tag(Label::Actor));
    stage.tag("Claire Maurel", SessionAction::Tag(Label::Actor));
    let harness = stage.open();
    harness.get_by_label("Dockers' envoy met the minister in secret, sources say, in progress, 2 annotations, 4 to do");
}

#[test]
fn the_filter_narrows_the_list_without_regard_to_accents() {
    let mut harness = Stage::new().open();
    harness.get_by_label("Filter articles").click();
    harness.run();
    harness.get_by_label("Filter articles").type_text("PREPARATION quai");
    harness.run();
    harness.get_by_label(PORT);
    assert!(harness.query_by_label(DOCKERS).is_none());
    harness.get_by_label("1 of 3 articles · 0 done");
}

#[test]
fn the_filter_finds_a_status() {
    let mut stage = Stage::new();
    stage.act(SessionAction::ToggleDone);
    stage.view.panels.articles.filter = "untouched".to_owned();
    let harness = stage.open();
    harness.get_by_label(VESTNIK);
    assert!(harness.query_by_label_contains("sources say, done").is_none());
}

#[test]
fn enter_in_the_filter_opens_the_first_match() {
    let mut harness = Stage::new().open();
    harness.get_by_label("Filter articles").click();
    harness.run();
    harness.get_by_label("Filter articles").type_text("vestnik");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().id.as_str(), "vestnik");
}

#[test]
fn arrows_move_in_the_list_and_enter_opens() {
    let mut stage = Stage::new();
    stage.view.focus = Some(dicta::gui::state::view::FocusTarget::Articles);
    let mut harness = stage.open();
    assert!(dicta::gui::panels::list_has_keyboard(&harness.ctx));
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().id.as_str(), "dockers");
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().id.as_str(), "vestnik");
}

#[test]
fn an_empty_set_says_what_to_do() {
    let mut stage = Stage::new();
    while stage.session.article().is_some() {
        stage.act(SessionAction::RemoveArticle);
    }
    let harness = stage.open();
    harness.get_by_label("No articles yet. Add text files, or drop them on the window.");
}

#[test]
fn only_rows_in_view_are_drawn() {
    let mut stage = Stage::with(Document::default());
    let text = |n: usize| Incoming { file_name: format!("a{n}.txt"), text: format!("Article number {n}\n\nText {n}.\n") };
    stage.send(Command::AddArticles((0..2_000).map(text).collect()));
    stage.view.focus = Some(dicta::gui::state::view::FocusTarget::Articles);
    let mut harness = stage.open();
    assert!(harness.query_all_by_role(egui::Role::ListBoxOption).count() < 40);
    harness.key_press(Key::End);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().id.as_str(), "a1999");
    assert!(harness.query_all_by_role(egui::Role::ListBoxOption).count() < 40);
}
