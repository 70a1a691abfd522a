//! Defines [`Clusters`]: the connected annotations of each relation.
//!
//! Links of the kind “same statement” count in every relation: a cluster of contradictions contains each claim that
//! contradicts another one in it, and every claim that is the same statement as one of these. Otherwise an outlet that
//! repeats a disputed claim would be missing from the dispute.

use std::collections::BTreeMap;

use super::edge::Edge;
use crate::model::{AnnotationId, LinkKind};

/// The relations that have clusters, in the order of the tables.
pub const RELATIONS: [LinkKind; 4] =
    [LinkKind::SameStatement, LinkKind::SamePosition, LinkKind::Corroborates, LinkKind::Contradicts];

/// The clusters of each of [`RELATIONS`].
#[derive(Debug, Default)]
pub struct Clusters {
    relations: Vec<Relation>,
}

/// The clusters of one relation.
#[derive(Debug)]
struct Relation {
    kind: LinkKind,
    /// The annotations in clusters, sorted, each with the index of the smallest id of its cluster.
    members: Vec<(AnnotationId, usize)>,
}

impl Clusters {
    /// Finds the clusters of all valid links.
    #[must_use]
    pub fn new(edges: &[Edge]) -> Self {
        Self { relations: RELATIONS.into_iter().map(|kind| Relation::new(kind, edges)).collect() }
    }

    /// The smallest id of the cluster of an annotation, which identifies the cluster; `None` if it is in none.
    #[must_use]
    pub fn of(&self, kind: LinkKind, id: &AnnotationId) -> Option<&AnnotationId> {
        let members = &self.relations.iter().find(|relation| relation.kind == kind)?.members;
        let (_, first) = members.get(members.binary_search_by(|(member, _)| member.cmp(id)).ok()?)?;
        members.get(*first).map(|(first, _)| first)
    }

    /// Every cluster: its relation, its id and its members, sorted in this order.
    pub fn all(&self) -> impl Iterator<Item = (LinkKind, &AnnotationId, Vec<&AnnotationId>)> {
        self.relations.iter().flat_map(|Relation { kind, members }| {
            let mut clusters: BTreeMap<usize, Vec<&AnnotationId>> = BTreeMap::new();
            for (id, first) in members {
                clusters.entry(*first).or_default().push(id);
            }
            clusters.into_values().filter_map(|own| Some((*kind, *own.first()?, own))).collect::<Vec<_>>()
        })
    }
}

impl Relation {
    fn new(kind: LinkKind, edges: &[Edge]) -> Self {
        let carries = |edge: &&Edge| edge.holds && (edge.kind == kind || edge.kind == LinkKind::SameStatement);
        let mut ids: Vec<&AnnotationId> = edges.iter().filter(carries).flat_map(|edge| [&edge.from, &edge.to]).collect();
        ids.sort();
        ids.dedup();
        let place = |id: &AnnotationId| ids.binary_search(&id).unwrap_or_default();
        // The smaller index is the parent, so the root of a tree is its smallest id.
        let mut parents: Vec<usize> = (0..ids.len()).collect();
        for edge in edges.iter().filter(carries) {
            let (a, b) = (root(&mut parents, place(&edge.from)), root(&mut parents, place(&edge.to)));
            if let Some(parent) = parents.get_mut(a.max(b)) {
                *parent = a.min(b);
            }
        }
        let mut own = vec![false; ids.len()];
        for edge in edges.iter().filter(|edge| edge.holds && edge.kind == kind) {
            let root = root(&mut parents, place(&edge.from));
            own.get_mut(root).into_iter().for_each(|own| *own = true);
        }
        let roots: Vec<usize> = (0..ids.len()).map(|at| root(&mut parents, at)).collect();
        let kept: Vec<(usize, usize)> =
            roots.into_iter().enumerate().filter(|(_, root)| own.get(*root).copied().unwrap_or_default()).collect();
        // Indices among those kept.
        let first = |root: usize| kept.partition_point(|(at, _)| *at < root);
        let members = kept.iter().filter_map(|&(at, root)| Some(((*ids.get(at)?).clone(), first(root)))).collect();
        Self { kind, members }
    }
}

fn root(parents: &mut [usize], at: usize) -> usize {
    let mut at = at;
    loop {
        let parent = parents.get(at).copied().unwrap_or(at);
        if parent == at {
            return at;
        }
        // Path halving keeps the trees flat.
        let above = parents.get(parent).copied().unwrap_or(parent);
        parents.get_mut(at).into_iter().for_each(|parent| *parent = above);
        at = above;
    }
}
