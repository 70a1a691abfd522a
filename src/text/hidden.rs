//! Finds invisible characters: bidi controls, zero-width characters, tags, control codes.

use unicode_segmentation::UnicodeSegmentation;

/// Names of U+0000 to U+001F.
const C0: [&str; 32] = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE", "DC1", "DC2",
    "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
];

const ZWJ: char = '\u{200D}';
const ZWNJ: char = '\u{200C}';

/// The short name of an invisible character, such as `RLO`; `None` for visible characters, tab and line feed.
///
/// Whether it is legitimate depends on its neighbours: see [`hidden_in`].
#[must_use]
pub fn hidden_at(c: char) -> Option<&'static str> {
    Some(match c {
        '\t' | '\n' | ' '..='~' => return None,
        '\0'..='\u{1F}' => C0.get(c as usize).copied().unwrap_or("C0"),
        '\u{7F}' => "DEL",
        '\u{85}' => "NEL",
        '\u{80}'..='\u{9F}' => "C1",
        '\u{AD}' => "SHY",
        '\u{34F}' => "CGJ",
        '\u{61C}' => "ALM",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "HF",
        '\u{17B4}' | '\u{17B5}' => "KIV",
        '\u{180B}'..='\u{180D}' | '\u{180F}' => "FVS",
        '\u{180E}' => "MVS",
        '\u{200B}' => "ZWSP",
        ZWNJ => "ZWNJ",
        ZWJ => "ZWJ",
        '\u{200E}' => "LRM",
        '\u{200F}' => "RLM",
        '\u{2028}' => "LS",
        '\u{2029}' => "PS",
        '\u{202A}' => "LRE",
        '\u{202B}' => "RLE",
        '\u{202C}' => "PDF",
        '\u{202D}' => "LRO",
        '\u{202E}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2061}'..='\u{2064}' => "IM",
        '\u{2065}' | '\u{FFF0}'..='\u{FFF8}' | '\u{E0000}' | '\u{E0002}'..='\u{E001F}' | '\u{E01F0}'..='\u{E0FFF}' => "DI",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{206A}'..='\u{206F}' => "DEP",
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => "VS",
        '\u{FEFF}' => "BOM",
        '\u{FFF9}'..='\u{FFFB}' => "IA",
        '\u{13430}'..='\u{1343F}' => "EGY",
        '\u{1BCA0}'..='\u{1BCA3}' => "SHF",
        '\u{1D173}'..='\u{1D17A}' => "MUS",
        '\u{E0001}' | '\u{E0020}'..='\u{E007F}' => "TAG",
        _ => return None,
    })
}

/// The invisible characters that have no legitimate use where they are: byte offset and short name, in text order.
///
/// Characters whose effect is visible are not listed: joiners in emoji sequences, joiners between letters of scripts that
/// use them, and one variation selector after its base.
pub fn hidden_in(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    // Nearly every text has none, and iterating over characters is far cheaper than over graphemes.
    let text = if text.chars().any(|c| hidden_at(c).is_some()) { text } else { "" };
    text.grapheme_indices(true).flat_map(move |(start, grapheme)| {
        let in_flag = grapheme.starts_with('\u{1F3F4}');
        grapheme.char_indices().filter_map(move |(i, c)| {
            let name = hidden_at(c)?;
            let at = start + i;
            let before = text.get(..at).and_then(|s| s.chars().next_back());
            let after = text.get(at + c.len_utf8()..).and_then(|s| s.chars().next());
            let belongs = match name {
                "TAG" => in_flag,
                "VS" | "FVS" => before.is_some_and(|b| !b.is_whitespace() && hidden_at(b).is_none()),
                "ZWJ" | "ZWNJ" => (c == ZWJ && joins_emoji(grapheme, i)) || joins_letters(before, after),
                _ => false,
            };
            (!belongs).then_some((at, name))
        })
    })
}

/// Whether the joiner at byte `at` of `grapheme` is between two pictographs.
///
/// UAX 29 keeps a joiner and a following base in one grapheme only there and in Indic conjuncts. Alone, such a base is the
/// start of a grapheme; a combining mark is not.
fn joins_emoji(grapheme: &str, at: usize) -> bool {
    let rest = grapheme.get(at + ZWJ.len_utf8()..).unwrap_or_default();
    let Some(next) = rest.chars().next() else { return false };
    let mut probe = String::from("a");
    probe.push(next);
    probe.graphemes(true).count() == 2
}

/// Whether both neighbours are letters of scripts written with joiners: Arabic to Myanmar, Khmer, Mongolian.
fn joins_letters(before: Option<char>, after: Option<char>) -> bool {
    let joined = |c: char| matches!(c, '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{FB50}'..='\u{FDFF}');
    before.is_some_and(joined) && after.is_some_and(joined)
}
