//! Open questions: what is listed, and the walk through it with one key.

use dicta::model::Label;
use dicta::session::{Command, QuestionKind};

use super::desk::Desk;

const TEXT: &str = "“We will act tomorrow”, said Anna Weiss. “Not before”, she added.\n\nTwo ships left on Monday.";

fn kinds(desk: &Desk) -> Vec<QuestionKind> {
    desk.session.open_here().iter().map(|question| question.kind).collect()
}

#[test]
fn quotation_marks_that_nobody_marked_are_open_until_they_are() {
    let mut desk = Desk::annotating(TEXT);
    assert_eq!(kinds(&desk), [QuestionKind::Unmarked; 2]);
    desk.mark("“We will act tomorrow”", "Q");
    assert_eq!(kinds(&desk), [QuestionKind::NoSpeaker, QuestionKind::Unmarked]);
    desk.mark("Anna Weiss", "S-A");
    desk.pick("“We will act tomorrow”");
    desk.keys("1");
    assert_eq!(kinds(&desk), [QuestionKind::Unmarked]);
}

#[test]
fn everything_that_is_not_said_is_listed_in_text_order() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("Two ships left", "C");
    desk.mark("Anna Weiss", "A");
    desk.keys("U");
    let expected =
        [QuestionKind::Unmarked, QuestionKind::NoActor, QuestionKind::Unsure, QuestionKind::Unmarked, QuestionKind::NoSource];
    assert_eq!(kinds(&desk), expected);
    let here = desk.session.article().unwrap().id.clone();
    assert_eq!(desk.session.open_count(&here), 5);
}

#[test]
fn one_key_walks_them_all_and_goes_on_in_the_next_article() {
    let mut desk = Desk::annotating(TEXT);
    desk.mark("Two ships left", "C");
    desk.add(&[("other.txt", "“It will not hold”, he said.")]);
    desk.keys(",");
    desk.send(Command::PlaceCaret { at: dicta::text::ByteOffset(0), extend: false });
    let mut seen = Vec::new();
    for _ in 0..4 {
        desk.keys("F8");
        let session = &desk.session;
        let text = &session.article().unwrap().text;
        let selected = || session.selection().span(text).map(|span| text.slice(span).to_owned()).unwrap_or_default();
        let words = session.current().map_or_else(selected, |a| a.words());
        seen.push(words);
    }
    assert_eq!(seen, ["“We will act tomorrow”", "“Not before”", "Two ships left", "“It will not hold”"]);
    desk.keys("S-F8");
    assert_eq!(desk.session.current().map(|a| a.words()).as_deref(), Some("Two ships left"), "and back");
}

#[test]
fn the_set_asks_for_actors_seen_once_words_marked_two_ways_and_untouched_articles() {
    let mut desk = Desk::annotating("Anna Weiss left. Anna Weiss came back.");
    desk.mark("Anna Weiss", "S-A");
    desk.add(&[("other.txt", "Anna Weiss again."), ("third.txt", "Nothing here.")]);
    let kinds = |desk: &Desk| desk.session.set_questions().iter().map(|q| (q.kind, q.words.clone())).collect::<Vec<_>>();
    assert_eq!(
        kinds(&desk),
        [
            (QuestionKind::SeenOnce, "Anna Weiss".to_owned()),
            (QuestionKind::Untouched, "Anna Weiss again.".to_owned()),
            (QuestionKind::Untouched, "Nothing here.".to_owned()),
        ]
    );
    desk.mark("Anna Weiss", "C");
    let two: Vec<_> = kinds(&desk).into_iter().filter(|(kind, _)| *kind == QuestionKind::TwoWays).collect();
    assert_eq!(two, [(QuestionKind::TwoWays, "Anna Weiss".to_owned())], "an actor here, a claim there");
}

#[test]
fn a_link_to_what_is_gone_is_asked_for() {
    let mut desk = Desk::annotating("“We act”, she said. “We will act”, she said.");
    desk.mark("“We act”", "Q");
    desk.mark("“We will act”", "Q");
    let article = desk.session.article().unwrap().id.clone();
    let [a, b] = ["“We act”", "“We will act”"].map(|words| (article.clone(), desk.find(Label::Quote, words).id));
    desk.send(Command::Link { from: a.clone(), to: b.clone(), kind: dicta::model::LinkKind::SameStatement });
    // As after a merge of two people's files, in which one had deleted what the other linked to.
    let mut document = dicta::model::Document::clone(desk.session.document());
    let layer = document.layers.values_mut().next().unwrap();
    let held = if a.1 < b.1 { &b } else { &a };
    std::sync::Arc::make_mut(layer).remove(&held.1);
    let desk = Desk::with(document, dicta::session::Access::ReadWrite);
    assert!(kinds(&desk).contains(&QuestionKind::BrokenLink));
}
