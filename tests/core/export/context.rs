//! The words around an annotation.

use dicta::export::Options;
use dicta::export::rows::annotation_rows::for_message;
use dicta::text::context::{after, before, first_chars, last_chars};
use dicta::text::{ByteOffset, Text};

use super::fixture::{document, export};

#[test]
fn context_has_at_most_as_many_characters_as_were_asked_for() {
    let text = Text::new("one two three four");
    assert_eq!(before(&text, ByteOffset(8), 4), "two ");
    assert_eq!(after(&text, ByteOffset(13), 3), " fo");
    assert_eq!(before(&text, ByteOffset(3), 40), "one");
    assert_eq!(after(&text, ByteOffset(13), 40), " four");
    assert_eq!((before(&text, ByteOffset(8), 0), after(&text, ByteOffset(8), 0)), ("", ""));
}

#[test]
fn context_leaves_out_a_letter_that_it_would_cut_from_its_accent() {
    let text = Text::new("e\u{301}xy\ne\u{301}");
    assert_eq!(before(&text, ByteOffset(5), 3), "xy");
    assert_eq!(after(&text, ByteOffset(3), 4), "xy\n");
    assert_eq!(after(&text, ByteOffset(3), 5), "xy\ne\u{301}");
}

#[test]
fn context_survives_a_place_that_is_not_in_the_text() {
    let text = Text::new("🙂");
    for byte in [1, 2, 5, usize::MAX / 2] {
        assert_eq!((before(&text, ByteOffset(byte), 9), after(&text, ByteOffset(byte), 9)), ("", ""));
    }
}

#[test]
fn the_length_of_context_is_an_option() {
    let exported = export(&document(), &Options { context_chars: 5, ..Options::default() });
    let at = exported.column("annotations.csv", "annotation_id").iter().position(|id| id == "m1").unwrap();
    assert_eq!(exported.column("annotations.csv", "context_before")[at], "said ");
    assert_eq!(exported.column("annotations.csv", "context_after")[at], ", “or");
}

#[test]
fn lost_words_keep_the_context_that_was_stored() {
    assert_eq!((last_chars("stood before ", 7), first_chars(" stood after", 6)), ("before ", " stood"));
    assert_eq!((last_chars("ab", 7), first_chars("ab", 7), last_chars("ab", 0), first_chars("ab", 0)), ("ab", "ab", "", ""));
    let exported = export(&document(), &Options::default());
    let at = exported.column("annotations.csv", "annotation_id").iter().position(|id| id == "b0").unwrap();
    assert_eq!(exported.column("annotations.csv", "context_before")[at], "stood before ");
}

#[test]
fn a_message_shows_words_on_one_short_line_without_controls() {
    assert_eq!(for_message("a\n\u{1b}[31mb"), "a  [31mb");
    assert_eq!(for_message(&"x".repeat(99)), format!("{}…", "x".repeat(60)));
}
