//! Defines [`Links`]: every link of the set, judged, with the annotations at its ends as they come by.

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
    /// Everything that a link leads from or to, sorted, with what the tables say of it.
    ids: Vec<AnnotationId>,
    ends: Vec<Option<End>>,
    /// Links that speak for it, and against it.
    weights: Vec<(usize, usize)>,
}

impl Links {
    /// Judges them; adds a line to `findings` for each that does not hold.
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

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// Whether a link leads from or to that annotation.
    #[must_use]
    pub fn has(&self, id: &AnnotationId) -> bool {
        self.place(id).is_some()
    }

    /// Keeps what the tables say of an annotation that is linked. Of two with one id the first stays.
    pub fn keep(&mut self, id: &AnnotationId, end: impl FnOnce() -> End) {
        if let Some(place) = self.place(id).and_then(|at| self.ends.get_mut(at)) {
            place.get_or_insert_with(end);
        }
    }

    /// What the tables say of an annotation that is linked; nothing before it has come by.
    #[must_use]
    pub fn end(&self, id: &AnnotationId) -> Option<&End> {
        self.ends.get(self.place(id)?)?.as_ref()
    }

    /// How many links speak for an annotation, and how many against it.
    #[must_use]
    pub fn weight(&self, id: &AnnotationId) -> (usize, usize) {
        self.place(id).and_then(|at| self.weights.get(at)).copied().unwrap_or_default()
    }

    /// Every link, in the order in which they came.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// What the links gather.
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
