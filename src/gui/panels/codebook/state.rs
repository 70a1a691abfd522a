//! Defines [`CodebookView`]: the state of the codebook page between frames.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use crate::gui::widgets::drafts::Drafts;
use crate::model::{ArticleId, Document, Scale, Subject};
use crate::session::{Session, Use};

/// The state of the codebook page between frames.
#[derive(Debug, Default)]
pub struct CodebookView {
    /// Whether the page is open.
    pub open: bool,
    /// The article, and the session's count of reveals, when the page was last drawn.
    seen: Option<(ArticleId, u64)>,
    /// The attribute that is expanded.
    pub(super) attribute: Option<(Subject, String)>,
    /// The value whose uses are listed.
    pub(super) value: Option<String>,
    pub(super) drafts: Drafts,
    pub(super) uses: Uses,
    /// The scale of the next new attribute.
    pub(super) scale: Option<Scale>,
}

impl CodebookView {
    /// The drafts of its fields.
    pub fn drafts(&mut self) -> &mut Drafts {
        &mut self.drafts
    }

    /// Closes the page if the session was asked to show a place in the text. Returns whether the page is closed.
    pub(super) fn give_way(&mut self, session: &Session) -> bool {
        let now = session.article().map(|article| (article.id.clone(), session.reveals()));
        let before = std::mem::replace(&mut self.seen, now);
        if before.is_some() && before != self.seen {
            self.close();
        }
        !self.open
    }

    /// Closes the page. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        self.seen = None;
        std::mem::take(&mut self.open)
    }
}

/// Where the values of one attribute are used, computed once for each change of the set.
#[derive(Debug, Default)]
pub(super) struct Uses {
    of: Option<(Weak<Document>, Subject, String)>,
    by_value: BTreeMap<String, Vec<Use>>,
}

impl Uses {
    /// Updates the uses if the set has changed and nobody is typing.
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

    /// Where a value is used.
    pub fn of(&self, value: &str) -> &[Use] {
        self.by_value.get(value).map(Vec::as_slice).unwrap_or_default()
    }

    /// Number of uses of all values.
    pub fn all(&self) -> usize {
        self.by_value.values().map(Vec::len).sum()
    }
}
