//! Undo as a property over whatever two annotators of one set do in turn.

use std::collections::BTreeSet;

use dicta::edit::{Entry, History};
use dicta::model::{ActorId, Annotator, Document, Label, Scale, Subject};
use dicta::session::{CodebookChange, Command, Effect, End};
use dicta::storage::journal::{Contents, recover};
use dicta::text::ByteOffset;
use proptest::prelude::*;

use crate::support::desk::Desk;

const PEOPLE: [&str; 2] = ["alice", "bob"];
const TEXT: &str = "“We leave”, said Anna Weiss. “We stay”, said Otto Korn.\nAnna met Otto on Monday.";

/// One thing that a person may do.
#[derive(Clone, Debug)]
enum Deed {
    /// Marks some words: as a quote, a claim, a mention, or a mention of a new actor.
    Tag(usize, usize, usize),
    Keys(usize),
    Note(String),
    Title(String),
    Value(usize),
    Merge(usize, usize),
    Split(usize),
    Belong(usize, usize),
    Remove(usize),
    Link(usize, usize),
    Codebook(usize),
    Wait(i64),
    Be(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0_usize..80, 0_usize..80, 0_usize..4).prop_map(|(a, b, key)| Deed::Tag(a, b, key)),
        6 => (0_usize..14).prop_map(Deed::Keys),
        1 => "[a-z]{0,4}".prop_map(Deed::Note),
        1 => "[a-z]{0,4}".prop_map(Deed::Title),
        2 => (0_usize..3).prop_map(Deed::Value),
        2 => (0_usize..6, 0_usize..6).prop_map(|(a, b)| Deed::Merge(a, b)),
        1 => (0_usize..6).prop_map(Deed::Split),
        1 => (0_usize..6, 0_usize..6).prop_map(|(a, b)| Deed::Belong(a, b)),
        1 => (0_usize..6).prop_map(Deed::Remove),
        2 => (0_usize..8, 0_usize..8).prop_map(|(a, b)| Deed::Link(a, b)),
        2 => (0_usize..6).prop_map(Deed::Codebook),
        1 => (0_i64..4_000).prop_map(Deed::Wait),
        4 => (0_usize..2).prop_map(Deed::Be),
    ]
}

fn actor(desk: &Desk, at: usize) -> Option<ActorId> {
    let actors = desk.session.document().register.actors();
    actors.get(at.checked_rem(actors.len())?).map(|actor| actor.id.clone())
}

/// An annotation of anyone.
fn end(desk: &Desk, at: usize) -> Option<(Label, End)> {
    let layers = desk.session.document().layers.iter();
    let all: Vec<_> = layers
        .flat_map(|((article, _), layer)| layer.annotations().iter().map(|a| (a.label, (article.clone(), a.id.clone()))))
        .collect();
    all.get(at.checked_rem(all.len())?).cloned()
}

fn change(at: usize) -> CodebookChange {
    let (of, name) = (Subject::Quote, "mood".to_owned());
    let value = |name: &str| name.to_owned();
    match at {
        0 => CodebookChange::AddAttribute { of, name, scale: Scale::List },
        1 => CodebookChange::AddValue { of, attribute: name, name: value("glad") },
        2 => CodebookChange::AddValue { of, attribute: name, name: value("sad") },
        3 => CodebookChange::RenameValue { of, attribute: name, from: value("glad"), to: value("happy") },
        4 => CodebookChange::SetDefault { of, name, value: value("sad") },
        _ => CodebookChange::RemoveAttribute { of, name },
    }
}

fn carry_out(desk: &mut Desk, deed: &Deed) {
    const KEYS: [&str; 14] = ["N", "S-N", "U", "Del", "H", "L", "D", "Q", "1", "2", "0", "C-Z", "C-Z", "C-Y"];
    let current = desk.session.current().map(|annotation| annotation.id.clone());
    match deed {
        Deed::Tag(a, b, key) => {
            desk.send(Command::Select { anchor: ByteOffset(*a), head: ByteOffset(*b) });
            desk.keys(["Q", "C", "A", "S-A"][*key]);
        }
        Deed::Keys(key) => drop(desk.keys(KEYS[*key])),
        Deed::Note(note) => current.into_iter().for_each(|id| desk.send(Command::SetNote(id, note.clone()))),
        Deed::Title(title) => desk.send(Command::SetTitle(title.clone())),
        Deed::Value(at) => current.into_iter().for_each(|id| {
            let (name, value) = ("mood".to_owned(), ["glad", "sad", ""][*at].to_owned());
            // The session takes any value of an attribute that is not in the codebook.
            let label = desk.session.current().unwrap().label;
            if desk.session.document().codebook.attribute(label, &name).is_none() {
                return;
            }
            desk.send(Command::SetAttribute { id, name, value });
        }),
        Deed::Merge(a, b) => {
            if let (Some(from), Some(into)) = (actor(desk, *a), actor(desk, *b)) {
                desk.send(Command::MergeActors { from, into });
            }
        }
        Deed::Split(at) => {
            if let Some(from) = actor(desk, *at) {
                let all = desk.session.appearances(&from).into_iter();
                let mentions = all.step_by(2).map(|held| (held.article, held.annotation.id.clone())).collect();
                let (name, aliases) = (format!("part of {from}"), Vec::new());
                desk.send(Command::SplitActor { from, name, aliases, mentions });
            }
        }
        Deed::Belong(a, b) => {
            if let (Some(part), whole) = (actor(desk, *a), actor(desk, *b)) {
                let mut part = desk.session.document().register.get(&part).unwrap().as_ref().clone();
                part.part_of = whole;
                desk.send(Command::SetActor(Box::new(part)));
            }
        }
        Deed::Remove(at) => actor(desk, *at).into_iter().for_each(|id| desk.send(Command::RemoveActor(id))),
        Deed::Link(a, b) => {
            if let (Some((from_label, from)), Some((to_label, to))) = (end(desk, *a), end(desk, *b))
                && let Some(kind) = desk.session.next_link_kind(from_label, to_label)
            {
                desk.send(Command::Link { from, to, kind });
            }
        }
        Deed::Codebook(at) => desk.send(Command::ChangeCodebook(change(*at))),
        Deed::Wait(ms) => drop(desk.wait(*ms)),
        Deed::Be(at) => desk.send(Command::AnnotateAs(Annotator::parse(PEOPLE[*at]).unwrap())),
    }
}

/// What is wrong with the document, but for links to what somebody else has deleted and actors of one name, which are
/// allowed.
fn wrong(desk: &Desk) -> Vec<String> {
    let breaches = desk.session.document().breaches();
    let all = breaches.iter().map(ToString::to_string);
    all.filter(|what| !what.contains("its link") && !what.contains("has the same name and the same role")).collect()
}

/// The history after all entries were read back by recovery.
fn replayed(desk: &Desk) -> History {
    let journal = |effect: &Effect| match effect {
        Effect::Journal(entry) => Some(Entry::clone(entry)),
        _ => None,
    };
    let mut contents = Contents::default();
    contents.entries.extend((1..).zip(desk.effects.iter().filter_map(journal)));
    recover(&mut Document::clone(desk.session.document()), contents).history
}

/// What somebody marked, without actors and values, which are everyone's.
fn marked_by(desk: &Desk, name: &str) -> BTreeSet<String> {
    let layers = desk.session.document().layers.iter().filter(|((_, by), _)| by.as_str() == name);
    layers
        .flat_map(|(_, layer)| layer.annotations())
        .map(|a| format!("{} {} {:?} {} {}", a.id, a.label.as_str(), a.spans().collect::<Vec<_>>(), a.note, a.unsure))
        .collect()
}

proptest! {
    #[test]
    fn everyone_takes_back_their_own_work_alone(deeds in proptest::collection::vec(deed(), 0..50)) {
        let mut desk = Desk::annotating(TEXT);
        for deed in &deeds {
            carry_out(&mut desk, deed);
            prop_assert_eq!(wrong(&desk), Vec::<String>::new(), "after {:?}", deed);
        }
        prop_assert_eq!(&replayed(&desk), desk.session.history());
        for (me, other) in [("alice", "bob"), ("bob", "alice")] {
            desk.send(Command::AnnotateAs(Annotator::parse(me).unwrap()));
            let (end, theirs) = (desk.session.document().clone(), marked_by(&desk, other));
            let mut undone = 0;
            while desk.session.next_undo().is_some_and(|name| !name.starts_with("add ")) {
                desk.keys("C-Z");
                undone += usize::from(desk.says().starts_with("Undid: "));
                prop_assert_eq!(wrong(&desk), Vec::<String>::new(), "after undo: {}", desk.says());
            }
            prop_assert_eq!(&marked_by(&desk, other), &theirs, "{} undid the work of {}", me, other);
            prop_assert_eq!(&replayed(&desk), desk.session.history());
            for _ in 0..undone {
                desk.keys("C-Y");
                prop_assert!(desk.says().starts_with("Redid: "), "{}", desk.says());
            }
            prop_assert_eq!(desk.session.document(), &end);
            prop_assert_eq!(&replayed(&desk), desk.session.history());
        }
    }
}
