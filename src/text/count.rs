//! Counts the words of a text as UAX 29 finds them; `l’Élysée` is one, as in a word processor.

use unicode_segmentation::UnicodeSegmentation as _;

/// Number of words: runs between UAX 29 boundaries that hold a letter or a digit.
///
/// No word reaches over a space or a hyphen, and a run of common letters and digits is one word whatever marks stand around it; only
/// what is left goes through the rules in full.
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

/// Between two letters an apostrophe joins; beside a digit the rules decide.
fn is_letters_only(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| is_plain_letter(c) && !c.is_ascii_digit())
}

/// ASCII letters and digits, and the letters of Latin and Cyrillic that stand for themselves.
fn is_plain_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | '\u{400}'..='\u{481}')
}
