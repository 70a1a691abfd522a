//! Keeps who is named in an article, and says which names are one actor's: `Volodimir Korn`, later `Korn`.

use std::collections::HashMap;

use crate::model::ActorId;
use crate::suggest::lexicon::word_class::Gender;
use crate::suggest::names::first_names::same_everywhere;
use crate::suggest::names::gender::{gender_of, is_first_name};
use crate::suggest::names::name_forms::looks_like_person;
use crate::suggest::names::non_person_names::{is_event, is_place};
use crate::suggest::names::phonetic_key::{latin_words, skeleton, stem};

/// A name is compared with this many before it: an article that has more is a list.
const MOST_COMPARED: usize = 600;

/// Somebody with a name: of the register, or new.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Named {
    /// All it may be; empty for a new name.
    pub actors: Vec<ActorId>,
    /// As it is in the article, the longest.
    pub name: String,
    /// Words of the titles that stood beside it.
    pub titles: Vec<String>,
    /// Named as people are, or with a title.
    pub is_person: bool,
    /// A new name of an event or a law: it never speaks.
    pub is_mute: bool,
    /// What the register says of it.
    pub said: Option<bool>,
    pub gender: Gender,
    /// Of a new name: its words as they sound, without the endings of cases.
    keys: Vec<String>,
    /// First letters of a new name's words.
    initials: String,
}

/// Who is named, each once.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Names {
    pub all: Vec<Named>,
    /// New names by how they stand in the text.
    places: HashMap<String, usize>,
    /// Known names by their first actor.
    known: HashMap<ActorId, Vec<usize>>,
}

impl Names {
    /// The number of somebody of the register.
    pub fn known(&mut self, actors: &[ActorId], name: &str) -> usize {
        let Some(first) = actors.first() else { return self.new_name(name) };
        let same = self.known.get(first).into_iter().flatten().copied();
        if let Some(at) = same.clone().find(|&at| self.all.get(at).is_some_and(|named| named.actors == actors)) {
            return at;
        }
        self.known.entry(first.clone()).or_default().push(self.all.len());
        self.push(actors.to_vec(), name, Vec::new())
    }

    /// The number of somebody with a new name: whoever was named so before, in full or in part, in another case or spelling.
    pub fn new_name(&mut self, name: &str) -> usize {
        if let Some(&at) = self.places.get(name) {
            return at;
        }
        let keys = keys(name);
        let recent = self.all.iter().enumerate().rev().take(MOST_COMPARED).filter(|(_, named)| named.actors.is_empty());
        let same = recent.map(|(at, named)| (at, is_same(&named.keys, &keys, &named.name, name))).find(|(_, same)| *same);
        let at = if let Some((at, _)) = same {
            if let Some(named) = self.all.get_mut(at)
                && named.keys.len() < keys.len()
            {
                // The whole name comes later than the last name.
                name.clone_into(&mut named.name);
                named.is_person |= looks_like_person(name) && !is_place(name);
                named.gender = gender_of(name);
                named.initials = initials(name);
                named.keys = keys;
            } else if let Some(named) = self.all.get_mut(at)
                && named.keys.len() == keys.len()
                && name.chars().count() < named.name.chars().count()
            {
                // Of a Russian name's cases the first has the fewest letters.
                name.clone_into(&mut named.name);
            }
            at
        } else {
            self.push(Vec::new(), name, keys)
        };
        self.places.insert(name.to_owned(), at);
        at
    }

    /// Takes a short form in brackets after the name of number `at` for the same: `Bridge Workers Union (BWU)`.
    pub fn shorten(&mut self, at: usize, short: &str) -> bool {
        let fits = self
            .all
            .get(at)
            .is_some_and(|named| named.actors.is_empty() && short.chars().count() > 1 && named.initials == short.to_uppercase());
        if fits {
            self.places.insert(short.to_owned(), at);
        }
        fits
    }

    /// For each number, the one it is to be read as: a first name that stood alone is the person's who was named in full later.
    pub fn settled(&self) -> Vec<usize> {
        let mut people: HashMap<&str, usize> = HashMap::new();
        for (at, named) in self.all.iter().enumerate().filter(|(_, named)| named.keys.len() > 1 && named.is_person) {
            named.keys.first().into_iter().for_each(|first| {
                people.entry(first).or_insert(at);
            });
        }
        let of = |(at, named): (usize, &Named)| match named.keys.as_slice() {
            [only] if is_first_name(&named.name.to_lowercase()) => people.get(only.as_str()).copied().unwrap_or(at),
            _ => at,
        };
        self.all.iter().enumerate().map(of).collect()
    }

    pub fn get(&self, number: usize) -> Option<&Named> {
        self.all.get(number)
    }

    /// Whether the word is part of a name that has stood before.
    pub fn has_word(&self, word: &str) -> bool {
        let key = keys(word);
        let recent = self.all.iter().rev().take(MOST_COMPARED);
        key.first().is_some_and(|key| recent.into_iter().any(|named| named.keys.len() > 1 && named.keys.last() == Some(key)))
    }

    fn push(&mut self, actors: Vec<ActorId>, name: &str, keys: Vec<String>) -> usize {
        let is_mute = actors.is_empty() && is_event(name);
        let (is_person, gender) = (looks_like_person(name) && !is_place(name) && !is_mute, gender_of(name));
        let initials = if keys.is_empty() { String::new() } else { initials(name) };
        self.all.push(Named {
            actors,
            name: name.to_owned(),
            titles: Vec::new(),
            is_person,
            is_mute,
            said: None,
            gender,
            keys,
            initials,
        });
        self.all.len() - 1
    }
}

fn keys(name: &str) -> Vec<String> {
    let is_cyrillic = name.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'));
    latin_words(name).iter().map(|word| skeleton(if is_cyrillic { stem(word) } else { word })).collect()
}

fn initials(name: &str) -> String {
    let words = name.split([' ', '-', '’', '\'']).filter(|word| word.starts_with(char::is_uppercase));
    words.filter_map(|word| word.chars().next()).collect()
}

/// Whether two new names of one article are one.
fn is_same(a: &[String], b: &[String], name_a: &str, name_b: &str) -> bool {
    let long_enough = |key: &String| key.chars().count() > 2;
    if a == b {
        return a.iter().any(long_enough);
    }
    let (Some(last_a), Some(last_b)) = (a.last(), b.last()) else { return false };
    let (short, long, full) = if a.len() < b.len() { (a, b, name_b) } else { (b, a, name_a) };
    if let [only] = short {
        // The last name alone, or a person's first name.
        let is_last = last_a == last_b && long_enough(only);
        let first = full.split(' ').next().unwrap_or_default().to_lowercase();
        let is_first = long.first() == Some(only) && long.len() > 1 && is_first_name(&first) && looks_like_person(full);
        return is_last || is_first;
    }
    if last_a != last_b || !long_enough(last_a) || !looks_like_person(name_a) || !looks_like_person(name_b) {
        return false;
    }
    let (Some(first_a), Some(first_b)) = (a.first(), b.first()) else { return false };
    let is_initial = |one: &String, other: &String| one.chars().count() == 1 && other.starts_with(one.as_str());
    let same_first = || same_everywhere(first_a).is_some_and(|same| same_everywhere(first_b) == Some(same));
    // `Павел` and `Павла`: a vowel is lost.
    let shared = first_a.chars().zip(first_b.chars()).take_while(|(x, y)| x == y).count();
    let is_declined = shared >= 3 && first_a.chars().count().abs_diff(first_b.chars().count()) <= 1;
    first_a == first_b || is_initial(first_a, first_b) || is_initial(first_b, first_a) || same_first() || is_declined
}
