//! Tells whether two names may be one actor, and why. Only ever a proposal, in a person's words.

use super::first_names::same_everywhere;
use super::name_forms::looks_like_person;
use super::phonetic_key::{latin_words, skeleton, stem};
use super::reason::Reason;
use crate::text::folded;

/// Shorter words are not compared letter by letter: too many are one letter apart.
pub(in crate::suggest) const SHORTEST_EDITED: usize = 5;

/// Why `a` and `b` may be names of one actor; `None` if they are equal, or not alike.
#[must_use]
pub fn alike(a: &str, b: &str) -> Option<Reason> {
    if a == b {
        return None;
    }
    Profile::new(a).alike(&Profile::new(b))
}

/// Whether two different names look the same in print because letters of two scripts do: `Сергей` with a Latin `e`.
#[must_use]
pub fn look_alike(a: &str, b: &str) -> bool {
    a != b && folded(a) != folded(b) && looks(a) == looks(b)
}

/// What of a name is compared.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Profile {
    lower: String,
    folded: String,
    pub looks: String,
    pub words: Vec<String>,
    pub keys: Vec<String>,
    /// The keys without the endings of Russian cases: `Путина` and `Putin` have the same.
    pub stems: Vec<String>,
    is_cyrillic: bool,
    /// Whether its last word is the last name of a person, and no role or kind of body.
    has_last_name: bool,
}

impl Profile {
    pub fn new(name: &str) -> Self {
        let words = latin_words(name);
        let mut keys: Vec<String> = words.iter().map(|word| skeleton(word)).collect();
        let mut stems: Vec<String> = words.iter().map(|word| skeleton(stem(word))).collect();
        for keys in [&mut keys, &mut stems] {
            if let [first, _, ..] = keys.as_mut_slice()
                && let Some(same) = same_everywhere(first)
            {
                same.clone_into(first);
            }
        }
        let is_cyrillic = name.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'));
        let has_last_name = looks_like_person(name) || !name.contains(char::is_uppercase);
        let (lower, folded, looks) = (name.to_lowercase(), folded(name), looks(name));
        Self { lower, folded, looks, words, keys, stems, is_cyrillic, has_last_name }
    }

    pub fn alike(&self, other: &Self) -> Option<Reason> {
        if self.lower == other.lower {
            return Some(Reason::Case);
        }
        let bare = |words: &[String]| words.concat().replace('\'', "");
        if self.folded == other.folded
            || !self.words.is_empty() && !self.differs_in_script(other) && bare(&self.words) == bare(&other.words)
        {
            return Some(Reason::Accents);
        }
        if self.looks == other.looks {
            return Some(Reason::Looks);
        }
        if self.keys.is_empty() || other.keys.is_empty() {
            return None;
        }
        let spelled = if self.differs_in_script(other) { Reason::Script } else { Reason::Spelling };
        if self.keys == other.keys && self.keys.iter().any(|key| key.chars().count() > 2) {
            return Some(spelled);
        }
        if self.keys.len() == other.keys.len() && self.keys.len() > 1 {
            let (mut a, mut b) = (self.keys.clone(), other.keys.clone());
            a.sort_unstable();
            b.sort_unstable();
            if a == b {
                return Some(Reason::WordOrder);
            }
        }
        let shortened = self.shortened(other).or_else(|| other.shortened(self));
        shortened.or_else(|| self.declined(other)).or_else(|| self.one_letter(other))
    }

    /// Whether a Russian name is the other one in another case, whatever the script of that one.
    fn declined(&self, other: &Self) -> Option<Reason> {
        if !self.is_cyrillic && !other.is_cyrillic {
            return None;
        }
        let long = |stem: &String| stem.chars().count() > 2;
        if self.stems == other.stems && self.stems.iter().any(long) {
            return Some(Reason::Declined);
        }
        let (last, other_last) = (self.stems.last()?, other.stems.last()?);
        let full = if self.stems.len() < other.stems.len() { other } else { self };
        let is_last = last == other_last && long(last) && self.stems.len().min(other.stems.len()) == 1 && full.has_last_name;
        is_last.then_some(Reason::LastName)
    }

    fn differs_in_script(&self, other: &Self) -> bool {
        self.is_cyrillic != other.is_cyrillic
    }

    /// Whether this name is the other one with less of it: last name alone, or initials.
    fn shortened(&self, full: &Self) -> Option<Reason> {
        let (last, full_last) = (self.keys.last()?, full.keys.last()?);
        if last != full_last || full.keys.len() < 2 {
            return None;
        }
        if self.keys.len() == 1 {
            return (last.chars().count() > 2 && full.has_last_name).then_some(Reason::LastName);
        }
        let firsts = self.words.iter().zip(&full.words).take(self.words.len() - 1);
        let is_initial =
            |(short, long): (&String, &String)| short == long || short.len() == 1 && long.starts_with(short.as_str());
        (self.words.len() <= full.words.len()
            && firsts.clone().any(|(short, _)| short.len() == 1)
            && firsts.clone().all(is_initial))
        .then_some(Reason::Initial)
    }

    /// Whether all words are spelled alike but one long one, which is one edit away.
    fn one_letter(&self, other: &Self) -> Option<Reason> {
        if self.words.len() != other.words.len() {
            return None;
        }
        let mut unlike = 0;
        for ((a, b), (key_a, key_b)) in self.words.iter().zip(&other.words).zip(self.keys.iter().zip(&other.keys)) {
            if key_a != key_b {
                unlike += 1;
                if unlike > 1 || !is_one_edit(a, b) {
                    return None;
                }
            }
        }
        (unlike == 1).then_some(Reason::OneLetter)
    }
}

/// Whether two long words are one letter, or one swap of neighbours, apart. The first letter is hardly ever mistyped.
fn is_one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < SHORTEST_EDITED || a.first() != b.first() || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let tail = tail.min(a.len().min(b.len()) - head);
    let (rest_a, rest_b) = (a.len() - head - tail, b.len() - head - tail);
    let swapped = rest_a == 2 && rest_b == 2 && a.get(head) == b.get(head + 1) && a.get(head + 1) == b.get(head);
    rest_a <= 1 && rest_b <= 1 || swapped
}

/// The name as it looks: letters of other scripts replaced by the Latin ones of the same shape.
fn looks(name: &str) -> String {
    name.chars().map(|c| latin_twin(c).unwrap_or(c)).flat_map(char::to_lowercase).collect()
}

fn latin_twin(c: char) -> Option<char> {
    const TWINS: [(&str, &str); 2] =
        [("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι", "ABEZHIKMNOPTYXovi")];
    TWINS.iter().find_map(|(from, to)| from.chars().position(|twin| twin == c).and_then(|at| to.chars().nth(at)))
}
