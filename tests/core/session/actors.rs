//! The register: names, merging, splitting, bulk tagging in batches.

use dicta::model::{Actor, ActorId, Label, Who};
use dicta::session::{Command, For, Scope, Slot};

use crate::support::desk::Desk;

fn id(name: &str) -> ActorId {
    ActorId::parse(name).unwrap()
}

fn get(desk: &Desk, name: &str) -> Actor {
    Actor::clone(desk.session.document().register.get(&id(name)).expect("in the register"))
}

/// Two articles in which one woman has three names.
fn desk() -> Desk {
    let mut desk = Desk::annotating("Anna Weiss said no. Weiss left, and WEISS came back. Questionweiss is a word.");
    desk.add(&[("other.txt", "L’accord d’Anna Weiss. Anna Weisz a dit oui.")]);
    desk.keys(",");
    desk.mark("Anna Weiss", "S-A");
    desk
}

#[test]
fn all_other_mentions_are_proposed_and_taken_as_one_batch() {
    let mut desk = desk();
    desk.pick("Anna Weiss");
    desk.keys("Y");
    let review = desk.session.review().expect("a review").clone();
    let rows: Vec<(&str, &str)> = review.rows.iter().map(|row| (row.words.as_str(), row.reason.as_str())).collect();
    let words: Vec<&str> = rows.iter().map(|(words, _)| *words).collect();
    assert_eq!(words, ["Weiss", "WEISS", "Anna Weiss"], "never inside a word, never the one that is marked");
    assert_eq!(rows[2].1, "", "an exact hit needs no reason");
    desk.send(Command::TickRow(1, false));
    desk.send(Command::AcceptReview);
    assert_eq!(desk.says(), "Tagged 2 mentions. Ctrl Z undoes it");
    assert_eq!(desk.session.survey().counts(&id("anna-weiss")).mentions, 3);
    assert_eq!(desk.session.survey().counts(&id("anna-weiss")).articles, 2);
    desk.keys("C-Z");
    assert_eq!(desk.session.survey().counts(&id("anna-weiss")).mentions, 1);
    desk.keys("C-S-Z");
    assert_eq!(desk.session.survey().counts(&id("anna-weiss")).mentions, 3);
}

#[test]
fn a_batch_is_retracted_weeks_later_except_for_what_was_edited_since() {
    let mut desk = desk();
    desk.pick("Anna Weiss");
    desk.keys("Y");
    desk.send(Command::AcceptReview);
    desk.wait(14 * 24 * 3_600_000);
    desk.pick("WEISS");
    desk.keys("U");
    let [batch] = &desk.session.batches()[..] else { panic!("one batch") };
    assert_eq!((batch.untouched, batch.edited), (2, 1));
    let batch = batch.id.clone();
    desk.send(Command::RetractBatch(batch));
    assert_eq!(desk.says(), "Deleted 2 annotations of the batch. 1 were edited since and stay");
    assert_eq!(desk.session.survey().counts(&id("anna-weiss")).mentions, 2, "the first, by hand, and the edited one");
    desk.keys("C-Z");
    assert_eq!(desk.session.survey().counts(&id("anna-weiss")).mentions, 4);
}

#[test]
fn this_article_alone_can_be_searched() {
    let mut desk = desk();
    desk.pick("Anna Weiss");
    desk.keys("S-Y");
    assert_eq!(desk.session.review().expect("a review").rows.len(), 2);
    desk.send(Command::CloseReview);
    assert!(desk.session.review().is_none());
    desk.send(Command::FindMentions(id("anna-weiss"), Scope::Article));
    desk.send(Command::TickAll(false));
    desk.send(Command::AcceptReview);
    assert_eq!(desk.says(), "Nothing was selected");
}

#[test]
fn merging_moves_everything_and_undo_takes_it_apart() {
    let mut desk = desk();
    desk.keys(".");
    desk.mark("Anna Weisz", "S-A");
    desk.mark("oui", "Q");
    let quote = desk.find(Label::Quote, "oui").id;
    desk.send(Command::Credit { id: quote, slot: Slot::Speaker, who: Who::Actor(id("anna-weisz")), joins: false });
    let mut weisz = get(&desk, "anna-weisz");
    (weisz.role, weisz.wikidata) = ("minister".to_owned(), "Q1".to_owned());
    desk.send(Command::SetActor(Box::new(weisz)));
    let mut weiss = get(&desk, "anna-weiss");
    weiss.role = "envoy".to_owned();
    desk.send(Command::SetActor(Box::new(weiss)));
    let before = desk.session.document().clone();
    let plan = desk.session.merge_plan(&id("anna-weisz"), &id("anna-weiss")).expect("a plan");
    assert_eq!((plan.mentions, plan.quotes, plan.claims, plan.articles), (1, 1, 0, 1));
    assert_eq!(plan.learns, ["Anna Weisz"]);
    assert_eq!(plan.differs, ["role: “envoy” stays, “minister” goes to the note"]);
    desk.send(Command::MergeActors { from: id("anna-weisz"), into: id("anna-weiss") });
    assert!(desk.session.document().register.get(&id("anna-weisz")).is_none());
    let merged = get(&desk, "anna-weiss");
    assert_eq!(merged.names().collect::<Vec<_>>(), ["Anna Weiss", "Anna Weisz"]);
    assert_eq!((merged.wikidata.as_str(), merged.note.as_str()), ("Q1", "role of Anna Weisz: minister"));
    assert_eq!(desk.session.appearances(&id("anna-weiss")).len(), 3);
    assert!(desk.session.document().breaches().is_empty());
    desk.keys("C-Z");
    assert_eq!(desk.session.document().register, before.register);
    assert_eq!(desk.session.document().layers, before.layers);
}

/// Adds actors, each a part of the one after it.
fn chained(desk: &mut Desk, names: &[&str]) {
    for name in names {
        desk.send(Command::NewActor { name: (*name).to_owned(), target: For::Register });
    }
    for pair in names.windows(2) {
        let mut part = get(desk, &pair[0].to_lowercase());
        part.part_of = Some(id(&pair[1].to_lowercase()));
        desk.send(Command::SetActor(Box::new(part)));
    }
}

#[test]
fn an_actor_merged_with_one_that_belongs_to_it_does_not_belong_to_itself() {
    for (from, into) in [("Whole", "Part"), ("Part", "Whole")] {
        let mut desk = desk();
        chained(&mut desk, &["Part", "Middle", "Whole", "World"]);
        let before = desk.session.document().register.clone();
        let (from, into) = (id(&from.to_lowercase()), id(&into.to_lowercase()));
        desk.send(Command::MergeActors { from, into: into.clone() });
        let merged = get(&desk, into.as_str());
        assert_eq!(merged.part_of, Some(id("world")), "what the whole is a part of is kept");
        assert_eq!(get(&desk, "middle").part_of, Some(into), "the circle is cut at the merged actor alone");
        desk.keys("C-Z");
        assert_eq!(desk.session.document().register, before);
    }
}

#[test]
fn an_actor_merged_with_the_whole_it_belongs_to_belongs_to_nothing() {
    for (from, into) in [("Whole", "Part"), ("Part", "Whole")] {
        let mut desk = desk();
        chained(&mut desk, &["Part", "Whole"]);
        let (from, into) = (id(&from.to_lowercase()), id(&into.to_lowercase()));
        desk.send(Command::MergeActors { from, into: into.clone() });
        assert_eq!(get(&desk, into.as_str()).part_of, None);
    }
}

#[test]
fn splitting_takes_chosen_mentions_and_names_and_never_touches_the_text() {
    let mut desk = desk();
    desk.mark("WEISS", "A");
    let mention = desk.find(Label::Actor, "WEISS").id;
    desk.send(Command::SetMention(mention.clone(), Some(id("anna-weiss"))));
    let mut weiss = get(&desk, "anna-weiss");
    weiss.learn("WEISS", "en");
    desk.send(Command::SetActor(Box::new(weiss)));
    let article = desk.session.article().unwrap().id.clone();
    let text = desk.text();
    desk.send(Command::SplitActor {
        from: id("anna-weiss"),
        name: "Otto Weiss".to_owned(),
        aliases: vec!["WEISS".to_owned()],
        mentions: vec![(article, mention)],
    });
    assert_eq!(desk.find(Label::Actor, "WEISS").actor, Some(id("otto-weiss")));
    assert_eq!(desk.find(Label::Actor, "Anna Weiss").actor, Some(id("anna-weiss")));
    assert_eq!(get(&desk, "otto-weiss").names().collect::<Vec<_>>(), ["Otto Weiss", "WEISS"]);
    assert_eq!(get(&desk, "anna-weiss").names().collect::<Vec<_>>(), ["Anna Weiss"]);
    assert_eq!(desk.text(), text);
}

#[test]
fn an_actor_that_stands_somewhere_is_not_removed() {
    let mut desk = desk();
    desk.send(Command::RemoveActor(id("anna-weiss")));
    assert!(desk.says().starts_with("Anna Weiss is used in 1 annotation, first in “"), "{}", desk.says());
    desk.pick("Anna Weiss");
    desk.keys("Del");
    desk.send(Command::RemoveActor(id("anna-weiss")));
    assert!(desk.session.document().register.actors().is_empty());
}

#[test]
fn two_actors_may_have_one_name_and_it_is_said() {
    let mut desk = desk();
    desk.send(Command::NewActor { name: "Anna Weiss".to_owned(), target: dicta::session::For::Register });
    assert_eq!(desk.session.document().register.actors().len(), 2);
    assert!(desk.says().starts_with("There is another actor of this name"), "{}", desk.says());
    desk.mark("Weiss left", "A");
    desk.keys("C-Z");
    desk.keys(".");
    desk.mark("Anna Weiss", "A");
    assert_eq!(desk.find(Label::Actor, "Anna Weiss").actor, None, "a person decides which of the two");
}

#[test]
fn nobody_is_part_of_himself() {
    let mut desk = desk();
    desk.send(Command::NewActor { name: "Port".to_owned(), target: dicta::session::For::Register });
    let mut port = get(&desk, "port");
    port.part_of = Some(id("anna-weiss"));
    desk.send(Command::SetActor(Box::new(port)));
    let mut weiss = get(&desk, "anna-weiss");
    weiss.part_of = Some(id("port"));
    desk.send(Command::SetActor(Box::new(weiss)));
    assert_eq!(desk.says(), "Anna Weiss would be a part of itself");
    assert_eq!(get(&desk, "anna-weiss").part_of, None);
}
