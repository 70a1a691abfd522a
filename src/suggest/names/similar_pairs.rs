//! Finds all pairs of names that may be one actor's, without comparing each with each.
//!
//! Names are put under keys that two names which are alike must share; only names under one key are compared.

use std::collections::{BTreeMap, HashMap};

use super::name_similarity::{Profile, SHORTEST_EDITED};
use super::reason::Reason;

/// In a larger group under one key each name is compared with the first only: the rest follows from that.
const LARGEST_GROUP: usize = 24;

/// Places in `names` of those that are alike, the first one smaller, in order; each with the reason.
#[must_use]
pub fn pairs<S: AsRef<str>>(names: &[S]) -> Vec<(usize, usize, Reason)> {
    let profiles: Vec<Profile> = names.iter().map(|name| Profile::new(name.as_ref())).collect();
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for key in keys(profile) {
            let group = groups.entry(key).or_default();
            if group.last() != Some(&at) {
                group.push(at);
            }
        }
    }
    let mut found = BTreeMap::new();
    let mut compare = |a: usize, b: usize| {
        let (a, b) = (a.min(b), a.max(b));
        if let (Some(first), Some(second)) = (profiles.get(a), profiles.get(b))
            && names.get(a).map(S::as_ref) != names.get(b).map(S::as_ref)
            && !found.contains_key(&(a, b))
            && let Some(reason) = first.alike(second)
        {
            found.insert((a, b), reason);
        }
    };
    for group in groups.values() {
        // Sorting by what is compared first makes the first of a large group the same in every run.
        let firsts = if group.len() > LARGEST_GROUP { group.get(..1).unwrap_or_default() } else { group };
        for (number, &a) in firsts.iter().enumerate() {
            for &b in group.iter().skip(number + 1) {
                compare(a, b);
            }
        }
    }
    found.into_iter().map(|((a, b), reason)| (a, b, reason)).collect()
}

fn keys(profile: &Profile) -> Vec<String> {
    let mut sorted = profile.keys.clone();
    sorted.sort_unstable();
    let mut keys =
        vec![format!("s {}", sorted.concat()), format!("v {}", profile.looks), format!("j {}", profile.words.concat())];
    keys.push(format!("d {}", profile.stems.concat()));
    if let Some(last) = profile.stems.last() {
        keys.push(format!("t {last}"));
    }
    if let Some(last) = profile.keys.last() {
        // One name alone meets all who bear it; longer names meet by their first letter.
        if let [_] = profile.keys.as_slice() {
            keys.push(format!("l {last}"));
        } else if profile.keys.len() > 1 {
            let first = profile.words.first().and_then(|word| word.chars().next()).unwrap_or_default();
            keys.push(format!("i {last} {first}"));
            keys.push(format!("l {last}"));
        }
    }
    // Two words one edit apart share a form with one letter taken out.
    for (at, word) in profile.words.iter().enumerate().filter(|(_, word)| word.chars().count() >= SHORTEST_EDITED) {
        let mut others = profile.keys.clone();
        others.get_mut(at).into_iter().for_each(String::clear);
        let others = others.join(" ");
        keys.push(format!("e {others}|{word}"));
        for (byte, c) in word.char_indices() {
            let (head, tail) = (word.get(..byte).unwrap_or_default(), word.get(byte + c.len_utf8()..).unwrap_or_default());
            keys.push(format!("e {others}|{head}{tail}"));
        }
    }
    keys
}
