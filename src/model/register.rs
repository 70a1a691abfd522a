//! Defines [`Register`]: the actors that all articles of the set share.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::tree::{Difference, Item, Tree};
use super::{ActorId, Attributes, Unknown};

/// The actors of the set, sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    actors: Tree<Arc<Actor>>,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// A person, organisation, group or outlet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub id: ActorId,
    pub name: String,
    /// Other names that texts use for it.
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// What it is or does, such as `foreign minister`. Distinguishes actors with the same name.
    #[serde(default)]
    pub role: String,
    #[serde(default)]
    pub country: String,
    /// Wikidata item such as `Q3052772`, or empty.
    #[serde(default)]
    pub wikidata: String,
    /// For a group, its members.
    #[serde(default)]
    pub members: Vec<ActorId>,
    /// The actor that it is a part of.
    #[serde(default)]
    pub part_of: Option<ActorId>,
    #[serde(default)]
    pub note: String,
    /// Values of the codebook's attributes of actors, such as `actor_type`.
    #[serde(default)]
    pub attributes: Attributes,
    /// Fields of a newer Dicta, kept unchanged.
    #[serde(default)]
    pub unknown: Unknown,
}

/// Another name of an actor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    pub name: String,
    /// BCP 47 tag such as `fr`, or empty.
    #[serde(default)]
    pub language: String,
}

impl Actor {
    /// An actor with a name and nothing else.
    #[must_use]
    pub fn new(id: ActorId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            aliases: Vec::new(),
            role: String::new(),
            country: String::new(),
            wikidata: String::new(),
            members: Vec::new(),
            part_of: None,
            note: String::new(),
            attributes: Attributes::new(),
            unknown: Unknown::default(),
        }
    }

    /// The name and every alias.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|alias| alias.name.as_str()))
    }

    /// Adds an alias, unless the actor has that name already. Returns whether it was added.
    pub fn learn(&mut self, name: &str, language: &str) -> bool {
        let name = name.trim();
        if name.is_empty() || self.names().any(|known| known == name) {
            return false;
        }
        self.aliases.push(Alias { name: name.to_owned(), language: language.to_owned() });
        true
    }
}

impl Register {
    /// Builds a register; sorts the actors by id. Of several with the same id, the last is kept.
    #[must_use]
    pub fn new(actors: impl IntoIterator<Item = Actor>) -> Self {
        let mut register = Self::default();
        actors.into_iter().for_each(|actor| register.put(Arc::new(actor)));
        register
    }

    /// All actors, sorted by id.
    #[must_use]
    pub fn actors(&self) -> &Tree<Arc<Actor>> {
        &self.actors
    }

    /// The actor with that id.
    #[must_use]
    pub fn get(&self, id: &ActorId) -> Option<&Arc<Actor>> {
        self.actors.find(id)
    }

    /// Adds an actor. Replaces the one with the same id, if there is one.
    pub fn put(&mut self, actor: Arc<Actor>) {
        self.actors.insert(actor);
    }

    /// Removes an actor and returns it.
    pub fn remove(&mut self, id: &ActorId) {
        self.actors.remove(id);
    }

    /// The actors that differ between an older version of the register and this one.
    #[must_use]
    pub fn differences<'r>(&'r self, older: &'r Self) -> Vec<Difference<'r, Arc<Actor>>> {
        self.actors.differences(&older.actors)
    }

    /// The name of an actor; the id if the register does not have it.
    #[must_use]
    pub fn name<'r>(&'r self, id: &'r ActorId) -> &'r str {
        self.get(id).map_or(id.as_str(), |actor| actor.name.as_str())
    }
}

impl Item for Arc<Actor> {
    type Key = ActorId;

    fn key(&self) -> ActorId {
        self.id.clone()
    }

    fn order(&self, key: &ActorId) -> std::cmp::Ordering {
        self.id.cmp(key)
    }

    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(self, other)
    }
}
