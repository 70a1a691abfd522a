//! Finds names that nobody registered: capitalised words, particles between them, no titles.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::sentence::Word;
use crate::text::Text;

/// A name has at most so many words.
const MOST_WORDS: usize = 6;

/// Whether nearly all words of a sentence are capitalised, as in an English headline: capitals tell nothing there.
pub(super) fn is_headline(words: &[Word]) -> bool {
    let long = words.iter().filter(|word| word.lower.chars().count() > 3);
    let (all, upper) = long.fold((0, 0), |(all, upper), word| (all + 1, upper + usize::from(word.is_upper)));
    all >= 4 && upper * 4 >= all * 3
}

/// One past the last word of a name nobody registered that begins at `at`: capitalised words, particles between them.
pub(super) fn new_name(text: &Text, words: &[Word], sentence: Range<usize>, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let is_name = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.is_upper
                && !lexicon.is_no_name(&word.lower)
                && !word.lower.ends_with('\'')
                && word.lower.chars().any(char::is_alphabetic)
        })
    };
    let word = words.get(at)?;
    let is_title = lexicon.is_title(&word.lower) || lexicon.is_role(&word.lower);
    if !is_name(at) || is_title {
        return None;
    }
    let gap = |at: usize| match (words.get(at - 1), words.get(at)) {
        (Some(before), Some(word)) => text.range(before.end..word.start),
        _ => "",
    };
    let mut end = at + 1;
    while end < sentence.end && end - at < MOST_WORDS {
        let particle = words.get(end).is_some_and(|word| {
            matches!(word.lower.as_str(), "de" | "du" | "van" | "von" | "der" | "al" | "bin" | "el" | "la" | "le" | "of")
        });
        let joins = matches!(gap(end), " " | "-" | "\u{A0}" | ". " | "'" | "’");
        if joins && is_name(end) && !(gap(end) == ". " && words.get(end - 1).is_some_and(|word| word.lower.chars().count() > 2)) {
            end += 1;
        } else if gap(end) == " " && particle && end + 1 < sentence.end && is_name(end + 1) && gap(end + 1) == " " {
            end += 2;
        } else {
            break;
        }
    }
    // `Northern President Ada Thorn`: the name begins behind the title.
    let titled =
        (at + 1..end).any(|at| words.get(at).is_some_and(|word| lexicon.is_title(&word.lower) && word.lower.chars().count() > 2));
    if titled {
        return None;
    }
    // One capitalised word that opens a sentence is a name only if it is no common one.
    let opens = at == sentence.start
        || word.after_break && text.range(word.start.saturating_sub(2)..word.start).contains(['"', '“', '«']);
    let alone = end == at + 1;
    let enough = word.lower.chars().count() >= 2;
    (enough && !(alone && opens && !follows_like_name(words, lexicon, sentence, end))).then_some(end)
}

fn follows_like_name(words: &[Word], lexicon: &Lexicon, sentence: Range<usize>, next: usize) -> bool {
    words
        .get(next)
        .filter(|word| next < sentence.end && !word.after_break)
        .is_some_and(|word| lexicon.verb(&word.lower).is_some() || lexicon.is_auxiliary(&word.lower))
}
