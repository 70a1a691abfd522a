//! Compares quotes in words of any language: what they share of numbers, names and cognates.

use std::collections::BTreeSet;

use crate::text::folded;

/// Letters with which words of two languages must begin alike to be taken for cognates.
const STEM: usize = 5;

/// What is compared of a quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    numbers: BTreeSet<String>,
    /// Folded words that are written with a capital.
    names: BTreeSet<String>,
    /// The first letters of longer words.
    stems: BTreeSet<String>,
}

impl Fingerprint {
    /// Reads a quote's words.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let mut print = Self::default();
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        for (at, word) in words.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '-')).map(bare).enumerate() {
            let fold = folded(&word);
            if word.chars().any(|c| c.is_ascii_digit()) {
                print.numbers.insert(fold.chars().filter(char::is_ascii_digit).collect());
                continue;
            }
            if at > 0 && word.starts_with(char::is_uppercase) {
                print.names.insert(stem(&fold));
            } else if fold.chars().count() >= STEM {
                print.stems.insert(stem(&fold));
            }
        }
        print
    }

    /// From 0, nothing shared, to 1, all: numbers and names weigh more than words. With the reason, for a person.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> (f32, Vec<&'static str>) {
        let parts = [
            (share(&self.numbers, &other.numbers), 3.0, "numbers"),
            (share(&self.names, &other.names), 2.0, "names"),
            (share(&self.stems, &other.stems), 2.0, "words"),
        ];
        let (mut sum, mut weight, mut why) = (0.0, 0.0, Vec::new());
        for (shared, counts, what) in parts {
            let Some(shared) = shared else { continue };
            sum += shared * counts;
            weight += counts;
            if shared > 0.0 {
                why.push(what);
            }
        }
        (if weight > 0.0 { sum / weight } else { 0.0 }, why)
    }
}

fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

/// How much of the smaller set is in the other; `None` if neither has any.
fn share(a: &BTreeSet<String>, b: &BTreeSet<String>) -> Option<f32> {
    let smaller = a.len().min(b.len());
    if a.is_empty() && b.is_empty() {
        return None;
    }
    Some(if smaller == 0 { 0.0 } else { a.intersection(b).count() as f32 / smaller as f32 })
}
