//! Claims in the window: of a quote by one key or click, and the walk over claim suggestions; names at the caret.

use dicta::gui::App;
use dicta::host::import::Import;
use dicta::model::{Annotation, Annotator, Label, Timestamp, Who};
use dicta::session::Session;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::world::{World, shows, wait};

const TEXT: &str = "“The harbour will open on Monday,” Anna Weiss said.\n\nThe last ferry left in March 2021. Paul Aubry has refused the offer of the town.\n";

fn reading() -> (World, Harness<'static, App>) {
    let world = World::new();
    let set = world.path("claim-set");
    let paths = vec![world.file("originals/harbour.txt", TEXT)];
    let import = Import { set: set.clone(), paths, annotator: Annotator::parse("alice").unwrap(), seed: 1 };
    import.run(&world.path("state"), Timestamp(1_770_000_000_000), &mut Vec::new()).unwrap();
    let mut harness = world.open(&[&set]);
    wait(&mut harness, "suggestions", |harness| harness.state().session().is_some_and(|s| !s.claim_suggestions().is_empty()));
    harness.run_steps(3);
    (world, harness)
}

fn session<'a>(harness: &'a Harness<'static, App>) -> &'a Session {
    harness.state().session().unwrap()
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

fn all(harness: &Harness<'static, App>, label: Label) -> Vec<Annotation> {
    let layer = session(harness).layer();
    let annotations = layer.map(|layer| layer.annotations().to_vec()).unwrap_or_default();
    annotations.iter().filter(|a| a.label == label).map(|a| Annotation::clone(a)).collect()
}

fn claims(harness: &Harness<'static, App>) -> Vec<(String, Vec<String>)> {
    let who = |who: &Who| session(harness).who_shown(who);
    let said = |a: &Annotation| a.details.attribution.iter().map(|held| who(&held.who)).collect();
    all(harness, Label::Claim).iter().map(|a| (a.words(), said(a))).collect()
}

#[test]
fn claims_are_walked_by_their_key_and_answered_by_one_each() {
    let (_world, mut harness) = reading();
    assert!(shows(&harness, "3 claim suggestions left"));
    press(&mut harness, Key::F4);
    assert_eq!(session(&harness).walks(), Some(Label::Claim));
    assert!(shows(&harness, "0: Article"), "the bar has the keys");
    assert!(shows(&harness, "X: Reject"));
    assert!(shows(&harness, "claim suggestion: The harbour will open on Monday"), "the words are named, without marks");
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Num0);
    press(&mut harness, Key::X);
    let own = |words: &str, who: &str| (words.to_owned(), vec![who.to_owned()]);
    let expected = [own("The harbour will open on Monday", "Anna Weiss"), own("The last ferry left in March 2021", "the author")];
    assert_eq!(claims(&harness), expected);
    assert!(session(&harness).claim_suggestions().is_empty(), "one was rejected");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F4);
    harness.run_steps(3);
    assert!(shows(&harness, "No claim suggestions in this article"));
}

#[test]
fn the_margin_and_the_status_bar_do_by_mouse_what_the_keys_do() {
    let (_world, mut harness) = reading();
    click(&mut harness, "3 claim suggestions left");
    click(&mut harness, "Accept with Anna Weiss");
    click(&mut harness, "Accept with Article");
    click(&mut harness, "Accept without source");
    let said: Vec<usize> = claims(&harness).iter().map(|(_, who)| who.len()).collect();
    assert_eq!(said, [1, 1, 0], "a source, the article itself, and left open");
}

#[test]
fn a_click_looks_at_a_claim_once_claims_are_on_show() {
    let (_world, mut harness) = reading();
    assert!(harness.query_by_label("claim suggestion: The last ferry left in March 2021").is_none(), "quotes first");
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Num1);
    click(&mut harness, "claim suggestion: The last ferry left in March 2021");
    assert_eq!(session(&harness).walks(), Some(Label::Claim));
    press(&mut harness, Key::Num0);
    assert_eq!(claims(&harness)[0].1, ["the author"]);
}

#[test]
fn a_quote_becomes_a_claim_too_by_key_and_by_a_click_on_the_hint() {
    for by_key in [true, false] {
        let (_world, mut harness) = reading();
        press(&mut harness, Key::Tab);
        press(&mut harness, Key::Num1);
        assert!(session(&harness).current().is_some_and(|current| current.label == Label::Quote), "the last one is selected");
        if by_key {
            harness.key_press_modifiers(Modifiers::SHIFT, Key::C);
            harness.run_steps(3);
        } else {
            click(&mut harness, "Shift C: Make claim");
        }
        assert_eq!(claims(&harness), [("The harbour will open on Monday".to_owned(), vec!["Anna Weiss".to_owned()])]);
        assert_eq!(all(&harness, Label::Quote).len(), 1, "the quote stays");
    }
}

#[test]
fn a_digit_beside_the_selected_quote_is_clicked() {
    let (_world, mut harness) = reading();
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Q);
    let quote = all(&harness, Label::Quote).remove(0);
    assert!(quote.details.attribution.is_empty());
    // The name is marked, so its digit stands there.
    press(&mut harness, Key::T);
    click(&mut harness, "Select Anna Weiss, as Anna Weiss");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Escape);
    click(&mut harness, "quote: “The harbour will open on Monday,”");
    click(&mut harness, "1: Anna Weiss");
    assert_eq!(all(&harness, Label::Quote)[0].details.attribution.len(), 1);
}

#[test]
fn a_label_means_the_word_at_the_caret_when_nothing_is_selected() {
    let (_world, mut harness) = reading();
    for key in [Key::End, Key::ArrowLeft] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        harness.run_steps(3);
    }
    press(&mut harness, Key::A);
    assert_eq!(all(&harness, Label::Actor)[0].words(), "town");
}
