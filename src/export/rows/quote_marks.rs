//! Pairs the quotation marks in the fragments of a quote, including marks that were typed or converted inconsistently.

/// One quotation mark. Offsets are in bytes of its fragment.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Mark {
    pub fragment: usize,
    pub start: usize,
    pub end: usize,
    pub opens: bool,
    /// Whether it is repeated at the start of a further paragraph or fragment of an open quotation.
    pub goes_on: bool,
    /// The index of the mark with which it is paired.
    pub partner: Option<usize>,
    family: Family,
}

/// Kinds of marks; marks of the same kind are paired first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// `"`, `“`, `”`, `„`, and doubled single marks
    Double,
    /// `«`, `»`
    Guillemet,
    /// `‹`, `›`
    Angle,
    /// `「`, `」`
    Corner,
}

/// The side that the shape of a mark indicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

/// The marks of the fragments in order, each with its partner. Single marks are left out, unless they are doubled.
pub(in crate::export) fn marks(fragments: &[&str]) -> Vec<Mark> {
    let doubles = fragments.iter().any(|words| has_doubled_opening(words));
    let mut found: Vec<Mark> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (fragment, words) in fragments.iter().enumerate() {
        let mut chars = words.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let doubled = doubles && is_doubled(c, chars.peek().map(|(_, next)| *next));
            let Some((family, shape)) = known(c, doubled) else { continue };
            if doubled {
                chars.next();
            }
            let end = chars.peek().map_or(words.len(), |(at, _)| *at);
            let before = words.get(..start).unwrap_or_default();
            let after = words.get(end..).unwrap_or_default();
            let is_open = open.iter().any(|at| found.get(*at).is_some_and(|mark| mark.family == family));
            let opens = match (begins_after(before), ends_before(after)) {
                (true, false) => true,
                (false, true) => false,
                _ => shape == Shape::Opens || shape == Shape::Either && !is_open,
            };
            // The mark is repeated at the start of each paragraph or fragment of a quotation.
            let starts = before.trim_end_matches([' ', '\t', '\u{a0}', '\u{202f}']);
            let goes_on = opens && is_open && (starts.is_empty() || starts.ends_with('\n'));
            let here = found.len();
            let mut mark = Mark { fragment, start, end, opens, goes_on, partner: None, family };
            if opens && !goes_on {
                open.push(here);
            } else if !opens {
                let same = open.iter().rposition(|at| found.get(*at).is_some_and(|mark| mark.family == family));
                if let Some(place) = same.or_else(|| open.len().checked_sub(1)) {
                    mark.partner = open.get(place).copied();
                    open.truncate(place);
                }
                if let Some(partner) = mark.partner.and_then(|at| found.get_mut(at)) {
                    partner.partner = Some(here);
                }
            }
            found.push(mark);
        }
    }
    found
}

/// Whether a doubled mark opens the words or a quotation in them: ``` ``x'' ```, `''x''`, `,,x“`. Two single marks that only
/// end nested quotations do not count.
fn has_doubled_opening(words: &str) -> bool {
    let pairs = words.char_indices().zip(words.chars().skip(1));
    pairs.into_iter().any(|((at, c), next)| {
        let before = words.get(..at).unwrap_or_default();
        let after = words.get(at + c.len_utf8() + next.len_utf8()..).unwrap_or_default();
        let is_low = c == ',' && next == ',';
        (is_low || is_doubled(c, Some(next)))
            && begins_after(before)
            && after.starts_with(|c: char| !c.is_whitespace() && c != ',')
    })
}

fn is_doubled(c: char, next: Option<char>) -> bool {
    next == Some(c) && matches!(c, '\'' | '’' | '‘' | '`' | '´' | ',')
}

fn known(c: char, doubled: bool) -> Option<(Family, Shape)> {
    Some(match c {
        '"' | '＂' => (Family::Double, Shape::Either),
        '“' | '„' | '‟' => (Family::Double, Shape::Opens),
        '”' => (Family::Double, Shape::Closes),
        '«' => (Family::Guillemet, Shape::Opens),
        '»' => (Family::Guillemet, Shape::Closes),
        '‹' => (Family::Angle, Shape::Opens),
        '›' => (Family::Angle, Shape::Closes),
        '「' | '『' => (Family::Corner, Shape::Opens),
        '」' | '』' => (Family::Corner, Shape::Closes),
        '`' | '‘' | ',' if doubled => (Family::Double, Shape::Opens),
        '´' if doubled => (Family::Double, Shape::Closes),
        '\'' | '’' if doubled => (Family::Double, Shape::Either),
        _ => return None,
    })
}

/// Whether a mark after these words may open.
fn begins_after(before: &str) -> bool {
    let opener = |c: char| matches!(c, '(' | '[' | '{' | '/' | '-' | '\u{2010}'..='\u{2015}');
    before.chars().next_back().is_none_or(|c| c.is_whitespace() || opener(c) || is_mark(c))
}

/// Whether a mark before these words may close.
fn ends_before(after: &str) -> bool {
    let stop = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '}' | '-' | '\u{2010}'..='\u{2015}');
    after.chars().next().is_none_or(|c| c.is_whitespace() || stop(c) || is_mark(c))
}

/// Whether the character is a quotation mark or an apostrophe.
pub(in crate::export) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '＂'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '\''
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '`'
            | '´'
    )
}

pub(in crate::export) fn is_opening_single(c: char) -> bool {
    matches!(c, '‘' | '‚' | '‛' | '\'' | '’' | '`')
}

/// Whether a single mark opens something within the words.
pub(in crate::export) fn opens_inside(words: &str) -> bool {
    let starts = |at: usize, c: char| {
        let (before, after) = (words.get(..at).unwrap_or_default(), words.get(at + c.len_utf8()..).unwrap_or_default());
        !before.is_empty() && begins_after(before) && after.starts_with(char::is_alphanumeric)
    };
    words.char_indices().any(|(at, c)| is_opening_single(c) && starts(at, c))
}
