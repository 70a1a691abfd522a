//! Defines [`Defaults`]: what the next action starts from, such as the actors chosen last and the kind of the next link.

use std::sync::Arc;

use super::input::action::Action;
use super::input::keymap::Keymap;
use super::set::link_end::End;
use crate::model::{ActorId, LinkKind, Who};

/// What the next action starts from. None of it is in the document.
#[derive(Debug)]
pub struct Defaults {
    /// The actors chosen last, the newest first.
    recent: Vec<ActorId>,
    /// The annotation at which a link was started.
    link_start: Option<End>,
    /// The kind of the last link, which the next one gets if it fits.
    link_kind: LinkKind,
    /// Whether quotation marks are part of a quotation that is selected by key.
    marks_in: bool,
    /// The keys that messages name.
    keys: Arc<Keymap>,
}

impl Default for Defaults {
    fn default() -> Self {
        Self { recent: Vec::new(), link_start: None, link_kind: LinkKind::SameStatement, marks_in: true, keys: Arc::default() }
    }
}

impl Defaults {
    /// The actors chosen last, the newest first.
    #[must_use]
    pub fn recent(&self) -> &[ActorId] {
        &self.recent
    }

    /// Notes that an actor was chosen.
    pub fn choose(&mut self, who: &Who) {
        const MOST: usize = 9;
        if let Some(id) = who.actor() {
            self.forget(id);
            self.recent.insert(0, id.clone());
            self.recent.truncate(MOST);
        }
    }

    /// Removes an actor from those chosen last.
    pub fn forget(&mut self, actor: &ActorId) {
        self.recent.retain(|id| id != actor);
    }

    /// The annotation at which a link was started.
    #[must_use]
    pub fn link_start(&self) -> Option<&End> {
        self.link_start.as_ref()
    }

    /// Starts a link at an annotation, or cancels it.
    pub fn set_link_start(&mut self, start: Option<End>) {
        self.link_start = start;
    }

    /// The kind of the last link.
    #[must_use]
    pub fn link_kind(&self) -> LinkKind {
        self.link_kind
    }

    /// Sets the kind of the next link.
    pub fn set_link_kind(&mut self, kind: LinkKind) {
        self.link_kind = kind;
    }

    /// Whether quotation marks are part of a quotation that is selected by key.
    #[must_use]
    pub fn marks_in(&self) -> bool {
        self.marks_in
    }

    pub fn set_marks_in(&mut self, marks_in: bool) {
        self.marks_in = marks_in;
    }

    /// The key of an action, as messages write it.
    #[must_use]
    pub fn key(&self, action: Action) -> String {
        self.keys.said(action)
    }

    pub fn set_keys(&mut self, keys: Arc<Keymap>) {
        self.keys = keys;
    }
}
