//! The margin and the names of marks: who says what, in which way, and linked to what.

use dicta::model::Label;
use dicta::session::{Command, Digit, For, SessionAction};
use egui::Vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::reader_stage::{Stage, sized};

const WIDE: Vec2 = Vec2::new(1100.0, 600.0);

fn select(stage: &mut Stage, words: &str) {
    let at = stage.session.article().unwrap().text.as_str().find(words).unwrap();
    let (anchor, head) = (dicta::text::ByteOffset(at), dicta::text::ByteOffset(at + words.len()));
    stage.send(Command::Select { anchor, head });
}

/// Two quotes; the first is Maurel's, with a cue.
fn stage() -> Harness<'static, Stage> {
    let mut harness = sized("[“We talk,”] Maurel told us. Later: [“She said we talk.”]|", WIDE);
    let stage = harness.state_mut();
    select(stage, "Maurel");
    stage.act(SessionAction::Tag(Label::Actor));
    let mention = stage.session.current().unwrap().id.clone();
    stage.send(Command::NewActor { name: "Claire Maurel".into(), target: For::Mention(mention) });
    let quote = stage.session.layer().unwrap().annotations().first().unwrap().id.clone();
    stage.send(Command::SelectAnnotation(Some(quote)));
    stage.act(SessionAction::Speaker(Digit::One));
    select(stage, "told");
    stage.act(SessionAction::MarkCue);
    harness.run_steps(3);
    harness
}

#[test]
fn a_mark_is_named_with_who_says_it() {
    let harness = stage();
    harness.get_by_label("quote by Claire Maurel: “We talk,”");
    harness.get_by_label("actor Claire Maurel: Maurel");
    harness.get_by_label("quote: “She said we talk.”");
}

#[test]
fn the_margin_names_the_speaker_or_asks() {
    let harness = stage();
    harness.get_by_label("Said by Claire Maurel: ““We talk,””");
    harness.get_by_label("Who says it? ““She said we talk.””");
}

#[test]
fn both_ends_of_a_link_show_its_number_and_lead_to_each_other() {
    let mut harness = stage();
    let stage = harness.state_mut();
    stage.act(SessionAction::Link);
    let other = stage.session.layer().unwrap().annotations().last().unwrap().id.clone();
    stage.send(Command::SelectAnnotation(Some(other.clone())));
    stage.act(SessionAction::Link);
    stage.send(Command::SelectAnnotation(None));
    harness.run_steps(3);
    let ends = harness.query_all_by_label("Go to same statement: 1 same statement").count();
    assert_eq!(ends, 2);
    harness.query_all_by_label("Go to same statement: 1 same statement").next().unwrap().click();
    harness.run_steps(3);
    assert!(harness.state().session.current().is_some());
}

#[test]
fn words_that_are_no_article_text_ask_nothing() {
    let mut harness = stage();
    let stage = harness.state_mut();
    select(stage, "Later");
    stage.act(SessionAction::MarkZone);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Who says it?").is_none());
}
