//! Defines [`Pattern`]: what is searched for, plain or as a regular expression, with case, accents and apostrophes folded.
//!
//! A folded search does not fold the text, which would cost more than the search. Instead each letter of the pattern becomes
//! the class of all letters that fold to it, and one automaton searches the unchanged text. If the letters of the texts are
//! known, the classes contain no others: small classes allow the search to skip quickly to the next possible match.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

use super::fold::folded;
use super::letters::Letters;

/// Memory limit of one automaton, in bytes: far more than a search needs.
const LIMIT: usize = 8 << 20;

/// A compiled pattern. Searching takes time linear in the length of the text, whatever the pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
}

/// Why a pattern cannot be used, as a sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    #[error("there is nothing to search for")]
    Empty,
    #[error("this regular expression is too large to search for; make its repetitions shorter")]
    TooLarge,
    #[error("this is no regular expression: {0}")]
    Wrong(String),
}

impl Pattern {
    /// A pattern for these words. With `fold`, case, accents and the form of apostrophes, dashes and spaces are ignored.
    ///
    /// # Errors
    /// If there are no words.
    pub fn plain(words: &str, fold: bool) -> Result<Self, PatternError> {
        Self::plain_among(words, fold, None)
    }

    /// The same, for texts whose characters beyond ASCII are all in `letters`; `None` means any characters.
    ///
    /// # Errors
    /// If there are no words.
    pub fn plain_among(words: &str, fold: bool, letters: Option<&Letters>) -> Result<Self, PatternError> {
        let words = words.trim();
        if words.is_empty() {
            return Err(PatternError::Empty);
        }
        let source = if fold { widened(&folded(words), letters) } else { regex::escape(words) };
        Self::build(&source, false)
    }

    /// A pattern for a regular expression in the syntax of the `regex` crate; `fold` as for [`Self::plain`].
    ///
    /// # Errors
    /// If the expression is not valid or would take too much memory.
    pub fn regex(source: &str, fold: bool) -> Result<Self, PatternError> {
        Self::regex_among(source, fold, None)
    }

    /// The same, for texts whose characters beyond ASCII are all in `letters`; `None` means any characters.
    ///
    /// # Errors
    /// If the expression is not valid or would take too much memory.
    pub fn regex_among(source: &str, fold: bool, letters: Option<&Letters>) -> Result<Self, PatternError> {
        if source.is_empty() {
            return Err(PatternError::Empty);
        }
        // The source is compiled by itself first, so that an error message is about what was typed.
        let as_typed = Self::build(source, fold)?;
        if fold { Self::build(&widened_regex(source, letters), true) } else { Ok(as_typed) }
    }

    /// Every match, in bytes, from left to right, without empty matches.
    pub fn find<'p>(&'p self, text: &'p str) -> impl Iterator<Item = Range<usize>> + 'p {
        self.regex.find_iter(text).map(|found| found.range()).filter(|range| !range.is_empty())
    }

    /// Whether there is a match.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    fn build(source: &str, ignore_case: bool) -> Result<Self, PatternError> {
        let built = RegexBuilder::new(source).size_limit(LIMIT).dfa_size_limit(LIMIT).case_insensitive(ignore_case).build();
        match built {
            Ok(regex) => Ok(Self { regex }),
            Err(regex::Error::CompiledTooBig(_)) => Err(PatternError::TooLarge),
            Err(error) => Err(PatternError::Wrong(last_line(&error.to_string()))),
        }
    }
}

/// The last line of the crate's message, which describes the error; the lines before show the expression.
fn last_line(message: &str) -> String {
    let line = message.lines().last().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

/// For each folded letter, all letters that fold to it.
static ALIKE: LazyLock<HashMap<char, String>> = LazyLock::new(|| {
    let mut alike: HashMap<char, String> = HashMap::new();
    let ranges =
        ['\u{20}'..='\u{24F}', '\u{2B0}'..='\u{2FF}', '\u{370}'..='\u{52F}', '\u{1E00}'..='\u{1FFF}', '\u{2000}'..='\u{2044}'];
    for c in ranges.into_iter().flatten().chain(['\u{2212}', '\u{3000}', '\u{FF07}', '\u{FF02}', '\u{FF0D}']) {
        let fold = folded(c.encode_utf8(&mut [0; 4]));
        let mut letters = fold.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && c != '\n'
        {
            alike.entry(letter).or_default().push(c);
        }
    }
    alike
});

/// Letters that fold to two letters.
const PAIRS: [(&str, &str); 5] = [("ss", "ßẞ"), ("oe", "œŒ"), ("ae", "æÆ"), ("ij", "ĳĲ"), ("th", "þÞ")];

/// An expression that matches every text that folds to `words`.
fn widened(words: &str, among: Option<&Letters>) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let stands = |joined: &str| among.is_none_or(|held| joined.chars().any(|c| held.has(c)));
        let pair = PAIRS.iter().find(|(pair, joined)| rest.starts_with(pair) && stands(joined));
        if let Some((letters, joined)) = pair {
            out.push_str("(?:");
            letters.chars().for_each(|letter| class(letter, among, &mut out));
            let _ = write!(out, "|[{joined}])");
            rest = rest.get(letters.len()..).unwrap_or_default();
            continue;
        }
        if c.is_whitespace() {
            out.push_str(r"\s+");
            rest = rest.trim_start();
            continue;
        }
        class(c, among, &mut out);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Adds the class of the letters in `among` that fold to `c`, followed by any combining accents.
fn class(c: char, among: Option<&Letters>, out: &mut String) {
    match ALIKE.get(&c) {
        Some(letters) => {
            out.push('[');
            let letters = letters.chars().filter(|letter| *letter == c || among.is_none_or(|held| held.has(*letter)));
            letters.for_each(|letter| out.push_str(&regex::escape(letter.encode_utf8(&mut [0; 4]))));
            out.push(']');
        }
        None => out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
    }
    if c.is_alphabetic() && among.is_none_or(Letters::has_loose) {
        out.push_str(r"[\u{300}-\u{36F}\u{AD}]*");
    }
}

/// The regular expression with each literal letter replaced by its class; escapes, classes and group names are unchanged.
fn widened_regex(source: &str, among: Option<&Letters>) -> String {
    let mut out = String::new();
    let mut chars = source.chars().peekable();
    let mut in_class = 0_usize;
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                out.push(c);
                let Some(escaped) = chars.next() else { break };
                out.push(escaped);
                if matches!(escaped, 'p' | 'P' | 'u' | 'x' | 'U') && chars.peek() == Some(&'{') {
                    out.extend(chars.by_ref().take_while(|c| *c != '}'));
                    out.push('}');
                } else if matches!(escaped, 'p' | 'P') {
                    out.extend(chars.next());
                } else if escaped == 'x' {
                    out.extend(chars.by_ref().take(2));
                }
            }
            '[' => {
                in_class += 1;
                out.push(c);
            }
            ']' => {
                in_class = in_class.saturating_sub(1);
                out.push(c);
            }
            '(' if in_class == 0 && chars.peek() == Some(&'?') => {
                out.push(c);
                // Flags and names end where the expression of the group begins.
                for next in chars.by_ref() {
                    out.push(next);
                    if matches!(next, ':' | '>' | ')') {
                        break;
                    }
                }
            }
            '{' if in_class == 0 => {
                out.push(c);
                out.extend(chars.by_ref().take_while(|c| *c != '}'));
                out.push('}');
            }
            _ if in_class > 0 => out.push(c),
            _ if c.is_alphabetic() || c == '\'' || c == '’' => {
                let fold = folded(c.encode_utf8(&mut [0; 4]));
                let mut letters = fold.chars();
                match (letters.next(), letters.next()) {
                    (Some(letter), None) => {
                        out.push_str("(?:");
                        class(letter, among, &mut out);
                        out.push(')');
                    }
                    _ => out.push(c),
                }
            }
            _ => out.push(c),
        }
    }
    out
}
