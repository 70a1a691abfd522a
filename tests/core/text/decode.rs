//! Tests how bytes become text.

use dicta::text::{DecodeError, decode};
use proptest::prelude::*;

fn text(bytes: &[u8]) -> String {
    decode(bytes).unwrap().text
}

#[test]
fn every_line_end_becomes_a_line_feed() {
    assert_eq!(text(b"a\r\nb\rc\n\r\n\r\rd"), "a\nb\nc\n\n\n\nd");
    assert!(decode(b"a\r\nb").unwrap().had_carriage_returns);
    assert!(!decode(b"a\nb").unwrap().had_carriage_returns);
}

#[test]
fn one_byte_order_mark_goes_and_the_rest_stays() {
    let decoded = decode("\u{FEFF}\u{FEFF}a\u{FEFF}".as_bytes()).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.had_bom), ("\u{FEFF}a\u{FEFF}", true));
    assert!(!decode(b"a").unwrap().had_bom);
}

#[test]
fn nothing_else_is_changed() {
    let kept = " e\u{301}é  \u{A0}\u{202F}\t\u{200B}\u{200D}\u{202E}\u{2028}\u{85}\u{AD}👩🏽\u{200D}🌾\u{1} \n\n";
    assert_eq!(text(kept.as_bytes()), kept);
}

#[test]
fn a_byte_that_is_not_utf8_is_named_by_line_and_byte() {
    let not_utf8 = |line, byte_offset| Err(DecodeError::NotUtf8 { line, byte_offset });
    assert_eq!(decode(b"caf\xE9"), not_utf8(1, 3));
    assert_eq!(decode(b"a\r\nb\rc\nd \xE9"), not_utf8(4, 9));
    assert_eq!(decode(b"\xEF\xBB\xBFa\n\xE9"), not_utf8(2, 5), "the byte order mark is part of the file");
    assert_eq!(decode(b"a\n\xE2\x80"), not_utf8(2, 2), "a character cut off at the end of the file");
    assert_eq!(
        decode(b"a\ncaf\xE9").unwrap_err().to_string(),
        "line 2 is not UTF-8 (byte 5 of the file); it may be in an older encoding such as Windows-1252: save it as UTF-8"
    );
}

#[test]
fn other_encodings_of_unicode_are_named() {
    let with_mark: Vec<u8> = std::iter::once(0xFEFF).chain("Élysée".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let without_mark: Vec<u8> = "The Kremlin".encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [with_mark.as_slice(), without_mark.as_slice()] {
        assert_eq!(decode(bytes), Err(DecodeError::OtherUnicode { encoding: "UTF-16" }));
    }
    assert_eq!(decode(b"\xFF\xFE\0\0a\0\0\0"), Err(DecodeError::OtherUnicode { encoding: "UTF-32" }));
    let message = decode(&with_mark).unwrap_err().to_string();
    assert_eq!(message, "the file is UTF-16, not UTF-8; save it as UTF-8");
}

#[test]
fn binary_data_is_refused() {
    for bytes in [&b"a\0b"[..], b"\0", b"%PDF-1.7 text", b"PK\x03\x04abc", b"\x89PNG\r\n", b"\x01\x02\x03\x04\xFF\x05ab"] {
        assert_eq!(decode(bytes), Err(DecodeError::Binary), "{bytes:?}");
    }
}

#[test]
fn a_file_without_words_is_its_own_error() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\t\n", "\u{A0}".as_bytes()] {
        assert_eq!(decode(bytes), Err(DecodeError::Empty), "{bytes:?}");
    }
}

proptest! {
    #[test]
    fn decoding_what_was_decoded_changes_nothing(bytes in "\u{FEFF}?[a-z\r\n é👩\u{301}\u{2028}]{0,40}") {
        if let Ok(once) = decode(bytes.as_bytes()) {
            let twice = decode(once.text.as_bytes()).unwrap();
            prop_assert_eq!(&twice.text, &once.text);
            prop_assert!(!twice.had_bom && !twice.had_carriage_returns && !once.text.contains('\r'));
        }
    }

    #[test]
    fn bytes_of_any_kind_decode_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        match decode(&bytes) {
            Ok(decoded) => prop_assert!(!decoded.text.trim().is_empty()),
            Err(DecodeError::NotUtf8 { byte_offset, .. }) => prop_assert!(std::str::from_utf8(&bytes[..byte_offset]).is_ok()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
