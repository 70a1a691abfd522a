//! Tests words: where they begin and end, and how the caret steps over them.

use dicta::text::{ByteOffset, Span, Text, next_word, previous_word, trimmed, word_at};
use proptest::prelude::*;

/// The words of a text as double clicks find them, in order.
fn words(string: &str) -> Vec<String> {
    let text = Text::new(string);
    let mut found = Vec::new();
    let mut at = ByteOffset::ZERO;
    while at < text.end() {
        at = next_word(&text, at);
        // At the end of the text the caret may stand behind a mark: no word ends there.
        let word = word_at(&text, text.previous_grapheme(at)).filter(|word| word.end() == at).map(|word| text.slice(word));
        found.extend(word.filter(|word| word.contains(char::is_alphanumeric)).map(str::to_owned));
    }
    found
}

#[test]
fn words_are_what_newspapers_take_for_words() {
    let table: [(&str, &[&str]); 32] = [
        ("l'Élysée", &["l'", "Élysée"]),
        ("d’Azur", &["d’", "Azur"]),
        ("L’ÉLYSÉE", &["L’", "ÉLYSÉE"]),
        ("qu'il", &["qu'", "il"]),
        ("Jusqu’à", &["Jusqu’", "à"]),
        ("lorsqu'on puisqu'il quoiqu'on", &["lorsqu'", "on", "puisqu'", "il", "quoiqu'", "on"]),
        ("d'aujourd'hui", &["d'", "aujourd'hui"]),
        ("c'qu'il", &["c'", "qu'", "il"]),
        ("l'11 novembre", &["l'", "11", "novembre"]),
        ("l'«Europe»", &["l'", "Europe"]),
        ("d’e\u{301}te\u{301}", &["d’", "e\u{301}te\u{301}"]),
        ("aujourd'hui presqu’île quelqu’un", &["aujourd'hui", "presqu’île", "quelqu’un"]),
        ("don't I'm he’d", &["don't", "I'm", "he’d"]),
        ("O'Brien N'Djamena M’Bappé D'Souza", &["O'Brien", "N'Djamena", "M’Bappé", "D'Souza"]),
        ("the Dockers' union", &["the", "Dockers'", "union"]),
        ("'the dockers' said", &["the", "dockers", "said"]),
        ("'I don't know the Dockers' he", &["I", "don't", "know", "the", "Dockers", "he"]),
        ("the minister's aides", &["the", "minister's", "aides"]),
        ("Le Roux-Martin", &["Le", "Roux-Martin"]),
        ("c'est-à-dire a-t-il", &["c'", "est-à-dire", "a-t-il"]),
        ("Val-d'Oise Côte-d’Or", &["Val-d'Oise", "Côte-d’Or"]),
        ("Jean\u{2011}Luc Jose\u{301}-Manuel", &["Jean\u{2011}Luc", "Jose\u{301}-Manuel"]),
        ("self—love face - face -5", &["self", "love", "face", "face", "5"]),
        ("U.S. p.m. т.е. 3.5 10,000", &["U.S.", "p.m.", "т.е.", "3.5", "10,000"]),
        ("in Paris. It", &["in", "Paris", "It"]),
        ("\"John Doe (Mr. Bo)\"", &["John", "Doe", "Mr", "Bo"]),
        ("«\u{A0}Oui\u{202F}», dit-il", &["Oui", "dit-il"]),
        ("Photo:AFP", &["Photo", "AFP"]),
        ("“No”; №5 @name", &["No", "5", "name"]),
        ("foo\u{200B}bar сказал שלום عربي", &["foo", "bar", "сказал", "שלום", "عربي"]),
        ("re\u{AD}union a\u{2028}b", &["re\u{AD}union", "a", "b"]),
        ("один\n\n\nдва", &["один", "два"]),
    ];
    for (string, expected) in table {
        assert_eq!(words(string), expected, "{string}");
    }
}

#[test]
fn a_double_click_takes_what_it_touches() {
    let text = Text::new("la côte d'Azur, «oui» 👩🏽\u{200D}🌾 🇫🇷🇩🇪");
    let clicked = |place: &str| {
        let at = text.as_str().find(place).unwrap();
        word_at(&text, ByteOffset(at)).map(|span| text.slice(span))
    };
    assert_eq!(clicked("ôte"), Some("côte"));
    assert_eq!(clicked("zur"), Some("Azur"));
    assert_eq!(clicked("'Azur"), Some("d'"));
    assert_eq!(clicked(", «"), Some("Azur"), "a word that ends there comes before a comma");
    assert_eq!(clicked(" «"), Some(","), "where no word touches, the mark does");
    assert_eq!(clicked("»"), Some("oui"));
    assert_eq!(clicked("👩"), Some("👩🏽\u{200D}🌾"));
    assert_eq!(clicked("🇩🇪"), Some("🇩🇪"));
    assert_eq!(word_at(&text, text.end()).map(|span| text.slice(span)), Some("🇩🇪"));
    assert_eq!(word_at(&Text::new("a  b"), ByteOffset(2)), None);
    assert_eq!(word_at(&Text::new(""), ByteOffset(7)), None);
}

#[test]
fn caret_steps_stop_at_the_elision() {
    let text = Text::new("de l’Élysée.\n\nOui");
    let stops: Vec<usize> =
        std::iter::successors(Some(ByteOffset::ZERO), |&at| Some(next_word(&text, at))).take(6).map(|b| b.0).collect();
    assert_eq!(stops, [0, 2, 7, 15, 21, 21]);
    let back: Vec<usize> =
        std::iter::successors(Some(text.end()), |&at| Some(previous_word(&text, at))).take(6).map(|b| b.0).collect();
    assert_eq!(back, [21, 18, 7, 3, 0, 0]);
}

#[test]
fn a_line_without_white_space_is_cut_the_same_way_from_every_place() {
    let text = Text::new("a".repeat(3000) + "字".repeat(2000).as_str() + &"👩🏽\u{200D}🌾".repeat(300));
    for at in (0..text.end().0).step_by(97) {
        let at = text.floor_grapheme(ByteOffset(at));
        let word = word_at(&text, at).unwrap();
        assert!(word.byte_len() <= 4096);
        let inside = text.next_grapheme(word.start());
        if inside < word.end() {
            assert_eq!(word_at(&text, inside), word_at(&text, text.previous_grapheme(word.end())), "{at}");
        }
    }
}

#[test]
fn a_long_run_without_words_stops_the_caret_on_its_way() {
    let text = Text::new("a".to_owned() + &" ".repeat(100_000) + "b");
    let stop = next_word(&text, ByteOffset(1));
    assert!(stop.0 > 1 && stop.0 < 10_000);
    let stop = previous_word(&text, ByteOffset(100_001));
    assert!(stop.0 < 100_001 && stop.0 > 90_000);
}

#[test]
fn trimming_takes_white_space_of_every_kind() {
    let table = [
        ("  oui  ", Some("oui")),
        ("\u{A0}\u{202F}\u{3000}\u{2028}\toui\n", Some("oui")),
        (" \u{301}oui", Some(" \u{301}oui")),
        ("«\u{A0}oui\u{A0}»", Some("«\u{A0}oui\u{A0}»")),
        (" \n\u{A0}", None),
    ];
    for (string, expected) in table {
        let text = Text::new(string);
        let whole = Span::new(&text, ByteOffset::ZERO, text.end()).unwrap();
        assert_eq!(trimmed(&text, whole).map(|span| text.slice(span)), expected, "{string:?}");
    }
}

proptest! {
    #[test]
    fn word_steps_move_and_stay_between_graphemes(
        string in "[al '’\\-.:\n\r,«»éŒ\u{301}\u{200D}\u{200B}\u{600}👩🏽🌾🇫🇷字ا]{0,60}", at in 0usize..200,
    ) {
        let text = Text::new(string);
        let at = ByteOffset(at);
        let (next, previous) = (next_word(&text, at), previous_word(&text, at));
        prop_assert!(next > at || next == text.end());
        prop_assert!(previous < at || previous == ByteOffset::ZERO);
        prop_assert!(text.is_grapheme_boundary(next) && text.is_grapheme_boundary(previous));
        if let Some(word) = word_at(&text, at) {
            prop_assert_eq!(Span::new(&text, word.start(), word.end()), Ok(word));
            prop_assert!(word.touches(text.floor_grapheme(at)));
        }
    }
}
