//! Widening and narrowing by one key, and the quotation around the caret.

use dicta::session::Command;

use crate::support::desk::Desk;

/// Puts the caret at the bar and presses keys.
fn after(marked: &str, keys: &str) -> String {
    let mut desk = Desk::at(marked);
    desk.keys(keys);
    desk.shows()
}

#[test]
fn one_key_goes_from_word_to_quotation_to_sentence_to_paragraph() {
    let text = "Il part. Elle dit : « Il f|aut agir », puis sort. Fin.";
    assert_eq!(after(text, "E"), "Il part. Elle dit : « Il ^faut| agir », puis sort. Fin.");
    assert_eq!(after(text, "E E"), "Il part. Elle dit : ^« Il faut agir »|, puis sort. Fin.");
    assert_eq!(after(text, "E E E"), "Il part. ^Elle dit : « Il faut agir », puis sort.| Fin.");
    assert_eq!(after(text, "E E E E"), "^Il part. Elle dit : « Il faut agir », puis sort. Fin.|");
    assert_eq!(after(text, "E E E E E"), after(text, "E E E E"), "there is nothing larger");
}

#[test]
fn and_back_to_where_it_began() {
    let text = "Elle dit : « Il f|aut agir », puis sort. Fin.";
    assert_eq!(after(text, "E E E S-E"), after(text, "E E"));
    assert_eq!(after(text, "E E E S-E S-E S-E"), text);
    assert_eq!(after(text, "S-E"), text);
}

#[test]
fn a_quote_key_without_a_selection_marks_the_quotation_around_the_caret() {
    assert_eq!(after("Elle dit : « Il f|aut agir », puis sort.", "Q"), "Elle dit : [« Il faut agir »]|, puis sort.");
    assert_eq!(after("Elle dit : “We “re|ally” act”, then left.", "Q"), "Elle dit : “We [“really”]| act”, then left.");
    assert_eq!(after("Elle part|.", "Q"), "Elle part|.");
}

#[test]
fn the_marks_are_in_or_out_by_one_setting() {
    let mut desk = Desk::at("Elle dit : « Il f|aut agir », puis sort.");
    desk.send(Command::MarksIn(false));
    desk.keys("Q");
    assert_eq!(desk.list()[0].1, "Il faut agir");
}

const SAID: &str = "The mayor left. Anna Weiss said the plan “is a folly” for now.\n";

fn looking_at(place: &str) -> Desk {
    let mut desk = Desk::annotating(SAID);
    desk.send(Command::LookAt(dicta::text::ByteOffset(SAID.find(place).unwrap())));
    desk
}

fn selected(desk: &Desk) -> String {
    desk.session.selection().span(&desk.text()).map(|span| desk.text().slice(span).to_owned()).unwrap_or_default()
}

#[test]
fn the_words_in_a_suggestion_that_was_clicked_are_had_by_widening() {
    let mut desk = looking_at("folly");
    let units = ["folly", "“is a folly”", "the plan “is a folly” for now", "Anna Weiss said the plan “is a folly” for now."];
    for unit in units {
        desk.keys("E");
        assert_eq!(selected(&desk), unit);
    }
    desk.keys("S-E S-E Q");
    assert_eq!(desk.list()[0].1, "“is a folly”");
}

#[test]
fn a_suggestion_that_was_walked_to_is_widened_from_its_own_edges_and_narrowed_to_its_marks() {
    let mut desk = Desk::annotating(SAID);
    desk.keys("C-Home Tab");
    let looked_at = desk.session.suggestion().cloned();
    desk.keys("E");
    assert_eq!(selected(&desk), "Anna Weiss said the plan “is a folly” for now.");
    desk.keys("S-E");
    assert!(looked_at.is_some() && desk.session.suggestion().cloned() == looked_at, "and back to the suggestion");
    let mut desk = Desk::annotating(SAID);
    desk.keys("C-Home Tab S-E");
    assert_eq!(selected(&desk), "“is a folly”");
    desk.keys("E");
    assert_eq!(selected(&desk), "the plan “is a folly” for now");
}

#[test]
fn behind_a_quotation_of_two_sentences_comes_the_sentence_around_it() {
    let mut desk = Desk::at("Fin. Elle dit : « Il faut ag|ir. Il est tard. » et sort. Fin.");
    for unit in ["agir", "« Il faut agir. Il est tard. »", "Elle dit : « Il faut agir. Il est tard. » et sort."] {
        desk.keys("E");
        assert_eq!(selected(&desk), unit);
    }
}
