//! Claims by few keys: of a quote, from the walk over claim suggestions, of the sentence at the caret; names at the caret.

use dicta::model::{Label, Who};
use dicta::session::{Command, For, SessionAction};
use dicta::text::ByteOffset;

use crate::support::desk::Desk;

const TEXT: &str = "“The harbour is closed until Monday,” Anna Weiss said. Paul Aubry told reporters that the strike was over.\n\nThe last ferry left in March 2021. It was full.\n";

fn desk() -> Desk {
    let mut desk = Desk::annotating(TEXT);
    for name in ["Anna Weiss", "Paul Aubry"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
    }
    desk.send(Command::PlaceCaret { at: ByteOffset(0), extend: false });
    desk
}

fn source(desk: &Desk, words: &str) -> Vec<Who> {
    desk.find(Label::Claim, words).details.attribution.into_iter().map(|held| held.who).collect()
}

fn caret(desk: &mut Desk, words: &str) {
    let at = desk.text().as_str().find(words).unwrap() + 1;
    desk.send(Command::PlaceCaret { at: ByteOffset(at), extend: false });
}

#[test]
fn one_key_makes_a_claim_of_the_quote_that_was_just_accepted() {
    let mut desk = desk();
    desk.keys("Tab 1 S-C");
    let quote = desk.find(Label::Quote, "“The harbour is closed until Monday,”");
    let words = "The harbour is closed until Monday";
    assert_eq!(source(&desk, words), [quote.details.attribution[0].who.clone()]);
    assert_eq!(desk.session.walks(), Some(Label::Quote), "the walk goes on");
    desk.keys("S-C");
    assert_eq!(desk.says(), "The words of this quote are already marked as a claim");
    desk.keys("C-Z");
    assert!(desk.annotations().iter().all(|a| a.label != Label::Claim));
}

#[test]
fn one_key_makes_a_claim_of_the_selected_quote_and_selects_it() {
    let mut desk = desk();
    desk.mark("“The harbour is closed until Monday,”", "Q");
    desk.keys("S-C");
    let current = desk.session.current().unwrap().clone();
    assert_eq!((current.label, current.words().as_str()), (Label::Claim, "The harbour is closed until Monday"));
    assert!(current.details.attribution.is_empty());
    let quote = desk.pick("“The harbour is closed until Monday,”");
    assert_eq!(quote.label, Label::Quote);
    desk.keys("0");
    assert_eq!(source(&desk, "The harbour is closed until Monday"), [Who::Author], "said of the quote, it holds for the claim");
    desk.send(Command::Clear);
    desk.send(Command::PlaceCaret { at: desk.text().end(), extend: false });
    desk.keys("S-C");
    assert!(desk.says().starts_with("Select a quote first"));
}

#[test]
fn a_suggestion_can_be_marked_as_a_claim_before_it_is_accepted_as_a_quote() {
    let mut desk = desk();
    desk.keys("Tab C 1");
    let quote = desk.find(Label::Quote, "“The harbour is closed until Monday,”");
    assert_eq!(source(&desk, "The harbour is closed until Monday"), [quote.details.attribution[0].who.clone()]);
}

#[test]
fn the_walk_over_claims_takes_a_source_the_article_itself_or_what_the_quote_says() {
    let mut desk = desk();
    desk.keys("Tab 1 C-Home F4");
    assert_eq!(desk.session.walks(), Some(Label::Claim));
    let all = desk.session.claim_suggestions().len();
    desk.keys("C");
    let weiss = desk.find(Label::Quote, "“The harbour is closed until Monday,”").details.attribution[0].who.clone();
    assert_eq!(source(&desk, "The harbour is closed until Monday"), [weiss], "as it is: the quote's speaker");
    desk.keys("1");
    assert_eq!(source(&desk, "the strike was over"), [Who::Actor(desk.session.actors_named("Paul Aubry")[0].clone())]);
    desk.keys("0");
    assert_eq!(source(&desk, "The last ferry left in March 2021"), [Who::Author]);
    assert_eq!(desk.session.claim_suggestions().len(), all - 3);
    assert!(desk.session.document().breaches().is_empty());
}

#[test]
fn a_rejected_claim_is_remembered_and_its_quote_stays_a_suggestion() {
    let mut desk = desk();
    let (quotes, claims) = (desk.session.suggestions().len(), desk.session.claim_suggestions().len());
    desk.keys("F4 X");
    assert_eq!((desk.session.suggestions().len(), desk.session.claim_suggestions().len()), (quotes, claims - 1));
    let mut again = Desk::with(dicta::model::Document::clone(desk.session.document()), dicta::session::Access::ReadWrite);
    again.send(Command::Tick);
    assert_eq!(again.session.claim_suggestions().len(), claims - 1, "also when the set is opened again");
    desk.keys("C-Z");
    assert_eq!(desk.session.claim_suggestions().len(), claims);
}

#[test]
fn edges_move_before_a_claim_is_accepted_and_tab_stays_with_quotes() {
    let mut desk = desk();
    desk.keys("F4 S-K");
    desk.keys("0");
    assert_eq!(source(&desk, "The harbour is closed until"), [Who::Author]);
    desk.send(Command::PlaceCaret { at: ByteOffset(0), extend: false });
    desk.keys("Tab");
    assert_eq!((desk.session.walks(), desk.session.offers()), (Some(Label::Quote), Label::Quote));
    desk.keys("F4 F4");
    desk.send(Command::Do(SessionAction::PreviousClaim));
    assert_eq!(desk.session.walks(), Some(Label::Claim));
}

#[test]
fn claims_are_on_show_once_no_quote_is_left() {
    let mut desk = desk();
    assert_eq!(desk.session.offers(), Label::Quote);
    desk.keys("Tab X X");
    assert_eq!(desk.session.offers(), Label::Claim);
    let at = TEXT.find("ferry").unwrap();
    desk.send(Command::LookAt(ByteOffset(at)));
    desk.keys("0");
    assert_eq!(source(&desk, "The last ferry left in March 2021"), [Who::Author]);
}

#[test]
fn with_nothing_selected_a_label_means_what_stands_at_the_caret() {
    let mut desk = desk();
    caret(&mut desk, "Aubry");
    desk.keys("A");
    let mention = desk.find(Label::Actor, "Paul Aubry");
    assert_eq!(mention.actor.as_ref(), desk.session.actors_named("Paul Aubry").first(), "the whole name, tied at once");
    desk.send(Command::Clear);
    caret(&mut desk, "ferry");
    desk.keys("C");
    desk.find(Label::Claim, "The last ferry left in March 2021");
    desk.send(Command::Clear);
    caret(&mut desk, "closed");
    desk.keys("Q");
    let quote = desk.find(Label::Quote, "“The harbour is closed until Monday,”");
    desk.send(Command::SelectAnnotation(Some(quote.id.clone())));
    caret(&mut desk, "harbour");
    desk.send(Command::SelectAnnotation(Some(quote.id.clone())));
    desk.keys("A");
    desk.find(Label::Actor, "harbour");
    assert_eq!(desk.find(Label::Quote, "“The harbour is closed until Monday,”").id, quote.id, "the quote stays a quote");
}

#[test]
fn a_noun_phrase_that_was_tied_once_is_tied_at_once() {
    let mut desk =
        Desk::annotating("The harbour master waited. Anna Weiss, the harbour master, left. Nobody saw the harbour master.\n");
    desk.send(Command::NewActor { name: "Anna Weiss".to_owned(), target: For::Register });
    desk.mark("harbour master", "A");
    let first = desk.session.current().unwrap().id.clone();
    let weiss = desk.session.actors_named("Anna Weiss")[0].clone();
    desk.send(Command::SetMention(first, Some(weiss.clone())));
    let at = desk.text().as_str().rfind("harbour master").unwrap();
    desk.send(Command::Select { anchor: ByteOffset(at), head: ByteOffset(at + "harbour master".len()) });
    desk.keys("A");
    assert_eq!(desk.session.current().unwrap().actor, Some(weiss));
}
