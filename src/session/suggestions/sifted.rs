//! Defines [`Sifted`], the suggestions that nobody has accepted or rejected, updated where annotations have changed.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::tree::{Filter, Item, Tree};
use crate::model::{Label, Layer, Rejection};
use crate::suggest::Suggestion;
use crate::text::ByteOffset;

/// The suggestions of one search that nobody has accepted or rejected, in the order of the search. Make a new one for a new search.
#[derive(Debug, Default)]
pub struct Sifted {
    /// The layer for which the suggestions were checked last.
    layer: Option<Arc<Layer>>,
    kinds: [Kind; 2],
}

/// The suggestions for one label.
#[derive(Debug, Default)]
struct Kind {
    label: Option<Label>,
    /// Whether each of the search's suggestions is open.
    is_open: Vec<bool>,
    open: Vec<Suggestion>,
    places: Tree<Place>,
}

/// Start and end of a suggestion, and its number.
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
    /// The open suggestions for a label.
    pub fn open(&self, label: Label) -> &[Suggestion] {
        self.kinds.iter().find(|kind| kind.label == Some(label)).map_or(&[], |kind| &kind.open)
    }

    /// The numbers of the suggestions for a label that touch the bytes `start..=end`, open or not, sorted.
    pub fn touching(&self, label: Label, start: ByteOffset, end: ByteOffset) -> Vec<usize> {
        let kind = self.kinds.iter().find(|kind| kind.label == Some(label));
        let mut numbers: Vec<usize> = kind.into_iter().flat_map(|kind| kind.touching(start, end)).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Checks all suggestions the first time, and then those that a change of the layer touches.
    ///
    /// Whether a suggestion is open must depend only on what touches it.
    pub fn sift(&mut self, layer: &Arc<Layer>, found: [(Label, &[Suggestion]); 2], is_open: impl Fn(Label, &Suggestion) -> bool) {
        let Some(before) = self.layer.replace(Arc::clone(layer)) else {
            self.kinds = found.map(|(label, all)| Kind::new(label, all, |suggestion| is_open(label, suggestion)));
            return;
        };
        let changed = layer.differences(&before);
        let edges = changed.iter().flat_map(|(gone, new)| gone.iter().chain(new)).map(|a| (a.start(), a.end()));
        let mut places: Vec<(ByteOffset, ByteOffset)> = edges.collect();
        if !Arc::ptr_eq(&before.rejected, &layer.rejected) {
            let (old, new): (HashSet<&Rejection>, HashSet<&Rejection>) =
                (before.rejected.iter().collect(), layer.rejected.iter().collect());
            places.extend(old.symmetric_difference(&new).map(|no| (no.fragment.span.start(), no.fragment.span.end())));
        }
        for (kind, (label, all)) in self.kinds.iter_mut().zip(found) {
            for (start, end) in &places {
                kind.look_again(*start, *end, all, |suggestion| is_open(label, suggestion));
            }
        }
    }
}

impl Kind {
    fn new(label: Label, all: &[Suggestion], is_open: impl Fn(&Suggestion) -> bool) -> Self {
        let is_open: Vec<bool> = all.iter().map(is_open).collect();
        let open = all.iter().zip(&is_open).filter(|(_, open)| **open).map(|(suggestion, _)| suggestion.clone()).collect();
        let extents = all.iter().enumerate().filter_map(|(at, suggestion)| suggestion.extent().zip(Some(at)));
        let mut places: Vec<Place> = extents.map(|((start, end), at)| Place(start, end, at)).collect();
        places.sort_by_key(Item::key);
        Self { label: Some(label), is_open, open, places: Tree::from_sorted(places) }
    }

    fn touching(&self, start: ByteOffset, end: ByteOffset) -> impl Iterator<Item = usize> {
        let reaching = self.places.filtered(Filter { reach: start.0, flags: 0 });
        reaching.take_while(move |place| place.0 <= end).map(|Place(.., number)| *number)
    }

    /// Checks the suggestions again that touch the bytes `start..=end`.
    fn look_again(&mut self, start: ByteOffset, end: ByteOffset, all: &[Suggestion], is_open: impl Fn(&Suggestion) -> bool) {
        let near: Vec<usize> = self.touching(start, end).collect();
        for at in near {
            let Some((suggestion, held)) = all.get(at).zip(self.is_open.get_mut(at)) else { continue };
            let is = is_open(suggestion);
            if std::mem::replace(held, is) == is {
                continue;
            }
            let before = self.is_open.iter().take(at).filter(|open| **open).count();
            if is {
                self.open.insert(before, suggestion.clone());
            } else if before < self.open.len() {
                self.open.remove(before);
            }
        }
    }
}
