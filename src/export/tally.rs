//! Defines [`Tally`]: counts of the mentions, quotes and claims of each actor.

use std::collections::{BTreeSet, HashMap};

use super::rows::annotation_rows::Page;
use crate::model::{ActorId, Label};

/// The counts of one actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub mentions: usize,
    pub articles: usize,
    pub quotes: usize,
    pub claims: usize,
}

/// Counts over all articles. Annotations in zones are not counted.
#[derive(Debug, Default)]
pub struct Tally {
    counts: HashMap<ActorId, Count>,
}

impl Tally {
    /// Adds the annotations of one article.
    pub fn add(&mut self, page: &Page<'_>) {
        let mut here: BTreeSet<&ActorId> = BTreeSet::new();
        for mark in page.marks.iter().filter(|mark| !mark.zone) {
            let said = mark.details.attribution.iter().filter_map(|one| one.who.actor());
            // An actor that is listed twice counts once.
            let actors: BTreeSet<&ActorId> =
                if mark.label == Label::Actor { mark.actor.into_iter().collect() } else { said.collect() };
            for actor in &actors {
                let count = self.count(actor);
                match mark.label {
                    Label::Quote => count.quotes += 1,
                    Label::Claim => count.claims += 1,
                    Label::Actor => count.mentions += 1,
                }
            }
            here.extend(actors);
        }
        for actor in here {
            self.count(actor).articles += 1;
        }
    }

    /// The counts of an actor.
    #[must_use]
    pub fn of(&self, actor: &ActorId) -> Count {
        self.counts.get(actor).copied().unwrap_or_default()
    }

    fn count(&mut self, actor: &ActorId) -> &mut Count {
        self.counts.entry(actor.clone()).or_default()
    }
}
