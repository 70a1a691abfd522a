//! Tests offsets, spans and contexts on texts that break other tools.

use dicta::text::{ByteOffset, Span, Text, context};
use proptest::prelude::*;

/// Texts that have shifted somebody's offsets: NFC and NFD, emoji, flags, Zalgo, zero-width, right-to-left, line ends.
const HARD: [&str; 14] = [
    "café",
    "cafe\u{301}",
    "👩🏽\u{200D}🌾",
    "🇫🇷🇩🇪🇷",
    "Z\u{335}\u{321}\u{30A}a\u{489}\u{316}lgo",
    "a\u{200B}b\u{200D}c\u{FEFF}d",
    "שלום עולם",
    "\u{202E}abc\u{202C}",
    "a\u{2028}b\u{85}c",
    "a\0b",
    "a\rb\r\nc\n",
    "\u{FEFF}a",
    "\u{600}1 क्षि 각",
    "",
];

fn assert_offsets_agree(text: &Text) {
    let string = text.as_str();
    let (mut chars, mut utf16) = (0, 0);
    for at in string.char_indices().map(|(at, _)| at).chain([string.len()]) {
        let byte = ByteOffset(at);
        assert_eq!((text.char_from_byte(byte).0, text.utf16_from_byte(byte)), (chars, utf16), "{string:?} at {at}");
        assert_eq!(text.byte_from_char(text.char_from_byte(byte)), Some(byte));
        if let Some(c) = string[at..].chars().next() {
            chars += 1;
            utf16 += c.len_utf16();
        }
    }
    assert_eq!(text.char_count(), chars);
}

#[test]
fn offsets_agree_in_hard_texts_with_an_emoji_at_every_place() {
    for hard in HARD {
        assert_offsets_agree(&Text::new(hard));
        for at in (0..=hard.len()).filter(|&at| hard.is_char_boundary(at)) {
            let mut string = hard.to_owned();
            string.insert_str(at, "👩🏽\u{200D}🌾");
            assert_offsets_agree(&Text::new(string));
        }
    }
}

#[test]
fn offsets_agree_across_checkpoints() {
    for filler in ["a", "é", "字", "👩", "\r\n"] {
        assert_offsets_agree(&Text::new(filler.repeat(400) + "é👩字a\n"));
    }
}

#[test]
fn context_is_cut_between_graphemes() {
    let text = Text::new("0123 e\u{301}👩🏽\u{200D}🌾X👩🏽\u{200D}🌾e\u{301} 4567");
    let at = text.as_str().find('X').unwrap();
    let span = Span::new(&text, ByteOffset(at), ByteOffset(at + 1)).unwrap();
    let around = |chars| (context::before(&text, span.start(), chars), context::after(&text, span.end(), chars));
    assert_eq!(around(0), ("", ""));
    assert_eq!(around(3), ("", ""), "the farmer is four characters");
    assert_eq!(around(4), ("👩🏽\u{200D}🌾", "👩🏽\u{200D}🌾"));
    assert_eq!(around(5), around(4));
    assert_eq!(around(7), (" e\u{301}👩🏽\u{200D}🌾", "👩🏽\u{200D}🌾e\u{301} "));
    assert_eq!(around(usize::MAX), (text.range(0..at), text.range(at + 1..text.end().0)));
}

fn any_text() -> impl Strategy<Value = Text> {
    let hard = prop::sample::select(&HARD[..]).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![hard, "\\PC{0,8}", "[a \n\r\u{301}\u{200D}👩🇫]{0,8}"], 0..12)
        .prop_map(|parts| Text::new(parts.concat()))
}

proptest! {
    #[test]
    fn offsets_map_to_characters_and_units_and_back(text in any_text()) {
        assert_offsets_agree(&text);
        let utf16: usize = text.as_str().encode_utf16().count();
        prop_assert_eq!(text.utf16_from_byte(text.end()), utf16);
    }

    #[test]
    fn grapheme_steps_visit_every_boundary_and_end(text in any_text()) {
        let mut forward = vec![ByteOffset::ZERO];
        while let Some(&at) = forward.last().filter(|&&at| at < text.end()) {
            let next = text.next_grapheme(at);
            prop_assert!(next > at && text.is_grapheme_boundary(next));
            forward.push(next);
        }
        let mut back = vec![text.end()];
        while let Some(&at) = back.last().filter(|&&at| at > ByteOffset::ZERO) {
            back.push(text.previous_grapheme(at));
        }
        back.reverse();
        prop_assert_eq!(forward, back);
    }

    #[test]
    fn a_snapped_span_holds_both_offsets_and_splits_no_grapheme(text in any_text(), a in 0usize..150, b in 0usize..150) {
        let (low, high) = (ByteOffset(a.min(b)), ByteOffset(a.max(b)));
        match Span::snapped(&text, ByteOffset(a), ByteOffset(b)) {
            Some(span) => {
                prop_assert_eq!(Span::new(&text, span.start(), span.end()), Ok(span));
                prop_assert!(span.start() <= low && span.end() >= high.min(text.end()));
            }
            None => prop_assert!(a == b || low >= text.end()),
        }
    }

    #[test]
    fn context_is_never_longer_than_asked(text in any_text(), a in 0usize..150, b in 0usize..150, chars in 0usize..40) {
        if let Some(span) = Span::snapped(&text, ByteOffset(a), ByteOffset(b)) {
            let (before, after) = (context::before(&text, span.start(), chars), context::after(&text, span.end(), chars));
            prop_assert!(before.chars().count() <= chars && after.chars().count() <= chars);
            prop_assert!(text.range(0..span.start().0).ends_with(before));
            prop_assert!(text.range(span.end().0..text.end().0).starts_with(after));
            prop_assert!(text.is_grapheme_boundary(ByteOffset(span.start().0 - before.len())));
            prop_assert!(text.is_grapheme_boundary(ByteOffset(span.end().0 + after.len())));
        }
    }
}
