//! Undo of several annotators in one set: everybody takes back only their own steps, and nobody comes to a dead end.

use std::sync::Arc;

use dicta::edit::{Entry, History, Move};
use dicta::model::{ActorId, Annotator, Document, Label, Scale, Subject};
use dicta::session::state::Start;
use dicta::session::{Access, CodebookChange, Command, Effect, For, Session};
use dicta::storage::journal::{Contents, recover};

use crate::support::desk::Desk;

const TEXT: &str = "“We leave”, said Anna Weiss. “We stay”, said Otto Korn. They met on Monday.";

fn named(name: &str) -> Annotator {
    Annotator::parse(name).unwrap()
}

fn id(name: &str) -> ActorId {
    ActorId::parse(name).unwrap()
}

fn be(desk: &mut Desk, name: &str) {
    desk.send(Command::AnnotateAs(named(name)));
}

fn count(desk: &Desk, name: &str) -> usize {
    let layers = desk.session.document().layers.iter();
    layers.filter(|((_, by), _)| by.as_str() == name).map(|(_, layer)| layer.annotations().len()).sum()
}

fn entries(desk: &Desk) -> Vec<Entry> {
    let journal = |effect: &Effect| match effect {
        Effect::Journal(entry) => Some(Entry::clone(entry)),
        _ => None,
    };
    desk.effects.iter().filter_map(journal).collect()
}

/// The history after all entries of the desk were read back by recovery.
fn replayed(desk: &Desk) -> History {
    let mut contents = Contents::default();
    contents.entries.extend((1..).zip(entries(desk)));
    recover(&mut Document::clone(desk.session.document()), contents).history
}

#[test]
fn nobody_undoes_or_redoes_the_step_of_somebody_else() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("“We leave”", "Q");
    be(&mut desk, "bob");
    assert_eq!(desk.session.next_undo(), None);
    desk.keys("C-Z");
    assert_eq!(desk.says(), "Nothing to undo");
    assert_eq!(count(&desk, "alice"), 1);
    desk.mark("“We stay”", "Q");
    be(&mut desk, "alice");
    desk.keys("C-Z");
    assert_eq!((count(&desk, "alice"), count(&desk, "bob")), (0, 1), "alice's step, although bob's is newer");
    be(&mut desk, "bob");
    desk.keys("C-Y");
    assert_eq!(count(&desk, "alice"), 0, "what alice undid is not for bob to do again");
    // A new step of bob's leaves what alice can do again.
    desk.mark("on Monday", "C");
    be(&mut desk, "alice");
    desk.keys("C-Y");
    assert_eq!((count(&desk, "alice"), count(&desk, "bob")), (1, 2));
}

#[test]
fn shared_things_are_undone_by_whoever_changed_them() {
    let mut desk = Desk::annotating(TEXT);
    desk.send(Command::SetTitle("Harbour".to_owned()));
    be(&mut desk, "bob");
    desk.send(Command::NewActor { name: "Otto Korn".to_owned(), target: For::Register });
    be(&mut desk, "alice");
    desk.keys("C-Z");
    assert_eq!(desk.session.document().info.title, "");
    assert!(desk.session.document().register.get(&id("otto-korn")).is_some());
    be(&mut desk, "bob");
    desk.keys("C-Z");
    assert!(desk.session.document().register.get(&id("otto-korn")).is_none());
}

#[test]
fn a_step_that_no_longer_fits_is_skipped_and_the_one_before_it_is_reached() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("“We leave”", "Q");
    desk.send(Command::SetTitle("Harbour".to_owned()));
    desk.wait(10_000);
    be(&mut desk, "bob");
    desk.send(Command::SetTitle("Harbour talks".to_owned()));
    be(&mut desk, "alice");
    desk.keys("C-Z");
    assert_eq!(
        desk.says(),
        "“edit the set's title” can no longer be undone: the set's title has changed since. \
         Ctrl Z undoes the step before it: tag as quote"
    );
    assert_eq!(desk.session.document().info.title, "Harbour talks");
    assert_eq!(count(&desk, "alice"), 1);
    assert!(entries(&desk).iter().any(|entry| entry.kind == Move::SkipUndo && entry.step.edits.is_empty()));
    assert_eq!(replayed(&desk), *desk.session.history(), "what was skipped is skipped after a restart as well");
    desk.keys("C-Z");
    assert_eq!(count(&desk, "alice"), 0);
    desk.keys("C-Y");
    assert_eq!(count(&desk, "alice"), 1);
    assert_eq!(desk.session.next_redo(), None, "the skipped step is not done again");
}

#[test]
fn a_step_that_cannot_be_done_again_is_skipped_too() {
    let mut desk = Desk::annotating(TEXT);
    desk.send(Command::SetTitle("Harbour".to_owned()));
    desk.mark("“We leave”", "Q");
    desk.keys("C-Z C-Z");
    be(&mut desk, "bob");
    desk.send(Command::SetTitle("Talks".to_owned()));
    be(&mut desk, "alice");
    desk.keys("C-Y");
    assert!(desk.says().starts_with("“edit the set's title” can no longer be redone: "), "{}", desk.says());
    assert_eq!(replayed(&desk), *desk.session.history());
    desk.keys("C-Y");
    assert_eq!((count(&desk, "alice"), desk.session.document().info.title.as_str()), (1, "Talks"));
}

#[test]
fn a_change_outside_is_no_dead_end() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("“We leave”", "Q");
    desk.mark("“We stay”", "Q");
    let quote = desk.find(Label::Quote, "“We stay”").id;
    // The file of the newest annotation was changed by hand while the set was closed.
    let mut document = Document::clone(desk.session.document());
    let key = document.layers.keys().next().unwrap().clone();
    let layer = document.layers.get_mut(&key).unwrap();
    let mut changed = layer.get(&quote).unwrap().as_ref().clone();
    changed.note = "by hand".to_owned();
    Arc::make_mut(layer).put(Arc::new(changed));
    let start = Start {
        document,
        history: desk.session.history().clone(),
        annotator: named("alice"),
        access: Access::ReadWrite,
        seed: 8,
        unsaved: false,
    };
    let mut desk = Desk { session: Session::new(start, desk.now), now: desk.now, effects: Vec::new() };
    desk.keys("C-Z");
    assert!(desk.says().contains("the annotation has changed since"), "{}", desk.says());
    assert_eq!(count(&desk, "alice"), 2);
    desk.keys("C-Z");
    assert_eq!(desk.list(), [(Label::Quote, "“We stay”".to_owned())]);
}

#[test]
fn what_others_have_built_on_is_not_taken_from_under_them() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("Otto Korn", "S-A");
    let value = ("mood".to_owned(), "glad".to_owned());
    let (of, name) = (Subject::Quote, value.0.clone());
    desk.send(Command::ChangeCodebook(CodebookChange::AddAttribute { of, name, scale: Scale::List }));
    let (attribute, name) = value.clone();
    desk.send(Command::ChangeCodebook(CodebookChange::AddValue { of, attribute, name }));
    be(&mut desk, "bob");
    desk.mark("Otto Korn", "A");
    desk.mark("“We stay”", "Q");
    let quote = desk.find(Label::Quote, "“We stay”").id;
    desk.send(Command::SetAttribute { id: quote, name: value.0, value: value.1 });
    assert_eq!(desk.session.document().breaches(), vec![]);
    be(&mut desk, "alice");
    let before = desk.session.document().clone();
    desk.keys("C-Z");
    assert!(desk.says().contains("bob uses the value “glad” in “"), "{}", desk.says());
    desk.keys("C-Z");
    assert!(desk.says().contains("the codebook has changed since"), "{}", desk.says());
    desk.keys("C-Z");
    assert!(desk.says().contains("bob names Otto Korn in “"), "{}", desk.says());
    assert_eq!(*desk.session.document(), before);
    assert_eq!(desk.session.next_undo(), Some("add an article"), "earlier steps are within reach");
}

#[test]
fn an_annotation_does_not_come_back_without_its_actor() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("Otto Korn", "S-A");
    desk.keys("Del");
    be(&mut desk, "bob");
    desk.send(Command::RemoveActor(id("otto-korn")));
    be(&mut desk, "alice");
    desk.keys("C-Z");
    assert!(desk.says().contains("the actor otto-korn, whom it names in “"), "{}", desk.says());
    assert_eq!(desk.session.document().breaches(), vec![]);
}

#[test]
fn two_people_cannot_make_an_actor_a_part_of_itself_by_undo() {
    let mut desk = Desk::annotating(TEXT);
    for name in ["Port", "City"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
    }
    let belongs = |desk: &mut Desk, part: &str, whole: &str| {
        let mut actor = desk.session.document().register.get(&id(part)).unwrap().as_ref().clone();
        actor.part_of = Some(id(whole));
        desk.send(Command::SetActor(Box::new(actor)));
    };
    belongs(&mut desk, "port", "city");
    desk.keys("C-Z");
    be(&mut desk, "bob");
    belongs(&mut desk, "city", "port");
    be(&mut desk, "alice");
    desk.keys("C-Y");
    assert!(desk.says().contains("Port would be a part of itself"), "{}", desk.says());
    assert_eq!(desk.session.document().breaches(), vec![]);
}

#[test]
fn work_that_relied_on_a_default_keeps_its_meaning() {
    let mut desk = Desk::annotating(TEXT);
    desk.wait(10_000);
    let change = CodebookChange::SetDefault { of: Subject::Quote, name: "medium".to_owned(), value: "writing".to_owned() };
    desk.send(Command::ChangeCodebook(change));
    desk.wait(10_000);
    be(&mut desk, "bob");
    desk.mark("“We stay”", "Q");
    be(&mut desk, "alice");
    desk.keys("C-Z");
    assert!(desk.says().contains("bob relied on the default of “medium” in “"), "{}", desk.says());
}
