//! Folding: what counts as the same, and the way back to the original.

use dicta::text::{Folded, Text, folded};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

#[test]
fn case_accents_apostrophes_dashes_and_spaces_do_not_tell_words_apart() {
    for (a, b) in [
        ("ÉLYSÉE", "elysee"),
        ("E\u{301}lyse\u{301}e", "Élysée"),
        ("l’œuvre", "L'OEUVRE"),
        ("Jean‑Noël", "jean-noel"),
        ("au\u{A0}fond\u{202F}!", "au fond !"),
        ("Straße", "STRASSE"),
        ("Ёлкин", "елкин"),
        ("“word”", "\"word\""),
        ("Łódź", "lodz"),
        ("Þórður", "thordur"),
        ("Ħal Għaxaq", "hal ghaxaq"),
        ("co\u{AD}operate", "cooperate"),
    ] {
        assert_eq!(folded(a), folded(b), "{a} and {b}");
    }
    assert_ne!(folded("Bonne"), folded("Bonn"));
}

#[test]
fn a_match_leads_back_to_whole_graphemes_of_the_original() {
    let original = "À l’E\u{301}lysée, Straße 5, Ёлкин дома";
    let folded_text = Folded::new(original);
    for (needle, expected) in [("elysee", "E\u{301}lysée"), ("strasse 5", "Straße 5"), ("елкин", "Ёлкин"), ("a l'", "À l’")]
    {
        let found: Vec<&str> = folded_text.matches(needle).map(|range| &original[range]).collect();
        assert_eq!(found, [expected]);
    }
    // Half of an `ss` is still the whole `ß`.
    assert_eq!(folded_text.matches("stras").map(|range| &original[range]).collect::<Vec<_>>(), ["Straß"]);
}

#[test]
fn a_match_never_crosses_a_line_end() {
    assert_eq!(Folded::new("Anna\nKern").matches("anna kern").count(), 0);
    assert_eq!(Folded::new("Anna\u{A0}Kern").matches("anna kern").count(), 1);
}

#[test]
fn an_empty_needle_is_found_nowhere() {
    assert_eq!(Folded::new("abc").matches("").count(), 0);
}

/// Pieces that belong together in many ways, or not at all.
const PIECES: [&str; 28] = [
    "a",
    "Z",
    " ",
    "`",
    "é",
    "É",
    "e\u{301}",
    "\u{301}",
    "ß",
    "\r\n",
    "\r",
    "\n",
    "’",
    "–",
    "«",
    "\u{A0}",
    "\u{AD}",
    "й",
    "и\u{306}",
    "\u{200D}",
    "👩",
    "🇫",
    "🇷",
    "क\u{94D}",
    "ष",
    "한",
    "©",
    "\u{600}",
];

proptest! {
    #[test]
    fn a_text_is_folded_grapheme_by_grapheme(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24)) {
        let original = pieces.concat();
        let map = Folded::new(&original);
        let mut expected = String::new();
        for (at, grapheme) in original.grapheme_indices(true) {
            let from = expected.len();
            expected.push_str(&folded(grapheme));
            if from < expected.len() {
                prop_assert_eq!(map.original(from..expected.len()), at..at + grapheme.len());
            }
        }
        prop_assert_eq!(map.as_str(), expected);
    }

    #[test]
    fn every_range_of_the_folded_text_is_a_span_of_the_original(original in "\\PC{0,40}", a in 0usize..60, b in 0usize..60) {
        let text = Text::new(original.as_str());
        let map = Folded::new(&original);
        prop_assert_eq!(map.as_str(), folded(&original));
        let (from, to) = (a.min(b), a.max(b));
        if from < to && to <= map.as_str().len() {
            let span = map.span(&text, from..to).expect("a span");
            prop_assert!(text.is_grapheme_boundary(span.start()) && text.is_grapheme_boundary(span.end()));
        }
        if to <= map.as_str().len() {
            let range = map.original(from..to);
            prop_assert!(range.start <= range.end && range.end <= original.len(), "{:?}", range);
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more(original in "[a-zA-Zà-ÿÀ-Ý’‘“”–—«» а-яА-ЯЁё]{0,40}") {
        prop_assert_eq!(folded(&folded(&original)), folded(&original));
    }
}
