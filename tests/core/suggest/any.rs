//! Suggestions of any text at all: no panic, fragments in order and apart, none over the end of a paragraph.

use dicta::model::ActorId;
use dicta::suggest::{KnownActor, Lexicon, Material, NameFinder, Reading, Suggestion, quotations};
use dicta::text::Text;
use proptest::prelude::*;

/// What rules look for, and what stands in their way.
const PIECES: [&str; 88] = [
    "\"",
    "“",
    "”",
    "«",
    "»",
    "« ",
    " »",
    "'",
    "‘",
    "’",
    "„",
    " - ",
    " — ",
    " – ",
    "—",
    "-",
    ", ",
    ". ",
    ": ",
    "; ",
    "? ",
    "! ",
    "…",
    "\n",
    "\n\n",
    " ",
    "\u{A0}",
    "(",
    ")",
    "said ",
    "said that ",
    "told ",
    "to ",
    "that ",
    "This was reported by ",
    "according to ",
    "in her view, ",
    "urged ",
    "of ",
    "he ",
    "she ",
    "who ",
    "and ",
    "but ",
    "the ",
    "a ",
    "spokesman ",
    "minister ",
    "Ada Thorn",
    "Thorn ",
    "Port Lenn ",
    "GE ",
    "is ",
    "was open ",
    "bridge ",
    "It ",
    "not ",
    "a déclaré ",
    "selon ",
    "pour qui ",
    "dit ",
    "dit-il",
    "a-t-elle dit",
    "qu'",
    "que ",
    "d'",
    "le ",
    "la maire ",
    "sourit ",
    "vouloir ",
    "et ",
    "tout en ",
    "avant de ",
    "C'est ce qu'",
    "заявил ",
    "что ",
    "Об этом ",
    "сообщил ",
    "по её словам, ",
    "о ",
    "призвал ",
    "не ",
    "мост открыт ",
    "Анна Корн",
    "источник ",
    "e\u{301}",
    "👩🏽‍🌾",
    "١",
];

fn known() -> NameFinder {
    let actor =
        |id: &str, name: &str| KnownActor { id: ActorId::parse(id).unwrap(), names: vec![name.to_owned()], is_person: None };
    NameFinder::new(&[actor("thorn", "Ada Thorn"), actor("lenn", "Port Lenn"), actor("korn", "Анна Корн")])
}

fn holds(text: &Text, suggestions: &[Suggestion]) {
    for suggestion in suggestions {
        assert!(!suggestion.fragments.is_empty());
        for span in &suggestion.fragments {
            let words = text.slice(*span);
            assert!(!words.contains('\n'), "over a paragraph's end: {words:?}");
        }
        for pair in suggestion.fragments.windows(2) {
            assert!(pair[0].end() <= pair[1].start(), "{suggestion:?} in {:?}", text.as_str());
        }
    }
}

proptest! {
    #[test]
    fn suggestions_of_any_text_are_sound(pieces in proptest::collection::vec(0..PIECES.len(), 0..40), language in 0..4usize) {
        let text = Text::new(pieces.iter().map(|piece| PIECES[*piece]).collect::<String>());
        let lexicon = Lexicon::built_in(["en", "fr", "ru", "de"][language]);
        let (marks, names) = (quotations(&text), known().find(&text));
        let material = Material { text: &text, quotations: &marks, names: &names, zones: &[], lexicon: &lexicon };
        let quotes = Reading::new(&material).propose().quotes;
        holds(&text, &quotes);
        holds(&text, &Reading::new(&material).claims(&quotes));
    }
}
