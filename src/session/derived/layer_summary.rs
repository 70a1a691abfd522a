//! Defines [`Summary`]: how often each actor is mentioned and quoted in one layer.

use std::collections::BTreeMap;

use super::counts::Counts;
use crate::model::{ActorId, Annotation, Article, Label};

/// How often each actor is mentioned and quoted in one layer, zones left out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Only actors with a count above 0; `articles` is 1.
    actors: BTreeMap<ActorId, Counts>,
}

impl Summary {
    /// Whether the layer names the actor.
    #[must_use]
    pub fn names(&self, actor: &ActorId) -> bool {
        self.actors.contains_key(actor)
    }

    /// Whether the layer names no actor.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }

    /// Adds the counts of an annotation.
    pub(in crate::session) fn add(&mut self, actor: &ActorId, counts: Counts) {
        let held = self.actors.entry(actor.clone()).or_default();
        held.add(counts);
        held.articles = 1;
    }

    /// Subtracts the counts of an annotation.
    pub(in crate::session) fn take(&mut self, actor: &ActorId, counts: Counts) {
        let Some(held) = self.actors.get_mut(actor) else { return };
        held.take(counts);
        if held.all() == 0 {
            self.actors.remove(actor);
        }
    }
}

/// The counts of an annotation by actor; empty if it is in a zone of its article.
#[must_use]
pub(in crate::session) fn counted(annotation: &Annotation, article: Option<&Article>) -> Vec<(ActorId, Counts)> {
    let zones = article.filter(|article| !article.zones.is_empty());
    if zones.is_some_and(|article| annotation.spans().all(|span| article.zone_of(span).is_some())) {
        return Vec::new();
    }
    let said = || annotation.details.attribution.iter().filter_map(|held| held.who.actor().cloned());
    match annotation.label {
        Label::Actor => {
            annotation.actor.iter().map(|actor| (actor.clone(), Counts { mentions: 1, ..Counts::default() })).collect()
        }
        Label::Quote => said().map(|actor| (actor, Counts { quotes: 1, ..Counts::default() })).collect(),
        Label::Claim => said().map(|actor| (actor, Counts { claims: 1, ..Counts::default() })).collect(),
    }
}
