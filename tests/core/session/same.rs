//! The same statement in another article and language: ranked, and linked by one key.

use dicta::model::{Label, Who};
use dicta::session::{Command, Slot};
use dicta::suggest::names::quote_similarity::Fingerprint;

use crate::support::desk::Desk;

#[test]
fn numbers_names_and_cognates_tell_the_same_statement_in_two_languages() {
    let french = Fingerprint::of("« Les 14 navires quitteront Ostrelle avant la conférence »");
    let english = Fingerprint::of("“The 14 ships will leave Ostrelle before the conference”");
    let other = Fingerprint::of("“Nobody should doubt the determination of the union”");
    let (like, why) = french.likeness(&english);
    assert!(like > 0.5 && why == ["numbers", "names", "words"], "{like} {why:?}");
    assert!(french.likeness(&other).0 < 0.15);
    assert_eq!(Fingerprint::of("").likeness(&Fingerprint::of("")).0, 0.0);
}

#[test]
fn one_key_links_the_likeliest_and_again_the_next() {
    let mut desk =
        Desk::annotating("Anna Weiss : « Les 14 navires quitteront Ostrelle ». « La négociation continue », dit-elle.");
    desk.mark("Anna Weiss", "S-A");
    let who = Who::Actor(desk.session.actors_named("Anna Weiss")[0].clone());
    let credit = |desk: &mut Desk, words: &str| {
        desk.mark(words, "Q");
        let id = desk.find(Label::Quote, words).id;
        desk.send(Command::Credit { id, slot: Slot::Speaker, who: who.clone(), joins: false });
    };
    credit(&mut desk, "« Les 14 navires quitteront Ostrelle »");
    credit(&mut desk, "« La négociation continue »");
    desk.add(&[("other.txt", "“The 14 ships will leave Ostrelle,” Weiss said. “We are tired.”")]);
    credit(&mut desk, "“We are tired.”");
    credit(&mut desk, "“The 14 ships will leave Ostrelle,”");
    desk.keys("=");
    assert_eq!(
        desk.says(),
        "Linked as the same statement: “« Les 14 navires quitteront Ostrelle »”, Anna Weiss : « Les 14 navires quitteront Ostrell…"
    );
    let article = desk.session.article().unwrap().id.clone();
    let here = (article, desk.find(Label::Quote, "“The 14 ships will leave Ostrelle,”").id);
    let other = desk.session.ties(&here)[0].other.clone();
    assert_eq!(desk.session.find(&other).unwrap().1.words(), "« Les 14 navires quitteront Ostrelle »");
    assert!(desk.session.likely_same(&here).iter().all(|likely| likely.end != other), "what is linked is not proposed");
    desk.pick("“We are tired.”");
    desk.keys("=");
    assert_eq!(desk.says(), "No other article has a similar quote of this speaker");
}

#[test]
fn the_key_says_why_it_does_nothing() {
    let mut desk = Desk::annotating("“We are tired,” Anna Weiss said. The gates are shut.");
    desk.keys("=");
    assert_eq!(desk.says(), "Select a quote first: click it, or press N");
    desk.mark("“We are tired,”", "Q");
    desk.keys("=");
    assert_eq!(desk.says(), "Set the speaker first (R): the quote is compared with that speaker's quotes");
    desk.mark("The gates are shut", "C");
    desk.keys("=");
    assert_eq!(desk.says(), "Only quotes are compared. Press M to link this by hand");
}
