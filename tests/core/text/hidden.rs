//! Tests which characters are reported as there but not seen.

use dicta::text::hidden::{hidden_at, hidden_in};

fn found(text: &str) -> Vec<(usize, &'static str)> {
    hidden_in(text).collect()
}

#[test]
fn unseen_characters_are_found_at_their_byte() {
    assert_eq!(found("é\u{202E}a\u{200B}\u{FEFF}b\u{AD}c"), [(2, "RLO"), (6, "ZWSP"), (9, "BOM"), (13, "SHY")]);
    assert_eq!(found("a\0\u{7}\u{85}\u{9B}\u{2028}"), [(1, "NUL"), (2, "BEL"), (3, "NEL"), (5, "C1"), (7, "LS")]);
    assert_eq!(found("a\r\n"), [(1, "CR")]);
}

#[test]
fn what_is_seen_is_not_reported() {
    for c in ['a', ' ', '\t', '\n', 'é', '\u{301}', '\u{A0}', '\u{202F}', '👩', '\u{600}', 'ع', '\u{1F3FD}'] {
        assert_eq!(hidden_at(c), None, "{c:?}");
    }
}

#[test]
fn a_joiner_inside_an_emoji_belongs_there() {
    for emoji in ["👩🏽\u{200D}🌾", "👨\u{200D}👩\u{200D}👧", "🏴\u{200D}☠\u{FE0F}", "❤\u{FE0F}\u{200D}🔥", "1\u{FE0F}\u{20E3}"]
    {
        assert_eq!(found(emoji), [], "{emoji}");
    }
    assert_eq!(found("👩\u{200D}"), [(4, "ZWJ")], "nothing follows");
    assert_eq!(found("pay\u{200D}pal"), [(3, "ZWJ")]);
    assert_eq!(found("a\u{200D}\u{301}"), [(1, "ZWJ")]);
}

#[test]
fn a_joiner_between_letters_written_with_it_belongs_there() {
    assert_eq!(found("می\u{200C}خواهم"), [], "Persian");
    assert_eq!(found("क्\u{200D}ष"), [], "Devanagari");
    assert_eq!(found("Mac\u{200C}ron"), [(3, "ZWNJ")]);
}

#[test]
fn tags_belong_to_a_flag_only() {
    let tags = "\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";
    assert_eq!(found(&format!("🏴{tags}")), []);
    assert_eq!(found(&format!("oui{tags}")).len(), 6);
}

#[test]
fn one_variation_selector_belongs_and_a_second_hides_something() {
    assert_eq!(found("❤\u{FE0F}"), []);
    assert_eq!(found("a\u{E0101}"), []);
    assert_eq!(found("😀\u{E0101}\u{E0102}"), [(8, "VS")]);
}
