//! Knows states and capitals by name: they may speak, but nobody is called by them, and mostly they are where it happens.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::skeleton::{latin_words, stem};

static PLACES: LazyLock<HashSet<String>> =
    LazyLock::new(|| include_str!("../../assets/places.txt").lines().map(key).filter(|key| !key.is_empty()).collect());

/// Whether the name is a state's, a capital's or a continent's, a Russian one in any case.
pub(super) fn is_place(name: &str) -> bool {
    PLACES.contains(&key(name))
}

fn key(name: &str) -> String {
    let is_cyrillic = name.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'));
    latin_words(name).iter().map(|word| if is_cyrillic { stem(word) } else { word }).collect::<Vec<_>>().join(" ")
}
