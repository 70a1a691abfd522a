//! Finds the quotation marks of one paragraph, and which way each could face.
//!
//! A curly mark says by itself which way it faces, a straight one only by its place; typists and converters get both
//! wrong, so each mark carries both, and pairing decides. Apostrophes, feet and inches are left out here.

use crate::suggest::grammar::languages::{any_has, grammars};
use crate::suggest::grammar::words::begins;

/// Marks that may be pairs of one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum Family {
    /// « »
    Guillemet,
    /// ‹ ›
    Angle,
    /// “ ” „ ‟ " '' ``
    Double,
    /// ‘ ’ ‚ '
    Single,
}

/// Which way a mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum Side {
    Opens,
    Closes,
    /// The place, or the shape, does not say.
    Either,
}

/// One quotation mark. Offsets in bytes of the text.
#[derive(Clone, Copy, Debug)]
pub(in crate::suggest) struct Mark {
    pub start: usize,
    pub end: usize,
    pub family: Family,
    /// What its shape says.
    pub shape: Side,
    /// What its neighbours say.
    pub place: Side,
    /// An English genitive plural could look like it: `the dockers'`.
    pub after_s: bool,
    /// What is before it, spaces left out, ends a sentence, or nothing does.
    pub after_stop: bool,
    /// The same, or it leads to what is said: a colon.
    pub opens_speech: bool,
}

/// The marks of `paragraph`, which begins at byte `offset` of its text.
pub(in crate::suggest) fn marks(paragraph: &str, offset: usize) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before = None;
    let mut solid: Option<char> = None;
    let mut chars = paragraph.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        let doubled = matches!(c, '\'' | '`' | '<' | '>') && chars.next_if(|&(_, next)| next == c).is_some();
        end += usize::from(doubled);
        if let Some((family, shape)) = known(c, doubled) {
            let around = Around::new(paragraph, before, at, end);
            if !around.is_no_mark(c, family, shape, doubled) {
                let after_s = matches!(before, Some('s' | 'S'));
                let after_stop = solid.is_none_or(|c| matches!(c, '.' | '!' | '?' | '…'));
                let opens_speech = after_stop || solid == Some(':');
                let place = around.place();
                let (start, end) = (offset + at, offset + end);
                found.push(Mark { start, end, family, shape, place, after_s, after_stop, opens_speech });
            }
        }
        before = Some(c);
        solid = if c.is_whitespace() { solid } else { Some(c) };
    }
    found
}

fn known(c: char, doubled: bool) -> Option<(Family, Side)> {
    Some(match c {
        '«' => (Family::Guillemet, Side::Opens),
        '»' => (Family::Guillemet, Side::Closes),
        '<' if doubled => (Family::Guillemet, Side::Opens),
        '>' if doubled => (Family::Guillemet, Side::Closes),
        '‹' => (Family::Angle, Side::Opens),
        '›' => (Family::Angle, Side::Closes),
        '“' | '„' | '‟' => (Family::Double, Side::Opens),
        '”' => (Family::Double, Side::Closes),
        '"' | '＂' => (Family::Double, Side::Either),
        '\'' if doubled => (Family::Double, Side::Either),
        '`' if doubled => (Family::Double, Side::Opens),
        '‘' | '‚' => (Family::Single, Side::Opens),
        '’' => (Family::Single, Side::Closes),
        '\'' => (Family::Single, Side::Either),
        _ => return None,
    })
}

/// What is beside a mark.
struct Around<'a> {
    before: Option<char>,
    after: Option<char>,
    paragraph: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Around<'a> {
    fn new(paragraph: &'a str, before: Option<char>, start: usize, end: usize) -> Self {
        let after = paragraph.get(end..).and_then(|rest| rest.chars().next());
        Self { before, after, paragraph, start, end }
    }

    fn place(&self) -> Side {
        let opens = self.before.is_none_or(|c| c.is_whitespace() || is_opener(c))
            && self.after.is_some_and(|c| !c.is_whitespace() && (!matches!(c, ',' | ';' | ':' | '!' | '?' | ')' | ']')));
        let ends = self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !c.is_alphanumeric());
        // With a space before it, as French sets its own marks.
        let spaced = self.before.is_some() && self.after.is_none_or(|c| matches!(c, ',' | ';' | ':' | '!' | '?' | ')'));
        let closes = ends || spaced;
        match (opens, closes) {
            (true, false) => Side::Opens,
            (false, true) => Side::Closes,
            _ => Side::Either,
        }
    }

    /// Apostrophes, clipped forms, years, feet and inches.
    fn is_no_mark(&self, c: char, family: Family, shape: Side, doubled: bool) -> bool {
        let after_letter = self.before.is_some_and(char::is_alphanumeric);
        let before_letter = self.after.is_some_and(char::is_alphanumeric);
        if family != Family::Single {
            let after_digit = self.before.is_some_and(|c| c.is_ascii_digit());
            // 6" or 5'10": the digit has an apostrophe or a space before it, no word.
            return shape == Side::Either && !doubled && after_digit && self.is_measure();
        }
        if after_letter && before_letter {
            return true;
        }
        if c == '‚' {
            return after_letter || !before_letter;
        }
        let rest = self.paragraph.get(self.end..).unwrap_or_default();
        if after_letter {
            // d’« art », l'"art": elided before a quotation.
            let mut next = rest.chars();
            let opens = match next.next() {
                Some('«' | '“' | '„' | '‹' | '‘') => true,
                Some('"') => next.next().is_some_and(char::is_alphanumeric),
                _ => false,
            };
            return opens || self.before.is_some_and(|c| c.is_ascii_digit()) && self.is_measure();
        }
        if shape != Side::Closes && before_letter {
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            return digits == 2 || any_has(|grammar| &grammar.clauses.clipped, &word.to_lowercase());
        }
        false
    }

    /// Whether digits that reach up to the mark follow an apostrophe, or are one or two and followed by a lower-case word.
    fn is_measure(&self) -> bool {
        let head = self.paragraph.get(..self.start).unwrap_or_default();
        let digits = head.chars().rev().take(3).take_while(char::is_ascii_digit).count();
        let before = head.get(..head.len() - digits).and_then(|head| head.chars().next_back());
        let high = self.paragraph.get(self.end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        before == Some('\'') || high || digits == 1 && before.is_some_and(char::is_whitespace) && self.is_followed_by_lower()
    }

    fn is_followed_by_lower(&self) -> bool {
        let rest = self.paragraph.get(self.end..).unwrap_or_default();
        rest.strip_prefix(' ').is_some_and(|rest| grammars().any(|grammar| begins(rest, grammar.clauses.measures)))
    }
}

/// What an opening mark may follow without a space.
fn is_opener(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '/' | '-' | '\u{2010}'
            ..='\u{2015}' | '\'' | '’' | '‘' | '“' | '„' | '«' | '‹' | '"' | '…' | '¿' | '¡' | '|' | '*' | '_'
    )
}
