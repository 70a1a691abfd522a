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

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_segmentation::UnicodeSegmentation;

use super::{ByteOffset, Span, Text};

/// Folds `text`; see the [module](self) for what is ignored.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.graphemes(true).for_each(|grapheme| fold_grapheme(grapheme, &mut out));
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
        for (original, grapheme) in text.grapheme_indices(true) {
            let folded = string.len();
            fold_grapheme(grapheme, &mut string);
            let widths = (string.len() - folded, grapheme.len());
            if widths != last || widths.0 == 0 {
                let [folded, original, to, from] = [folded, original, widths.0, widths.1].map(narrow);
                runs.push(Run { folded, original, to, from });
                last = widths;
            }
        }
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
