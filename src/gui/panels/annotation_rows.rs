//! Keeps the rows of the annotation list: filtered, made anew only when the annotations or the filter change.

use std::sync::{Arc, Weak};

use crate::gui::fold::Query;
use crate::model::{AnnotationId, Label, Layer};

/// One row of the list, by its place in the layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Lost(usize),
    Annotation(usize),
}

/// The rows of the annotation list, lost ones on top.
#[derive(Debug, Default)]
pub struct AnnotationRows {
    /// Weak, so that what is shown does not make the next edit copy the layer.
    made_for: Option<(Weak<Layer>, String, [bool; 3])>,
    pub rows: Vec<Row>,
    /// How many annotations each label has, shown or not, in the order of the label bar.
    pub counts: [usize; 3],
}

impl AnnotationRows {
    /// Makes the rows when something changed. Returns whether it did.
    pub fn update(&mut self, layer: Option<&Arc<Layer>>, filter: &str, hidden: [bool; 3]) -> bool {
        let Some(layer) = layer else {
            let had = self.made_for.take().is_some();
            *self = Self::default();
            return had;
        };
        let same = |made: &Weak<Layer>| std::ptr::eq(made.as_ptr(), Arc::as_ptr(layer));
        let fresh = self.made_for.as_ref().is_some_and(|(l, f, h)| same(l) && f == filter && *h == hidden);
        if fresh {
            return false;
        }
        let query = Query::new(filter);
        let hides = |label: Label| Label::ALL.iter().zip(hidden).any(|(l, hidden)| hidden && *l == label);
        self.counts = Label::ALL.map(|label| layer.annotations().iter().filter(|a| a.label == label).count());
        let found = |(at, label, words, note, unsure): (Row, Label, String, &str, bool)| {
            let flags = (if unsure { "unsure" } else { "" }, if note.is_empty() { "" } else { "note" });
            (!hides(label) && query.matches(&[&words, label.as_str(), note, flags.0, flags.1])).then_some(at)
        };
        // Without a filter nobody reads them, and there may be ten thousand.
        let words = |all: &dyn Fn() -> String| if query.is_empty() { String::new() } else { all() };
        let lost = layer.lost.iter().enumerate();
        let lost =
            lost.map(|(at, a)| (Row::Lost(at), a.label, words(&|| a.words()), a.note.as_str(), a.unsure)).filter_map(found);
        let kept = layer.annotations().iter().enumerate();
        let kept =
            kept.map(|(at, a)| (Row::Annotation(at), a.label, words(&|| a.words()), a.note.as_str(), a.unsure)).filter_map(found);
        self.rows = lost.chain(kept).collect();
        self.made_for = Some((Arc::downgrade(layer), filter.to_owned(), hidden));
        true
    }

    /// The row of an annotation that is shown.
    #[must_use]
    pub fn position(&self, layer: &Layer, id: &AnnotationId) -> Option<usize> {
        let at = Row::Annotation(layer.position(id)?);
        self.rows.iter().position(|row| *row == at)
    }
}
