//! Keeps what can be read off the whole set at hand: counts and links' holders; renewed layer by layer.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::batches::BatchState;
use super::links::End;
use super::names::NameIndex;
use super::summary::{Summary, summarise};
use crate::model::{ActorId, AnnotationId, Annotator, Article, ArticleId, Document, Layer, Register};

/// How often an actor stands in the set, zones left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub mentions: usize,
    /// Quotes that it speaks.
    pub quotes: usize,
    /// Claims that it is a source of.
    pub claims: usize,
    /// Articles in which any of these stands.
    pub articles: usize,
}

impl Counts {
    /// Mentions, quotes and claims together.
    #[must_use]
    pub fn all(self) -> usize {
        self.mentions + self.quotes + self.claims
    }
}

type Key = (ArticleId, Annotator);
/// A layer and its article as they were read, and what was read off them.
type Seen = (Arc<Layer>, Option<Arc<Article>>, Summary);

/// What was read off the set, and from which layers it was read.
#[derive(Debug, Default)]
pub struct Survey {
    seen: BTreeMap<Key, Seen>,
    totals: HashMap<ActorId, Counts>,
    /// By the annotation to which they lead: those that hold the links.
    holders: HashMap<AnnotationId, BTreeSet<End>>,
    register: Option<Arc<Register>>,
    names: NameIndex,
}

impl Survey {
    /// Reads anew what has changed; what has not is told by its pointer.
    pub fn update(&mut self, document: &Document) {
        let (gone, changed) = self.differences(document);
        for key in gone {
            self.forget(&key);
        }
        for (key, layer) in changed {
            self.forget(key);
            self.learn(key, layer, document.article(&key.0));
        }
        if !self.register.as_ref().is_some_and(|held| Arc::ptr_eq(held, &document.register)) {
            self.names.update(&document.register);
            self.register = Some(Arc::clone(&document.register));
        }
    }

    /// The layers that are gone, and those that are new or changed. Both lists are sorted, so one pass side by side finds them.
    fn differences<'d>(&self, document: &'d Document) -> (Vec<Key>, Vec<(&'d Key, &'d Arc<Layer>)>) {
        let (mut gone, mut changed) = (Vec::new(), Vec::new());
        let mut seen = self.seen.iter().peekable();
        for (key, layer) in &document.layers {
            while let Some((before, _)) = seen.next_if(|(before, _)| *before < key) {
                gone.push(before.clone());
            }
            let article = document.article(&key.0);
            let known = seen.next_if(|(before, _)| *before == key).map(|(_, known)| known);
            let same = known.is_some_and(|(held, of, _)| {
                Arc::ptr_eq(held, layer) && of.as_ref().map(Arc::as_ptr) == article.map(Arc::as_ptr)
            });
            if !same {
                changed.push((key, layer));
            }
        }
        gone.extend(seen.map(|(before, _)| before.clone()));
        (gone, changed)
    }

    /// How often an actor stands in the set.
    #[must_use]
    pub fn counts(&self, actor: &ActorId) -> Counts {
        self.totals.get(actor).copied().unwrap_or_default()
    }

    /// The annotations that hold links to this one.
    pub fn holders_of(&self, id: &AnnotationId) -> impl Iterator<Item = &End> {
        self.holders.get(id).into_iter().flatten()
    }

    /// What each layer of an annotator holds of batches.
    pub fn batches_by(&self, annotator: &Annotator) -> impl Iterator<Item = &BatchState> {
        let own = self.seen.iter().filter(move |((_, by), _)| by == annotator);
        own.flat_map(|(_, (_, _, summary))| summary.batches.values())
    }

    /// The names of the register, folded.
    #[must_use]
    pub fn names(&self) -> &NameIndex {
        &self.names
    }

    fn learn(&mut self, key: &Key, layer: &Arc<Layer>, article: Option<&Arc<Article>>) {
        let summary = summarise(layer, article.map(Arc::as_ref));
        for (actor, counts) in &summary.actors {
            let already = self.elsewhere_in_article(key, actor);
            let total = self.totals.entry(actor.clone()).or_default();
            total.mentions += counts.mentions;
            total.quotes += counts.quotes;
            total.claims += counts.claims;
            total.articles += usize::from(!already);
        }
        for (holder, target) in &summary.links {
            self.holders.entry(target.clone()).or_default().insert((key.0.clone(), holder.clone()));
        }
        self.seen.insert(key.clone(), (Arc::clone(layer), article.cloned(), summary));
    }

    fn forget(&mut self, key: &Key) {
        let Some((_, _, summary)) = self.seen.remove(key) else { return };
        for (actor, counts) in &summary.actors {
            let still = self.elsewhere_in_article(key, actor);
            if let Some(total) = self.totals.get_mut(actor) {
                total.mentions -= counts.mentions;
                total.quotes -= counts.quotes;
                total.claims -= counts.claims;
                total.articles -= usize::from(!still);
            }
        }
        for (holder, target) in &summary.links {
            if let Some(held) = self.holders.get_mut(target) {
                held.remove(&(key.0.clone(), holder.clone()));
                if held.is_empty() {
                    self.holders.remove(target);
                }
            }
        }
    }

    /// Whether another annotator's layer of the same article names the actor too.
    fn elsewhere_in_article(&self, key: &Key, actor: &ActorId) -> bool {
        let from = (key.0.clone(), Annotator::least());
        let of_article = self.seen.range(from..).take_while(|((article, _), _)| *article == key.0);
        of_article.filter(|(other, _)| *other != key).any(|(_, (_, _, summary))| summary.actors.contains_key(actor))
    }
}
