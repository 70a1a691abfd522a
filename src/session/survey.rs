//! Keeps what can be read off the whole set at hand: counts, links' holders, batches; renewed annotation by annotation.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::batches::{Batches, less};
use super::links::End;
use super::names::NameIndex;
use super::summary::{Summary, counted};
use crate::model::tree::Map;
use crate::model::{ActorId, Annotation, AnnotationId, Annotator, Article, ArticleId, Document, Layer, Register};

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

    pub(super) fn add(&mut self, other: Self) {
        self.mentions += other.mentions;
        self.quotes += other.quotes;
        self.claims += other.claims;
    }

    pub(super) fn take(&mut self, other: Self) {
        self.mentions = self.mentions.saturating_sub(other.mentions);
        self.quotes = self.quotes.saturating_sub(other.quotes);
        self.claims = self.claims.saturating_sub(other.claims);
    }
}

type Key = (ArticleId, Annotator);

/// What was read off the set, and from which layers and articles it was read.
#[derive(Debug, Default)]
pub struct Survey {
    layers: Map<Key, Layer>,
    articles: Map<ArticleId, Article>,
    register: Option<Arc<Register>>,
    summaries: BTreeMap<Key, Summary>,
    totals: HashMap<ActorId, Counts>,
    /// By the annotation to which they lead: those that hold the links, and how many each.
    holders: HashMap<AnnotationId, BTreeMap<End, usize>>,
    /// The annotations with a link to what is gone; only layers that have some.
    broken: BTreeMap<Key, Arc<BTreeSet<AnnotationId>>>,
    batches: Batches,
    names: NameIndex,
}

impl Survey {
    /// Reads anew what has changed.
    pub fn update(&mut self, document: &Document) {
        let (layers, articles) = (std::mem::take(&mut self.layers), std::mem::take(&mut self.articles));
        // Annotations of which other annotations' links may lead to something or to nothing now, and such as may have new links.
        let mut ids: BTreeSet<AnnotationId> = BTreeSet::new();
        let mut ends: BTreeSet<End> = BTreeSet::new();
        let mut seen: BTreeSet<&ArticleId> = BTreeSet::new();
        let zones = |article: &Option<&Arc<Article>>| article.map(|article| article.zones.clone()).unwrap_or_default();
        let mut zoned = document.articles.differences(&articles);
        zoned.retain(|(_, before, after)| zones(before) != zones(after));
        for (id, before, after) in &zoned {
            // Whatever stands in the article is read again: a zone says which of it counts.
            seen.insert(id);
            let from = (ArticleId::clone(id), Annotator::least());
            for (key, layer) in layers.from(&from).take_while(|(key, _)| key.0 == **id) {
                layer.annotations().iter().for_each(|a| self.take(key, a, before.map(Arc::as_ref)));
                ids.extend(layer.annotations().iter().map(|a| a.id.clone()));
            }
            for (key, layer) in document.layers.from(&from).take_while(|(key, _)| key.0 == **id) {
                layer.annotations().iter().for_each(|a| self.add(key, a, after.map(Arc::as_ref)));
                ids.extend(layer.annotations().iter().map(|a| a.id.clone()));
                ends.extend(layer.linking().map(|a| (key.0.clone(), a.id.clone())));
            }
        }
        let none = Layer::default();
        for (key, before, after) in document.layers.differences(&layers).into_iter().filter(|(key, ..)| !seen.contains(&key.0)) {
            let article = document.article(&key.0).map(Arc::as_ref);
            let before = before.map_or(&none, Arc::as_ref);
            for (gone, new) in after.map_or(&none, Arc::as_ref).differences(before) {
                if let Some(gone) = gone {
                    self.take(key, gone, article);
                    ids.insert(gone.id.clone());
                }
                if let Some(new) = new {
                    self.add(key, new, article);
                    ids.insert(new.id.clone());
                    if !new.details.links.is_empty() {
                        ends.insert((key.0.clone(), new.id.clone()));
                    }
                }
            }
        }
        (self.layers, self.articles) = (document.layers.clone(), document.articles.clone());
        self.look_for_broken(document, &ids, ends);
        if !self.register.as_ref().is_some_and(|held| Arc::ptr_eq(held, &document.register)) {
            self.names.update(&document.register);
            self.register = Some(Arc::clone(&document.register));
        }
    }

    /// How often an actor stands in the set.
    #[must_use]
    pub fn counts(&self, actor: &ActorId) -> Counts {
        self.totals.get(actor).copied().unwrap_or_default()
    }

    /// The annotations that hold links to this one.
    pub fn holders_of(&self, id: &AnnotationId) -> impl Iterator<Item = &End> {
        self.holders.get(id).into_iter().flat_map(BTreeMap::keys)
    }

    /// The annotations of a layer that hold a link to what is gone.
    #[must_use]
    pub fn broken_in(&self, article: &ArticleId, annotator: &Annotator) -> Option<&Arc<BTreeSet<AnnotationId>>> {
        self.broken.get(&(article.clone(), annotator.clone()))
    }

    /// What each bulk act made.
    #[must_use]
    pub fn batches(&self) -> &Batches {
        &self.batches
    }

    /// The names of the register, folded.
    #[must_use]
    pub fn names(&self) -> &NameIndex {
        &self.names
    }

    fn add(&mut self, key: &Key, annotation: &Annotation, article: Option<&Article>) {
        for (actor, counts) in counted(annotation, article) {
            let summary = self.summaries.entry(key.clone()).or_default();
            let is_new = !summary.names(&actor);
            summary.add(&actor, counts);
            let is_new = is_new && !self.elsewhere_in_article(key, &actor);
            let total = self.totals.entry(actor).or_default();
            total.add(counts);
            total.articles += usize::from(is_new);
        }
        for link in &annotation.details.links {
            let held = self.holders.entry(link.to.clone()).or_default();
            *held.entry((key.0.clone(), annotation.id.clone())).or_default() += 1;
        }
        self.batches.add(key, annotation);
    }

    fn take(&mut self, key: &Key, annotation: &Annotation, article: Option<&Article>) {
        for (actor, counts) in counted(annotation, article) {
            let Some(summary) = self.summaries.get_mut(key) else { continue };
            summary.take(&actor, counts);
            let is_gone = !summary.names(&actor) && !self.elsewhere_in_article(key, &actor);
            if let Some(total) = self.totals.get_mut(&actor) {
                total.take(counts);
                total.articles -= usize::from(is_gone);
            }
        }
        for link in &annotation.details.links {
            if let Some(held) = self.holders.get_mut(&link.to) {
                less(held, &(key.0.clone(), annotation.id.clone()));
                if held.is_empty() {
                    self.holders.remove(&link.to);
                }
            }
        }
        self.batches.take(key, annotation);
        if let Some(broken) = self.broken.get_mut(key).filter(|broken| broken.contains(&annotation.id)) {
            Arc::make_mut(broken).remove(&annotation.id);
            if broken.is_empty() {
                self.broken.remove(key);
            }
        }
    }

    /// Looks again whether the links of these annotations lead somewhere, and such as lead to these ids.
    fn look_for_broken(&mut self, document: &Document, ids: &BTreeSet<AnnotationId>, mut ends: BTreeSet<End>) {
        ends.extend(ids.iter().flat_map(|id| self.holders.get(id)).flat_map(BTreeMap::keys).cloned());
        let there = |(article, id): &End| document.layers_of(article).any(|(_, layer)| layer.get(id).is_some());
        for (article, id) in ends {
            for (annotator, layer) in document.layers_of(&article) {
                let Some(annotation) = layer.get(&id) else { continue };
                let is_broken = !annotation.details.links.iter().all(|link| there(&(link.article.clone(), link.to.clone())));
                let key = (article.clone(), annotator.clone());
                let held = self.broken.get(&key).is_some_and(|broken| broken.contains(&id));
                if is_broken && !held {
                    Arc::make_mut(self.broken.entry(key).or_default()).insert(id.clone());
                } else if held
                    && !is_broken
                    && let Some(broken) = self.broken.get_mut(&key)
                {
                    Arc::make_mut(broken).remove(&id);
                    if broken.is_empty() {
                        self.broken.remove(&key);
                    }
                }
            }
        }
    }

    /// Whether another annotator's layer of the same article names the actor too.
    fn elsewhere_in_article(&self, key: &Key, actor: &ActorId) -> bool {
        let from = (key.0.clone(), Annotator::least());
        let of_article = self.summaries.range(from..).take_while(|((article, _), _)| *article == key.0);
        of_article.filter(|(other, _)| *other != key).any(|(_, summary)| summary.names(actor))
    }
}
