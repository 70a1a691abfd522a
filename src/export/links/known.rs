//! Defines [`Links`]: every link of the set, checked, and the annotations at the ends.

use super::clusters::Clusters;
use super::edge::{Edge, Labels, StoredLink};
use super::end::End;
use crate::model::check::links::{Again, Tie, Ties, link_breach};
use crate::model::{AnnotationId, LinkKind};

/// Every link of the set.
#[derive(Debug, Default)]
pub struct Links {
    edges: Vec<Edge>,
    clusters: Clusters,
    /// The linked annotations, sorted. `ends` and `weights` have the same indices.
    ids: Vec<AnnotationId>,
    ends: Vec<Option<End>>,
    /// Number of links that support and that contradict each annotation.
    weights: Vec<(usize, usize)>,
}

impl Links {
    /// Checks the links. Adds a line to `findings` for each that is wrong.
    #[must_use]
    pub fn new(stored: Vec<StoredLink>, labels: &Labels, findings: &mut Vec<String>) -> Self {
        let mut ties = Ties::default();
        let mut edges = Vec::with_capacity(stored.len());
        for StoredLink { article, annotator, from, label, link } in stored {
            let to = labels.get(&link.article).and_then(|there| there.get(&link.to)).copied();
            let breach = link_breach(&from, label, &link, to);
            let holds = breach.is_none();
            let again = to.and_then(|_| ties.add(&from, &link));
            let is_new = !matches!(again, Some(Again::Tie(_)));
            let told = breach.into_iter().chain(again.map(Again::into_words));
            findings.extend(told.map(|what| format!("annotations/{annotator}/{article}: {from}: {what}")));
            if is_new {
                let tie = Tie::new(&from, &link);
                let gone = to.is_none();
                let (from, to) = if gone { (from, link.to) } else { (tie.from, tie.to) };
                edges.push(Edge { id: link.id, kind: link.kind, from, to, annotator, note: link.note, gone, holds });
            }
        }
        let mut ids: Vec<AnnotationId> = edges.iter().flat_map(|edge| [edge.from.clone(), edge.to.clone()]).collect();
        ids.sort();
        ids.dedup();
        let mut links =
            Self { ends: ids.iter().map(|_| None).collect(), weights: vec![(0, 0); ids.len()], ids, ..Self::default() };
        for edge in edges.iter().filter(|edge| edge.holds) {
            match edge.kind {
                LinkKind::Supports => links.weigh(&edge.to, (1, 0)),
                LinkKind::Corroborates => [&edge.from, &edge.to].iter().for_each(|id| links.weigh(id, (1, 0))),
                LinkKind::Contradicts => [&edge.from, &edge.to].iter().for_each(|id| links.weigh(id, (0, 1))),
                LinkKind::SameStatement | LinkKind::SamePosition | LinkKind::Tension | LinkKind::AttributionConflict => {}
            }
        }
        links.clusters = Clusters::new(&edges);
        links.edges = edges;
        links
    }

    /// Whether there are no links.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// Whether that annotation is linked.
    #[must_use]
    pub fn has(&self, id: &AnnotationId) -> bool {
        self.place(id).is_some()
    }

    /// Stores the end for a linked annotation. Of two with the same id, the first is kept.
    pub fn keep(&mut self, id: &AnnotationId, end: impl FnOnce() -> End) {
        if let Some(place) = self.place(id).and_then(|at| self.ends.get_mut(at)) {
            place.get_or_insert_with(end);
        }
    }

    /// The stored end of a linked annotation; `None` if it has not been stored.
    #[must_use]
    pub fn end(&self, id: &AnnotationId) -> Option<&End> {
        self.ends.get(self.place(id)?)?.as_ref()
    }

    /// Number of links that support an annotation, and that contradict it.
    #[must_use]
    pub fn weight(&self, id: &AnnotationId) -> (usize, usize) {
        self.place(id).and_then(|at| self.weights.get(at)).copied().unwrap_or_default()
    }

    /// Every link, in the order in which they were found.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The clusters of the links.
    #[must_use]
    pub fn clusters(&self) -> &Clusters {
        &self.clusters
    }

    fn place(&self, id: &AnnotationId) -> Option<usize> {
        if self.ids.is_empty() { None } else { self.ids.binary_search(id).ok() }
    }

    fn weigh(&mut self, id: &AnnotationId, (supporting, contradicting): (usize, usize)) {
        if let Some(weight) = self.place(id).and_then(|at| self.weights.get_mut(at)) {
            weight.0 += supporting;
            weight.1 += contradicting;
        }
    }
}
