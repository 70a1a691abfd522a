//! Splits a stretch of text into words and what is between them: UAX 29, plus rules for newspaper text.
//!
//! | rule | one word each |
//! |---|---|
//! | elision ends after its apostrophe | `l’` `Élysée`, `qu'` `il`; but `aujourd'hui`, `don't`, `O'Brien`, `N'Djamena` |
//! | a hyphen joins | `Roux-Martin`, `est-à-dire`, `2026-02-04` |
//! | initials keep their last dot | `U.S.`, `a.m.`, `т.е.` |
//! | a plural keeps its apostrophe | `Dockers'`, unless it closes a quotation |
//! | a colon separates | `Photo` `:` `AFP` |

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The words that French elides before an apostrophe.
const ELIDED: [&str; 13] = ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// A stretch of text that a double click selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// In bytes, relative to the stretch.
    pub bytes: Range<usize>,
    /// Whether it contains a letter or a digit; otherwise it is punctuation, a symbol or white space.
    pub is_word: bool,
}

/// Splits `stretch`, which begins and ends on grapheme boundaries. `before` is some of the text before it.
pub(super) fn segments(before: &str, stretch: &str) -> Vec<Segment> {
    let mut parts: Vec<Segment> = Vec::new();
    let mut graphemes = stretch.grapheme_indices(true).map(|(at, _)| at).peekable();
    let mut pieces = Vec::new();
    for (start, piece) in stretch.split_word_bound_indices() {
        push_parted_at_colons(&mut pieces, start, piece);
    }
    let mut pieces = pieces.into_iter().peekable();
    while let Some((start, piece)) = pieces.next() {
        let end = start + piece.len();
        while graphemes.next_if(|&at| at < start).is_some() {}
        let cuts_grapheme = graphemes.peek() != Some(&start);
        let next = pieces.peek().map(|&(_, next)| next);
        let joins = match parts.last() {
            Some(_) if cuts_grapheme => true,
            Some(last) if last.is_word => {
                let word = stretch.get(last.bytes.clone()).unwrap_or_default();
                let head = stretch.get(..start).unwrap_or_default();
                is_hyphen(piece) && next.is_some_and(is_word)
                    || follows_hyphen(word) && is_word(piece)
                    || piece == "." && is_initials(word)
                    || is_apostrophe(piece) && (elides(word, next) || is_possessive(before, head, word, next))
            }
            Some(_) | None => false,
        };
        match parts.last_mut() {
            Some(last) if joins => {
                last.bytes.end = end;
                last.is_word |= is_word(piece);
            }
            _ => parts.push(Segment { bytes: start..end, is_word: is_word(piece) }),
        }
    }
    let mut parted = Vec::with_capacity(parts.len());
    for part in parts {
        push_parted_at_elisions(&mut parted, stretch, part);
    }
    parted
}

/// UAX 29 joins letters across a colon, for Swedish abbreviations; in news texts the colon ends a label such as `Photo:`.
fn push_parted_at_colons<'t>(pieces: &mut Vec<(usize, &'t str)>, start: usize, piece: &'t str) {
    let mut at = start;
    for part in piece.split_inclusive(':') {
        let word = part.strip_suffix(':').unwrap_or(part);
        if !word.is_empty() {
            pieces.push((at, word));
        }
        if let Some(colon) = part.get(word.len()..).filter(|colon| !colon.is_empty()) {
            pieces.push((at + word.len(), colon));
        }
        at += part.len();
    }
}

fn push_parted_at_elisions(parted: &mut Vec<Segment>, stretch: &str, mut segment: Segment) {
    while let Some(length) = stretch.get(segment.bytes.clone()).and_then(elision) {
        let cut = segment.bytes.start + length;
        parted.push(Segment { bytes: segment.bytes.start..cut, is_word: true });
        segment.bytes.start = cut;
    }
    parted.push(segment);
}

/// Length in bytes of the elided word at the start of `word`, including its apostrophe, if a word follows it.
fn elision(word: &str) -> Option<usize> {
    let (at, apostrophe) = word.char_indices().find(|&(_, c)| is_apostrophe_char(c))?;
    let head = word.get(..at)?;
    let rest = word.get(at + apostrophe.len_utf8()..)?;
    let next = rest.chars().next()?;
    // N'Djamena, M'Bappé, D'Souza: French elides before vowels and “h”, so before a capital consonant it is part of a name.
    let in_name = head.starts_with(char::is_uppercase) && next.is_ascii_uppercase() && !"AEIOUYH".contains(next);
    let length = word.len() - rest.len();
    let is_boundary = GraphemeCursor::new(length, word.len(), true).is_boundary(word, 0);
    (is_elided(head) && !in_name && is_boundary == Ok(true)).then_some(length)
}

fn is_elided(head: &str) -> bool {
    ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(head))
}

/// Whether an apostrophe after `word` marks an elision before something that UAX 29 separates: a digit, an opening quotation
/// mark.
fn elides(word: &str, next: Option<&str>) -> bool {
    let opens = |next: &str| next.starts_with(['«', '“', '"', '‘', '[', '(']) || is_word(next);
    is_elided(word) && next.is_some_and(opens)
}

/// Whether an apostrophe after `word` marks a plural (`the Dockers' union`) rather than the end of a quotation.
fn is_possessive(before: &str, head: &str, word: &str, next: Option<&str>) -> bool {
    next.is_none() && word.ends_with(['s', 'S']) && !is_quoted(before.chars().chain(head.chars()))
}

/// Whether a single quotation mark is open at the end of these characters.
fn is_quoted(chars: impl Iterator<Item = char>) -> bool {
    let mut chars = chars.peekable();
    let mut after_letter = false;
    let mut open = false;
    while let Some(c) = chars.next() {
        let before_letter = chars.peek().is_some_and(|next| next.is_alphanumeric());
        if c == '‘' {
            open = true;
        } else if is_apostrophe_char(c) && !(after_letter && before_letter) {
            open = before_letter;
        }
        after_letter = c.is_alphanumeric();
    }
    open
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

fn is_hyphen(piece: &str) -> bool {
    matches!(piece, "-" | "\u{2010}" | "\u{2011}")
}

fn follows_hyphen(word: &str) -> bool {
    word.ends_with(['-', '\u{2010}', '\u{2011}'])
}

/// Whether `word` is single letters joined by dots: `U.S`, `т.е`.
fn is_initials(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| part.chars().filter(|c| c.is_alphabetic()).count() == 1 && part.chars().count() <= 2)
}

fn is_apostrophe(piece: &str) -> bool {
    piece.chars().all(is_apostrophe_char)
}

/// ASCII, typographic, and the modifier letter.
pub(super) fn is_apostrophe_char(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{2BC}')
}
