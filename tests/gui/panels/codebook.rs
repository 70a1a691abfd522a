//! The codebook's page.

use dicta::model::Label;
use dicta::model::{Codebook, Document, Scale, Subject};
use dicta::session::{CodebookChange, Command, SessionAction};
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

/// Quotes have a type, which one quote says.
fn coded() -> Harness<'static, Stage> {
    let mut stage = Stage::with(Document { codebook: Codebook::default().into(), ..Document::default() });
    let of = Subject::Quote;
    let change = |stage: &mut Stage, change| stage.send(Command::ChangeCodebook(change));
    change(&mut stage, CodebookChange::AddAttribute { of, name: "quote_type".to_owned(), scale: Scale::List });
    for name in ["direct", "mixed"] {
        change(&mut stage, CodebookChange::AddValue { of, attribute: "quote_type".to_owned(), name: name.to_owned() });
    }
    stage.tag("“It is done in the open.”", SessionAction::Tag(Label::Quote));
    let id = stage.session.current().unwrap().id.clone();
    stage.send(Command::SetAttribute { id, name: "quote_type".to_owned(), value: "direct".to_owned() });
    stage.view.panels.codebook.open = true;
    let mut harness = stage.open();
    harness.get_by_label("Quote: quote type").scroll_to_me();
    harness.run();
    harness.get_by_label("Quote: quote type").click();
    harness.run();
    harness.get_by_label("Add a value").scroll_to_me();
    harness.run();
    harness
}

fn values(harness: &Harness<'static, Stage>) -> Vec<String> {
    let codebook = &harness.state().session.document().codebook;
    codebook.attribute(Subject::Quote, "quote_type").unwrap().values.iter().map(|value| value.name.clone()).collect()
}

fn retype(harness: &mut Harness<'static, Stage>, field: &str, text: &str) {
    harness.get_by_label(field).click();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_label(field).type_text(text);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn a_guideline_is_kept_as_it_is_typed() {
    let mut harness = coded();
    harness.get_by_label("Guideline of Claim").scroll_to_me();
    harness.run();
    harness.get_by_label("Guideline of Claim").click();
    harness.run();
    harness.get_by_label("Guideline of Claim").type_text("What can be checked.");
    harness.run();
    let codebook = &harness.state().session.document().codebook;
    assert_eq!(codebook.guideline(dicta::model::Label::Claim), "What can be checked.");
}

#[test]
fn a_value_that_is_renamed_is_renamed_in_annotations_too() {
    let mut harness = coded();
    retype(&mut harness, "Name of direct", "verbatim");
    assert_eq!(values(&harness), ["verbatim", "mixed"]);
    let said = harness.state().session.current().unwrap().details.attributes.get("quote_type").cloned();
    assert_eq!(said.as_deref(), Some("verbatim"));
}

#[test]
fn a_value_in_use_stays_and_one_that_is_not_goes() {
    let mut harness = coded();
    harness.get_by_label("Remove the value direct").click();
    harness.run();
    assert_eq!(values(&harness), ["direct", "mixed"]);
    assert!(harness.state().session.notices().iter().any(|notice| notice.text.contains("is used by alice")));
    harness.get_by_label("Remove the value mixed").click();
    harness.run();
    assert_eq!(values(&harness), ["direct"]);
}

#[test]
fn values_are_added_and_moved() {
    let mut harness = coded();
    retype(&mut harness, "Add a value", "indirect");
    assert_eq!(values(&harness), ["direct", "mixed", "indirect"]);
    harness.get_by_label("Move indirect up").click();
    harness.run();
    assert_eq!(values(&harness), ["direct", "indirect", "mixed"]);
}

#[test]
fn the_number_of_uses_lists_its_places_and_leads_there() {
    let mut harness = coded();
    harness.state_mut().send(Command::SelectAnnotation(None));
    harness.get_by_label("Where direct is used").click();
    harness.run();
    harness.get_by_label_contains("Used in: “It is done").click();
    harness.run();
    harness.run();
    assert!(harness.state().session.current().is_some());
    assert!(!harness.state().view.panels.codebook.open, "the text is shown");
}

#[test]
fn a_key_is_one_letter_in_capitals() {
    let mut harness = coded();
    retype(&mut harness, "Key of mixed", "m");
    assert_eq!(harness.get_by_label("Key of mixed").value().as_deref(), Some("M"));
}

#[test]
fn an_attribute_is_added() {
    let mut harness = coded();
    harness.get_by_label("Add an attribute of claim").scroll_to_me();
    harness.run();
    retype(&mut harness, "Add an attribute of claim", "verdict");
    assert!(harness.state().session.document().codebook.attribute(Subject::Claim, "verdict").is_some());
}
