//! Who annotates in a session: nothing is written before the question is answered, and a change of annotator is clean.

use dicta::model::{ActorId, Annotator, ArticleId, Document, Metadata, ZoneKind};
use dicta::session::input::action_table::TABLE;
use dicta::session::state::Start;
use dicta::session::{Access, Action, CodebookChange, Command, Effect, For, Incoming, Session};

use crate::support::desk::Desk;

fn named(name: &str) -> Annotator {
    Annotator::parse(name).unwrap()
}

/// A desk at a set that alice has annotated, at which nobody has said yet who they are.
fn asking() -> Desk {
    let mut desk = Desk::annotating("“We leave”, said Anna Weiss. “We stay”, said Otto Korn.");
    desk.mark("Anna Weiss", "S-A");
    desk.mark("“We leave”", "Q");
    let document = Document::clone(desk.session.document());
    Desk::with(document, Access::Asks(vec![named("alice")]))
}

#[test]
fn nothing_is_written_before_it_is_said_who_annotates() {
    let mut desk = asking();
    let before = desk.session.document().clone();
    assert_eq!(desk.session.asks_who(), 1, "the question is raised at the opening");
    desk.pick("“We leave”");
    for spec in TABLE {
        if let Action::Session(action) = spec.action {
            desk.send(Command::Do(action));
        }
    }
    let article = ArticleId::parse("article").unwrap();
    let raised = |session: &Session| session.asks_who();
    desk.pick("Anna Weiss");
    let mention = desk.session.current().unwrap().id.clone();
    let weiss = ActorId::parse("anna-weiss").unwrap();
    let mut actor = before.register.get(&weiss).unwrap().as_ref().clone();
    actor.role = "envoy".to_owned();
    let commands = [
        Command::SetNote(mention.clone(), "a note".to_owned()),
        Command::SetMention(mention, None),
        Command::SetActor(Box::new(actor)),
        Command::NewActor { name: "Otto Korn".to_owned(), target: For::Register },
        Command::AddArticles(vec![Incoming { file_name: "b.txt".to_owned(), text: "Another.".to_owned() }]),
        Command::SetMetadata(article, Metadata { title: "Title".into(), ..Metadata::default() }),
        Command::SetTitle("Title".to_owned()),
        Command::MarkZone(ZoneKind::Caption),
        Command::ChangeCodebook(CodebookChange::Guideline {
            label: dicta::model::Label::Quote,
            text: "Words.".to_owned(),
            examples: Vec::new(),
        }),
    ];
    for command in commands {
        let asked = raised(&desk.session);
        desk.send(command.clone());
        assert_eq!(raised(&desk.session), asked + 1, "{command:?} raises the question again");
    }
    assert_eq!(*desk.session.document(), before);
    let writes = |effect: &&Effect| matches!(effect, Effect::Journal(_) | Effect::Save(..));
    assert_eq!(desk.effects.iter().filter(writes).count(), 0, "nothing is to be written");
    assert_eq!(desk.says(), "Nothing was changed: say first who annotates here");
}

#[test]
fn an_answer_opens_the_set_for_that_person() {
    let mut desk = asking();
    desk.send(Command::AnnotateAs(named("lea")));
    assert_eq!(*desk.session.access(), Access::ReadWrite);
    assert!(desk.annotations().is_empty(), "a layer of her own");
    desk.mark("“We stay”", "Q");
    assert_eq!(desk.list().len(), 1);
    assert_eq!(desk.session.document().annotators(), [&named("alice"), &named("lea")]);
    // Saying that one is the person whose work it is needs no change of annotator.
    let mut desk = asking();
    desk.send(Command::AnnotateAs(named("alice")));
    desk.mark("“We stay”", "Q");
    assert_eq!(desk.session.document().annotators(), [&named("alice")]);
    assert_eq!(desk.list().len(), 3);
}

#[test]
fn an_answer_does_not_open_a_set_that_cannot_be_written() {
    let document = Document::clone(asking().session.document());
    let mut desk = Desk::with(document, Access::ReadOnly("the disk is read-only".to_owned()));
    desk.send(Command::AnnotateAs(named("lea")));
    assert!(matches!(desk.session.access(), Access::ReadOnly(_)));
}

#[test]
fn what_is_typed_after_a_change_of_annotator_is_a_step_of_its_own() {
    let mut desk = Desk::at("one text|");
    desk.send(Command::SetTitle("Har".to_owned()));
    desk.send(Command::AnnotateAs(named("bob")));
    desk.send(Command::SetTitle("Harbour".to_owned()));
    desk.keys("C-Z");
    assert_eq!(desk.session.document().info.title, "Har", "bob takes back what bob typed");
    desk.keys("C-Z");
    assert_eq!(desk.session.document().info.title, "Har");
    assert_eq!(desk.says(), "Nothing to undo");
}

#[test]
fn no_second_annotator_is_made_whose_name_differs_only_by_capital_letters() {
    let mut desk = asking();
    desk.send(Command::AnnotateAs(named("Alice")));
    desk.mark("“We stay”", "Q");
    assert_eq!(desk.session.document().annotators(), [&named("alice")]);
    let document = Document::clone(desk.session.document());
    let start = Start {
        document,
        history: dicta::edit::History::default(),
        annotator: named("ALICE"),
        access: Access::ReadWrite,
        seed: 1,
        unsaved: false,
    };
    assert_eq!(*Session::new(start, dicta::model::Timestamp(0)).annotator(), named("alice"));
}
