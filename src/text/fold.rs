//! Folds text for search and comparison: differences of case, diacritics, apostrophes, dashes and spaces are removed.
//!
//! | in the text | folded |
//! |---|---|
//! | `É`, `é`, `e` with a combining accent | `e` |
//! | `’` `ʼ` `‘` `´` | `'` |
//! | `‑` `–` `—` `−` | `-` |
//! | `“` `”` `„` | `"` |
//! | no-break, thin and other spaces, but not a line end | space |
//! | `ß` `œ` `æ` `þ` `ø` `ł` `ð` `ё` | `ss` `oe` `ae` `th` `o` `l` `d` `е` |
//! | soft hyphen, zero-width space | nothing |

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_segmentation::UnicodeSegmentation;

use super::{ByteOffset, Span, Text};

/// Folds `text`; see the [module](self) for what is ignored.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out, |_, _, _| {});
    out
}

/// A folded text with a map from each of its parts to the original.
///
/// A range of the folded text is mapped to whole graphemes of the original. The map has one entry for each run of letters
/// of the same width; a look-up takes O(log n).
#[derive(Clone, Debug, Default)]
pub struct Folded {
    string: String,
    runs: Vec<Run>,
}

/// Neighbouring graphemes of the same width, before and after folding. All in bytes.
#[derive(Clone, Copy, Debug)]
struct Run {
    folded: u32,
    original: u32,
    /// Width of one grapheme in the folded text; 0 if it was dropped, which makes it a run of its own.
    to: u32,
    /// Width of one grapheme in the original; never 0.
    from: u32,
}

impl Folded {
    /// Folds `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut string = String::with_capacity(text.len());
        let mut runs: Vec<Run> = Vec::new();
        let mut last = (0, 0);
        fold_into(text, &mut string, |original, folded, widths| {
            if widths != last || widths.0 == 0 {
                let [folded, original, to, from] = [folded, original, widths.0, widths.1].map(narrow);
                runs.push(Run { folded, original, to, from });
                last = widths;
            }
        });
        Self { string, runs }
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The range of the original, in bytes, from which a range of the folded text was made; whole graphemes.
    ///
    /// Empty for an empty range. For a range beyond the text the result is unspecified, but it does not panic.
    #[must_use]
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.grapheme(folded.start).start;
        if folded.is_empty() {
            return start..start;
        }
        start..self.grapheme(folded.end - 1).end.max(start)
    }

    /// Like [`Self::original`], as a span of `text`, which must be the text that was folded.
    ///
    /// Returns `None` if the range is empty.
    #[must_use]
    pub fn span(&self, text: &Text, folded: Range<usize>) -> Option<Span> {
        let Range { start, end } = self.original(folded);
        Span::new(text, ByteOffset(start), ByteOffset(end)).ok()
    }

    /// Every occurrence of `needle`, which must be folded, as a byte range of the original. Empty for an empty needle.
    pub fn matches(&self, needle: &str) -> impl Iterator<Item = Range<usize>> {
        let found = (!needle.is_empty()).then(|| self.string.match_indices(needle));
        found.into_iter().flatten().map(|(at, found)| self.original(at..at + found.len()))
    }

    /// The grapheme of the original from which the folded byte `at` was made.
    fn grapheme(&self, at: usize) -> Range<usize> {
        let after = self.runs.partition_point(|run| run.folded as usize <= at);
        let Some(run) = after.checked_sub(1).and_then(|last| self.runs.get(last)) else { return 0..0 };
        let number = (at - run.folded as usize).checked_div(run.to as usize).unwrap_or(0);
        let start = run.original as usize + number * run.from as usize;
        start..start + run.from as usize
    }
}

/// Articles are far smaller than 4 GiB; a longer text would be mapped wrongly from there on.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Adds `text` to `out`, folded. `piece` gets, for each grapheme or for some neighbouring ones of the same widths, where it
/// begins in `text` and in `out`, and the widths of one grapheme in `out` and in `text`.
fn fold_into(text: &str, out: &mut String, mut piece: impl FnMut(usize, usize, (usize, usize))) {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let plain = plain_ascii(rest);
        if plain > 0 {
            piece(at, out.len(), (1, 1));
            let from = out.len();
            out.push_str(rest.get(..plain).unwrap_or_default());
            out.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
            at += plain;
            continue;
        }
        let mut chars = rest.chars();
        let Some(first) = chars.next() else { return };
        let is_alone = is_simple(first) && chars.next().is_none_or(is_simple);
        let width = if is_alone { first.len_utf8() } else { rest.graphemes(true).next().map_or(rest.len(), str::len) };
        let from = out.len();
        match FOLDED.get(first as usize).filter(|_| is_alone && width > 1) {
            Some(folded) => out.push_str(folded),
            None => fold_grapheme(rest.get(..width).unwrap_or_default(), out),
        }
        piece(at, from, (out.len() - from, width));
        at += width;
    }
}

/// How many bytes at the beginning are each a grapheme that is folded to one small letter, or to itself.
fn plain_ascii(text: &str) -> usize {
    let is_plain = |byte: &u8| byte.is_ascii() && !matches!(byte, b'\r' | b'`');
    let end = text.as_bytes().iter().position(|byte| !is_plain(byte)).unwrap_or(text.len());
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    // What follows may belong to the last one: an accent, for example.
    if next.is_none_or(is_simple) { end } else { end.saturating_sub(1) }
}

/// Whether a character is a grapheme by itself if the next one is simple too, whatever comes before. Only common ones are
/// known to be.
fn is_simple(c: char) -> bool {
    matches!(c,
        '\0'..='\u{C}' | '\u{E}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}' | '\u{202F}'..='\u{203A}' | '\u{20AC}')
}

/// What the first characters of Unicode are folded to, each by itself: those of Latin, Greek and Cyrillic letters.
static FOLDED: LazyLock<Vec<Box<str>>> = LazyLock::new(|| {
    let folded = |c: char| {
        let mut out = String::new();
        fold_grapheme(c.encode_utf8(&mut [0; 4]), &mut out);
        out.into_boxed_str()
    };
    ('\0'..='\u{52F}').map(folded).collect()
});

fn fold_grapheme(grapheme: &str, out: &mut String) {
    if let &[byte] = grapheme.as_bytes() {
        out.push(if byte == b'`' { '\'' } else { char::from(byte.to_ascii_lowercase()) });
        return;
    }
    for c in grapheme.chars() {
        if let Some(mapped) = mapped(c) {
            out.push_str(mapped);
            continue;
        }
        for part in c.to_lowercase().nfkd().filter(|&part| !is_diacritic(part)) {
            match mapped(part) {
                Some(mapped) => out.push_str(mapped),
                None => out.extend(part.to_lowercase()),
            }
        }
    }
}

/// The folded form of a character whose Unicode decomposition does not give it.
fn mapped(c: char) -> Option<&'static str> {
    Some(match c {
        '\n' => "\n",
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{2B9}' | '\u{2032}' | '\u{B4}' | '\u{FF07}' => "'",
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{FF02}' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => "-",
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\r' => "",
        'ß' | 'ẞ' => "ss",
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        _ if c.is_whitespace() => " ",
        _ => return None,
    })
}

/// Whether `c` is an accent or a point, but not a vowel sign of an Indic script or a Japanese voicing mark.
fn is_diacritic(c: char) -> bool {
    canonical_combining_class(c) != 0 && !matches!(c, '\u{3099}' | '\u{309A}')
}
