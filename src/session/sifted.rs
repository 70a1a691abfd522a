//! Defines [`Sifted`]: the candidates on which nobody has said yes or no; looked at again where annotations have changed.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::tree::{Filter, Item, Tree};
use crate::model::{Label, Layer, Rejection};
use crate::suggest::{Candidate, is_open};
use crate::text::ByteOffset;

/// The candidates of one search on which nobody has said yes or no, in the order of the search. A new search needs a new one.
#[derive(Debug, Default)]
pub(super) struct Sifted {
    /// The layer that was looked at last.
    layer: Option<Arc<Layer>>,
    kinds: [Kind; 2],
}

/// The candidates for one label.
#[derive(Debug, Default)]
struct Kind {
    label: Option<Label>,
    /// Whether each of the search's candidates is open.
    is_open: Vec<bool>,
    open: Vec<Candidate>,
    places: Tree<Place>,
}

/// From where to where a candidate goes, and its number.
#[derive(Clone, Copy, Debug)]
struct Place(ByteOffset, ByteOffset, usize);

impl Item for Place {
    type Key = (ByteOffset, ByteOffset, usize);

    fn key(&self) -> Self::Key {
        (self.0, self.1, self.2)
    }

    fn order(&self, key: &Self::Key) -> std::cmp::Ordering {
        self.key().cmp(key)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    fn reach(&self) -> usize {
        self.1.0
    }
}

impl Sifted {
    /// The open candidates for a label.
    pub fn open(&self, label: Label) -> &[Candidate] {
        self.kinds.iter().find(|kind| kind.label == Some(label)).map_or(&[], |kind| &kind.open)
    }

    /// Looks at all candidates the first time, and then at those where the layer is other than it was.
    pub fn sift(&mut self, layer: &Arc<Layer>, found: [(Label, &Vec<Candidate>); 2]) {
        let Some(before) = self.layer.replace(Arc::clone(layer)) else {
            self.kinds = found.map(|(label, all)| Kind::new(label, all, layer));
            return;
        };
        let changed = layer.differences(&before);
        let edges = changed.iter().flat_map(|(gone, new)| gone.iter().chain(new)).map(|a| (a.label, a.start(), a.end()));
        let mut places: Vec<(Label, ByteOffset, ByteOffset)> = edges.collect();
        if !Arc::ptr_eq(&before.rejected, &layer.rejected) {
            let (old, new): (HashSet<&Rejection>, HashSet<&Rejection>) =
                (before.rejected.iter().collect(), layer.rejected.iter().collect());
            places.extend(old.symmetric_difference(&new).map(|no| (no.label, no.fragment.span.start(), no.fragment.span.end())));
        }
        for (kind, (label, all)) in self.kinds.iter_mut().zip(found) {
            for (_, start, end) in places.iter().filter(|(of, ..)| *of == label) {
                kind.look_again(*start, *end, label, all, layer);
            }
        }
    }
}

impl Kind {
    fn new(label: Label, all: &[Candidate], layer: &Layer) -> Self {
        let is_open: Vec<bool> = all.iter().map(|candidate| is_open(layer, label, candidate)).collect();
        let open = all.iter().zip(&is_open).filter(|(_, open)| **open).map(|(candidate, _)| candidate.clone()).collect();
        let extents = all.iter().enumerate().filter_map(|(at, candidate)| candidate.extent().zip(Some(at)));
        let mut places: Vec<Place> = extents.map(|((start, end), at)| Place(start, end, at)).collect();
        places.sort_by_key(Item::key);
        Self { label: Some(label), is_open, open, places: Tree::from_sorted(places) }
    }

    /// Looks again at the candidates that touch the bytes `start..=end`.
    fn look_again(&mut self, start: ByteOffset, end: ByteOffset, label: Label, all: &[Candidate], layer: &Layer) {
        let near = self.places.filtered(Filter { reach: start.0, flags: 0 });
        for Place(.., at) in near.take_while(|place| place.0 <= end) {
            let Some((candidate, held)) = all.get(*at).zip(self.is_open.get_mut(*at)) else { continue };
            let is = is_open(layer, label, candidate);
            if std::mem::replace(held, is) == is {
                continue;
            }
            let before = self.is_open.iter().take(*at).filter(|open| **open).count();
            if is {
                self.open.insert(before, candidate.clone());
            } else if before < self.open.len() {
                self.open.remove(before);
            }
        }
    }
}
