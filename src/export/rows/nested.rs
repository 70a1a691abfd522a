//! Removes the outer quotation marks from the words of a quote, in whichever fragments they are.

use super::quote_marks::{Mark, is_mark, is_opening_single, marks, opens_inside};

/// The words of each fragment without the outer marks: `« Il faut agir`, `dès lundi. »` are `Il faut agir`, `dès lundi.`
///
/// Marks are paired by position rather than by character, because newspapers mix them (`"…”`). An unpaired mark at an edge is an
/// outer one whose partner is outside the quote. A dash that opens speech is removed as well. Marks around part of the words
/// remain: `the “gift” of a friend`.
#[must_use]
pub fn inner<'w>(fragments: &[&'w str]) -> Vec<&'w str> {
    let found = marks(fragments);
    let bare: Vec<&str> = fragments.iter().enumerate().map(|(number, words)| without(words, number, fragments, &found)).collect();
    if bare.as_slice() == fragments { without_single(fragments) } else { bare }
}

/// One fragment without its outer marks.
fn without<'w>(words: &'w str, number: usize, fragments: &[&str], found: &[Mark]) -> &'w str {
    if let Some(rest) = words.trim_start().strip_prefix(['—', '―', '–']) {
        let end = closing(number, fragments, found).map_or(words.len(), |mark| mark.start);
        return words.get(words.len() - rest.len()..end).unwrap_or(rest).trim();
    }
    let start = opening(number, fragments, found).map(|mark| mark.end);
    let end = closing(number, fragments, found).map(|mark| mark.start);
    match (start, end) {
        (None, None) => words,
        (start, end) => {
            let start = start.unwrap_or(0);
            words.get(start..end.unwrap_or(words.len()).max(start)).unwrap_or(words).trim()
        }
    }
}

/// The mark at the start of a fragment, if it is an outer one.
fn opening<'m>(number: usize, fragments: &[&str], found: &'m [Mark]) -> Option<&'m Mark> {
    let mark = found.iter().find(|mark| mark.fragment == number && is_first(mark, fragments))?;
    let is_outer = match mark.partner.and_then(|at| found.get(at)) {
        Some(partner) => is_last(partner, fragments),
        None => mark.opens || mark.goes_on,
    };
    is_outer.then_some(mark)
}

/// The mark at the end of a fragment, if it is an outer one.
fn closing<'m>(number: usize, fragments: &[&str], found: &'m [Mark]) -> Option<&'m Mark> {
    let mark = found.iter().rev().find(|mark| mark.fragment == number && is_last(mark, fragments))?;
    let is_outer = match mark.partner.and_then(|at| found.get(at)) {
        Some(partner) => is_first(partner, fragments),
        None => !is_first(mark, fragments),
    };
    is_outer.then_some(mark)
}

fn is_first(mark: &Mark, fragments: &[&str]) -> bool {
    fragments.get(mark.fragment).and_then(|words| words.get(..mark.start)).is_some_and(|before| before.trim().is_empty())
}

/// Whether only a stop follows the mark, so that the marks enclose everything.
fn is_last(mark: &Mark, fragments: &[&str]) -> bool {
    let after = fragments.get(mark.fragment).and_then(|words| words.get(mark.end..));
    after.is_some_and(|after| after.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')))
}

/// The fragments without single marks around each, or around all of them. A single mark without a partner is an apostrophe:
/// `’s avonds`.
fn without_single<'w>(fragments: &[&'w str]) -> Vec<&'w str> {
    let single = |words: &'w str| {
        let rest = words.strip_prefix(is_opening_single)?;
        let within = rest.strip_suffix(is_closing_single)?;
        (!opens_inside(within) || is_nested(rest)).then(|| within.trim())
    };
    let each: Vec<&str> = fragments.iter().map(|words| single(words).unwrap_or(words)).collect();
    if each.as_slice() != fragments {
        return each;
    }
    match fragments {
        [first, .., last] => match (first.strip_prefix(is_opening_single), last.strip_suffix(is_closing_single)) {
            (Some(begun), Some(ended)) => {
                let mut all = fragments.to_vec();
                if let Some(slot) = all.first_mut() {
                    *slot = begun.trim();
                }
                if let Some(slot) = all.last_mut() {
                    *slot = ended.trim();
                }
                all
            }
            _ => each,
        },
        _ => each,
    }
}

fn is_closing_single(c: char) -> bool {
    matches!(c, '’' | '\'' | '‘' | '´')
}

/// Whether the last single mark of these words closes the one before them, because all marks in between are paired.
fn is_nested(rest: &str) -> bool {
    let chars: Vec<char> = rest.chars().collect();
    let mut depth = 1_i32;
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(at + 1).copied();
        let starts = before.is_none_or(|c| c.is_whitespace() || is_mark(c)) && after.is_some_and(char::is_alphanumeric);
        let ends = before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric());
        if is_opening_single(*c) && starts {
            depth += 1;
        } else if is_closing_single(*c) && ends {
            depth -= 1;
            if depth == 0 {
                return at + 1 == chars.len();
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::inner;

    #[track_caller]
    fn check(fragments: &[&str], expected: &[&str]) {
        assert_eq!(inner(fragments), expected, "{fragments:?}");
    }

    #[test]
    fn marks_around_the_words_go() {
        for (words, bare) in [
            ("“Yes, now,”", "Yes, now,"),
            ("\"technical level.\"", "technical level."),
            ("«\u{a0}en train de se préparer\u{a0}»", "en train de se préparer"),
            ("«\u{202f}Non\u{202f}».", "Non"),
            ("„Nein“", "Nein"),
            ("„Нет“", "Нет"),
            ("»Nein«", "Nein"),
            ("”Nej”", "Nej"),
            ("«Так и будет»", "Так и будет"),
            ("\"mixed”", "mixed"),
            ("‘It’s ours’", "It’s ours"),
            ("‘He said ‘no’ to us’", "He said ‘no’ to us"),
            ("‹Oui›", "Oui"),
            ("— Let it be.\"", "Let it be."),
            ("— Let it be", "Let it be"),
            ("“He said “no” to us”", "He said “no” to us"),
            ("« Il a dit « non » à tous »", "Il a dit « non » à tous"),
            ("«Он сказал „нет“ всем»", "Он сказал „нет“ всем"),
            ("“One.\n\n“Two.”", "One.\n\n“Two."),
            ("\"", ""),
        ] {
            check(&[words], &[bare]);
        }
    }

    #[test]
    fn marks_of_wires_go_whole() {
        for (words, bare) in [
            ("``The pier holds,''", "The pier holds,"),
            ("''The pier holds,''", "The pier holds,"),
            ("``The pier holds,”", "The pier holds,"),
            ("’’Le quai tient’’", "Le quai tient"),
            ("‘‘Le quai tient’’", "Le quai tient"),
            (",,Der Kai hält''", "Der Kai hält"),
            (",,Причал стоит“", "Причал стоит"),
            ("`The pier holds'", "The pier holds"),
            ("``It's the dockers' pier,''", "It's the dockers' pier,"),
            ("''He said 'no' to us''", "He said 'no' to us"),
        ] {
            check(&[words], &[bare]);
        }
    }

    #[test]
    fn marks_around_several_fragments_go_on_both_sides() {
        check(&["« Le quai tient", "Il tiendra demain. »"], &["Le quai tient", "Il tiendra demain."]);
        check(&["«\u{a0}Le quai", "tient", "bien.\u{a0}»"], &["Le quai", "tient", "bien."]);
        check(&["“The pier holds", "and it will tomorrow.”"], &["The pier holds", "and it will tomorrow."]);
        check(&["«Причал стоит,", "и будет стоять»"], &["Причал стоит,", "и будет стоять"]);
        check(&["„Der Kai hält", "auch morgen.“"], &["Der Kai hält", "auch morgen."]);
        check(&["‘The pier holds", "and it’s ours.’"], &["The pier holds", "and it’s ours."]);
        check(&["``The pier holds", "and it will tomorrow.''"], &["The pier holds", "and it will tomorrow."]);
        check(&["\"The pier holds", "and it will tomorrow.\""], &["The pier holds", "and it will tomorrow."]);
        check(&["“The pier holds,”", "“And it will.”"], &["The pier holds,", "And it will."]);
        check(&["“The pier holds.", "“It will tomorrow.”"], &["The pier holds.", "It will tomorrow."]);
        check(&["'The pier holds,'", "'And it will.'"], &["The pier holds,", "And it will."]);
        check(&["« Le quai « tient", "bien » et demain »"], &["Le quai « tient", "bien » et demain"]);
    }

    #[test]
    fn what_belongs_inside_stays() {
        for words in [
            "talks go on",
            "was a “gift”",
            "“Yes” and “no”",
            "\"Yes\" and \"no\"",
            "« Oui » et « non »",
            "‘Yes’ and ‘no’",
            "’s avonds",
            "'tis “true”",
            "",
        ] {
            check(&[words], &[words]);
        }
        check(&["— It was no \"gift\""], &["It was no \"gift\""]);
        check(&["« Il a dit \"non\""], &["Il a dit \"non\""]);
        check(&["“the dockers'"], &["the dockers'"]);
        check(&["the end of it.”"], &["the end of it."]);
        check(&["le « don »", "d’un « ami »"], &["le « don »", "d’un « ami »"]);
    }
}
