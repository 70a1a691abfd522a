//! Defines [`Letters`]: which characters beyond ASCII stand in a text, as far as a folded search has to know.

use std::collections::BTreeMap;

/// The last character that folds to another, the full-width forms aside.
const LAST: usize = 0x3000;
/// Characters that one word of the bit set stands for.
const BITS: usize = 64;

/// Characters beyond ASCII, each once, in order. Those that never fold to another, such as Han signs, are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    held: Box<[char]>,
}

impl Letters {
    /// Those of a text.
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

    /// Those of any of them.
    #[must_use]
    pub fn union<'l>(all: impl IntoIterator<Item = &'l Self>) -> Self {
        let mut seen = Seen::default();
        all.into_iter().flat_map(|letters| letters.held.iter()).for_each(|c| seen.add(*c));
        seen.into_letters()
    }

    /// Those that stand in at least one of ten of these, without loose accents and soft hyphens: what most texts make do with.
    #[must_use]
    pub fn common(all: &[Self]) -> Self {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        all.iter().flat_map(|letters| letters.held.iter()).for_each(|c| *counts.entry(*c).or_default() += 1);
        let often = counts.into_iter().filter(|(c, count)| count * 10 >= all.len() && !is_loose(*c));
        Self { held: often.map(|(c, _)| c).collect() }
    }

    /// Whether all of these are among the others.
    #[must_use]
    pub fn are_among(&self, others: &Self) -> bool {
        self.held.iter().all(|c| others.held.binary_search(c).is_ok())
    }

    /// Whether characters stand there that belong to no letter by themselves: combining accents and soft hyphens.
    #[must_use]
    pub fn has_loose(&self) -> bool {
        self.held.iter().any(|c| is_loose(*c))
    }

    /// Whether a character stands there; those of ASCII always do.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        c.is_ascii() || self.held.binary_search(&c).is_ok()
    }
}

fn is_loose(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}')
}

/// A set that is quick to add to.
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
