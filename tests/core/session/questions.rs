//! Open questions: what is listed, and the walk through it with one key.

use dicta::model::Label;
use dicta::model::{Document, ZoneKind};
use dicta::session::{Access, Command, Query, QuestionKind, SearchAct, SessionAction};

use crate::support::desk::Desk;

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
    let key = document.layers.keys().next().unwrap().clone();
    let layer = document.layers.get_mut(&key).unwrap();
    let held = if a.1 < b.1 { &b } else { &a };
    std::sync::Arc::make_mut(layer).remove(&held.1);
    let desk = Desk::with(document, dicta::session::Access::ReadWrite);
    assert!(kinds(&desk).contains(&QuestionKind::BrokenLink));
}

/// How much each article leaves open, in reading order; the same as its list is long.
fn counts(desk: &Desk) -> Vec<usize> {
    let session = &desk.session;
    let of = |id| {
        assert_eq!(session.open_count(id), session.questions(id).len(), "{id}");
        session.open_count(id)
    };
    session.reading_order().into_iter().map(|article| of(&article.id)).collect()
}

#[test]
fn every_article_is_counted_from_the_moment_it_is_loaded() {
    let mut desk = Desk::annotating(TEXT);
    desk.add(&[("b.txt", "“It holds”, he said. “It does.”"), ("c.txt", "Nothing was said.")]);
    let mut desk = Desk::with(Document::clone(desk.session.document()), Access::ReadWrite);
    desk.send(Command::Tick);
    assert_eq!(counts(&desk), [2, 2, 0]);
    let before = desk.session.open_counts_revision();
    desk.wait(1_000).add(&[("d.txt", "“One more”, she said."), ("e.txt", "“And one”, he said.")]);
    assert_eq!(counts(&desk), [2, 2, 0, 1, 1]);
    assert!(desk.session.open_counts_revision() > before, "so that lists of counts are made anew");
}

#[test]
fn counts_are_right_after_the_acts_of_a_search_in_articles_that_are_not_open() {
    let mut desk = Desk::annotating(TEXT);
    desk.add(&[("b.txt", "“It holds”, he said. “It holds”, she said."), ("c.txt", "It holds.")]);
    desk.send(Command::OpenArticle(desk.session.reading_order()[0].id.clone()));
    desk.send(Command::Search(Query { words: "it holds".to_owned(), ..Query::default() }));
    desk.send(Command::TickAll(true));
    desk.send(Command::AcceptAs(SearchAct::Tag(Label::Quote)));
    assert_eq!(counts(&desk), [2, 2, 1], "quotes without speaker in the place of quotations nobody marked");
    desk.keys("C-Z");
    desk.send(Command::OpenArticle(desk.session.reading_order()[0].id.clone()));
    assert_eq!(counts(&desk), [2, 2, 0]);
    desk.send(Command::OpenArticle(desk.session.reading_order()[1].id.clone()));
    desk.send(Command::Do(SessionAction::SelectAll));
    desk.send(Command::MarkZone(ZoneKind::Navigation));
    assert_eq!(counts(&desk), [2, 0, 0]);
    desk.send(Command::OpenArticle(desk.session.reading_order()[2].id.clone()));
    assert_eq!(counts(&desk), [2, 0, 0], "and when the article is left");
}

#[test]
fn an_article_that_comes_back_with_another_text_is_counted_anew() {
    let mut desk = Desk::annotating(TEXT);
    desk.add(&[("b.txt", "“It holds”, he said.")]);
    assert_eq!(counts(&desk), [2, 1]);
    desk.keys("C-Z");
    desk.add(&[("b.txt", "Nothing was said.")]);
    desk.keys(",");
    assert_eq!(counts(&desk), [2, 0]);
}
