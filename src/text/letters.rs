//! Defines [`Letters`]: the characters of a text beyond ASCII, as far as they matter for a folded search.

use std::collections::BTreeMap;

/// The last character that folds to another one, full-width forms excepted.
const LAST: usize = 0x3000;
/// Characters in one word of the bit set.
const BITS: usize = 64;

/// A set of characters beyond ASCII. Characters that never fold to another one, such as Han characters, are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    held: Box<[char]>,
}

impl Letters {
    /// The set of characters in `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut seen = Seen::default();
        let mut rest = text;
        while let Some(at) = rest.as_bytes().iter().position(|byte| !byte.is_ascii()) {
            let mut chars = rest.get(at..).unwrap_or_default().chars();
            seen.add(chars.next().unwrap_or_default());
            rest = chars.as_str();
        }
        seen.into_letters()
    }

    /// The union of several sets.
    #[must_use]
    pub fn union<'l>(all: impl IntoIterator<Item = &'l Self>) -> Self {
        let mut seen = Seen::default();
        all.into_iter().flat_map(|letters| letters.held.iter()).for_each(|c| seen.add(*c));
        seen.into_letters()
    }

    /// The characters that are in at least a tenth of the sets, without combining accents and soft hyphens.
    #[must_use]
    pub fn common(all: &[Self]) -> Self {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        all.iter().flat_map(|letters| letters.held.iter()).for_each(|c| *counts.entry(*c).or_default() += 1);
        let often = counts.into_iter().filter(|(c, count)| count * 10 >= all.len() && !is_loose(*c));
        Self { held: often.map(|(c, _)| c).collect() }
    }

    /// Whether this is a subset of `others`.
    #[must_use]
    pub fn are_among(&self, others: &Self) -> bool {
        self.held.iter().all(|c| others.held.binary_search(c).is_ok())
    }

    /// Whether the set contains combining accents or soft hyphens.
    #[must_use]
    pub fn has_loose(&self) -> bool {
        self.held.iter().any(|c| is_loose(*c))
    }

    /// Whether the set contains `c`. Always `true` for ASCII.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        c.is_ascii() || self.held.binary_search(&c).is_ok()
    }
}

fn is_loose(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}')
}

/// A set to which characters are added quickly.
struct Seen {
    bits: [u64; LAST / BITS + 1],
    wide: Vec<char>,
}

impl Default for Seen {
    fn default() -> Self {
        Self { bits: [0; LAST / BITS + 1], wide: Vec::new() }
    }
}

impl Seen {
    fn add(&mut self, c: char) {
        let code = c as usize;
        if let Some(word) = self.bits.get_mut(code / BITS) {
            *word |= 1 << (code % BITS);
        } else if matches!(c, '\u{FF00}'..='\u{FFEF}') && !self.wide.contains(&c) {
            self.wide.push(c);
        }
    }

    fn into_letters(mut self) -> Letters {
        let words = self.bits.iter().enumerate().filter(|(_, word)| **word != 0);
        let codes =
            words.flat_map(|(at, word)| (0..BITS).filter(move |bit| word & (1 << bit) != 0).map(move |bit| at * BITS + bit));
        let mut held: Vec<char> = codes.filter_map(|code| char::from_u32(u32::try_from(code).ok()?)).collect();
        self.wide.sort_unstable();
        held.append(&mut self.wide);
        Letters { held: held.into() }
    }
}
