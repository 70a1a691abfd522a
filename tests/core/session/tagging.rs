//! Tagging, relabelling, notes, edges: what one key does to a marked text.

use dicta::model::Label;
use dicta::session::{Command, Edge};
use dicta::text::ByteOffset;

use crate::support::desk::Desk;

fn test(before: &str, keys: &str, after: &str) {
    let mut desk = Desk::at(before);
    desk.keys(keys);
    assert_eq!(desk.shows(), after, "{before} {keys}");
}

#[test]
fn one_key_labels_the_selection() {
    test("Le ^ministre| a dit", "Q", "Le [ministre]| a dit");
    test("Le |ministre^ a dit", "Q", "Le [ministre]| a dit");
}

#[test]
fn a_label_never_takes_outer_white_space() {
    test("Le^ ministre |a dit", "C", "Le [ministre]| a dit");
    test("«^\u{a0}oui\u{202f}|»", "C", "«\u{a0}[oui]|\u{202f}»");
    let mut desk = Desk::at("Le^ \u{a0}\t| fin");
    desk.keys("Q");
    assert!(desk.annotations().is_empty());
    assert_eq!(desk.says(), "There are no quotation marks around the caret. E selects words");
}

#[test]
fn overlapping_nested_and_crossing_annotations_are_all_kept() {
    let mut desk = Desk::at("un deux trois quatre|");
    for (words, key) in [("un deux trois", "Q"), ("deux trois quatre", "Q"), ("deux", "A"), ("deux trois", "C")] {
        desk.mark(words, key);
    }
    let expected = [
        (Label::Quote, "un deux trois"),
        (Label::Actor, "deux"),
        (Label::Claim, "deux trois"),
        (Label::Quote, "deux trois quatre"),
    ];
    assert_eq!(desk.list(), expected.map(|(l, w)| (l, w.to_owned())));
}

#[test]
fn the_same_words_are_not_marked_twice_with_one_label() {
    let mut desk = Desk::at("Le [ministre] a dit|");
    desk.mark("ministre", "Q");
    assert_eq!(desk.annotations().len(), 1);
    assert_eq!(desk.says(), "These words are already marked as a quote");
    assert!(desk.session.current().is_some(), "the one that is there is selected");
    desk.mark("ministre", "A");
    assert_eq!(desk.annotations().len(), 2, "another label may stand on the same words");
    desk.keys("Q");
    assert_eq!(desk.annotations().iter().filter(|a| a.label == Label::Quote).count(), 1, "nor by relabelling");
}

#[test]
fn nearly_the_same_words_are_pointed_out() {
    let mut desk = Desk::at("[Des discussions sont en cours] au niveau technique|");
    desk.mark("Des discussions sont en cour", "Q");
    assert_eq!(desk.annotations().len(), 2);
    assert_eq!(desk.says(), "Nearly the same words are already marked as a quote: “Des discussions sont en cours”");
}

#[test]
fn the_label_of_the_selected_annotation_can_be_changed() {
    let mut desk = Desk::at("Le [ministre] a dit|");
    desk.keys("S-N U C");
    let [only] = &desk.annotations()[..] else { panic!("one annotation") };
    assert_eq!((only.label, only.unsure), (Label::Claim, true), "label changed, flag kept");
}

#[test]
fn a_note_is_one_undo_however_long_it_was_typed() {
    let mut desk = Desk::at("Le [ministre] a dit|");
    desk.keys("S-N");
    let id = desk.session.current().unwrap().id.clone();
    for end in 1..="voir la dépêche".chars().count() {
        desk.send(Command::SetNote(id.clone(), "voir la dépêche".chars().take(end).collect()));
        desk.wait(120);
    }
    assert_eq!(desk.annotations()[0].note, "voir la dépêche");
    desk.keys("C-Z");
    assert_eq!(desk.annotations()[0].note, "");
    desk.keys("C-Y");
    assert_eq!(desk.annotations()[0].note, "voir la dépêche");
}

#[test]
fn edges_move_one_step_a_key_and_the_gesture_is_one_undo() {
    let mut desk = Desk::at("Le président [français] Macron|");
    desk.keys("S-N K K K");
    assert_eq!(desk.list()[0].1, "franç");
    desk.keys("L S-L");
    assert_eq!(desk.list()[0].1, "français");
    desk.keys("H H");
    assert_eq!(desk.list()[0].1, "nt français", "the space is passed over");
    desk.keys("C-Z");
    assert_eq!(desk.list()[0].1, "français", "the whole gesture is one undo");
}

#[test]
fn a_pause_ends_the_gesture() {
    let mut desk = Desk::at("[abcdef]|");
    desk.keys("S-N K K").wait(3_000).keys("K");
    assert_eq!(desk.list()[0].1, "abc");
    desk.keys("C-Z");
    assert_eq!(desk.list()[0].1, "abcd");
}

#[test]
fn an_edge_keeps_id_note_and_flag_and_refreshes_the_words() {
    let mut desk = Desk::at("Le [ministre] a dit|");
    desk.keys("S-N U");
    let before = desk.annotations()[0].clone();
    desk.send(Command::SetNote(before.id.clone(), "garder".into()));
    desk.keys("S-L");
    let after = desk.annotations()[0].clone();
    assert_eq!((&after.id, after.note.as_str(), after.unsure), (&before.id, "garder", true));
    assert_eq!(after.words(), "ministre a");
}

#[test]
fn an_edge_never_makes_the_same_annotation_twice() {
    let mut desk = Desk::at("le ministre adjoint|");
    desk.mark("ministre", "A");
    desk.mark("ministre adjoint", "A");
    desk.keys("S-K");
    assert_eq!(desk.list().len(), 2);
    assert_ne!(desk.list()[0], desk.list()[1]);
    desk.keys("K");
    assert_eq!(desk.says(), "The same words are already marked as an actor");
}

#[test]
fn an_edge_never_passes_the_other_one() {
    let mut desk = Desk::at("x[ab]y|");
    desk.keys("S-N K K K K");
    assert_eq!(desk.list()[0].1, "a");
    let id = desk.annotations()[0].id.clone();
    desk.send(Command::MoveEdge { id, fragment: 0, edge: Edge::Start, to: ByteOffset(99) });
    assert_eq!(desk.list()[0].1, "a");
    assert_eq!(desk.says(), "An annotation has at least one letter");
}

#[test]
fn edges_and_labels_never_cut_a_grapheme() {
    for letter in ["e\u{301}", "👩🏽‍🌾", "🇫🇷", "ก็", "a\u{300}\u{316}\u{327}"] {
        let mut desk = Desk::at(&format!("x[{letter}{letter}]y|"));
        desk.keys("S-N K");
        assert_eq!(desk.list()[0].1, letter);
        let inside = 1 + letter.chars().next().unwrap().len_utf8();
        desk.send(Command::Select { anchor: ByteOffset(inside), head: ByteOffset(1 + 2 * letter.len()) });
        desk.keys("C");
        assert_eq!(desk.list().last().unwrap().1, format!("{letter}{letter}"), "a selection snaps outwards");
    }
}

#[test]
fn deleting_says_what_went_and_undo_brings_it_back_whole() {
    let mut desk = Desk::at("Le [ministre] a dit|");
    desk.keys("S-N U");
    let before = desk.annotations();
    desk.keys("Del");
    assert!(desk.annotations().is_empty());
    assert_eq!(desk.says(), "Deleted “ministre”");
    desk.keys("C-Z");
    assert_eq!(desk.annotations(), before);
    assert_eq!(desk.session.current().map(|a| a.words()), Some("ministre".into()), "undo shows what it did");
}

#[test]
fn annotations_at_the_caret_are_reached_one_after_the_other() {
    let mut desk = Desk::at("[un [de|ux] trois]");
    desk.keys("O");
    assert_eq!(desk.session.current().unwrap().words(), "deux");
    desk.keys("O");
    assert_eq!(desk.session.current().unwrap().words(), "un deux trois");
    desk.keys("O");
    assert_eq!(desk.session.current().unwrap().words(), "deux");
}

#[test]
fn a_label_key_with_nothing_selected_says_what_to_do() {
    let mut desk = Desk::at("Le ministre| a dit");
    desk.keys("Q");
    assert_eq!(desk.says(), "There are no quotation marks around the caret. E selects words");
    for key in ["U", "Del", "K"] {
        desk.keys(key);
        assert!(desk.annotations().is_empty());
        assert!(desk.says().starts_with("Select "), "{key}: {}", desk.says());
    }
}

#[test]
fn a_quote_that_is_interrupted_is_one_annotation_with_two_fragments() {
    let mut desk = Desk::at("“We will act,” he said, “by Friday.”|");
    desk.mark("“We will act,”", "Q");
    desk.mark("“by Friday.”", "F");
    assert_eq!(desk.list(), [(Label::Quote, "“We will act,” […] “by Friday.”".to_owned())]);
    desk.keys("K K");
    assert_eq!(desk.list()[0].1, "“We will act,” […] “by Friday", "keys move the edge at the caret");
    desk.keys("S-F");
    assert_eq!(desk.list()[0].1, "“We will act,”");
    desk.keys("C-Z C-Z C-Z");
    assert_eq!(desk.list()[0].1, "“We will act,”");
    desk.mark("act,” he", "F");
    assert_eq!(desk.says(), "These words are already in the annotation. Move its edge instead");
}

#[test]
fn an_edge_takes_no_space_or_line_break_along() {
    let mut desk = Desk::at("One two.\n\nThree [four]| five.");
    desk.keys("S-N S-H S-H");
    assert_eq!(desk.list()[0].1, "two.\n\nThree four", "the words between, no break before them");
    desk.keys("J J J J");
    assert_eq!(desk.list()[0].1, "Three four");
    desk.keys("H");
    assert_eq!(desk.list()[0].1, ".\n\nThree four");
    desk.keys("J K K K K");
    assert_eq!(desk.list()[0].1, "Three");
    desk.keys("L");
    assert_eq!(desk.list()[0].1, "Three f");
    let at = desk.text().as_str().find(" five").unwrap();
    let id = desk.annotations()[0].id.clone();
    let to = dicta::text::ByteOffset(at + 1);
    desk.send(dicta::session::Command::MoveEdge { id, fragment: 0, edge: dicta::session::Edge::End, to });
    assert_eq!(desk.list()[0].1, "Three four", "nor does a drag");
}
