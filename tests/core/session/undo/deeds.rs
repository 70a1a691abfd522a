//! What two annotators of one set may do: every command that changes the document, drawn at random and carried out.

use dicta::model::{ActorId, Annotator, ArticleId, Attribution, EvidenceKind, Label, PartialDate, Scale, Subject, Who, ZoneKind};
use dicta::session::{CodebookChange, Command, Edge, End, For, Query, Scope, SearchAct, Slot};
use dicta::text::ByteOffset;
use proptest::prelude::*;

use crate::support::desk::Desk;

const PEOPLE: [&str; 2] = ["alice", "bob"];
pub const TEXT: &str = "“We leave”, said Anna Weiss. “We stay”, said Otto Korn.\nAnna met Otto on Monday.";
const OTHER: &str = "Otto Korn said: “We stay”. Anna Weiss left.";

/// One thing that a person may do. Numbers choose among what is there; if nothing is there, nothing is done.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Selects some words and presses a key that needs a selection.
    Mark(usize, usize, usize),
    Keys(usize),
    /// Looks at the next suggestion and answers it by a key.
    Suggestion(usize, usize),
    Note(String),
    Title(String),
    Metadata(usize, String),
    Article(usize),
    Value(usize),
    Credit(usize, usize, usize),
    NewActor(String, usize),
    Actor(usize, ActorChange),
    Link(usize, usize),
    SetLink(usize, usize),
    Zone(usize),
    SetZone(usize, usize),
    Edge(usize, usize),
    Evidence(usize),
    Codebook(usize),
    Bulk(usize, usize),
    Wait(i64),
    Be(usize),
}

/// What may become of an actor of the register; the other actor is chosen by a number too.
#[derive(Clone, Debug)]
pub enum ActorChange {
    Merge(usize),
    Split,
    Belong(usize),
    Rename(String),
    Remove,
}

pub fn deed() -> impl Strategy<Value = Deed> {
    let change = prop_oneof![
        3 => (0_usize..6).prop_map(ActorChange::Merge),
        1 => Just(ActorChange::Split),
        2 => (0_usize..6).prop_map(ActorChange::Belong),
        1 => "[a-z]{1,3}".prop_map(ActorChange::Rename),
        1 => Just(ActorChange::Remove),
    ];
    prop_oneof![
        6 => (0_usize..80, 0_usize..80, 0..MARKS.len()).prop_map(|(a, b, key)| Deed::Mark(a, b, key)),
        6 => (0..KEYS.len()).prop_map(Deed::Keys),
        4 => (0_usize..2, 0..ANSWERS.len()).prop_map(|(walk, answer)| Deed::Suggestion(walk, answer)),
        1 => "[a-z]{0,4}".prop_map(Deed::Note),
        1 => "[a-z]{0,4}".prop_map(Deed::Title),
        1 => (0_usize..4, "[a-z]{0,4}").prop_map(|(field, text)| Deed::Metadata(field, text)),
        1 => (0_usize..4).prop_map(Deed::Article),
        2 => (0_usize..3).prop_map(Deed::Value),
        2 => (0_usize..6, 0_usize..3, 0_usize..2).prop_map(|(who, slot, joins)| Deed::Credit(who, slot, joins)),
        1 => ("[A-Z][a-z]{0,3}", 0_usize..4).prop_map(|(name, target)| Deed::NewActor(name, target)),
        5 => (0_usize..6, change).prop_map(|(actor, change)| Deed::Actor(actor, change)),
        2 => (0_usize..8, 0_usize..8).prop_map(|(a, b)| Deed::Link(a, b)),
        1 => (0_usize..8, 0_usize..2).prop_map(|(at, change)| Deed::SetLink(at, change)),
        1 => (0_usize..3).prop_map(Deed::Zone),
        1 => (0_usize..3, 0_usize..3).prop_map(|(at, kind)| Deed::SetZone(at, kind)),
        1 => (0_usize..2, 0_usize..80).prop_map(|(edge, to)| Deed::Edge(edge, to)),
        1 => (0_usize..3).prop_map(Deed::Evidence),
        3 => (0_usize..16).prop_map(Deed::Codebook),
        2 => (0_usize..6, 0_usize..6).prop_map(|(act, actor)| Deed::Bulk(act, actor)),
        1 => (0_i64..4_000).prop_map(Deed::Wait),
        4 => (0_usize..2).prop_map(Deed::Be),
    ]
}

const MARKS: [&str; 11] = ["Q", "C", "A", "S-A", "F", "S-F", "B", "I", "S-I", "A-R", "S-C"];
const KEYS: [&str; 16] = ["N", "S-N", "U", "Del", "H", "L", "D", "Q", "1", "2", "0", "A-0", "=", "C-Z", "C-Z", "C-Y"];
const ANSWERS: [&str; 6] = ["1", "2", "0", "Q", "C", "X"];

fn actor(desk: &Desk, at: usize) -> Option<ActorId> {
    let actors = desk.session.document().register.actors();
    actors.get(at.checked_rem(actors.len())?).map(|actor| actor.id.clone())
}

fn open_article(desk: &Desk) -> Option<ArticleId> {
    desk.session.article().map(|article| article.id.clone())
}

/// An annotation of anyone.
fn end(desk: &Desk, at: usize) -> Option<(Label, End)> {
    let layers = desk.session.document().layers.iter();
    let all: Vec<_> = layers
        .flat_map(|((article, _), layer)| layer.annotations().iter().map(|a| (a.label, (article.clone(), a.id.clone()))))
        .collect();
    all.get(at.checked_rem(all.len())?).cloned()
}

fn codebook_change(at: usize) -> CodebookChange {
    let (of, name, attribute) = (Subject::Quote, "mood".to_owned(), "mood".to_owned());
    let word = |name: &str| name.to_owned();
    match at {
        0 | 1 => CodebookChange::AddAttribute { of, name, scale: Scale::List },
        2 | 3 => CodebookChange::AddValue { of, attribute, name: word("glad") },
        4 => CodebookChange::AddValue { of, attribute, name: word("sad") },
        5 => CodebookChange::RenameValue { of, attribute, from: word("glad"), to: word("happy") },
        6 => CodebookChange::SetDefault { of, name, value: word("sad") },
        7 => CodebookChange::RemoveValue { of, attribute, name: word("glad") },
        8 => CodebookChange::MoveValue { of, attribute, name: word("sad"), up: true },
        9 => {
            let (title, about) = (word("Sad"), word("not glad"));
            CodebookChange::DescribeValue { of, attribute, name: word("sad"), title, key: Some('s'), about }
        }
        10 => CodebookChange::Describe { of, name, title: word("Mood"), guideline: word("How it sounds") },
        11 => CodebookChange::MoveAttribute { of, name, up: true },
        12 => CodebookChange::RenameAttribute { of, from: name, to: word("temper") },
        13 => CodebookChange::RenameAttribute { of, from: word("temper"), to: name },
        14 => CodebookChange::Guideline { label: Label::Claim, text: word("What is asserted"), examples: vec![word("It rains")] },
        _ => CodebookChange::RemoveAttribute { of, name },
    }
}

fn change_actor(desk: &mut Desk, at: usize, change: &ActorChange) {
    let Some(id) = actor(desk, at) else { return };
    let mut changed = desk.session.document().register.get(&id).unwrap().as_ref().clone();
    match change {
        ActorChange::Merge(into) => {
            let into = actor(desk, *into).unwrap();
            desk.send(Command::MergeActors { from: id, into });
        }
        ActorChange::Split => {
            let all = desk.session.appearances(&id).into_iter();
            let mentions = all.step_by(2).map(|held| (held.article, held.annotation.id.clone())).collect();
            let name = format!("part of {id}");
            desk.send(Command::SplitActor { from: id, name, aliases: Vec::new(), mentions });
        }
        ActorChange::Belong(whole) => {
            changed.part_of = actor(desk, *whole);
            desk.send(Command::SetActor(Box::new(changed)));
        }
        ActorChange::Rename(name) => {
            changed.name.clone_from(name);
            desk.send(Command::SetActor(Box::new(changed)));
        }
        ActorChange::Remove => desk.send(Command::RemoveActor(id)),
    }
}

/// Acts on many annotations at once: what a search or the list of names found, or a whole batch.
fn bulk(desk: &mut Desk, act: usize, at: usize) {
    let words = ["Otto", "We"][at % 2].to_owned();
    let query = Query { words, regex: false, exact: false, here: false, label: None, speaker: None };
    let Some(id) = actor(desk, at) else { return };
    match act {
        0 => {
            desk.send(Command::FindMentions(id, Scope::Set));
            desk.send(Command::AcceptReview);
        }
        1 => {
            desk.keys("T");
            desk.send(Command::TickAll(true));
            desk.send(Command::AcceptReview);
        }
        2 => {
            let batch = desk.session.batches().first().map(|batch| batch.id.clone());
            if let Some(batch) = batch {
                desk.send(Command::RetractBatch(batch));
            }
        }
        act => {
            desk.send(Command::Search(query));
            let mention = SearchAct::Mention(id.clone());
            desk.send(Command::AcceptAs([mention, SearchAct::Tag(Label::Claim), SearchAct::Credit(id)][act % 3].clone()));
        }
    }
    desk.send(Command::CloseReview);
}

pub fn carry_out(desk: &mut Desk, deed: &Deed) {
    let current = desk.session.current().cloned();
    let current_id = current.as_ref().map(|annotation| annotation.id.clone());
    match deed {
        Deed::Mark(a, b, key) => {
            desk.send(Command::Select { anchor: ByteOffset(*a), head: ByteOffset(*b) });
            desk.keys(MARKS[*key]);
        }
        Deed::Keys(key) => drop(desk.keys(KEYS[*key])),
        Deed::Suggestion(walk, answer) => drop(desk.keys(&format!("{} {}", ["Tab", "F4"][*walk], ANSWERS[*answer]))),
        Deed::Note(note) => current_id.into_iter().for_each(|id| desk.send(Command::SetNote(id, note.clone()))),
        Deed::Title(title) => desk.send(Command::SetTitle(title.clone())),
        Deed::Metadata(field, text) => {
            let Some(article) = desk.session.article() else { return };
            let (id, mut metadata) = (article.id.clone(), article.metadata.clone());
            match field {
                0 => metadata.title.clone_from(text),
                1 => metadata.outlet.clone_from(text),
                2 => "fr".clone_into(&mut metadata.language),
                _ => metadata.published = PartialDate::parse("2026-02").ok(),
            }
            desk.send(Command::SetMetadata(id, metadata));
        }
        Deed::Article(0) => desk.add(&[("other.txt", OTHER)]),
        Deed::Article(1) => drop(desk.keys("C-S-Del")),
        Deed::Article(_) => drop(desk.keys(".")),
        Deed::Value(at) => current.into_iter().for_each(|current| {
            let (name, value) = ("mood".to_owned(), ["glad", "sad", ""][*at].to_owned());
            // The session takes any value of an attribute that is not in the codebook.
            if desk.session.document().codebook.attribute(current.label, &name).is_some() {
                desk.send(Command::SetAttribute { id: current.id.clone(), name, value });
            }
        }),
        Deed::Credit(at, slot, joins) => {
            let Some(current) = current.filter(|current| current.label != Label::Actor) else { return };
            let who = actor(desk, *at).map_or(Who::Unnamed("a diplomat".to_owned()), Who::Actor);
            let (id, joins) = (current.id.clone(), *joins == 0);
            match slot {
                0 => desk.send(Command::Credit { id, slot: Slot::Speaker, who, joins }),
                1 => desk.send(Command::SetSlot { id, slot: Slot::Reporter, list: vec![Attribution::of(who)] }),
                _ => desk.send(Command::SetAbout(id, who.actor().into_iter().cloned().collect())),
            }
        }
        Deed::NewActor(name, target) => {
            let target = match (current, target) {
                (Some(mention), 1) if mention.label == Label::Actor => For::Mention(mention.id.clone()),
                (Some(held), 2) if held.label != Label::Actor => {
                    For::Slot { id: held.id.clone(), slot: Slot::Speaker, joins: true }
                }
                _ => For::Register,
            };
            desk.send(Command::NewActor { name: name.clone(), target });
        }
        Deed::Actor(at, change) => change_actor(desk, *at, change),
        Deed::Link(a, b) => {
            if let (Some((from_label, from)), Some((to_label, to))) = (end(desk, *a), end(desk, *b))
                && let Some(kind) = desk.session.next_link_kind(from_label, to_label)
            {
                desk.send(Command::Link { from, to, kind });
            }
        }
        Deed::SetLink(at, change) => {
            let Some((_, from)) = end(desk, *at) else { return };
            let layers = desk.session.document().layers.iter();
            let link = layers.filter_map(|(_, layer)| layer.get(&from.1)).find_map(|held| held.details.links.first().cloned());
            if let Some(link) = link {
                let to = (*change == 0).then(|| (link.kind, "why".to_owned()));
                desk.send(Command::SetLink { from, id: link.id, to });
            }
        }
        Deed::Zone(kind) => desk.send(Command::MarkZone([ZoneKind::Caption, ZoneKind::Advert, ZoneKind::Byline][*kind])),
        Deed::SetZone(at, kind) => open_article(desk).into_iter().for_each(|id| {
            let kind = [None, Some(ZoneKind::Other), Some(ZoneKind::Caption)][*kind];
            desk.send(Command::SetZone(id, *at, kind));
        }),
        Deed::Edge(edge, to) => current_id.into_iter().for_each(|id| {
            let (edge, to) = ([Edge::Start, Edge::End][*edge], ByteOffset(*to));
            desk.send(Command::MoveEdge { id, fragment: 0, edge, to });
        }),
        Deed::Evidence(kind) => current_id.into_iter().for_each(|id| {
            let kind = [EvidenceKind::Cue, EvidenceKind::Verbatim, EvidenceKind::Editorial][*kind];
            desk.send(Command::DropEvidence(id, kind, 0));
        }),
        Deed::Codebook(at) => desk.send(Command::ChangeCodebook(codebook_change(*at))),
        Deed::Bulk(act, at) => bulk(desk, *act, *at),
        Deed::Wait(ms) => drop(desk.wait(*ms)),
        Deed::Be(at) => be(desk, PEOPLE[*at]),
    }
}

pub fn be(desk: &mut Desk, name: &str) {
    desk.send(Command::AnnotateAs(Annotator::parse(name).unwrap()));
}
