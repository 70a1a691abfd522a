//! Checks the register: cycles of membership, values, and actors that cannot be distinguished.

use std::collections::{BTreeMap, HashMap};

use super::details::value_breaches;
use crate::model::{Actor, ActorId, Codebook, Register, Subject};

/// What an actor belongs to: the actor that it is a part of, and the groups whose member it is.
type Wholes<'r> = BTreeMap<&'r ActorId, Vec<&'r ActorId>>;

/// What is wrong with the register; empty if nothing is. Without a codebook, values are not checked.
#[must_use]
pub fn register_breaches(register: &Register, codebook: Option<&Codebook>) -> Vec<String> {
    let mut found = Vec::new();
    let mut called: HashMap<(&str, &str), &ActorId> = HashMap::new();
    let mut wholes = Wholes::new();
    for actor in register.actors() {
        let Actor { id, name, role, members, part_of, attributes, .. } = actor.as_ref();
        let first = *called.entry((name.trim(), role.trim())).or_insert(id);
        if first != id {
            found.push(format!("{id}: {first} has the same name and the same role; give one another role, or merge the two"));
        }
        if let Some(whole) = part_of {
            wholes.entry(id).or_default().push(whole);
        }
        for member in members {
            wholes.entry(member).or_default().push(id);
        }
        for other in part_of.iter().chain(members).filter(|other| register.get(other).is_none()) {
            found.push(format!("{id}: {other}, to which it belongs or which belongs to it, is not in the register"));
        }
        if let Some(codebook) = codebook {
            found.extend(value_breaches(Subject::Actor, attributes, codebook).map(|what| format!("{id}: {what}")));
        }
    }
    for &id in wholes.keys() {
        // Each cycle is reported once, at its smallest id.
        if let Some(ring) = ring(id, &wholes).filter(|ring| ring.iter().all(|other| id <= *other)) {
            let names: Vec<&str> = ring.iter().map(|id| id.as_str()).collect();
            found.push(format!("{id}: it belongs to itself, through {}", names.join(", ")));
        }
    }
    found
}

/// The cycle of membership from an actor back to itself, without the actor; only the actor if it belongs to itself. `None` if
/// there is no cycle.
fn ring<'r>(from: &'r ActorId, wholes: &Wholes<'r>) -> Option<Vec<&'r ActorId>> {
    let mut came: HashMap<&ActorId, &'r ActorId> = HashMap::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        for &whole in wholes.get(id).into_iter().flatten() {
            if whole == from {
                let mut ring = vec![id];
                while let Some(before) = ring.last().and_then(|last| came.get(*last)).filter(|before| **before != from) {
                    ring.push(before);
                }
                ring.reverse();
                return Some(ring);
            }
            if !came.contains_key(whole) {
                came.insert(whole, id);
                open.push(whole);
            }
        }
    }
    None
}
