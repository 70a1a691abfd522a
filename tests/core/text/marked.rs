//! Tests the language of marked strings itself.

use dicta::text::marked::{Marked, MarkedError, parse, print};
use dicta::text::{ByteOffset, Span, SpanError, Text};
use proptest::prelude::*;

fn words(marked: &str) -> Vec<String> {
    let parsed = parse(marked).unwrap();
    parsed.spans.iter().map(|&span| parsed.text.slice(span).to_owned()).collect()
}

#[test]
fn spans_stand_side_by_side_and_inside_one_another() {
    assert_eq!(words("[Le [ministre]] a dit [oui]"), ["Le ministre", "ministre", "oui"]);
    assert_eq!(words("[1:a [2:b:1] c:2]"), ["a b", "b c"]);
    assert_eq!(words("[à 10:30]"), ["à 10:30"], "a colon is text unless it closes an open number");
}

#[test]
fn caret_and_anchor_make_a_selection_in_either_direction() {
    for marked in ["a ^bc| d", "a |bc^ d"] {
        let parsed = parse(marked).unwrap();
        assert_eq!(parsed.text.slice(parsed.selection().unwrap()), "bc");
        assert_eq!(print(&parsed), marked);
    }
    assert_eq!(parse("a| b").unwrap().caret, Some(ByteOffset(1)));
    assert_eq!(parse("a| b").unwrap().selection(), None);
}

#[test]
fn a_backslash_makes_a_mark_text() {
    let parsed = parse(r"\[a\] \| \^ \\").unwrap();
    assert_eq!((parsed.text.as_str(), parsed.spans.len()), (r"[a] | ^ \", 0));
}

#[test]
fn what_is_not_a_marked_string_says_why() {
    assert_eq!(parse("é]"), Err(MarkedError::NotOpened(2)));
    assert_eq!(parse("[a"), Err(MarkedError::NotClosed));
    assert_eq!(parse("|a|"), Err(MarkedError::Second(3)));
    assert_eq!(parse("[]a"), Err(MarkedError::NoSpan(SpanError::Empty)));
    assert_eq!(parse("[e]\u{301}"), Err(MarkedError::NoSpan(SpanError::InsideGrapheme)));
    assert_eq!(parse("a\\"), Err(MarkedError::NothingEscaped));
}

fn any_marked() -> impl Strategy<Value = Marked> {
    let place = || any::<prop::sample::Index>();
    let offsets = prop::collection::vec((place(), place()), 0..5);
    let carets = (prop::option::of(place()), prop::option::of(place()));
    ("[a1:\\[\\]|^\\\\\n é\u{301}👩🏽]{0,20}", offsets, carets).prop_map(|(string, offsets, (caret, anchor))| {
        let text = Text::new(string);
        let at = |index: prop::sample::Index| text.floor_grapheme(ByteOffset(index.index(text.end().0 + 1)));
        let spans = offsets.into_iter().filter_map(|(a, b)| Span::snapped(&text, at(a), at(b))).collect();
        let (caret, anchor) = (caret.map(at), anchor.map(at));
        Marked { caret, anchor, ..Marked::new(text.clone(), spans) }
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(marked in any_marked()) {
        let printed = print(&marked);
        prop_assert_eq!(parse(&printed), Ok(marked), "{}", printed);
    }

    #[test]
    fn no_string_breaks_the_reader(string in "[a1:\\[\\]|^\\\\é\u{301}]{0,30}") {
        if let Ok(marked) = parse(&string) {
            prop_assert_eq!(parse(&print(&marked)), Ok(marked));
        }
    }
}
