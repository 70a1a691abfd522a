//! Walking the suggestions: one key for a quote with its speaker, rejected ones never come back.

use dicta::model::{Label, Who};
use dicta::session::Command;

use crate::support::desk::Desk;

const TEXT: &str = "“The harbour will open on Monday,” Anna Weiss said. “Nobody should doubt it.”\n\nPaul Aubry told reporters that the strike was over. He added that two ships would leave.\n";

fn desk() -> Desk {
    let mut desk = Desk::annotating(TEXT);
    for name in ["Anna Weiss", "Paul Aubry"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: dicta::session::For::Register });
    }
    desk.send(Command::PlaceCaret { at: dicta::text::ByteOffset(0), extend: false });
    desk
}

fn speaker(desk: &Desk, words: &str) -> String {
    let quote = desk.find(Label::Quote, words);
    quote.details.attribution.iter().map(|held| desk.session.who_shown(&held.who)).collect::<Vec<_>>().join(", ")
}

#[test]
fn one_digit_is_a_quote_with_its_fragments_type_cue_and_speaker() {
    let mut desk = desk();
    desk.keys("Tab 1");
    let words = "“The harbour will open on Monday,” […] “Nobody should doubt it.”";
    let quote = desk.find(Label::Quote, words);
    assert_eq!((quote.fragments.len(), quote.details.attributes["quote_type"].as_str()), (2, "direct"));
    assert_eq!(quote.details.cue().map(|cue| cue.words.as_str()), Some("said"));
    assert_eq!(speaker(&desk, words), "Anna Weiss");
    let mention = desk.find(Label::Actor, "Anna Weiss");
    assert_eq!(quote.details.attribution[0].mention, Some(mention.id), "the name beside it is marked with it");
    assert!(desk.session.suggestion().is_some(), "and the next one is looked at");
    desk.keys("C-Z");
    assert!(desk.annotations().is_empty(), "one undo takes all of it back");
}

#[test]
fn the_whole_article_is_worked_through_by_digits() {
    let mut desk = desk();
    desk.keys("Tab");
    let mut keys = 1;
    while desk.session.suggestion().is_some() {
        desk.keys("1");
        keys += 1;
    }
    let quotes = desk.annotations().into_iter().filter(|a| a.label == Label::Quote).count();
    assert_eq!(keys, quotes + 1, "a key each, and one to begin");
    assert!(quotes >= 3, "{:?}", desk.list());
    assert!(desk.session.suggestions().is_empty());
    assert!(desk.session.document().breaches().is_empty());
    desk.keys("Tab");
    assert_eq!(desk.says(), "No suggestions in this article");
}

#[test]
fn a_digit_too_many_at_the_end_does_not_change_the_last_quote() {
    let mut desk = Desk::annotating("“It is over,” said Ada Thorn. Karl Weiss waited.\n");
    desk.keys("Tab 1");
    assert_eq!(desk.says(), "No more suggestions in this article");
    let before = desk.annotations();
    desk.wait(300).keys("2 1");
    assert_eq!(desk.annotations(), before);
    desk.wait(3_000).keys("1");
    assert_eq!(speaker(&desk, "“It is over,”"), "Ada Thorn");
}

#[test]
fn what_a_click_looks_at_is_accepted_by_a_digit() {
    let mut desk = desk();
    let at = TEXT.find("strike").unwrap();
    desk.send(Command::LookAt(dicta::text::ByteOffset(at)));
    desk.keys("1");
    assert_eq!(speaker(&desk, "the strike was over"), "Paul Aubry");
    desk.send(Command::Clear);
    assert!(desk.session.suggestion().is_none());
}

#[test]
fn a_suggestion_is_accepted_without_a_speaker_by_the_label_key() {
    let mut desk = desk();
    desk.keys("Tab Q");
    let [first, ..] = &desk.annotations()[..] else { panic!("a quote") };
    assert!(first.details.attribution.is_empty());
}

#[test]
fn a_rejected_suggestion_is_remembered_and_undo_brings_it_back() {
    let mut desk = desk();
    let before = desk.session.suggestions().len();
    desk.keys("Tab X");
    assert_eq!(desk.session.suggestions().len(), before - 1);
    assert!(desk.annotations().is_empty());
    let mut again = Desk::with(dicta::model::Document::clone(desk.session.document()), dicta::session::Access::ReadWrite);
    again.send(Command::Tick);
    assert_eq!(again.session.suggestions().len(), before - 1, "also when the set is opened again");
    desk.keys("C-Z");
    assert_eq!(desk.session.suggestions().len(), before);
}

#[test]
fn edge_keys_adjust_a_suggestion_before_it_is_accepted() {
    let mut desk = desk();
    desk.keys("Tab Tab");
    let before = desk.session.suggestion().unwrap().fragments.clone();
    desk.keys("S-K");
    let after = desk.session.suggestion().unwrap().fragments.clone();
    assert!(after.last().unwrap().end() < before.last().unwrap().end());
    desk.keys("1");
    assert!(desk.annotations().iter().any(|a| a.label == Label::Quote && a.end() == after.last().unwrap().end()));
}

#[test]
fn a_speaker_whom_nobody_registered_becomes_an_actor() {
    let mut desk = Desk::annotating("“It is over,” said Ada Thorn.\n");
    desk.keys("Tab 1");
    assert_eq!(speaker(&desk, "“It is over,”"), "Ada Thorn");
    assert!(matches!(desk.find(Label::Quote, "“It is over,”").details.attribution[0].who, Who::Actor(_)));
    assert_eq!(desk.session.document().register.actors().len(), 1);
}

#[test]
fn what_is_marked_by_hand_is_no_suggestion_any_more() {
    let mut desk = desk();
    let before = desk.session.suggestions().len();
    desk.mark("“The harbour will open on Monday,”", "Q");
    assert_eq!(desk.session.suggestions().len(), before - 1);
}

#[test]
fn a_digit_behind_a_click_and_the_label_is_about_that_quote() {
    let mut desk = desk();
    desk.send(Command::LookAt(dicta::text::ByteOffset(10)));
    desk.keys("Q");
    let words = "“The harbour will open on Monday,” […] “Nobody should doubt it.”";
    assert_eq!(speaker(&desk, words), "");
    assert!(desk.session.suggestion().is_none(), "no walk was begun");
    desk.keys("1");
    assert_eq!(speaker(&desk, words), "Anna Weiss");
    assert_eq!(desk.annotations().iter().filter(|a| a.label == Label::Quote).count(), 1);
}

#[test]
fn an_answer_that_is_taken_back_is_asked_again() {
    let mut desk = desk();
    desk.keys("Tab");
    let first = desk.session.suggestion().cloned();
    desk.keys("X");
    assert_eq!(desk.says(), "Rejected “The harbour will open on Monday”. Ctrl Z undoes it");
    assert_ne!(desk.session.suggestion().cloned(), first);
    desk.keys("C-Z");
    assert_eq!(desk.session.suggestion().cloned(), first, "after a no");
    desk.keys("1 C-Z");
    assert_eq!(desk.session.suggestion().map(|now| now.fragments.clone()), first.map(|held| held.fragments), "after a yes");
}

#[test]
fn a_digit_behind_a_click_and_the_label_says_whom_the_suggestion_named() {
    let mut desk = Desk::annotating("“It is over,” said Ada Thorn. Karl Weiss waited.\n");
    desk.send(Command::LookAt(dicta::text::ByteOffset(5)));
    desk.keys("Q 1");
    let quote = desk.find(Label::Quote, "“It is over,”");
    assert_eq!(speaker(&desk, "“It is over,”"), "Ada Thorn", "an actor that was not known yet");
    assert_eq!(quote.details.attribution[0].mention, Some(desk.find(Label::Actor, "Ada Thorn").id));
    assert_eq!(desk.session.current().map(|now| now.id.clone()), Some(quote.id));
}

#[test]
fn a_claim_in_a_quote_is_its_speakers_first_of_all() {
    let mut desk = desk();
    let at = TEXT.find("strike").unwrap();
    desk.send(Command::LookAt(dicta::text::ByteOffset(at)));
    let speakers = desk.session.suggestion().map(|held| held.speakers.len()).unwrap();
    assert!(speakers > 1);
    desk.keys("2");
    let said = speaker(&desk, "the strike was over");
    assert_ne!(said, "Paul Aubry");
    desk.keys("C-Home F4");
    while desk.session.suggestion().is_some_and(|now| desk.text().slice(now.fragments[0]) != "the strike was over") {
        desk.keys("F4");
    }
    desk.keys("1");
    let claim = desk.find(Label::Claim, "the strike was over");
    assert_eq!(claim.details.attribution.iter().map(|held| desk.session.who_shown(&held.who)).collect::<Vec<_>>(), [said]);
}

#[test]
fn a_new_spelling_of_an_actor_makes_no_second_one() {
    let mut desk = Desk::annotating("« Il est tard », a déclaré Vladimir Poutine. Il pleut.\n");
    desk.send(Command::NewActor { name: "Vladimir Putin".to_owned(), target: dicta::session::For::Register });
    desk.keys("C-Home Tab 1");
    assert_eq!(speaker(&desk, "« Il est tard »"), "Vladimir Putin");
    let [actor] = &desk.session.document().register.actors().to_vec()[..] else { panic!("one actor") };
    assert!(actor.names().any(|name| name == "Vladimir Poutine"), "it is known by this name too: {actor:?}");
    desk.keys("C-Z");
    assert_eq!(desk.session.document().register.actors().first().unwrap().names().count(), 1, "one undo");
}

#[test]
fn words_behind_the_closing_mark_make_a_quote_mixed_as_the_suggestion_says() {
    let mut desk = Desk::annotating("Le ministre Jean Dupont a déclaré que « tout va bien » aujourd’hui.\n");
    desk.keys("Tab");
    assert_eq!(desk.session.suggestion().map(|held| held.kind.as_str()), Some("mixed"));
    desk.keys("1");
    let quote = desk.find(Label::Quote, "« tout va bien » aujourd’hui");
    assert_eq!(quote.details.attributes["quote_type"], "mixed");
    // A paragraph that goes on in the next one has no closing mark, but may have apostrophes.
    for words in ["“We don’t know it yet.", "‘It’s late,’", "“He said ‘no’ to me,”", "— Je l’ai vu"] {
        let mut desk = Desk::annotating(&format!("{words} Anna left.\n"));
        desk.mark(words, "Q");
        assert_eq!(desk.find(Label::Quote, words).details.attributes["quote_type"], "direct", "{words}");
    }
}

#[test]
fn whoever_is_not_proposed_is_chosen_for_what_the_suggestion_becomes() {
    let mut desk = desk();
    desk.keys("Tab");
    desk.send(Command::TakeSuggestion);
    let now = desk.session.current().cloned().expect("it is selected");
    assert_eq!(now.words(), "“The harbour will open on Monday,” […] “Nobody should doubt it.”");
    assert!(desk.session.suggestion().is_none() && now.details.attribution.is_empty());
    desk.keys("Tab");
    assert!(desk.session.suggestion().is_some(), "and the walk goes on behind it");
}

#[test]
fn digits_mean_the_same_after_the_edges_were_moved_or_widened() {
    let mut desk = desk();
    desk.keys("Tab Tab E Q 1");
    let words = "Paul Aubry told reporters that the strike was over.";
    assert_eq!(speaker(&desk, words), "Paul Aubry");
    assert!(desk.session.proposed_speakers(&desk.find(Label::Quote, words)).len() > 1);
}

#[test]
fn a_label_key_in_the_walk_waits_for_who_says_it() {
    let mut desk = desk();
    desk.keys("Tab Q");
    let words = "“The harbour will open on Monday,” […] “Nobody should doubt it.”";
    assert_eq!(desk.session.current().map(|now| now.words()).as_deref(), Some(words));
    desk.keys("2");
    assert_eq!(speaker(&desk, words), "Paul Aubry", "the digit is about this quote");
    assert_eq!(desk.annotations().iter().filter(|a| a.label == Label::Quote).count(), 1);
    desk.keys("Tab 1");
    assert_eq!(speaker(&desk, "the strike was over"), "Paul Aubry", "and the walk goes on behind it");
}

#[test]
fn the_words_of_a_role_are_marked_for_nobody_but_the_likeliest() {
    let text = "Verlande's president Anna Weiss met Karl Thorn. The president said the strike was over.\n";
    let mut desk = Desk::annotating(text);
    for name in ["Anna Weiss", "Karl Thorn"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: dicta::session::For::Register });
    }
    desk.keys("C-Home Tab");
    let speakers = desk.session.suggestion().unwrap().speakers.clone();
    let karl = desk.session.actors_named("Karl Thorn")[0].clone();
    let at = speakers.iter().position(|held| held.who == dicta::suggest::Proposed::Known(karl.clone())).expect("he is offered");
    assert!(at > 0);
    desk.keys(&(at + 1).to_string());
    assert_eq!(speaker(&desk, "the strike was over"), "Karl Thorn");
    assert!(desk.annotations().iter().all(|a| a.words() != "president" && a.words() != "The president"), "{:?}", desk.list());
}

/// One long quote in each language, and how much of it is left after its end was moved.
const LONG: [(&str, &str); 3] = [
    (
        "Paul Aubry told reporters that the strike was over and that all of the two hundred dockers would go home on Sunday.\n",
        "the strike was over",
    ),
    (
        "Paul Aubry a déclaré que la grève était finie et que tous les dockers du port rentreraient chez eux dimanche.\n",
        "la grève",
    ),
    ("Павел Обри заявил, что забастовка окончена и все двести докеров порта уйдут домой в воскресенье утром.\n", "забастовка"),
];

#[test]
fn what_was_accepted_and_trimmed_does_not_come_back() {
    for (text, left) in LONG {
        let mut desk = Desk::annotating(text);
        desk.keys("Tab 1");
        let made = desk.annotations().into_iter().find(|a| a.label == Label::Quote).expect("a quote");
        let wide = (made.start(), made.end());
        let to = dicta::text::ByteOffset(text.find(left).unwrap() + left.len());
        assert!(wide.0 < to && to < wide.1);
        desk.send(Command::MoveEdge { id: made.id, fragment: 0, edge: dicta::session::Edge::End, to });
        let mut again = Desk::with(dicta::model::Document::clone(desk.session.document()), dicta::session::Access::ReadWrite);
        again.send(Command::Tick);
        for desk in [&desk, &again] {
            let offered = desk.session.suggestions().iter().chain(desk.session.claim_suggestions());
            let extents: Vec<_> = offered.filter_map(dicta::suggest::Suggestion::extent).collect();
            assert!(extents.iter().all(|(_, end)| *end <= to), "{text}: {extents:?}");
        }
        // What is nested in what is left, or stands elsewhere, is offered as before.
        desk.keys("C-Z C-Z");
        assert_eq!(desk.session.suggestions().len(), 1, "{text}");
    }
}

#[test]
fn what_was_accepted_and_deleted_does_not_come_back() {
    let mut desk = desk();
    let before = desk.session.suggestions().len();
    desk.keys("Tab 1");
    let words = "“The harbour will open on Monday,” […] “Nobody should doubt it.”";
    desk.pick(words);
    desk.keys("Del");
    assert!(desk.annotations().iter().all(|a| a.label != Label::Quote));
    assert_eq!(desk.session.suggestions().len(), before - 1);
    desk.keys("C-Z");
    assert_eq!(desk.session.current().map(|now| now.words()).as_deref(), Some(words), "one undo brings it back");
    assert!(desk.session.layer().unwrap().rejected.is_empty() && desk.session.suggestion().is_none());
    desk.keys("C-S-Z");
    assert_eq!(desk.session.suggestions().len(), before - 1);
    desk.mark("Nobody should doubt it.", "Q");
    desk.keys("Del");
    assert!(desk.session.layer().unwrap().rejected.len() == 1, "what was marked by hand is no answer to a suggestion");
}
