//! The tab of actors: the register, the page of one, merge and split.

use dicta::gui::state::view::SideTab;
use dicta::model::Label;
use dicta::model::{Actor, Alias};
use dicta::session::{Command, SessionAction};
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

fn change(stage: &mut Stage, name: &str, by: impl FnOnce(&mut Actor)) {
    let id = stage.actor(name);
    let mut actor = Actor::clone(stage.session.document().register.get(&id).unwrap());
    by(&mut actor);
    stage.send(Command::SetActor(Box::new(actor)));
}

/// Bonnet is named twice, Maurel once, and two Ushakovs wait to be found one.
fn peopled() -> Stage {
    let mut stage = Stage::new();
    stage.know(&["Émile Bonnet", "Claire Maurel", "Yuri Ushakov", "Iouri Ouchakov"]);
    change(&mut stage, "Claire Maurel", |actor| "minister".clone_into(&mut actor.role));
    change(&mut stage, "Yuri Ushakov", |actor| {
        actor.aliases.push(Alias { name: "Ушаков".to_owned(), language: "ru".to_owned() });
    });
    stage.tag("Émile Bonnet", SessionAction::Tag(Label::Actor));
    stage.tag("Claire Maurel", SessionAction::Tag(Label::Actor));
    stage.send(Command::SelectAnnotation(None));
    stage.send(Command::DismissNotices);
    stage.view.tab = SideTab::Actors;
    stage
}

fn page(stage: Stage, name: &str) -> Harness<'static, Stage> {
    let mut stage = stage;
    let id = stage.actor(name);
    stage.view.panels.actors.open(id);
    stage.open()
}

fn type_into(harness: &mut Harness<'static, Stage>, field: &str, text: &str) {
    harness.get_by_label(field).click();
    harness.run();
    harness.get_by_label(field).type_text(text);
    harness.run();
}

#[test]
fn the_register_says_role_and_use_and_who_may_be_the_same() {
    let harness = peopled().open();
    harness.get_by_label("Claire Maurel, minister, used once");
    harness.get_by_label_contains("Iouri Ouchakov, not used yet. May be the same as Yuri Ushakov: different spelling");
}

#[test]
fn the_filter_knows_every_name_without_regard_to_case_and_accents() {
    let mut harness = peopled().open();
    type_into(&mut harness, "Find an actor", "ушак");
    harness.get_by_label_contains("Yuri Ushakov, not used yet");
    assert!(harness.query_by_label_contains("Claire Maurel, minister").is_none());
    harness.get_by_label("Clear: find an actor").click();
    harness.run();
    type_into(&mut harness, "Find an actor", "EMILE");
    harness.get_by_label("Émile Bonnet, used once");
}

#[test]
fn enter_in_the_filter_opens_the_page_of_the_first() {
    let mut harness = peopled().open();
    type_into(&mut harness, "Find an actor", "maurel");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("All actors");
    assert_eq!(harness.get_by_label("Role").value().as_deref(), Some("minister"));
}

#[test]
fn a_typed_name_becomes_an_actor_whose_page_opens() {
    let mut harness = peopled().open();
    type_into(&mut harness, "Find an actor", "Anna Weiss");
    harness.get_by_label("New actor").click();
    harness.run();
    assert_eq!(harness.get_by_label("Name").value().as_deref(), Some("Anna Weiss"));
}

#[test]
fn the_most_used_come_first_when_asked() {
    let mut harness = peopled().open();
    let top = |harness: &Harness<'static, Stage>, label: &str| harness.get_by_label_contains(label).rect().top();
    harness.get_by_label("Sort by frequency").click();
    harness.run();
    assert!(top(&harness, "Émile Bonnet, used once") < top(&harness, "Iouri Ouchakov, not used yet"));
    harness.get_by_label("Sort by name").click();
    harness.run();
    assert!(top(&harness, "Iouri Ouchakov, not used yet") < top(&harness, "Yuri Ushakov, not used yet"));
}

#[test]
fn a_field_is_kept_as_it_is_typed_and_follows_undo() {
    let mut harness = page(peopled(), "Émile Bonnet");
    type_into(&mut harness, "Role", "adviser");
    let role = |harness: &Harness<'static, Stage>| {
        let stage = harness.state();
        stage.session.document().register.get(&stage.actor("Émile Bonnet")).unwrap().role.clone()
    };
    assert_eq!(role(&harness), "adviser");
    harness.state_mut().act(SessionAction::Undo);
    harness.run();
    assert_eq!(role(&harness), "");
    assert_eq!(harness.get_by_label("Role").value().as_deref().unwrap_or_default(), "");
}

#[test]
fn a_name_is_taken_when_its_field_is_left_and_never_empty() {
    let mut harness = page(peopled(), "Émile Bonnet");
    harness.get_by_label("Name").click();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    for _ in 0.."Émile Bonnet".chars().count() {
        harness.key_press(Key::Backspace);
        harness.run();
    }
    harness.get_by_label("Country").click();
    harness.run();
    assert_eq!(harness.get_by_label("Name").value().as_deref(), Some("Émile Bonnet"));
    harness.get_by_label("Name").click();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("Name").type_text(" fils");
    harness.run();
    harness.get_by_label("Country").click();
    harness.run();
    harness.state().actor("Émile Bonnet fils");
}

#[test]
fn another_name_is_added_and_removed() {
    let mut harness = page(peopled(), "Émile Bonnet");
    type_into(&mut harness, "Add alias", "Бонне");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().session.find_actors("бонне", 5).len(), 1);
    harness.get_by_label("Remove alias Бонне").click();
    harness.run();
    assert!(harness.state().session.find_actors("бонне", 5).is_empty());
}

#[test]
fn the_whole_it_is_part_of_is_chosen_by_typing() {
    let mut harness = page(peopled(), "Émile Bonnet");
    type_into(&mut harness, "Part of", "maur");
    harness.get_by_label("Part of: Claire Maurel").click();
    harness.run();
    harness.get_by_label("Remove parent Claire Maurel").click();
    harness.run();
    harness.get_by_label("Part of");
}

#[test]
fn a_place_of_the_page_leads_to_the_text() {
    let mut harness = page(peopled(), "Claire Maurel");
    harness.get_by_label("actor: Claire Maurel").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().words(), "Claire Maurel");
}

#[test]
fn a_likely_twin_is_merged_only_after_the_plan_was_read() {
    let mut harness = page(peopled(), "Iouri Ouchakov");
    harness.get_by_label("Merge into Yuri Ushakov").click();
    harness.run();
    harness.get_by_label("“Iouri Ouchakov” becomes an alias.");
    assert_eq!(harness.state().session.document().register.actors().len(), 4);
    harness.key_press(Key::Enter);
    harness.run();
    let register = &harness.state().session.document().register;
    assert_eq!(register.actors().len(), 3);
    assert_eq!(harness.get_by_label("Name").value().as_deref(), Some("Yuri Ushakov"));
    harness.state_mut().act(SessionAction::Undo);
    assert_eq!(harness.state().session.document().register.actors().len(), 4);
}

#[test]
fn some_places_are_split_off() {
    let mut harness = page(peopled(), "Claire Maurel");
    harness.get_by_label("Split…").click();
    harness.run();
    type_into(&mut harness, "Name of the new actor", "Another Maurel");
    harness.get_by_label("Split off: Claire Maurel").click();
    harness.run();
    harness.get_by_label("Split off").click();
    harness.run();
    let stage = harness.state();
    assert_eq!(stage.session.survey().counts(&stage.actor("Another Maurel")).mentions, 1);
    assert_eq!(stage.session.survey().counts(&stage.actor("Claire Maurel")).mentions, 0);
}

#[test]
fn who_stands_somewhere_cannot_be_removed_and_who_does_not_can() {
    let mut harness = page(peopled(), "Claire Maurel");
    harness.get_by_label("Remove").click();
    harness.run();
    assert!(harness.state().session.notices().iter().any(|notice| notice.text.contains("is used in 1 annotation, first in")));
    let unused = harness.state().actor("Yuri Ushakov");
    harness.state_mut().view.panels.actors.open(unused);
    harness.run();
    harness.get_by_label("Remove").click();
    harness.run();
    assert!(harness.state().session.actors_named("Yuri Ushakov").is_empty());
    assert!(harness.query_by_label("All actors").is_none(), "the page of who is gone closes");
}

#[test]
fn tagging_all_mentions_opens_the_review() {
    let mut stage = peopled();
    stage.send(Command::OpenArticle(dicta::model::ArticleId::parse("port").unwrap()));
    change(&mut stage, "Claire Maurel", |actor| {
        actor.aliases.push(Alias { name: "la ministre".to_owned(), language: "fr".to_owned() });
    });
    let mut harness = page(stage, "Claire Maurel");
    harness.get_by_label("Tag all mentions").click();
    harness.run();
    harness.get_by_label("Mentions of Claire Maurel: 1 of 1 selected");
}
