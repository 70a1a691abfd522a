//! Recognises names that are nobody's: states and capitals, which may speak but mostly are where it happens; events and laws,
//! which never do.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::phonetic_key::{latin_words, stem};
use crate::suggest::grammar::languages::any_has;

static PLACES: LazyLock<HashSet<String>> =
    LazyLock::new(|| include_str!("../../../assets/places.txt").lines().map(key).filter(|key| !key.is_empty()).collect());

/// Whether the name is a state's, a capital's or a continent's, a Russian one in any case.
pub(in crate::suggest) fn is_place(name: &str) -> bool {
    PLACES.contains(&key(name))
}

/// Whether the name is an event's or a law's: its first or last word says so.
pub(in crate::suggest) fn is_event(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next().unwrap_or_default();
    any_has(|grammar| &grammar.names.event_openings, first)
        || words.next_back().is_some_and(|last| any_has(|grammar| &grammar.names.event_closings, last))
}

fn key(name: &str) -> String {
    let is_cyrillic = name.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'));
    latin_words(name).iter().map(|word| if is_cyrillic { stem(word) } else { word }).collect::<Vec<_>>().join(" ")
}
