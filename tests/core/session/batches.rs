//! Batches: each annotator's own, retracted whole unless a person changed something in them since.

use dicta::model::{ActorId, Annotator, BatchId, Label, Subject};
use dicta::session::{CodebookChange, Command, For};

use crate::support::desk::Desk;

fn id(name: &str) -> ActorId {
    ActorId::parse(name).unwrap()
}

/// Three mentions of a woman, of which two were made as a batch, days ago.
fn desk() -> (Desk, BatchId) {
    let mut desk = Desk::annotating("Anna Weiss said no. Weiss left. Then Anna Weiss came back.");
    desk.mark("Anna Weiss", "S-A");
    desk.keys("Y");
    desk.send(Command::AcceptReview);
    desk.wait(3 * 24 * 3_600_000);
    let [batch] = &desk.session.batches()[..] else { panic!("one batch") };
    assert_eq!((batch.untouched, batch.edited, &batch.actor), (2, 0, &Some(id("anna-weiss"))));
    let batch = batch.id.clone();
    (desk, batch)
}

#[test]
fn actors_merged_or_split_and_values_renamed_are_no_edits_of_a_batch() {
    let rename = CodebookChange::RenameValue {
        of: Subject::Mention,
        attribute: "form".to_owned(),
        from: "name".to_owned(),
        to: "proper_name".to_owned(),
    };
    let article = |desk: &Desk| desk.session.article().unwrap().id.clone();
    let acts: [&dyn Fn(&mut Desk); 3] = [
        &|desk| {
            desk.send(Command::NewActor { name: "A. Weiss".to_owned(), target: For::Register });
            desk.send(Command::MergeActors { from: id("anna-weiss"), into: id("a-weiss") });
        },
        &|desk| {
            let mentions = desk.annotations().into_iter().map(|a| (article(desk), a.id)).collect();
            let (from, name, aliases) = (id("anna-weiss"), "Otto Weiss".to_owned(), Vec::new());
            desk.send(Command::SplitActor { from, name, aliases, mentions });
        },
        &|desk| desk.send(Command::ChangeCodebook(rename.clone())),
    ];
    for act in acts {
        let (mut desk, batch) = desk();
        let before = desk.session.document().clone();
        act(&mut desk);
        assert_ne!(*desk.session.document(), before, "{}", desk.says());
        let state = desk.session.batch(&batch).unwrap();
        assert_eq!((state.untouched, state.edited), (2, 0));
        desk.send(Command::RetractBatch(batch));
        assert_eq!(desk.says(), "Deleted 2 annotations of the batch");
        assert_eq!(desk.annotations().len(), 1);
    }
}

#[test]
fn a_deleted_mention_is_no_edit_of_the_quote_that_it_named() {
    let mut desk = Desk::annotating("“We leave”, said Anna Weiss.");
    desk.mark("Anna Weiss", "S-A");
    desk.mark("“We leave”", "Q");
    desk.keys("1");
    desk.wait(60_000);
    let before = desk.find(Label::Quote, "“We leave”");
    assert_eq!(before.details.attribution[0].mention, Some(desk.find(Label::Actor, "Anna Weiss").id));
    desk.pick("Anna Weiss");
    desk.keys("Del");
    let after = desk.find(Label::Quote, "“We leave”");
    assert_eq!(after.details.attribution[0].mention, None);
    assert_eq!(after.modified, before.modified);
}

#[test]
fn the_batch_of_somebody_else_is_neither_listed_nor_retracted() {
    let (mut desk, batch) = desk();
    desk.send(Command::AnnotateAs(Annotator::parse("bob").unwrap()));
    assert_eq!(desk.session.batches(), vec![]);
    assert_eq!(desk.session.batch(&batch), None);
    let before = desk.session.document().clone();
    desk.send(Command::RetractBatch(batch));
    assert_eq!(desk.says(), "“bob” has no annotations of this batch");
    assert_eq!(*desk.session.document(), before);
}

#[test]
fn the_name_of_an_actor_that_is_split_off_is_not_its_alias_as_well() {
    let (mut desk, _) = desk();
    let mut weiss = desk.session.document().register.get(&id("anna-weiss")).unwrap().as_ref().clone();
    weiss.learn("Weiss", "en");
    desk.send(Command::SetActor(Box::new(weiss)));
    let (from, name, aliases) = (id("anna-weiss"), " Weiss ".to_owned(), vec!["Weiss".to_owned()]);
    desk.send(Command::SplitActor { from, name, aliases, mentions: Vec::new() });
    let part = desk.session.document().register.get(&id("weiss")).unwrap().clone();
    assert_eq!(part.names().collect::<Vec<_>>(), ["Weiss"]);
}
