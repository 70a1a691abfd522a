//! Keeps the filtered rows of the annotation list, updated incrementally when annotations change.

use std::sync::Arc;

use crate::model::{Annotation, AnnotationId, Label, Layer};
use crate::text::Filter;

/// With more changes than this, all rows are rebuilt.
const FEW: usize = 64;

/// One row of the list, by its index in the layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    Lost(usize),
    Annotation(usize),
}

/// A change of the rows; changes are applied in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// All rows were rebuilt.
    All,
    Removed(usize),
    Inserted(usize, AnnotationId),
}

/// The rows of the annotation list; annotations whose text was not found come first.
#[derive(Debug, Default)]
pub struct AnnotationRows {
    made_for: Option<(Arc<Layer>, String, [bool; 3])>,
    pub rows: Vec<Row>,
    /// Number of annotations of each label, shown or not, in the order of the label bar.
    pub counts: [usize; 3],
}

impl AnnotationRows {
    /// Updates the rows. Returns the changes; empty if nothing has changed.
    pub fn update(&mut self, layer: Option<&Arc<Layer>>, filter: &str, hidden: [bool; 3]) -> Vec<Change> {
        let Some(layer) = layer else {
            let had = self.made_for.is_some();
            *self = Self::default();
            return if had { vec![Change::All] } else { Vec::new() };
        };
        let shown = Shown { query: Filter::new(filter), hidden };
        if let Some((before, of, hid)) = &mut self.made_for
            && of == filter
            && *hid == hidden
        {
            if Arc::ptr_eq(before, layer) {
                return Vec::new();
            }
            let before = std::mem::replace(before, Arc::clone(layer));
            let changed = layer.differences(&before);
            if before.lost == layer.lost && changed.len() <= FEW {
                return self.follow(&before, layer, &changed, &shown);
            }
        }
        self.counts = Label::ALL.map(|label| layer.annotations().iter().filter(|a| a.label == label).count());
        let lost = layer.lost.iter().enumerate().filter(|(_, a)| shown.fits(a.label, &|| a.words(), &a.note, a.unsure));
        let lost = lost.map(|(at, _)| Row::Lost(at));
        let kept = layer.annotations().iter().enumerate().filter(|(_, a)| shown.has(a));
        self.rows = lost.chain(kept.map(|(at, _)| Row::Annotation(at))).collect();
        self.made_for = Some((Arc::clone(layer), filter.to_owned(), hidden));
        vec![Change::All]
    }

    /// Applies a few changes of the layer, given in text order.
    fn follow(&mut self, before: &Layer, layer: &Layer, changed: &[Pair<'_>], shown: &Shown) -> Vec<Change> {
        let mut found = Vec::new();
        let (mut gone_so_far, mut new_so_far) = (0, 0);
        for (gone, new) in changed {
            if let Some((gone, at)) = gone.and_then(|gone| Some((gone, before.position(&gone.id)?))) {
                self.count(gone.label, false);
                let at = Row::Annotation(at + new_so_far - gone_so_far);
                let row = self.rows.partition_point(|held| *held < at);
                if self.rows.get(row) == Some(&at) {
                    self.rows.remove(row);
                    found.push(Change::Removed(row));
                }
                self.places_after(row).for_each(|place| *place -= 1);
                gone_so_far += 1;
            }
            if let Some((new, place)) = new.and_then(|new| Some((new, layer.position(&new.id)?))) {
                self.count(new.label, true);
                let at = Row::Annotation(place);
                let row = self.rows.partition_point(|held| *held < at);
                self.places_after(row).for_each(|place| *place += 1);
                if shown.has(new) {
                    self.rows.insert(row, at);
                    found.push(Change::Inserted(row, new.id.clone()));
                }
                new_so_far += 1;
            }
        }
        found
    }

    fn count(&mut self, label: Label, more: bool) {
        for (count, _) in self.counts.iter_mut().zip(Label::ALL).filter(|(_, of)| *of == label) {
            *count = if more { *count + 1 } else { count.saturating_sub(1) };
        }
    }

    fn places_after(&mut self, row: usize) -> impl Iterator<Item = &mut usize> {
        self.rows.iter_mut().skip(row).filter_map(|row| match row {
            Row::Annotation(place) => Some(place),
            Row::Lost(_) => None,
        })
    }

    /// The row of an annotation. `None` if it is not shown.
    #[must_use]
    pub fn position(&self, layer: &Layer, id: &AnnotationId) -> Option<usize> {
        self.rows.binary_search(&Row::Annotation(layer.position(id)?)).ok()
    }
}

/// An annotation before and after a change.
type Pair<'l> = (Option<&'l Arc<Annotation>>, Option<&'l Arc<Annotation>>);

/// The filter that decides which annotations have a row.
struct Shown {
    query: Filter,
    hidden: [bool; 3],
}

impl Shown {
    fn has(&self, annotation: &Annotation) -> bool {
        self.fits(annotation.label, &|| annotation.words(), &annotation.note, annotation.unsure)
    }

    fn fits(&self, label: Label, words: &dyn Fn() -> String, note: &str, unsure: bool) -> bool {
        if Label::ALL.iter().zip(self.hidden).any(|(of, hidden)| hidden && *of == label) {
            return false;
        }
        let flags = (if unsure { "unsure" } else { "" }, if note.is_empty() { "" } else { "note" });
        // Without a filter the words are not needed, and there may be ten thousand annotations.
        self.query.is_empty() || self.query.matches(&[&words(), label.as_str(), note, flags.0, flags.1])
    }
}

#[cfg(test)]
mod tests;
