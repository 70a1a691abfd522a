//! Counts the words of a text by UAX 29; `l’Élysée` is one word, as in a word processor.

use unicode_segmentation::UnicodeSegmentation as _;

/// Number of words: runs between UAX 29 boundaries that contain a letter or a digit.
///
/// No word extends across a space or a hyphen, and a run of common letters and digits is one word whatever marks surround
/// it. Only other text is segmented with the full rules, which take longer.
#[must_use]
pub fn word_count(text: &str) -> usize {
    text.split([' ', '\n', '-']).map(words_in_run).sum()
}

fn words_in_run(run: &str) -> usize {
    let core = run.trim_matches(is_plain_mark);
    if core.is_empty() {
        0
    } else if core.chars().all(is_plain_letter) || core.split(['’', '\'']).all(is_letters_only) {
        1
    } else {
        core.unicode_words().count()
    }
}

fn is_plain_mark(c: char) -> bool {
    c.is_ascii_punctuation() || matches!(c, '«' | '»' | '\u{2010}'..='\u{2026}')
}

/// An apostrophe between two letters joins them; next to a digit the full rules decide.
fn is_letters_only(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| is_plain_letter(c) && !c.is_ascii_digit())
}

/// ASCII letters and digits, and the Latin and Cyrillic letters without combining marks.
fn is_plain_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | '\u{400}'..='\u{481}')
}
