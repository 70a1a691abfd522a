//! Joins what several sets say about themselves: actors, codebook, annotators; or says where they contradict each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::SetSource;
use crate::model::{Actor, ActorId, Annotator, Attribute, Codebook, Register, Subject};

/// What all sets of an export share.
#[derive(Debug)]
pub struct Joined {
    pub register: Register,
    pub codebook: Codebook,
    /// Everyone who has annotated something in one of the sets, sorted.
    pub annotators: Vec<Annotator>,
    /// The title of a set that stands alone; several sets have none.
    pub title: String,
    /// Where the sets contradict each other, a line each.
    pub conflicts: Vec<String>,
}

impl Joined {
    /// Joins them, in whatever order they were named.
    #[must_use]
    pub fn new(sets: &[SetSource<'_>]) -> Self {
        let mut conflicts = Vec::new();
        let register = registers(sets, &mut conflicts);
        let codebook = codebooks(sets, &mut conflicts);
        let mut annotators: Vec<Annotator> = sets.iter().flat_map(|set| set.annotators.iter().cloned()).collect();
        annotators.sort();
        annotators.dedup();
        let title = if let [one] = sets { one.title.clone() } else { String::new() };
        Self { register, codebook, annotators, title, conflicts }
    }
}

fn registers(sets: &[SetSource<'_>], conflicts: &mut Vec<String>) -> Register {
    if let [one] = sets {
        return one.register.clone();
    }
    let mut actors: BTreeMap<&ActorId, (&Arc<Actor>, &str)> = BTreeMap::new();
    for set in sets {
        for actor in set.register.actors() {
            let (held, first) = actors.entry(&actor.id).or_insert((actor, &set.name));
            let (id, here) = (&actor.id, &set.name);
            if held.name != actor.name {
                conflicts.push(format!("{first} and {here}: the actor {id} is called “{}” and “{}”", held.name, actor.name));
            } else if let Some(what) = difference(held, actor) {
                conflicts.push(format!("{first} and {here}: the actor {id} has {what} in each"));
            }
        }
    }
    Register::new(actors.into_values().map(|(actor, _)| Actor::clone(actor)))
}

/// What two actors of one id and name differ in first.
fn difference(a: &Actor, b: &Actor) -> Option<&'static str> {
    let Actor { id: _, name: _, aliases, role, country, wikidata, members, part_of, note, attributes, unknown } = a;
    [
        (*aliases != b.aliases, "other aliases"),
        (*role != b.role, "another role"),
        (*country != b.country, "another country"),
        (*wikidata != b.wikidata, "another Wikidata item"),
        (*members != b.members, "other members"),
        (*part_of != b.part_of, "another whole that it is a part of"),
        (*note != b.note, "another note"),
        (*attributes != b.attributes, "other attributes"),
        (*unknown != b.unknown, "other fields of a newer Dicta"),
    ]
    .into_iter()
    .find_map(|(differs, what)| differs.then_some(what))
}

/// The attributes of all codebooks. What a value means must be the same in each: its list, and the default that holds where
/// nothing is said. Titles, keys and guidelines may differ; then those are taken that sort first.
fn codebooks(sets: &[SetSource<'_>], conflicts: &mut Vec<String>) -> Codebook {
    let Some((first, others)) = sets.split_first() else { return Codebook::default() };
    if others.iter().all(|set| set.codebook == first.codebook) {
        return first.codebook.clone();
    }
    let mut attributes: BTreeMap<(Subject, &str), &Attribute> = BTreeMap::new();
    for set in sets {
        for attribute in &set.codebook.attributes {
            let held = attributes.entry((attribute.of, &attribute.name)).or_insert(attribute);
            if written(attribute) < written(held) {
                *held = attribute;
            }
        }
    }
    for other in others {
        for &(of, name) in attributes.keys() {
            let (a, b) = (first.codebook.attribute(of, name), other.codebook.attribute(of, name));
            if let Some(what) = contradiction(a, b) {
                let of = of.one();
                conflicts.push(format!("{} and {}: the attribute {name} of {of} has {what} in each", first.name, other.name));
            }
        }
    }
    let attributes = attributes.into_values().cloned().collect();
    let least = sets.iter().map(|set| &set.codebook).min_by_key(|codebook| written(*codebook)).unwrap_or(&first.codebook);
    Codebook { attributes, guidelines: least.guidelines.clone(), unknown: least.unknown.clone() }
}

/// Why two attributes of one name cannot be one; nothing said and no default is no contradiction.
fn contradiction(a: Option<&Attribute>, b: Option<&Attribute>) -> Option<&'static str> {
    let default = |attribute: Option<&Attribute>| attribute.map_or(String::new(), |attribute| attribute.default.clone());
    if default(a) != default(b) {
        return Some("another default");
    }
    let (a, b) = a.zip(b)?;
    let names = |attribute: &Attribute| attribute.values.iter().map(|value| value.name.clone()).collect::<Vec<_>>();
    (a.scale != b.scale || names(a) != names(b)).then_some("other values")
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
