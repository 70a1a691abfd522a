//! Joins the registers, codebooks and annotators of several sets, or reports where they conflict.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::SetSource;
use crate::model::{Actor, ActorId, Annotator, Attribute, Codebook, Register, Subject};

/// What is common to all sets of an export.
#[derive(Debug)]
pub struct Joined {
    pub register: Register,
    pub codebook: Codebook,
    /// Everyone who has annotated something in one of the sets, sorted.
    pub annotators: Vec<Annotator>,
    /// The title, if there is only one set; else empty.
    pub title: String,
    /// A line for each conflict between the sets.
    pub conflicts: Vec<String>,
}

impl Joined {
    /// Joins the sets. The result does not depend on their order.
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

/// The first difference between two actors with the same id and name.
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

/// The attributes of all codebooks. What affects the meaning of a value must be the same in each: its list, and the default.
/// Titles, keys and guidelines may differ; then those that sort first are used.
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

/// Why two attributes with the same name conflict; `None` if they do not. A missing attribute counts as one without a default.
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
