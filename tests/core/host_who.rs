//! Who annotates in a set that is opened: who was said to, else whoever has done something in it.

use std::path::PathBuf;

use dicta::edit::History;
use dicta::host::import::Import;
use dicta::host::{Opened, Why, open, who};
use dicta::model::{Annotator, Document, Timestamp};

use super::sitting::{Sitting, set, state};

fn named(name: &str) -> Annotator {
    Annotator::parse(name).unwrap()
}

fn asked(said: Option<&str>, document: &Document, history: &History) -> (String, Why) {
    let (name, why) = who(said.map(named), document, history, || named("login"));
    (name.to_string(), why)
}

#[test]
fn a_set_that_was_imported_by_somebody_is_annotated_by_that_person() {
    let dir = tempfile::tempdir().unwrap();
    let path: PathBuf = dir.path().join("a.txt");
    std::fs::write(&path, "One text.").unwrap();
    let import = Import { set: set(dir.path()), paths: vec![path], annotator: named("me"), seed: 1 };
    import.run(&state(dir.path()), Timestamp(1_770_000_000_000), &mut Vec::new()).unwrap();
    let Opened { document, history, .. } = open(&set(dir.path()), &state(dir.path()), &|_, _| {}).unwrap();
    assert_eq!(asked(None, &document, &history), ("me".to_owned(), Why::BroughtIn));
    assert_eq!(asked(Some("me"), &document, &history), ("me".to_owned(), Why::Said));
    // Who was said to annotate does, but it is not passed over that somebody else was named.
    assert_eq!(asked(Some("bob"), &document, &history), ("bob".to_owned(), Why::SaidAmongOthers(vec![named("me")])));
    // Elsewhere nobody knows who brought the articles in.
    assert_eq!(asked(None, &document, &History::default()), ("login".to_owned(), Why::LoggedIn));
}

#[test]
fn the_only_one_who_has_annotated_goes_on_and_several_are_not_guessed_among() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", "“We leave”, she said. “We stay”, he said.".as_bytes())]);
    sitting.desk.mark("“We leave”", "Q");
    let document = sitting.desk.session.document().clone();
    assert_eq!(asked(None, &document, &History::default()), ("alice".to_owned(), Why::Only));
    sitting.desk.send(dicta::session::Command::AnnotateAs(named("bob")));
    sitting.desk.mark("“We stay”", "Q");
    let document = sitting.desk.session.document().clone();
    assert_eq!(asked(None, &document, &History::default()), ("login".to_owned(), Why::LoggedIn));
    assert_eq!(asked(Some("bob"), &document, &History::default()), ("bob".to_owned(), Why::Said));
    let others = Why::SaidAmongOthers(vec![named("alice"), named("bob")]);
    assert_eq!(asked(Some("eve"), &document, &History::default()), ("eve".to_owned(), others));
}
