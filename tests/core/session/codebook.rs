//! The codebook changed in the app: values in use never vanish.

use dicta::model::{Label, Scale, Subject};
use dicta::session::{CodebookChange, Command};

use crate::support::desk::Desk;

fn desk() -> Desk {
    let mut desk = Desk::annotating("“We act”, she said. “We wait”, he said.");
    desk.mark("“We wait”", "Q");
    desk.mark("“We act”", "Q");
    let id = desk.find(Label::Quote, "“We act”").id;
    desk.send(Command::SetAttribute { id, name: "medium".to_owned(), value: "writing".to_owned() });
    desk
}

fn change(desk: &mut Desk, change: CodebookChange) -> String {
    desk.wait(10_000);
    desk.send(Command::DismissNotices);
    desk.send(Command::ChangeCodebook(change));
    desk.says()
}

fn held(desk: &Desk, words: &str) -> String {
    let quote = desk.find(Label::Quote, words);
    desk.session.document().codebook.held(Label::Quote, "medium", &quote.details.attributes).to_owned()
}

fn medium(name: &str) -> (Subject, String, String) {
    (Subject::Quote, "medium".to_owned(), name.to_owned())
}

#[test]
fn a_value_in_use_is_not_removed_and_its_places_are_told() {
    let mut desk = desk();
    let (of, attribute, name) = medium("writing");
    assert_eq!(desk.session.uses(of, &attribute, Some(&name)).len(), 1);
    let said = change(&mut desk, CodebookChange::RemoveValue { of, attribute, name });
    assert!(said.starts_with("“writing” is used by alice in article ("), "{said}");
    assert!(desk.session.document().codebook.attribute(of, "medium").unwrap().value("writing").is_some());
    let (of, attribute, name) = medium("thought");
    assert_eq!(change(&mut desk, CodebookChange::RemoveValue { of, attribute, name }), "");
    assert!(desk.session.document().codebook.attribute(of, "medium").unwrap().value("thought").is_none());
}

#[test]
fn renaming_a_value_maps_it_and_one_undo_takes_both_back() {
    let mut desk = desk();
    let (of, attribute, from) = medium("writing");
    change(&mut desk, CodebookChange::RenameValue { of, attribute, from, to: "text".to_owned() });
    assert_eq!(held(&desk, "“We act”"), "text");
    desk.keys("C-Z");
    assert_eq!(held(&desk, "“We act”"), "writing");
    assert!(desk.session.document().codebook.attribute(of, "medium").unwrap().value("writing").is_some());
}

#[test]
fn another_default_does_not_change_what_was_said_before() {
    let mut desk = desk();
    assert_eq!(held(&desk, "“We wait”"), "speech", "the default");
    let (of, name, value) = medium("writing");
    change(&mut desk, CodebookChange::SetDefault { of, name, value });
    assert_eq!((held(&desk, "“We wait”").as_str(), held(&desk, "“We act”").as_str()), ("speech", "writing"));
    desk.mark("We", "Q");
    assert_eq!(held(&desk, "We"), "writing", "what comes after has the new one");
}

#[test]
fn attributes_of_ones_own_are_added_renamed_and_moved() {
    let mut desk = desk();
    let of = Subject::Quote;
    change(&mut desk, CodebookChange::AddAttribute { of, name: "tone".to_owned(), scale: Scale::List });
    for name in ["calm", "angry"] {
        change(&mut desk, CodebookChange::AddValue { of, attribute: "tone".to_owned(), name: name.to_owned() });
    }
    let id = desk.find(Label::Quote, "“We act”").id;
    desk.send(Command::SetAttribute { id, name: "tone".to_owned(), value: "angry".to_owned() });
    change(&mut desk, CodebookChange::RenameAttribute { of, from: "tone".to_owned(), to: "temper".to_owned() });
    assert_eq!(desk.find(Label::Quote, "“We act”").details.attributes["temper"], "angry");
    change(&mut desk, CodebookChange::MoveAttribute { of, name: "temper".to_owned(), up: true });
    let names: Vec<&str> = desk.session.document().codebook.attributes_of(of).map(|held| held.name.as_str()).collect();
    assert_eq!(names[names.len() - 2], "temper");
    let said = change(&mut desk, CodebookChange::AddAttribute { of, name: "temper".to_owned(), scale: Scale::Text });
    assert_eq!(said, "the attribute temper is there twice; rename one of the two");
}

#[test]
fn a_key_stands_on_one_value() {
    let mut desk = desk();
    let describe = |key| CodebookChange::DescribeValue {
        of: Subject::Quote,
        attribute: "medium".to_owned(),
        name: "thought".to_owned(),
        title: "Thought".to_owned(),
        key: Some(key),
        about: String::new(),
    };
    assert_eq!(change(&mut desk, describe('d')), "the key D of “thought” is already used by another value");
    assert_eq!(change(&mut desk, describe('9')), "");
    let codebook = &desk.session.document().codebook;
    assert_eq!(codebook.value_by_key(Subject::Quote, '9').map(|(_, value)| value.name.as_str()), Some("thought"));
}
