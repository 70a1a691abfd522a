//! Articles coming in: names, doubles, proposals, status, order.

use dicta::model::{Status, Timestamp};
use dicta::session::{Command, Effect, Report, SaveState};

use crate::support::desk::Desk;

#[test]
fn the_same_text_twice_is_noticed() {
    let mut desk = Desk::new();
    desk.add(&[("a.txt", "un texte"), ("copie.txt", "un texte")]);
    assert_eq!(desk.session.document().articles.len(), 1);
    assert_eq!(desk.says(), "“copie.txt” has the same text as “un texte”; it was not added again");
    desk.add(&[("encore.txt", "un texte")]);
    assert_eq!(desk.session.document().articles.len(), 1);
}

#[test]
fn names_of_files_become_ids_that_begin_with_a_letter_and_never_clash() {
    let mut desk = Desk::new();
    desk.add(&[
        ("000_56ca.txt", "a"),
        ("Le Quai.txt", "b"),
        ("le-quai.txt", "c"),
        ("", "Pasted words of a text"),
        ("…!?.txt", "d"),
        ("CON.txt", "e"),
    ]);
    let ids: Vec<_> = desk.session.document().articles.keys().map(ToString::to_string).collect();
    assert_eq!(ids, ["article", "article-000-56ca", "article-con", "le-quai", "le-quai-2", "pasted-words-of-a-text"]);
}

#[test]
fn a_headline_that_is_glued_to_a_date_proposes_both() {
    let mut desk = Desk::new();
    let text =
        " date 2026-02-04 Dockers' envoy met the minister in secret\n\nThe adviser went to the ministry on Tuesday, they said.";
    desk.add(&[("a.txt", text)]);
    let article = desk.session.article().unwrap();
    assert_eq!(article.metadata.title, "Dockers' envoy met the minister in secret");
    assert_eq!(article.metadata.published.as_ref().map(dicta::model::PartialDate::as_str), Some("2026-02-04"));
    assert_eq!(article.metadata.language, "en");
    assert_eq!(article.text.as_str(), text, "the text itself stays as it was");
}

#[test]
fn looked_and_found_nothing_is_not_the_same_as_not_looked() {
    let mut desk = Desk::at("un texte|");
    let status = |desk: &Desk| desk.session.document().status(&desk.session.article().unwrap().id, desk.session.annotator());
    assert_eq!(status(&desk), Status::Untouched);
    desk.keys("D");
    assert_eq!(status(&desk), Status::DoneNothingFound);
    desk.mark("texte", "Q");
    assert_eq!(status(&desk), Status::Done);
    desk.keys("D");
    assert_eq!(status(&desk), Status::InProgress);
    desk.keys("N Del");
    assert_eq!(status(&desk), Status::Untouched);
}

#[test]
fn articles_keep_the_order_in_which_they_came() {
    let mut desk = Desk::new();
    desk.add(&[("z.txt", "1"), ("a.txt", "2"), ("m.txt", "3")]);
    let order: Vec<_> = desk.session.reading_order().iter().map(|a| a.id.to_string()).collect();
    assert_eq!(order, ["z", "a", "m"]);
}

#[test]
fn every_article_of_an_import_says_the_moment_at_which_it_was_imported() {
    let mut desk = Desk::new();
    let names: Vec<String> = (0..50).rev().map(|n| format!("text{n}.txt")).collect();
    desk.add(&names.iter().map(|name| (name.as_str(), name.as_str())).collect::<Vec<_>>());
    let articles = desk.session.reading_order();
    assert!(articles.iter().all(|article| article.imported == desk.now.whole_seconds()));
    assert!(articles.iter().zip(&names).all(|(article, name)| article.source_file == *name));
}

#[test]
fn a_second_import_comes_after_the_first_even_in_the_same_second() {
    for later in [0, 400, 5_000] {
        let mut desk = Desk::new();
        desk.add(&[("z.txt", "1"), ("x.txt", "2"), ("w.txt", "3")]);
        desk.now = Timestamp(desk.now.0 + later);
        desk.add(&[("c.txt", "4"), ("b.txt", "5")]);
        let order: Vec<_> = desk.session.reading_order().iter().map(|a| a.id.to_string()).collect();
        assert_eq!(order, ["z", "x", "w", "c", "b"], "{later} ms later");
    }
}

#[test]
fn saving_waits_for_a_quiet_moment_but_not_for_ever() {
    let mut desk = Desk::at("a b c d e f|");
    desk.effects.clear();
    let saves = |desk: &Desk| desk.effects.iter().filter(|e| matches!(e, Effect::Save(..))).count();
    let first = desk.now;
    // `at` waits long enough for its own save; answer it.
    let revision = desk.session.revision();
    desk.send(Command::Report(Report::Saved(revision)));
    assert_eq!(*desk.session.save_state(), SaveState::Saved);
    for word in ["a", "b", "c", "d", "e", "f"] {
        desk.mark(word, "Q");
        assert_eq!(*desk.session.save_state(), SaveState::Unsaved);
        desk.wait(350);
    }
    assert_eq!(saves(&desk), 1, "no quiet moment in {} ms, so it was saved after two seconds", desk.now.since(first));
    desk.mark("b c", "C");
    desk.wait(3_000);
    assert_eq!(saves(&desk), 1, "one save at a time");
    let running = desk.effects.iter().find_map(|e| if let Effect::Save(_, revision) = e { Some(*revision) } else { None });
    desk.send(Command::Report(Report::Saved(running.unwrap())));
    desk.wait(10);
    assert_eq!(saves(&desk), 2);
    desk.send(Command::Report(Report::Saved(desk.session.revision())));
    assert_eq!(*desk.session.save_state(), SaveState::Saved);
    assert_eq!(
        desk.session.wakes_in_ms(Timestamp(desk.now.0 + 60_000)).filter(|ms| *ms > 0),
        None,
        "nothing is waiting any more"
    );
}

#[test]
fn a_save_that_failed_is_told_kept_and_tried_again() {
    let mut desk = Desk::at("un texte|");
    desk.send(Command::Report(Report::Saved(desk.session.revision())));
    desk.mark("texte", "Q");
    desk.send(Command::Flush);
    desk.send(Command::Report(Report::SaveFailed("the disk is full".into())));
    assert_eq!(*desk.session.save_state(), SaveState::Failed("the disk is full".into()));
    assert_eq!(desk.says(), "Not saved: the disk is full. Saving is tried again every few seconds");
    desk.effects.clear();
    desk.wait(1_000);
    assert!(desk.effects.is_empty());
    desk.wait(5_000);
    assert!(matches!(desk.effects[..], [Effect::Save(..)]));
}
