//! The inspector: every field of the selected annotation by its name, and what is open in the article.

use dicta::gui::state::view::Overlay;
use dicta::model::Label;
use dicta::model::{Document, EvidenceKind, LinkKind, Who};
use dicta::session::{Command, Digit, For, Place, QuestionKind, SessionAction, Slot};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

/// The default codebook; Maurel marked and known, her words a quote with two fragments.
fn stage() -> Stage {
    let codebook = dicta::storage::schema::codebook::default().unwrap();
    let mut stage = Stage::with(Document { codebook: codebook.into(), ..Document::default() });
    stage.tag("Minister Claire Maurel", SessionAction::Tag(Label::Actor));
    let mention = stage.session.current().unwrap().id.clone();
    stage.send(Command::NewActor { name: "Claire Maurel".into(), target: For::Mention(mention) });
    let mut actor = dicta::model::Actor::clone(stage.session.document().register.actors().first().unwrap());
    actor.role = "minister".into();
    stage.send(Command::SetActor(Box::new(actor)));
    stage.tag("“We are talking at a technical level,”", SessionAction::Tag(Label::Quote));
    stage.select("“It is done in the open.”");
    stage.act(SessionAction::AddFragment);
    stage
}

fn speaker(harness: &Harness<'static, Stage>) -> Vec<String> {
    let session = &harness.state().session;
    let quote = session.current().unwrap();
    quote.details.attribution.iter().map(|held| session.who_shown(&held.who)).collect()
}

fn attribute(harness: &Harness<'static, Stage>, name: &str) -> Option<String> {
    harness.state().session.current().unwrap().details.attributes.get(name).cloned()
}

#[test]
fn a_speaker_stands_with_role_and_mention_and_can_be_taken_off() {
    let mut stage = stage();
    stage.act(SessionAction::Speaker(Digit::One));
    let mut harness = stage.open();
    harness.get_by_label("Speaker: Claire Maurel, minister");
    harness.get_by_label("Remove Claire Maurel").click();
    harness.run();
    assert!(speaker(&harness).is_empty());
    harness.get_by_label("Speaker: who says it?");
    harness.state_mut().act(SessionAction::Undo);
    harness.run();
    harness.get_by_label("Named by: Minister Claire Maurel").click();
    harness.run();
    assert_eq!(harness.state().session.current().unwrap().words(), "Minister Claire Maurel");
}

#[test]
fn the_picker_shows_the_role_and_a_digit_chooses() {
    let mut harness = stage().open();
    harness.get_by_label("Speaker: who says it?").click();
    harness.run();
    harness.get_by_label("Claire Maurel, minister");
    harness.input_mut().events.push(egui::Event::Text("1".to_owned()));
    harness.run();
    assert_eq!(speaker(&harness), ["Claire Maurel"]);
    assert!(harness.state().view.picker.is_none());
}

#[test]
fn several_speakers_can_be_reordered() {
    let mut stage = stage();
    stage.act(SessionAction::Speaker(Digit::One));
    let id = stage.session.current().unwrap().id.clone();
    stage.send(Command::Credit { id, slot: Slot::Speaker, who: Who::Unnamed("two sources".into()), joins: true });
    let mut harness = stage.open();
    harness.get_by_label("Move two sources up").click();
    harness.run();
    assert_eq!(speaker(&harness), ["“two sources”", "Claire Maurel"]);
}

#[test]
fn a_value_is_chosen_from_its_list() {
    let mut harness = stage().open();
    harness.get_by_label("Medium: Speech").click();
    harness.run();
    harness.get_by_label("Writing: Letter, statement, post, law.").click();
    harness.run();
    assert_eq!(attribute(&harness, "medium").as_deref(), Some("writing"));
    harness.get_by_label("Clear medium").click();
    harness.run();
    assert_eq!(attribute(&harness, "medium"), None);
}

#[test]
fn a_value_is_chosen_from_its_list_by_key() {
    let mut harness = stage().open();
    harness.get_by_label("Medium: Speech").click();
    harness.run();
    harness.key_press(egui::Key::W);
    harness.run();
    assert_eq!(attribute(&harness, "medium").as_deref(), Some("writing"));
}

#[test]
fn a_date_is_taken_once_it_is_one() {
    let mut harness = stage().open();
    harness.get_by_label("Said on").click();
    harness.run();
    harness.get_by_label("Said on").type_text("2026-02-0");
    harness.run();
    assert_ne!(attribute(&harness, "date_said").as_deref(), Some("2026-02-0"));
    harness.get_by_label("Said on").type_text("3");
    harness.run();
    assert_eq!(attribute(&harness, "date_said").as_deref(), Some("2026-02-03"));
}

#[test]
fn an_ordered_scale_is_a_row_of_buttons() {
    let mut stage = stage();
    stage.tag("visited the ministry on Tuesday", SessionAction::Tag(Label::Claim));
    let mut harness = stage.open();
    harness.get_by_label("Check-worthiness: 2").click();
    harness.run();
    assert_eq!(attribute(&harness, "check_worthiness").as_deref(), Some("2"));
}

#[test]
fn the_cue_can_be_taken_off() {
    let mut stage = stage();
    stage.select("told");
    stage.act(SessionAction::MarkCue);
    let mut harness = stage.open();
    harness.get_by_label("Cue: told");
    harness.get_by_label("Clear cue: told").click();
    harness.run();
    assert!(harness.state().session.current().unwrap().details.evidence_of(EvidenceKind::Cue).next().is_none());
}

#[test]
fn a_claim_in_a_quote_leads_to_it() {
    let mut stage = stage();
    stage.tag("done in the open", SessionAction::Tag(Label::Claim));
    let mut harness = stage.open();
    harness.get_by_label_contains("In quote: “We are talking").click();
    harness.run();
    assert!(harness.state().session.current().unwrap().words().starts_with("“We are talking"));
}

#[test]
fn a_link_shows_the_other_end_and_its_kind_can_be_changed() {
    let mut stage = stage();
    let quote = stage.session.current().unwrap().id.clone();
    let here = stage.session.article().unwrap().id.clone();
    stage.act(SessionAction::NextArticle);
    stage.tag("Des discussions sont en cours au niveau technique", SessionAction::Tag(Label::Quote));
    let there = (stage.session.article().unwrap().id.clone(), stage.session.current().unwrap().id.clone());
    stage.send(Command::Link { from: there.clone(), to: (here.clone(), quote.clone()), kind: LinkKind::SameStatement });
    stage.send(Command::GoTo(Place::Annotation(here.clone(), quote.clone())));
    let mut harness = stage.open();
    let kind = |harness: &Harness<'static, Stage>| harness.state().session.ties(&(here.clone(), quote.clone()))[0].kind;
    harness.get_by_label_contains("Same statement: Des discussions");
    harness.get_by_label("Edit link: same statement").click();
    harness.run();
    harness.get_by_label("contradicts").click();
    harness.run();
    assert_eq!(kind(&harness), LinkKind::Contradicts);
    harness.get_by_label_contains("Contradicts: Des discussions").click();
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().id, there.0);
    harness.state_mut().send(Command::GoTo(Place::Annotation(here.clone(), quote.clone())));
    harness.run();
    harness.get_by_label("Edit link: contradicts").click();
    harness.run();
    harness.get_by_label("Remove link").click();
    harness.run();
    assert!(harness.state().session.ties(&(here.clone(), quote.clone())).is_empty());
}

#[test]
fn what_is_open_is_counted_and_leads_there() {
    let mut stage = stage();
    stage.send(Command::SelectAnnotation(None));
    let open = stage.session.open_here().iter().filter(|question| question.kind == QuestionKind::NoSpeaker).count();
    assert_eq!(open, 1);
    let mut harness = stage.open();
    harness.get_by_label("1 quote without speaker").click();
    harness.run();
    assert!(harness.state().session.current().unwrap().words().starts_with("“We are talking"));
}

#[test]
fn a_mention_shows_its_actor_and_how_often_it_stands() {
    let mut stage = stage();
    stage.act(SessionAction::Speaker(Digit::One));
    stage.send(Command::SelectAnnotation(None));
    stage.act(SessionAction::PreviousAnnotation);
    let id = stage.session.layer().unwrap().annotations().iter().find(|a| a.actor.is_some()).unwrap().id.clone();
    stage.send(Command::SelectAnnotation(Some(id)));
    let mut harness = stage.open();
    harness.get_by_label("Actor: Claire Maurel, minister");
    harness.get_by_label("1 mention, 1 quote in 1 article");
    harness.get_by_label("Remove actor").click();
    harness.run();
    harness.get_by_label("Actor: who is it?");
}

#[test]
fn the_strip_sets_a_value_by_mouse() {
    let mut stage = stage();
    stage.view.overlay = Some(Overlay::Values);
    let mut harness = stage.open();
    harness.get_by_label("Polarity: Denied").click();
    harness.run();
    assert_eq!(attribute(&harness, "polarity").as_deref(), Some("denied"));
}
