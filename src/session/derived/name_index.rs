//! Finds actors by what is typed: any name, without regard to case, diacritics and the form of apostrophes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::counts::Counts;
use crate::model::{Actor, ActorId, Register};
use crate::suggest::{self, alike, last_names};
use crate::text::fold::folded;

/// The names of a register, folded.
#[derive(Debug, Default)]
pub struct NameIndex {
    /// The register whose names these are.
    register: Register,
    actors: BTreeMap<ActorId, Known>,
    /// The actors with exactly that folded name, with its spaces.
    holders: BTreeMap<String, BTreeSet<ActorId>>,
}

/// The names of one actor.
#[derive(Debug)]
struct Known {
    actor: Arc<Actor>,
    /// Folded, with spaces at both ends, so that the beginning of a word is found like any other place.
    folded: Vec<String>,
    /// Its last names, folded; empty if it is not a person.
    last: BTreeSet<String>,
}

/// An actor that matches what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorHit {
    pub id: ActorId,
    /// The name that matches, as it is written in the register.
    pub name: String,
}

impl NameIndex {
    /// Folds the names of actors that are new or changed.
    pub fn update(&mut self, register: &Register) {
        let older = std::mem::replace(&mut self.register, register.clone());
        for (gone, new) in register.differences(&older) {
            if let Some(gone) = gone {
                self.forget(&gone.id);
            }
            if let Some(actor) = new {
                let names: Vec<String> = actor.names().map(|name| format!(" {} ", folded(name))).collect();
                for name in &names {
                    self.holders.entry(name.clone()).or_default().insert(actor.id.clone());
                }
                let last = if suggest::KnownActor::of(actor).is_person == Some(false) {
                    BTreeSet::new()
                } else {
                    actor.names().flat_map(last_names).map(folded).collect()
                };
                self.actors.insert(actor.id.clone(), Known { actor: Arc::clone(actor), folded: names, last });
            }
        }
    }

    fn forget(&mut self, id: &ActorId) {
        for name in self.actors.remove(id).into_iter().flat_map(|known| known.folded) {
            if let Some(holders) = self.holders.get_mut(&name) {
                holders.remove(id);
                if holders.is_empty() {
                    self.holders.remove(&name);
                }
            }
        }
    }

    /// The actors with exactly that name.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<ActorId> {
        let wanted = format!(" {} ", folded(name.trim()));
        self.holders.get(&wanted).into_iter().flatten().cloned().collect()
    }

    /// The people with that last name. The last word of a role or of an organisation's name is not a last name.
    #[must_use]
    pub fn with_last_name(&self, name: &str) -> Vec<ActorId> {
        let name = folded(name.trim());
        self.actors.iter().filter(|(_, known)| known.last.contains(&name)).map(|(id, _)| id.clone()).collect()
    }

    /// The actors with a name that ends in that word; none if it has fewer than three letters or is several words.
    #[must_use]
    pub fn ending_in(&self, word: &str) -> Vec<ActorId> {
        let word = folded(word.trim());
        if word.chars().count() < 3 || word.contains(char::is_whitespace) {
            return Vec::new();
        }
        let end = format!(" {word} ");
        let ends = |held: &String| held.ends_with(&end) && held.len() > end.len();
        self.actors.iter().filter(|(_, known)| known.folded.iter().any(ends)).map(|(id, _)| id.clone()).collect()
    }

    /// The actors with a similar name: another spelling, a part of it, one letter different.
    #[must_use]
    pub fn like(&self, name: &str) -> Vec<ActorId> {
        const SHARED: usize = 3;
        let begin = |word: &str| format!(" {}", word.chars().take(SHARED).collect::<String>());
        let words: Vec<String> =
            folded(name.trim()).split_whitespace().map(begin).filter(|begin| begin.chars().count() > SHARED).collect();
        // Looking for the first letters is cheaper than comparing.
        let begins = |known: &Known| known.folded.iter().any(|held| words.iter().any(|begin| held.contains(begin.as_str())));
        let is_like = |known: &Known| known.actor.names().any(|held| alike(held, name).is_some());
        self.actors.iter().filter(|(_, known)| begins(known) && is_like(known)).map(|(id, _)| id.clone()).collect()
    }

    /// The actors that match, at most `most`, best first: whole name, its beginning, beginnings of words, anywhere; of equal
    /// matches the most frequent first.
    #[must_use]
    pub fn find(&self, typed: &str, most: usize, counts: impl Fn(&ActorId) -> Counts) -> Vec<ActorHit> {
        let typed = folded(typed.trim());
        let words: Vec<String> = typed.split_whitespace().map(|word| format!(" {word}")).collect();
        let whole = format!(" {typed} ");
        let begun = format!(" {typed}");
        let fits = |held: &str| {
            if *held == whole {
                Some(0)
            } else if held.starts_with(&begun) {
                Some(1)
            } else if words.iter().all(|word| held.contains(word.as_str())) {
                Some(2)
            } else {
                held.contains(typed.as_str()).then_some(3)
            }
        };
        let best = |(id, known): (&ActorId, &Known)| {
            let ranks = known.folded.iter().map(|held| fits(held)).enumerate();
            let (rank, at) = ranks.filter_map(|(at, rank)| rank.map(|rank| (rank, at))).min()?;
            known.actor.names().nth(at).map(|name| (rank, id.clone(), name.to_owned()))
        };
        let mut found: Vec<(u8, ActorId, String)> = self.actors.iter().filter_map(best).collect();
        let used = |id: &ActorId| std::cmp::Reverse(counts(id).all());
        found.sort_by_cached_key(|(rank, id, name)| (*rank, used(id), name.clone()));
        found.truncate(most);
        found.into_iter().map(|(_, id, name)| ActorHit { id, name }).collect()
    }
}
