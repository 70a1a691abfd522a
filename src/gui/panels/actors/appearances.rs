//! Keeps where an actor appears in the set, grouped by article; updated when the set changes.

use std::sync::{Arc, Weak};

use crate::model::{ActorId, Annotator, ArticleId, Document, Label, Layer};
use crate::session::{Appearance, Session};

/// One row under the form of an actor's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageRow {
    /// Everything above the list.
    Form,
    /// The heading of an article, with the annotator and the number of its shown annotations.
    Article(ArticleId, Annotator, usize),
    /// An annotation, by its index in `found`.
    Place(usize),
    Nothing,
}

/// Where an actor appears.
#[derive(Debug, Default)]
pub struct Appearances {
    /// Weak, so that keeping it does not force the next edit to copy the set.
    made_for: Option<(Weak<Document>, ActorId, [bool; 3])>,
    /// The layers that were read; edits of the register leave them unchanged.
    read: Vec<Weak<Layer>>,
    pub found: Vec<Appearance>,
    pub rows: Vec<PageRow>,
    /// Number of annotations of each label, shown or not.
    pub counts: [usize; 3],
    /// Labels that are hidden.
    pub hidden: [bool; 3],
}

impl Appearances {
    /// Updates the rows if the set has changed. Returns whether it did.
    pub fn update(&mut self, session: &Session, actor: &ActorId) -> bool {
        let document = session.document();
        let same = |made: &Weak<Document>| std::ptr::eq(made.as_ptr(), Arc::as_ptr(document));
        let found = self.made_for.as_ref().is_some_and(|(made, of, _)| same(made) && of == actor);
        if found && self.made_for.as_ref().is_some_and(|(_, _, hidden)| *hidden == self.hidden) {
            return false;
        }
        let of = self.made_for.as_ref().is_some_and(|(_, of, _)| of == actor);
        let known = found || (of && self.has_read(document));
        if !known {
            self.found = session.appearances(actor);
            self.read = document.layers.values().map(Arc::downgrade).collect();
            self.counts = Label::ALL.map(|label| self.found.iter().filter(|held| held.annotation.label == label).count());
        }
        self.rows = vec![PageRow::Form];
        let hides = |label: Label| Label::ALL.iter().zip(self.hidden).any(|(of, hidden)| hidden && *of == label);
        let mut head = None;
        for (at, held) in self.found.iter().enumerate().filter(|(_, held)| !hides(held.annotation.label)) {
            match head.and_then(|head| self.rows.get_mut(head)) {
                Some(PageRow::Article(article, by, count)) if *article == held.article && *by == held.annotator => *count += 1,
                _ => {
                    head = Some(self.rows.len());
                    self.rows.push(PageRow::Article(held.article.clone(), held.annotator.clone(), 1));
                }
            }
            self.rows.push(PageRow::Place(at));
        }
        if self.rows.len() == 1 {
            self.rows.push(PageRow::Nothing);
        }
        self.made_for = Some((Arc::downgrade(document), actor.clone(), self.hidden));
        true
    }
    /// Whether the layers are those that were read last.
    fn has_read(&self, document: &Document) -> bool {
        let same = |(read, layer): (&Weak<Layer>, &Arc<Layer>)| std::ptr::eq(read.as_ptr(), Arc::as_ptr(layer));
        self.read.len() == document.layers.len() && self.read.iter().zip(document.layers.values()).all(same)
    }
}
