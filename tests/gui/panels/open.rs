//! The tab of what is open: groups, places, batches; and what it says elsewhere.

use dicta::gui::state::view::{FocusTarget, SideTab};
use dicta::model::Label;
use dicta::session::{Command, Scope, SessionAction};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

fn questioned() -> Stage {
    let mut stage = Stage::new();
    stage.send(Command::OpenArticle(dicta::model::ArticleId::parse("dockers").unwrap()));
    stage.tag("“We are talking at a technical level,”", SessionAction::Tag(Label::Quote));
    stage.tag("Émile Bonnet visited the ministry on Tuesday", SessionAction::Tag(Label::Claim));
    stage.send(Command::SelectAnnotation(None));
    stage.view.tab = SideTab::Open;
    stage
}

#[test]
fn what_is_open_is_counted_by_kind_and_on_the_tab() {
    let harness = questioned().open();
    harness.get_by_label("1 quote without speaker");
    harness.get_by_label("1 claim without source");
    harness.get_by_label("1 unmarked quotation");
    harness.get_by_label("2 articles untouched in the set");
}

#[test]
fn a_group_unfolds_and_a_place_leads_to_the_text() {
    let mut harness = questioned().open();
    harness.get_by_label("1 quote without speaker").click();
    harness.run();
    harness.get_by_label_contains("Go to quote without speaker: “We are talking").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().words(), "“We are talking at a technical level,”");
}

#[test]
fn the_keyboard_walks_the_groups_and_passes_headings() {
    let mut stage = questioned();
    stage.view.focus = Some(FocusTarget::Questions);
    let mut harness = stage.open();
    for _ in 0..4 {
        harness.key_press(Key::ArrowDown);
        harness.run();
    }
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label_contains("Go to article untouched: Port");
}

#[test]
fn an_actor_seen_once_leads_to_its_page() {
    let mut stage = questioned();
    stage.know(&["Émile Bonnet"]);
    let mut harness = stage.open();
    harness.get_by_label("1 actor seen once in the set").click();
    harness.run();
    harness.get_by_label("Go to actor seen once: Émile Bonnet").click();
    harness.run();
    assert_eq!(harness.state().view.tab, SideTab::Actors);
    harness.get_by_label("All actors");
}

#[test]
fn an_article_that_is_done_says_what_it_leaves_open() {
    let mut stage = questioned();
    stage.act(SessionAction::ToggleDone);
    let harness = stage.open();
    harness.get_by_label("Done, with 3 open questions");
}

#[test]
fn the_article_list_says_how_much_is_open() {
    let harness = questioned().open();
    harness.get_by_label_contains("in progress, 2 annotations, 3 to do");
}

#[test]
fn a_batch_is_retracted() {
    let mut stage = questioned();
    stage.know(&["Claire Maurel"]);
    let actor = stage.actor("Claire Maurel");
    stage.send(Command::FindMentions(actor, Scope::Set));
    stage.send(Command::AcceptReview);
    let mut harness = stage.open();
    harness.get_by_label("Undo batch: Tagged 1 mention of Claire Maurel").click();
    harness.run();
    assert!(harness.state().session.batches().is_empty());
}
