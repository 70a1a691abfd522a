//! Finds what is beside an article's words: credits of photos, bylines, and the place and agency before a first sentence.
//! Whoever is named there says nothing.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::suggest::grammar::languages::{any_has, grammars};
use crate::text::Text;

fn opens_credit(word: &str) -> bool {
    any_has(|grammar| &grammar.page.credit_openings, word)
}

fn opens_byline(word: &str) -> bool {
    any_has(|grammar| &grammar.page.byline_openings, word)
}

fn is_agency(word: &str) -> bool {
    any_has(|grammar| &grammar.page.agencies, &bare(word))
}

/// First letters of the words that open a credit: most words of a text begin with another one.
static FIRST_LETTERS: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let openings = grammars().flat_map(|grammar| grammar.page.credit_openings.iter());
    openings.filter_map(|word| word.chars().next()).flat_map(|c| c.to_uppercase().chain(c.to_lowercase())).collect()
});

/// In bytes.
const LONGEST_CREDIT: usize = 160;
/// In words.
const LONGEST_LINE: usize = 12;
const LONGEST_DATELINE: usize = 10;

/// Ranges of `text` that are credits, bylines or datelines, in bytes, in order.
pub(in crate::suggest) fn credits(text: &Text) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for number in 0..text.paragraph_count() {
        let range = text.paragraph(number);
        let line = text.range(range.clone());
        let content = line.trim();
        let ends = content.ends_with(['.', '!', '?', '…', '"', '”', '»']);
        if is_byline(content, ends) {
            found.push(range);
            continue;
        }
        let dateline = dateline(line);
        if dateline > 0 {
            found.push(range.start..range.start + dateline);
        }
        in_line(line, range.start + dateline, dateline, &mut found);
    }
    found
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-')).filter(|word| !word.is_empty())
}

fn is_upper(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

/// `By Ada Thorn, Senior Reporter`, `Ada Thorn/AFP`: a short line of names without an end.
fn is_byline(line: &str, ends: bool) -> bool {
    let count = words(line).take(LONGEST_LINE + 1).count();
    if ends || count == 0 || count > LONGEST_LINE {
        return false;
    }
    let first = words(line).next().unwrap_or_default().to_lowercase();
    let named = words(line).skip(1).filter(|word| is_upper(word)).count();
    let byline = opens_byline(&first) && named >= 2 && words(line).nth(1).is_some_and(is_upper);
    let signed = line.contains('/') && !line.contains(". ") && line.split(['/', ' ']).any(is_agency) && named + 1 >= count.min(3);
    byline || signed
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// How many bytes at the beginning of the line tell where it was written and for whom: `MOSCOW, May 4 (AP) — `.
pub(in crate::suggest) fn dateline(line: &str) -> usize {
    let dashes = [" — ", " – ", " - ", ") — ", ") – ", ") - ", "(AP) ", "(Reuters) ", ". /", "/ ", " --"];
    let head = line.get(..line.floor_char_boundary(90)).unwrap_or_default();
    let Some(end) = dashes.iter().filter_map(|dash| head.find(dash).map(|at| at + dash.len())).min() else { return 0 };
    let head = head.get(..end).unwrap_or_default();
    let count = words(head).count();
    let first = words(head).next().unwrap_or_default();
    let capitals = first.chars().count() > 3 && !first.contains(char::is_lowercase);
    // Any agency is in brackets, in capitals.
    let bracketed = head.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or("", |(inner, _)| inner);
    let short = (2..=6).contains(&bracketed.chars().count()) && bracketed.chars().all(char::is_uppercase);
    let agency = short || words(head).any(is_agency);
    let dated = words(head).any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let small = words(head).filter(|word| !is_upper(word)).count();
    let fits =
        count <= LONGEST_DATELINE && is_upper(first) && (small <= 2) && (capitals && small == 0 || agency || dated && capitals);
    if fits { end } else { 0 }
}

/// Credits inside a line, from its byte `skip` on, which is byte `start` of the text.
fn in_line(line: &str, start: usize, skip: usize, found: &mut Vec<Range<usize>>) {
    let rest = line.get(skip..).unwrap_or_default();
    let mut at = 0;
    for piece in rest.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '(' | '[')) {
        let from = at;
        at += piece.len();
        let word = piece.trim().trim_end_matches([':', '(', '[']);
        if !word.starts_with(|c| FIRST_LETTERS.contains(&c)) {
            continue;
        }
        let lower = word.to_lowercase();
        let sign = lower.starts_with('©');
        if !sign && !opens_credit(&lower) || found.last().is_some_and(|last| last.end > start + from) {
            continue;
        }
        let before = rest.get(..from).unwrap_or_default().trim_end_matches(' ');
        let bracket = before.ends_with(['(', '[']);
        let after = rest.get(at..).unwrap_or_default();
        let colon = piece.contains(':') || after.trim_start().starts_with(':');
        let is_set_off = bracket || before.is_empty() || before.ends_with(['.', '|', '/', '»', '"', '”', '\t', ')']);
        let more = words(after).next().map(str::to_lowercase).is_some_and(|next| opens_credit(&next) || opens_byline(&next));
        let named = words(after).next().is_some_and(is_upper);
        if !(sign || is_set_off && (colon || bracket && named || more)) {
            continue;
        }
        let reach = after.get(..after.floor_char_boundary(LONGEST_CREDIT)).unwrap_or_default();
        let end = if bracket { reach.find([')', ']']) } else { reach.find(". ").map(|end| end + 1) };
        found.push(start + from..start + at + end.unwrap_or(reach.len()));
    }
}

/// Whether the byte lies in one of the ranges, which are in order.
pub(in crate::suggest) fn is_inside(ranges: &[Range<usize>], at: usize) -> bool {
    let first = ranges.partition_point(|range| range.end <= at);
    ranges.get(first).is_some_and(|range| range.contains(&at))
}
