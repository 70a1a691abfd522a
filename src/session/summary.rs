//! Defines [`Summary`]: what one layer adds to the survey of the set.

use std::collections::BTreeMap;

use super::survey::Counts;
use crate::model::{ActorId, AnnotationId, Article, Label, Layer};

/// How many questions of each kind a layer leaves open, as far as the layer alone tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenCounts {
    pub no_speaker: usize,
    pub no_source: usize,
    pub no_actor: usize,
    pub unsure: usize,
    pub lost: usize,
}

impl OpenCounts {
    /// All together.
    #[must_use]
    pub fn all(self) -> usize {
        let Self { no_speaker, no_source, no_actor, unsure, lost } = self;
        no_speaker + no_source + no_actor + unsure + lost
    }
}

/// What one layer adds to the survey of the set.
#[derive(Debug, Default)]
pub struct Summary {
    /// `articles` is 1 where the actor is named.
    pub actors: BTreeMap<ActorId, Counts>,
    /// Who holds a link, and where it leads.
    pub links: Vec<(AnnotationId, AnnotationId)>,
    pub open: OpenCounts,
}

/// Reads a layer. What lies in a zone of its article counts for no actor and leaves no question open.
#[must_use]
pub fn summarise(layer: &Layer, article: Option<&Article>) -> Summary {
    let mut summary = Summary::default();
    summary.open.lost = layer.lost.len();
    let zones = article.filter(|article| !article.zones.is_empty());
    for annotation in layer.annotations() {
        let details = &annotation.details;
        summary.links.extend(details.links.iter().map(|link| (annotation.id.clone(), link.to.clone())));
        summary.open.unsure += usize::from(annotation.unsure);
        summary.open.lost += usize::from(!details.lost_evidence.is_empty());
        if zones.is_some_and(|article| annotation.spans().all(|span| article.zone_of(span).is_some())) {
            continue;
        }
        let mut count = |actor: &ActorId, add: fn(&mut Counts)| {
            let counts = summary.actors.entry(actor.clone()).or_default();
            counts.articles = 1;
            add(counts);
        };
        match annotation.label {
            Label::Actor => match &annotation.actor {
                Some(actor) => count(actor, |counts| counts.mentions += 1),
                None => summary.open.no_actor += 1,
            },
            Label::Quote => {
                details.attribution.iter().filter_map(|held| held.who.actor()).for_each(|actor| count(actor, |c| c.quotes += 1));
                summary.open.no_speaker += usize::from(details.attribution.is_empty());
            }
            Label::Claim => {
                details.attribution.iter().filter_map(|held| held.who.actor()).for_each(|actor| count(actor, |c| c.claims += 1));
                summary.open.no_source += usize::from(details.attribution.is_empty());
            }
        }
    }
    summary
}
