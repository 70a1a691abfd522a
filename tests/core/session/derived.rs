//! What is read off the set and renewed bit by bit is the same as what is read off the whole set at once.

use std::collections::{BTreeMap, BTreeSet};

use dicta::model::Label;
use dicta::model::{AnnotationId, Annotator, Document, LinkKind, ZoneKind};
use dicta::session::{Access, BatchState, Command, Digit, Edge, For, OpenQuestion, SessionAction};
use dicta::suggest::Suggestion;
use dicta::text::ByteOffset;
use proptest::prelude::*;

use crate::support::desk::Desk;

const ONE: &str = "Anna Berg said: “We will leave on Friday.” Paul Rond told us: “Nobody leaves.” Anna Berg answered “no”.\n\n\
                   The mayor, Paul Rond, said that the bridge is open. According to Anna Berg, “it is shut”. ”Odd.";
const TWO: &str = "“We will leave on Friday,” said Anna Berg. Paul Rond said: “Nobody leaves.” Later Anna Berg went home.";
const THREE: &str = "Nothing is said here by Paul Rond.";

/// One thing that a person may do.
#[derive(Clone, Debug)]
enum Deed {
    Select(usize, usize),
    Do(SessionAction),
    Edge(usize, bool),
    Note,
    Actor(bool),
    Merge,
    Zone,
    Link(usize, usize),
    Batch,
    Retract,
    As(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    const ACTIONS: &[SessionAction] = &[
        SessionAction::Tag(Label::Quote),
        SessionAction::Tag(Label::Quote),
        SessionAction::Tag(Label::Claim),
        SessionAction::Tag(Label::Actor),
        SessionAction::Tag(Label::Actor),
        SessionAction::Undo,
        SessionAction::Undo,
        SessionAction::Redo,
        SessionAction::Delete,
        SessionAction::ToggleUnsure,
        SessionAction::AddFragment,
        SessionAction::SpeakerUnknown,
        SessionAction::Speaker(Digit::One),
        SessionAction::Speaker(Digit::Two),
        SessionAction::TagNewActor,
        SessionAction::NextAnnotation,
        SessionAction::PreviousAnnotation,
        SessionAction::NextSuggestion,
        SessionAction::NextClaim,
        SessionAction::RejectSuggestion,
        SessionAction::NextArticle,
        SessionAction::PreviousArticle,
        SessionAction::NextQuestion,
        SessionAction::PreviousQuestion,
        SessionAction::ToggleDone,
        SessionAction::LinkSame,
        SessionAction::SelectSentence,
    ];
    prop_oneof![
        8 => (0_usize..200, 0_usize..40).prop_map(|(from, long)| Deed::Select(from, from + long)),
        24 => prop::sample::select(ACTIONS).prop_map(Deed::Do),
        2 => (0_usize..200, any::<bool>()).prop_map(|(to, start)| Deed::Edge(to, start)),
        1 => Just(Deed::Note),
        2 => any::<bool>().prop_map(Deed::Actor),
        1 => Just(Deed::Merge),
        1 => Just(Deed::Zone),
        3 => (0_usize..20, 0_usize..20).prop_map(|(from, to)| Deed::Link(from, to)),
        1 => Just(Deed::Batch),
        1 => Just(Deed::Retract),
        1 => any::<bool>().prop_map(Deed::As),
    ]
}

fn carry_out(desk: &mut Desk, deed: &Deed) {
    let current = desk.session.current().map(|a| a.id.clone());
    let actors = desk.session.document().register.actors().to_vec();
    match (deed, current) {
        (Deed::Select(from, to), _) => desk.send(Command::Select { anchor: ByteOffset(*from), head: ByteOffset(*to) }),
        (Deed::Do(action), _) => desk.send(Command::Do(*action)),
        (Deed::Edge(to, start), Some(id)) => {
            let edge = if *start { Edge::Start } else { Edge::End };
            desk.send(Command::MoveEdge { id, fragment: 0, edge, to: ByteOffset(*to) });
        }
        (Deed::Note, Some(id)) => desk.send(Command::SetNote(id, "a note".to_owned())),
        (Deed::Actor(anna), _) => {
            let name = if *anna { "Anna Berg" } else { "Paul Rond" };
            desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
        }
        (Deed::Merge, _) => {
            if let [first, .., last] = &actors[..] {
                desk.send(Command::MergeActors { from: last.id.clone(), into: first.id.clone() });
            }
        }
        (Deed::Zone, _) => desk.send(Command::MarkZone(ZoneKind::Caption)),
        (Deed::Link(from, to), _) => {
            let document = desk.session.document().clone();
            let ends: Vec<_> = document
                .layers
                .iter()
                .flat_map(|((article, _), layer)| layer.annotations().iter().map(|a| (article.clone(), a.id.clone())))
                .collect();
            if let (Some(from), Some(to)) = (ends.get(*from).cloned(), ends.get(*to).cloned()) {
                desk.send(Command::Link { from, to, kind: LinkKind::SameStatement });
            }
        }
        (Deed::Batch, _) => {
            desk.send(Command::Do(SessionAction::TagNames));
            desk.send(Command::TickAll(true));
            desk.send(Command::AcceptReview);
        }
        (Deed::Retract, _) => {
            if let Some(batch) = desk.session.batches().first().cloned() {
                desk.send(Command::RetractBatch(batch.id));
            }
        }
        (Deed::As(bob), _) => desk.send(Command::AnnotateAs(Annotator::parse(if *bob { "bob" } else { "alice" }).unwrap())),
        (Deed::Edge(..) | Deed::Note, None) => {}
    }
    desk.wait(2_000);
}

/// What can be read off a session.
#[derive(Debug, PartialEq)]
struct Read {
    open_here: Vec<OpenQuestion>,
    open_counts: Vec<usize>,
    of_the_set: Vec<OpenQuestion>,
    actors: Vec<(String, dicta::session::Counts, Vec<String>)>,
    holders: BTreeMap<String, BTreeSet<String>>,
    broken: Vec<Vec<String>>,
    batches: Vec<BatchState>,
    suggestions: [Vec<Suggestion>; 2],
}

fn read(desk: &Desk) -> Read {
    let session = &desk.session;
    let (document, survey) = (session.document(), session.survey());
    let named = |name: &str| survey.names().named(name).iter().map(ToString::to_string).collect();
    let actors = document.register.actors().iter().map(|a| (a.id.to_string(), survey.counts(&a.id), named(&a.name)));
    let ids = document.layers.values().flat_map(|layer| layer.annotations().iter().map(|a| a.id.clone()));
    let held = |id: &AnnotationId| survey.holders_of(id).map(|(article, id)| format!("{article} {id}")).collect();
    let broken = document.layers.keys().map(|(article, by)| {
        let ids = survey.broken_in(article, by).into_iter().flat_map(|ids| ids.iter().map(ToString::to_string));
        ids.collect()
    });
    Read {
        open_here: session.open_here().iter().cloned().collect(),
        open_counts: document.articles.keys().map(|id| session.open_count(id)).collect(),
        of_the_set: session.set_questions(),
        actors: actors.collect(),
        holders: ids.map(|id| (id.to_string(), held(&id))).collect(),
        broken: broken.collect(),
        batches: session.batches(),
        suggestions: [session.suggestions().to_vec(), session.claim_suggestions().to_vec()],
    }
}

/// Another session over the same document, with the same article open.
fn anew(desk: &Desk) -> Desk {
    let mut other = Desk::with(Document::clone(desk.session.document()), Access::ReadWrite);
    other.send(Command::AnnotateAs(desk.session.annotator().clone()));
    if let Some(article) = desk.session.article() {
        other.send(Command::OpenArticle(article.id.clone()));
    }
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_off_the_set_is_the_same_bit_by_bit_and_at_once(deeds in prop::collection::vec(deed(), 0..60)) {
        let mut desk = Desk::new();
        desk.add(&[("one.txt", ONE), ("two.txt", TWO), ("three.txt", THREE)]);
        for (number, deed) in deeds.iter().enumerate() {
            carry_out(&mut desk, deed);
            let here: Vec<OpenQuestion> = desk.session.open_here().iter().cloned().collect();
            let article = desk.session.article().map(|article| article.id.clone());
            prop_assert_eq!(&here, &article.map(|id| desk.session.questions(&id)).unwrap_or_default(), "after {:?}", deed);
            for kind in dicta::session::QuestionKind::ALL {
                let count = here.iter().filter(|question| question.kind == kind).count();
                prop_assert_eq!(desk.session.open_here().count(kind), count);
            }
            if number % 4 == 0 || number + 1 == deeds.len() {
                prop_assert_eq!(read(&desk), read(&anew(&desk)), "after {:?}", deed);
            }
        }
    }
}
