//! Finds who answers a poll: `38 % said`, `four in ten told`, `la moitié des sondés`.

use std::ops::Range;

use crate::suggest::grammar::nouns::Nouns;
use crate::suggest::grammar::words::phrase_at;
use crate::suggest::parse::sentence::Word;
use crate::text::Text;

/// One past the words that say how many of those who were asked, if such words begin at word `at`.
pub(in crate::suggest) fn share(text: &Text, words: &[Word], sentence: &Range<usize>, nouns: &Nouns, at: usize) -> Option<usize> {
    let word = |at: usize| words.get(at).filter(|word| sentence.contains(&at) && word.quotation == 0);
    let lower = |at: usize| word(at).filter(|word| !word.after_break).map_or("", |word| word.lower.as_str());
    let first = word(at)?;
    let is_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_number = |word: &str| is_figure(word) || nouns.numbers.has(word);
    if nouns.parts.has(&first.lower) && nouns.part_of.has(lower(at + 1)) {
        return Some(at + 1);
    }
    if !is_number(&first.lower) {
        return None;
    }
    // `6,5 %`
    let decimal =
        |at: usize| word(at + 1).is_some_and(|next| is_figure(&next.lower) && text.range(next.start - 1..next.start) != " ");
    let last = if is_figure(&first.lower) && decimal(at) { at + 1 } else { at };
    let end = word(last)?.end;
    let after = text.range(end..text.end().0.min(end + 8));
    if is_figure(&first.lower) && after.trim_start_matches([' ', '\u{A0}', '\u{202F}']).starts_with('%') {
        return Some(last + 1);
    }
    if nouns.percent.has(lower(last + 1)) {
        return Some(last + 2);
    }
    if let Some(length) = phrase_at(nouns.percent_phrases, last + 1, lower) {
        return Some(last + 1 + length);
    }
    (nouns.out_of.has(lower(last + 1)) && is_number(lower(last + 2))).then_some(last + 3)
}
