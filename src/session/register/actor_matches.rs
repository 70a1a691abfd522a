//! Finds actors by what is typed: any name, without regard to case, diacritics and the form of apostrophes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Actor, ActorId, Register, Who};
use crate::session::derived::survey::Survey;
use crate::session::state::Session;
use crate::suggest::{self, Reason, alike, last_names};
use crate::text::fold::folded;

/// The names of a register, folded.
#[derive(Debug, Default)]
pub struct NameIndex {
    /// The register whose names these are.
    register: Register,
    actors: BTreeMap<ActorId, Known>,
    /// Who has exactly that folded name, with its spaces.
    holders: BTreeMap<String, BTreeSet<ActorId>>,
}

/// The names of one actor.
#[derive(Debug)]
struct Known {
    actor: Arc<Actor>,
    /// Folded, with spaces at both ends, so that the beginning of a word is found like any other place.
    folded: Vec<String>,
    /// Folded: its last names, when it is a person.
    last: BTreeSet<String>,
}

/// An actor that fits what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorHit {
    pub id: ActorId,
    /// The name that fits, as it is written in the register.
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

    /// The people with that last name. Nobody has the last word of a role or of a body's name for a last name.
    #[must_use]
    pub fn with_last_name(&self, name: &str) -> Vec<ActorId> {
        let name = folded(name.trim());
        self.actors.iter().filter(|(_, known)| known.last.contains(&name)).map(|(id, _)| id.clone()).collect()
    }

    /// The actors of whose names that is the last word, when it is one word of three letters or more.
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

    /// The actors with a name like that one: another spelling, less of it, one letter apart.
    #[must_use]
    pub fn like(&self, name: &str) -> Vec<ActorId> {
        const SHARED: usize = 3;
        let begin = |word: &str| format!(" {}", word.chars().take(SHARED).collect::<String>());
        let words: Vec<String> =
            folded(name.trim()).split_whitespace().map(begin).filter(|begin| begin.chars().count() > SHARED).collect();
        // Comparing costs more than looking for the first letters.
        let begins = |known: &Known| known.folded.iter().any(|held| words.iter().any(|begin| held.contains(begin.as_str())));
        let is_like = |known: &Known| known.actor.names().any(|held| alike(held, name).is_some());
        self.actors.iter().filter(|(_, known)| begins(known) && is_like(known)).map(|(id, _)| id.clone()).collect()
    }

    /// The actors that fit, best first: whole name, its beginning, the beginnings of words, anywhere; then the most used.
    #[must_use]
    pub fn find(&self, typed: &str, most: usize, survey: &Survey) -> Vec<ActorHit> {
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
        let used = |id: &ActorId| std::cmp::Reverse(survey.counts(id).all());
        found.sort_by_cached_key(|(rank, id, name)| (*rank, used(id), name.clone()));
        found.truncate(most);
        found.into_iter().map(|(_, id, name)| ActorHit { id, name }).collect()
    }
}

impl Session {
    /// The actors that fit what was typed, best first, at most so many.
    #[must_use]
    pub fn find_actors(&self, typed: &str, most: usize) -> Vec<ActorHit> {
        self.survey.names().find(typed, most, &self.survey)
    }

    /// The words of the ticked hits of a search, folded alike counted as one, the most frequent first.
    fn ticked_words(&self) -> Vec<String> {
        let mut counts: BTreeMap<String, (usize, &str)> = BTreeMap::new();
        let ticked = self.review.iter().flat_map(|review| &review.rows).filter(|row| row.ticked);
        ticked.for_each(|row| counts.entry(folded(&row.words)).or_insert((0, &row.words)).0 += 1);
        let mut words: Vec<(usize, &str)> = counts.into_values().collect();
        words.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        words.into_iter().map(|(_, words)| words.to_owned()).collect()
    }

    /// What an actor would be called that the ticked hits of a search name.
    #[must_use]
    pub fn name_of_hits(&self) -> String {
        self.ticked_words().into_iter().next().unwrap_or_default()
    }

    /// Whom the ticked hits of a search probably name, at most nine: those whom their words fit, best first; and then, apart,
    /// the actors chosen lately and those named often.
    #[must_use]
    pub fn likely_of_hits(&self) -> (Vec<ActorId>, Vec<ActorId>) {
        const MOST: usize = 9;
        let words: Vec<String> = self.ticked_words().into_iter().take(MOST).collect();
        let names = self.survey.names();
        let whole = words.iter().flat_map(|words| names.named(words));
        let variants = words.iter().flat_map(|words| {
            let fits = move |actor: &&Arc<Actor>| actor.names().any(|held| alike(held, words).is_some_and(Reason::is_close));
            self.document.register.actors().iter().filter(fits).map(|actor| actor.id.clone())
        });
        let like = words.iter().flat_map(|words| {
            let last = words.split_whitespace().next_back();
            let by_last = last.into_iter().flat_map(|word| names.named(word).into_iter().chain(names.with_last_name(word)));
            self.find_actors(words, MOST).into_iter().map(|hit| hit.id).chain(by_last)
        });
        let mut fitting: Vec<ActorId> = Vec::new();
        for id in whole.chain(variants).chain(like) {
            if !fitting.contains(&id) && fitting.len() < MOST {
                fitting.push(id);
            }
        }
        let room = MOST - fitting.len();
        let others = self.used_actors(2 * MOST).into_iter().filter(|id| !fitting.contains(id)).take(room).collect();
        (fitting, others)
    }

    /// The actors chosen lately, the newest first, and then those named most often, at most so many.
    #[must_use]
    pub fn used_actors(&self, most: usize) -> Vec<ActorId> {
        let known = |id: &ActorId| self.document.register.get(id).is_some();
        let mut used: Vec<ActorId> = self.recent.iter().filter(|id| known(id)).take(most).cloned().collect();
        for hit in self.find_actors("", most) {
            if used.len() < most && !used.contains(&hit.id) {
                used.push(hit.id);
            }
        }
        used
    }

    /// Remembers that an actor was chosen.
    pub(in crate::session) fn chose(&mut self, who: &Who) {
        const MOST: usize = 9;
        if let Some(id) = who.actor() {
            self.recent.retain(|held| held != id);
            self.recent.insert(0, id.clone());
            self.recent.truncate(MOST);
        }
    }
}
