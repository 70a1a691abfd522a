//! Finds who answers a poll: `38 % said`, `four in ten told`, `la moitié des sondés`.

use std::ops::Range;

use crate::suggest::lexicon::word_list::WordList;
use crate::suggest::parse::sentence::Word;
use crate::text::Text;

static NUMBERS: WordList = WordList::new(
    "one two three four five six seven eight nine ten twelve twenty half un une deux trois quatre cinq six sept huit neuf dix \
    один два три четыре пять шесть семь восемь девять десять",
);
static PERCENT: WordList = WordList::new("percent percentage pourcent процент процента процентов");
static PARTS: WordList = WordList::new(
    "majority minority half third quarter fifth majorité minorité moitié tiers quart большинство половина треть четверть",
);

/// One past the words that say how many of those who were asked, when such words begin at word `at`.
pub(in crate::suggest) fn share(text: &Text, words: &[Word], sentence: &Range<usize>, at: usize) -> Option<usize> {
    let word = |at: usize| words.get(at).filter(|word| sentence.contains(&at) && word.quotation == 0);
    let lower = |at: usize| word(at).filter(|word| !word.after_break).map_or("", |word| word.lower.as_str());
    let first = word(at)?;
    let is_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_number = |word: &str| is_figure(word) || NUMBERS.has(word);
    if PARTS.has(&first.lower) && matches!(lower(at + 1), "of" | "de" | "des" | "d'") {
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
    let behind = text.range(end..text.end().0.min(end + 8));
    if is_figure(&first.lower) && behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']).starts_with('%') {
        return Some(last + 1);
    }
    if PERCENT.has(lower(last + 1)) {
        return Some(last + 2);
    }
    if matches!(lower(last + 1), "per" | "pour") && lower(last + 2) == "cent" {
        return Some(last + 3);
    }
    (matches!(lower(last + 1), "in" | "sur" | "out" | "из") && is_number(lower(last + 2))).then_some(last + 3)
}
