//! Defines [`Summary`]: what one layer adds to the survey of the set.

use std::collections::BTreeMap;

use super::batches::{BatchState, batches_of};
use super::survey::Counts;
use crate::model::{ActorId, AnnotationId, Article, BatchId, Label, Layer};

/// What one layer adds to the survey of the set.
#[derive(Debug, Default)]
pub struct Summary {
    /// `articles` is 1 where the actor is named.
    pub actors: BTreeMap<ActorId, Counts>,
    /// Who holds a link, and where it leads.
    pub links: Vec<(AnnotationId, AnnotationId)>,
    /// What it holds of batches.
    pub batches: BTreeMap<BatchId, BatchState>,
}

/// Reads a layer. What lies in a zone of its article counts for no actor.
#[must_use]
pub fn summarise(layer: &Layer, article: Option<&Article>) -> Summary {
    let mut summary = Summary { batches: batches_of(layer), ..Summary::default() };
    let zones = article.filter(|article| !article.zones.is_empty());
    for annotation in layer.annotations() {
        let details = &annotation.details;
        summary.links.extend(details.links.iter().map(|link| (annotation.id.clone(), link.to.clone())));
        if zones.is_some_and(|article| annotation.spans().all(|span| article.zone_of(span).is_some())) {
            continue;
        }
        let mut count = |actor: &ActorId, add: fn(&mut Counts)| {
            let counts = summary.actors.entry(actor.clone()).or_default();
            counts.articles = 1;
            add(counts);
        };
        match annotation.label {
            Label::Actor => annotation.actor.iter().for_each(|actor| count(actor, |counts| counts.mentions += 1)),
            Label::Quote => {
                details.attribution.iter().filter_map(|held| held.who.actor()).for_each(|actor| count(actor, |c| c.quotes += 1));
            }
            Label::Claim => {
                details.attribution.iter().filter_map(|held| held.who.actor()).for_each(|actor| count(actor, |c| c.claims += 1));
            }
        }
    }
    summary
}
