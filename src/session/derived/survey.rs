//! Defines [`Survey`]: counts, links and batches of the whole set, updated where annotations have changed.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::batch_index::{BatchIndex, less};
use super::counts::Counts;
use super::layer_summary::{Summary, counted};
use super::name_index::{ActorHit, NameIndex};
use crate::model::tree::Map;
use crate::model::{ActorId, Annotation, AnnotationId, Annotator, Article, ArticleId, Document, Layer, Register};
use crate::session::set::link_end::End;

type Key = (ArticleId, Annotator);
/// A version of a layer, with its article.
type Version<'d> = (&'d Layer, Option<&'d Article>);

/// Aggregates over the whole set, and the layers and articles from which they were read.
#[derive(Debug, Default)]
pub struct Survey {
    layers: Map<Key, Layer>,
    articles: Map<ArticleId, Article>,
    register: Option<Arc<Register>>,
    summaries: BTreeMap<Key, Summary>,
    totals: HashMap<ActorId, Counts>,
    /// By the target of links: the annotations that store them, and how many each.
    holders: HashMap<AnnotationId, BTreeMap<End, usize>>,
    /// Annotations with a link to an annotation that no longer exists; only layers that have some.
    broken: BTreeMap<Key, Arc<BTreeSet<AnnotationId>>>,
    batches: BatchIndex,
    names: NameIndex,
}

impl Survey {
    /// Updates the aggregates to the present state of the document.
    pub fn update(&mut self, document: &Document) {
        let (layers, articles) = (std::mem::take(&mut self.layers), std::mem::take(&mut self.articles));
        let zones = |article: Option<&Arc<Article>>| article.map(|article| article.zones.clone()).unwrap_or_default();
        let mut zoned = document.articles.differences(&articles);
        zoned.retain(|(_, before, after)| zones(*before) != zones(*after));
        // Annotations whose links may be broken now, or no longer.
        let mut doubtful: BTreeSet<End> = BTreeSet::new();
        let none = Layer::default();
        for (id, before, after) in &zoned {
            // All annotations of the article are read again, because those in zones do not count.
            for (key, layer) in of_article(&layers, id) {
                self.read(key, (layer, before.map(Arc::as_ref)), (&none, None), &mut doubtful);
            }
            for (key, layer) in of_article(&document.layers, id) {
                self.read(key, (&none, None), (layer, after.map(Arc::as_ref)), &mut doubtful);
            }
        }
        let zoned: BTreeSet<&ArticleId> = zoned.iter().map(|(id, ..)| *id).collect();
        for (key, before, after) in document.layers.differences(&layers) {
            if !zoned.contains(&key.0) {
                let article = document.article(&key.0).map(Arc::as_ref);
                let (before, after) = (before.map_or(&none, Arc::as_ref), after.map_or(&none, Arc::as_ref));
                self.read(key, (before, article), (after, article), &mut doubtful);
            }
        }
        (self.layers, self.articles) = (document.layers.clone(), document.articles.clone());
        self.look_for_broken(document, doubtful);
        if !self.register.as_ref().is_some_and(|held| Arc::ptr_eq(held, &document.register)) {
            self.names.update(&document.register);
            self.register = Some(Arc::clone(&document.register));
        }
    }

    /// How often an actor is mentioned and quoted in the set.
    #[must_use]
    pub fn counts(&self, actor: &ActorId) -> Counts {
        self.totals.get(actor).copied().unwrap_or_default()
    }

    /// The annotations that store links to this one.
    pub fn holders_of(&self, id: &AnnotationId) -> impl Iterator<Item = &End> {
        self.holders.get(id).into_iter().flat_map(BTreeMap::keys)
    }

    /// The annotations of a layer with a link to an annotation that no longer exists; `None` if there are none.
    #[must_use]
    pub fn broken_in(&self, article: &ArticleId, annotator: &Annotator) -> Option<&Arc<BTreeSet<AnnotationId>>> {
        self.broken.get(&(article.clone(), annotator.clone()))
    }

    /// What is left of each batch.
    pub(in crate::session) fn batches(&self) -> &BatchIndex {
        &self.batches
    }

    /// The names of the register, folded.
    #[must_use]
    pub fn names(&self) -> &NameIndex {
        &self.names
    }

    /// The actors that match what was typed, best first, at most `most`.
    #[must_use]
    pub fn find_actors(&self, typed: &str, most: usize) -> Vec<ActorHit> {
        self.names.find(typed, most, |id| self.counts(id))
    }

    /// Updates the aggregates from one version of a layer to another.
    fn read(&mut self, key: &Key, before: Version<'_>, after: Version<'_>, doubtful: &mut BTreeSet<End>) {
        let mut summary = self.summaries.remove(key).unwrap_or_default();
        for (gone, new) in after.0.differences(before.0) {
            if let Some(gone) = gone {
                self.take(key, &mut summary, gone, before.1);
            }
            if let Some(new) = new {
                self.add(key, &mut summary, new, after.1);
                if !new.details.links.is_empty() {
                    doubtful.insert((key.0.clone(), new.id.clone()));
                }
            }
            for changed in gone.into_iter().chain(new).filter(|_| !self.holders.is_empty()) {
                doubtful.extend(self.holders_of(&changed.id).cloned());
            }
        }
        if !summary.is_empty() {
            self.summaries.insert(key.clone(), summary);
        }
    }

    fn add(&mut self, key: &Key, summary: &mut Summary, annotation: &Annotation, article: Option<&Article>) {
        for (actor, counts) in counted(annotation, article) {
            let is_new = !summary.names(&actor) && !self.elsewhere_in_article(key, &actor);
            summary.add(&actor, counts);
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

    fn take(&mut self, key: &Key, summary: &mut Summary, annotation: &Annotation, article: Option<&Article>) {
        for (actor, counts) in counted(annotation, article) {
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
        if !annotation.details.links.is_empty() {
            self.set_broken(key, &annotation.id, false);
        }
    }

    /// Checks again whether the targets of these annotations' links exist.
    fn look_for_broken(&mut self, document: &Document, doubtful: BTreeSet<End>) {
        let there = |(article, id): &End| document.layers_of(article).any(|(_, layer)| layer.get(id).is_some());
        for (article, id) in doubtful {
            for (annotator, layer) in document.layers_of(&article) {
                let Some(annotation) = layer.get(&id) else { continue };
                let is_broken = !annotation.details.links.iter().all(|link| there(&(link.article.clone(), link.to.clone())));
                self.set_broken(&(article.clone(), annotator.clone()), &id, is_broken);
            }
        }
    }

    fn set_broken(&mut self, key: &Key, id: &AnnotationId, is_broken: bool) {
        if self.broken.get(key).is_some_and(|broken| broken.contains(id)) == is_broken {
            return;
        }
        let broken = Arc::make_mut(self.broken.entry(key.clone()).or_default());
        if is_broken {
            broken.insert(id.clone());
            return;
        }
        broken.remove(id);
        if broken.is_empty() {
            self.broken.remove(key);
        }
    }

    /// Whether another annotator's layer of the same article names the actor too.
    fn elsewhere_in_article(&self, key: &Key, actor: &ActorId) -> bool {
        let from = (key.0.clone(), Annotator::least());
        let of_article = self.summaries.range(from..).take_while(|((article, _), _)| *article == key.0);
        of_article.filter(|(other, _)| *other != key).any(|(_, summary)| summary.names(actor))
    }
}

/// The layers of one article.
fn of_article<'l>(layers: &'l Map<Key, Layer>, article: &ArticleId) -> impl Iterator<Item = (&'l Key, &'l Arc<Layer>)> {
    let article = article.clone();
    layers.from(&(article.clone(), Annotator::least())).take_while(move |(key, _)| key.0 == article)
}
