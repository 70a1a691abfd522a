//! Defines [`CodebookView`]: what the codebook's page remembers between frames.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use crate::gui::widgets::drafts::Drafts;
use crate::model::{ArticleId, Document, Scale, Subject};
use crate::session::{Session, Use};

/// What the codebook's page remembers between frames.
#[derive(Debug, Default)]
pub struct CodebookView {
    /// Whether the page lies over the text.
    pub open: bool,
    /// The article, and how often the session asked to show a place, when the page was last drawn.
    seen: Option<(ArticleId, u64)>,
    /// The attribute that shows everything.
    pub(super) attribute: Option<(Subject, String)>,
    /// The value whose places are listed.
    pub(super) value: Option<String>,
    pub(super) drafts: Drafts,
    pub(super) uses: Uses,
    /// The scale that the next attribute gets.
    pub(super) scale: Option<Scale>,
}

impl CodebookView {
    /// What is typed into its fields.
    pub fn drafts(&mut self) -> &mut Drafts {
        &mut self.drafts
    }

    /// Makes room for the text when something asked to show a place in it.
    pub(super) fn give_way(&mut self, session: &Session) -> bool {
        let now = session.article().map(|article| (article.id.clone(), session.reveals()));
        let before = std::mem::replace(&mut self.seen, now);
        if before.is_some() && before != self.seen {
            self.close();
        }
        !self.open
    }

    /// Returns to the text.
    pub fn close(&mut self) -> bool {
        self.seen = None;
        std::mem::take(&mut self.open)
    }
}

/// Where the values of one attribute are said, found once a change of the set.
#[derive(Debug, Default)]
pub(super) struct Uses {
    of: Option<(Weak<Document>, Subject, String)>,
    by_value: BTreeMap<String, Vec<Use>>,
}

impl Uses {
    /// Looks again when something changed, but not at every letter that is typed.
    pub fn update(&mut self, session: &Session, of: Subject, name: &str, typing: bool) {
        let document = session.document();
        let known = self.of.as_ref().filter(|(_, subject, held)| *subject == of && held == name);
        let fresh = known.is_some_and(|(made, ..)| typing || std::ptr::eq(made.as_ptr(), Arc::as_ptr(document)));
        if fresh {
            return;
        }
        self.by_value.clear();
        for held in session.uses(of, name, None) {
            let attributes = match &held {
                Use::Annotation(article, by, id) => {
                    document.layer(article, by).and_then(|layer| layer.get(id)).map(|annotation| &annotation.details.attributes)
                }
                Use::Actor(id) => document.register.get(id).map(|actor| &actor.attributes),
            };
            if let Some(value) = attributes.and_then(|attributes| attributes.get(name)).cloned() {
                self.by_value.entry(value).or_default().push(held);
            }
        }
        self.of = Some((Arc::downgrade(document), of, name.to_owned()));
    }

    /// Where a value is said.
    pub fn of(&self, value: &str) -> &[Use] {
        self.by_value.get(value).map(Vec::as_slice).unwrap_or_default()
    }

    /// How often any value is said.
    pub fn all(&self) -> usize {
        self.by_value.values().map(Vec::len).sum()
    }
}
