//! Stored key maps: ids of actions never change, earlier versions can be read, and nothing that is stored gets lost.

use std::collections::{BTreeMap, BTreeSet};

use dicta::model::Label;
use dicta::session::input::action::{EdgeStep, Participant};
use dicta::session::input::action_id::from_id;
use dicta::session::input::action_table::TABLE;
use dicta::session::{Action, Chord, Digit, Edge, Key, Keymap, SessionAction, WindowAction};

/// Former names and ids, as they are in people's files.
const STORED: &str = include_str!("stored_actions.txt");

fn stored_actions() -> impl Iterator<Item = (&'static str, &'static str)> {
    STORED.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once(' ').expect("a name and an id"))
}

fn map<const N: usize>(rows: [(&str, &str); N]) -> BTreeMap<String, String> {
    rows.into_iter().map(|(id, keys)| (id.to_owned(), keys.to_owned())).collect()
}

#[test]
fn every_action_has_an_id_of_its_own_that_leads_back_to_it() {
    let ids: BTreeSet<&str> = TABLE.iter().map(|spec| spec.id).collect();
    let actions: BTreeSet<Action> = TABLE.iter().map(|spec| spec.action).collect();
    assert_eq!((ids.len(), actions.len()), (TABLE.len(), TABLE.len()));
    for spec in TABLE {
        assert_eq!(from_id(spec.id), Some(spec.action), "{}", spec.id);
        let row = spec.action.spec();
        assert_eq!((row.action, row.id, row.name, row.help, row.keys), (spec.action, spec.id, spec.name, spec.help, spec.keys));
    }
}

#[test]
fn ids_and_former_names_in_files_still_mean_the_same_action() {
    for (former, id) in stored_actions() {
        let action = from_id(id).unwrap_or_else(|| panic!("the id {id} is gone"));
        assert_eq!(action.spec().id, id);
        assert_eq!(from_id(former), Some(action), "{former}");
    }
    let known: BTreeSet<&str> = stored_actions().map(|(_, id)| id).collect();
    assert!(TABLE.iter().all(|spec| known.contains(spec.id)), "add the ids of new actions to stored_actions.txt");
}

#[test]
fn digits_steps_and_edges_keep_the_ids_that_they_had_as_single_actions() {
    let ids = |actions: &[Action]| actions.iter().map(|action| action.spec().id).collect::<Vec<_>>();
    let digits = Digit::ALL.map(Action::speaker);
    assert_eq!(
        ids(&digits),
        ["speaker.1", "speaker.2", "speaker.3", "speaker.4", "speaker.5", "speaker.6", "speaker.7", "speaker.8", "speaker.9"]
    );
    let labels = Label::ALL.map(|label| Action::from(SessionAction::Tag(label)));
    assert_eq!(BTreeSet::from_iter(ids(&labels)), BTreeSet::from(["quote", "claim", "actor"]));
    let edge = |edge, step| Action::from(SessionAction::MoveEdge { edge, step });
    assert_eq!(ids(&[edge(Edge::Start, EdgeStep::Left), edge(Edge::End, EdgeStep::WordRight)]), ["start.left", "end.word-right"]);
    let choose = |participant| Action::from(WindowAction::Choose(participant));
    assert_eq!(
        ids(&[choose(Participant::Speaker), choose(Participant::AnotherSpeaker), choose(Participant::About)]),
        ["choose-who", "add-who", "choose-about"]
    );
}

#[test]
fn key_maps_of_today_and_of_earlier_versions_are_read_alike() {
    let today = map([
        ("speaker.3", "F9"),
        ("quote", "Ö or Alt Q"),
        ("next-candidate", "Alt N"),
        ("start.left", "Alt H"),
        ("select.word-left", "none"),
        ("choose-values", "Alt V"),
    ]);
    let earlier = map([
        ("Speaker3", "F9"),
        ("TagQuote", "Ö or Alt Q"),
        ("NextCandidate", "Alt N"),
        ("StartLeft", "Alt H"),
        ("SelectWordLeft", "none"),
        ("ChooseValues", "Alt V"),
    ]);
    let keys = Keymap::from_stored(&today);
    assert_eq!(Keymap::from_stored(&earlier), keys);
    assert!(keys.unused().is_empty(), "{:?}", keys.unused());
    assert_eq!(keys.stored(), today, "ids are written");
    assert_eq!(keys.keys(SessionAction::Speaker(Digit::Three)), [Chord::plain(Key::F(9))]);
    assert_eq!(keys.keys(SessionAction::Tag(Label::Quote)), [Chord::char('Ö'), Chord::char('Q').alt()]);
    assert_eq!(keys.action(Chord::char('N').alt()), Some(SessionAction::NextSuggestion.into()));
    assert_eq!(keys.action(Chord::plain(Key::Left).ctrl().shift()), None);
}

#[test]
fn a_former_name_that_is_an_id_too_is_taken_as_the_id() {
    let ids: BTreeSet<&str> = TABLE.iter().map(|spec| spec.id).collect();
    let both: Vec<_> = stored_actions().filter(|(former, id)| former != id && ids.contains(former)).collect();
    assert_eq!(both, []);
}

#[test]
fn what_this_version_cannot_use_is_kept_through_changes_of_other_keys() {
    let stored = map([("fly", "F9"), ("FlyHigh", "Alt F9"), ("quote", "Hyper Q"), ("save", "B"), ("toggle-done", "Alt D")]);
    let mut keys = Keymap::from_stored(&stored);
    let unused = map([("fly", "F9"), ("FlyHigh", "Alt F9"), ("quote", "Hyper Q"), ("save", "B")]);
    assert_eq!(keys.unused(), &unused);
    assert_eq!(keys.stored(), stored);
    keys.change(WindowAction::EditCodebook, Chord::char('B').ctrl()).unwrap();
    keys.reset(SessionAction::ToggleDone).unwrap();
    let mut expected = unused;
    expected.insert("edit-codebook".to_owned(), "Ctrl B".to_owned());
    assert_eq!(keys.stored(), expected);
    assert_eq!(Keymap::from_stored(&expected).stored(), expected);
}
