//! Zones: marked once, left out of counts and questions, offered for the same lines elsewhere.

use dicta::model::{Label, ZoneKind};
use dicta::session::{Command, QuestionKind};

use crate::support::desk::Desk;

fn desk() -> Desk {
    let mut desk = Desk::annotating("Share on Facebook\n\nAnna Weiss said “no”.\n\nPhoto: Anna Weiss “in 2020”");
    desk.add(&[("other.txt", "The port is closed.\n\nShare on Facebook\n\nShare on Facebook today")]);
    desk.keys(",");
    desk
}

fn zones(desk: &Desk) -> Vec<(ZoneKind, String)> {
    desk.session.article().unwrap().zones.iter().map(|zone| (zone.kind, zone.fragment.words.clone())).collect()
}

#[test]
fn one_key_greys_the_paragraph_and_again_takes_it_back() {
    let mut desk = desk();
    desk.mark("Face", "Z");
    assert_eq!(zones(&desk), [(ZoneKind::Navigation, "Share on Facebook".to_owned())]);
    desk.keys("Z");
    assert_eq!(zones(&desk), []);
    desk.keys("C-Z C-Z");
    assert_eq!(zones(&desk), []);
}

#[test]
fn the_same_lines_in_other_articles_are_offered_at_once() {
    let mut desk = desk();
    desk.mark("Face", "Z");
    let review = desk.session.review().expect("an offer");
    assert_eq!(review.rows.len(), 1, "whole lines only: {:?}", review.rows);
    desk.send(Command::AcceptReview);
    desk.keys(".");
    assert_eq!(zones(&desk), [(ZoneKind::Navigation, "Share on Facebook".to_owned())]);
    desk.keys("C-Z");
    assert_eq!(zones(&desk), []);
}

#[test]
fn what_lies_in_a_zone_counts_for_no_actor_and_opens_no_question() {
    let mut desk = desk();
    desk.mark("Anna Weiss", "S-A");
    let id = desk.find(Label::Actor, "Anna Weiss").actor.unwrap();
    desk.send(Command::FindMentions(id.clone(), dicta::session::Scope::Article));
    desk.send(Command::AcceptReview);
    assert_eq!(desk.session.survey().counts(&id).mentions, 2);
    let unmarked = |desk: &Desk| desk.session.open_here().iter().filter(|q| q.kind == QuestionKind::Unmarked).count();
    let before = unmarked(&desk);
    desk.mark("Photo: Anna Weiss “in 2020”", "Z");
    assert_eq!(desk.session.survey().counts(&id).mentions, 1);
    assert!(unmarked(&desk) <= before);
    desk.send(Command::FindMentions(id, dicta::session::Scope::Article));
    assert!(desk.session.review().is_none(), "nor is it proposed");
}

#[test]
fn a_zone_changes_its_kind_and_takes_the_place_of_those_it_overlaps() {
    let mut desk = desk();
    desk.mark("Face", "Z");
    desk.send(Command::CloseReview);
    let id = desk.session.article().unwrap().id.clone();
    desk.send(Command::SetZone(id.clone(), 0, Some(ZoneKind::Advert)));
    assert_eq!(zones(&desk)[0].0, ZoneKind::Advert);
    desk.keys("C-A Z");
    assert_eq!(zones(&desk).len(), 1);
    assert!(zones(&desk)[0].1.ends_with("“in 2020”"));
    desk.send(Command::SetZone(id, 0, None));
    assert_eq!(zones(&desk), []);
}

#[test]
fn an_article_without_a_title_is_called_by_its_first_line_of_text() {
    let mut desk = Desk::annotating("Skip to the text\nMenu\n  The port is closed.\n\nMore.");
    let title = |desk: &Desk| desk.session.article().unwrap().display_title();
    assert_eq!(title(&desk), "Skip to the text");
    desk.mark("Skip", "Z");
    desk.mark("Menu", "Z");
    assert_eq!(title(&desk), "The port is closed.");
    desk.mark("port", "Z");
    desk.mark("More", "Z");
    assert_eq!(title(&desk), "Skip to the text", "nothing else is left to call it by");
}
