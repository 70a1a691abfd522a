//! The caret and the selection: letters, words, sentences, paragraphs, with and without Shift.

use dicta::text::ByteOffset;
use proptest::prelude::*;

use crate::support::desk::Desk;

fn test(before: &str, keys: &str, after: &str) {
    let mut desk = Desk::at(before);
    desk.keys(keys);
    assert_eq!(desk.shows(), after, "{before} {keys}");
}

#[test]
fn letters() {
    test("|abc", "Right Right", "ab|c");
    test("|abc", "Left", "|abc");
    test("abc|", "Right", "abc|");
    test("a|bc", "S-Right S-Right", "a^bc|");
    test("ab|c", "S-Left S-Left", "|ab^c");
    test("x|👩🏽‍🌾y", "Right", "x👩🏽‍🌾|y");
}

#[test]
fn an_arrow_collapses_a_selection_to_its_side() {
    test("a^bc|d", "Left", "a|bcd");
    test("a|bc^d", "Right", "abc|d");
}

#[test]
fn words_stop_at_french_elision_and_keep_hyphens() {
    test("|l'Élysée a dit", "C-S-Right", "^l'|Élysée a dit");
    test("côte |d’Azur, fin", "C-Right C-S-Right", "côte d’^Azur|, fin");
    test("Anne-Lise |Le Roux-Martin.", "C-Right C-S-Right", "Anne-Lise Le^ Roux-Martin|.");
}

#[test]
fn sentences_and_paragraphs() {
    test("|Un mot. Deux mots.", "A-S-Right", "^Un mot.| Deux mots.");
    test("Un.\n\nDeux| fois.\nTrois.", "C-Down", "Un.\n\nDeux fois.\n|Trois.");
    test("Un.\n\nDeux| fois.", "C-Up C-Up", "|Un.\n\nDeux fois.");
    test("Un.\nDe|ux.", "C-Home C-S-End", "^Un.\nDeux.|");
}

#[test]
fn the_word_and_the_sentence_at_the_caret_can_be_selected() {
    test("Le mini|stre a dit.", "S", "Le ^ministre| a dit.");
    test("Un mot. Deux mo|ts. Trois.", "S-S", "Un mot. ^Deux mots.| Trois.");
}

#[test]
fn each_article_keeps_its_caret() {
    let mut desk = Desk::new();
    desk.add(&[("a.txt", "premier texte"), ("b.txt", "second text")]);
    desk.keys("Right Right C-PageDown");
    assert_eq!(desk.shows(), "|second text");
    desk.keys("C-PageUp");
    assert_eq!(desk.shows(), "pr|emier texte");
}

proptest! {
    #[test]
    fn no_key_ever_leaves_the_text_or_cuts_a_grapheme(
        text in "[ a-z'’.\n«»é\u{301}👩🏽‍🌾\u{200d}א]{0,60}",
        start in 0_usize..80,
        keys in proptest::collection::vec(0_usize..20, 0..30),
    ) {
        const KEYS: [&str; 20] = [
            "Left", "Right", "C-Left", "C-Right", "A-Left", "A-Right", "C-Up", "C-Down", "C-Home", "C-End",
            "S-Left", "S-Right", "C-S-Left", "C-S-Right", "A-S-Left", "A-S-Right", "S", "S-S", "C-S-Up", "C-S-Down",
        ];
        let mut desk = Desk::new();
        desk.add(&[("a.txt", &format!("x{text}"))]);
        desk.send(dicta::session::Command::PlaceCaret { at: ByteOffset(start), extend: false });
        for key in keys {
            desk.keys(KEYS[key]);
            let selection = desk.session.selection();
            prop_assert!(desk.text().is_grapheme_boundary(selection.head));
            prop_assert!(desk.text().is_grapheme_boundary(selection.anchor));
        }
    }
}
