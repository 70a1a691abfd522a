//! Who annotates in a set that is opened: nobody is taken for somebody else without being asked.

use std::path::PathBuf;

use dicta::edit::History;
use dicta::host::import::Import;
use dicta::host::{AnnotatorChoice, AnnotatorHints, Opened, Why, choose_annotator, open};
use dicta::model::{Annotator, ArticleId, Document, Timestamp};

use crate::support::sitting::{Sitting, set, state};

fn named(name: &str) -> Annotator {
    Annotator::parse(name).unwrap()
}

/// Who annotates, and why; or everybody who might, if it has to be asked. `hints`: said, chosen for this set, usual.
fn asked(hints: [Option<&str>; 3], document: &Document, history: &History) -> (String, Option<Why>) {
    let [said, here, usual] = hints.map(|name| name.map(named));
    match choose_annotator(&AnnotatorHints { said, here, usual }, document, history, || named("login")) {
        AnnotatorChoice::Annotates(name, why) => (name.to_string(), Some(why)),
        AnnotatorChoice::Asks(others) => (others.iter().map(Annotator::as_str).collect::<Vec<_>>().join(" "), None),
    }
}

/// A document of a set in which these people have annotated.
fn annotated_by(names: &[&str]) -> Document {
    let article = ArticleId::parse("article").unwrap();
    let mut document = Document::default();
    for name in names {
        document.layers.insert((article.clone(), named(name)), std::sync::Arc::default());
    }
    document
}

fn is(name: &str, why: Why) -> (String, Option<Why>) {
    (name.to_owned(), Some(why))
}

#[test]
fn a_set_without_annotations_is_for_the_usual_name_or_whoever_brought_the_articles_in() {
    let dir = tempfile::tempdir().unwrap();
    let path: PathBuf = dir.path().join("a.txt");
    std::fs::write(&path, "One text.").unwrap();
    let import = Import { set: set(dir.path()), paths: vec![path], annotator: named("me"), seed: 1 };
    import.run(&state(dir.path()), Timestamp(1_770_000_000_000), &mut Vec::new()).unwrap();
    let Opened { document, history, .. } = open(&set(dir.path()), &state(dir.path()), &|_, _| {}).unwrap();
    assert_eq!(asked([None; 3], &document, &history), is("me", Why::BroughtIn));
    assert_eq!(asked([None, None, Some("bob")], &document, &history), is("bob", Why::Usual));
    assert_eq!(asked([None, Some("eve"), Some("bob")], &document, &history), is("eve", Why::Said));
    assert_eq!(asked([Some("jo"), Some("eve"), Some("bob")], &document, &history), is("jo", Why::Said));
    // Elsewhere nobody knows who brought the articles in.
    assert_eq!(asked([None; 3], &document, &History::default()), is("login", Why::LoggedIn));
}

#[test]
fn a_set_with_the_work_of_others_alone_asks_who_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", "“We leave”, she said. “We stay”, he said.".as_bytes())]);
    sitting.desk.mark("“We leave”", "Q");
    let (document, history) = (sitting.desk.session.document().clone(), sitting.desk.session.history().clone());
    let elsewhere = History::default();
    // The journal of this computer has steps of alice alone; on another computer nothing says who it is.
    assert_eq!(asked([None; 3], &document, &history), is("alice", Why::OnlyHere));
    assert_eq!(asked([None; 3], &document, &elsewhere), ("alice".to_owned(), None));
    assert_eq!(asked([None, None, Some("lea")], &document, &elsewhere), ("alice".to_owned(), None));
    // Said once on this computer, or for this run, it is not asked again.
    assert_eq!(asked([None, Some("lea"), None], &document, &elsewhere), is("lea", Why::Said));
    assert_eq!(asked([Some("lea"), None, None], &document, &elsewhere), is("lea", Why::Said));
    // Own work needs no question.
    assert_eq!(asked([None, None, Some("alice")], &document, &elsewhere), is("alice", Why::Usual));
}

#[test]
fn several_are_not_guessed_among() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", "“We leave”, she said. “We stay”, he said.".as_bytes())]);
    sitting.desk.mark("“We leave”", "Q");
    sitting.desk.send(dicta::session::Command::AnnotateAs(named("login")));
    sitting.desk.mark("“We stay”", "Q");
    let (document, history) = (sitting.desk.session.document().clone(), sitting.desk.session.history().clone());
    assert_eq!(asked([None, None, Some("bob")], &document, &history), ("alice login".to_owned(), None));
    assert_eq!(asked([None, None, Some("alice")], &document, &history), is("alice", Why::Usual));
    assert_eq!(asked([None; 3], &document, &history), is("login", Why::LoggedIn));
}

#[test]
fn a_name_that_differs_only_by_capital_letters_is_that_of_the_annotator_who_is_there() {
    let document = annotated_by(&["zoë", "bob"]);
    for name in ["Zoë", "ZOË", "Zoe\u{308}"] {
        let hints = AnnotatorHints { said: Some(named(name)), ..AnnotatorHints::default() };
        let choice = choose_annotator(&hints, &document, &History::default(), || named("login"));
        assert_eq!(choice, AnnotatorChoice::Annotates(named("zoë"), Why::SaidOtherwise), "{name}");
    }
    let both = annotated_by(&["Bob", "bob"]);
    for name in ["Bob", "bob"] {
        assert_eq!(both.namesake(&named(name)), Some(&named(name)), "a set that has both keeps both");
    }
    assert_eq!(both.namesake(&named("bobby")), None);
}
