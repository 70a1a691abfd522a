//! Defines [`ActorsView`]: the state of the Actors tab between frames.

use std::collections::{BTreeSet, HashMap};

use super::appearances::Appearances;
use super::choose::Chooser;
use super::duplicates::Duplicates;
use super::rows::RegisterRows;
use crate::gui::widgets::drafts::Drafts;
use crate::gui::widgets::virtual_list::VirtualList;
use crate::model::{ActorId, AnnotationId, ArticleId};
use crate::session::Session;

/// The form that is open on the page of an actor.
#[derive(Debug)]
pub enum ActorAction {
    /// Merge into another actor, once that one is chosen.
    Merge(Chooser, Option<ActorId>),
    /// Split off a new actor.
    Split(SplitDraft),
}

/// The name, aliases and annotations of a new actor that is being split off.
#[derive(Debug, Default)]
pub struct SplitDraft {
    pub(super) name: String,
    pub(super) aliases: BTreeSet<String>,
    pub(super) appearances: BTreeSet<(ArticleId, AnnotationId)>,
}

impl SplitDraft {
    /// Ticks or unticks an annotation.
    pub(super) fn toggle(&mut self, place: (ArticleId, AnnotationId)) {
        if !self.appearances.remove(&place) {
            self.appearances.insert(place);
        }
    }
}

/// The state of the Actors tab between frames.
#[derive(Debug, Default)]
pub struct ActorsView {
    pub filter: String,
    pub(super) page: Option<ActorId>,
    pub(super) by_use: bool,
    /// Whether the page takes the keyboard when it is drawn next.
    pub(super) takes_keyboard: bool,
    pub(super) rows: RegisterRows,
    pub(super) list: VirtualList,
    pub(super) cursor: Option<ActorId>,
    pub(super) duplicates: Duplicates,
    pub(super) appearances: Appearances,
    pub(super) page_list: VirtualList,
    pub(super) action: Option<ActorAction>,
    pub(super) drafts: Drafts,
    /// What is typed into “Part of” and “Members”.
    pub(super) choosers: HashMap<&'static str, Chooser>,
    /// The name of a requested actor, and the actors that already had it: the page of the next one is opened.
    pub(super) awaited: Option<(String, Vec<ActorId>)>,
}

impl ActorsView {
    /// The drafts of its fields.
    pub fn drafts(&mut self) -> &mut Drafts {
        &mut self.drafts
    }

    /// Opens the page of an actor.
    pub fn open(&mut self, actor: ActorId) {
        if self.page.as_ref() != Some(&actor) {
            self.page = Some(actor);
            self.page_list = VirtualList::default();
            self.action = None;
            self.choosers.clear();
        }
    }

    /// The actor whose page is open.
    #[must_use]
    pub fn page(&self) -> Option<&ActorId> {
        self.page.as_ref()
    }

    /// Goes one step back: from a form to the page, from the page to the register. Returns whether there was a step.
    pub fn back(&mut self) -> bool {
        if self.action.take().is_some() {
            return true;
        }
        let Some(actor) = self.page.take() else { return false };
        self.rows.position(&actor).into_iter().for_each(|row| self.list.reveal(row));
        self.cursor = Some(actor);
        true
    }

    /// Opens the page of a requested actor once it exists, and closes the page of an actor that was removed.
    pub(super) fn follow(&mut self, session: &Session) {
        if let Some((name, before)) = &self.awaited
            && let Some(new) = session.actors_named(name).into_iter().find(|id| !before.contains(id))
        {
            self.awaited = None;
            self.filter.clear();
            self.open(new);
        }
        if self.page.as_ref().is_some_and(|id| session.document().register.get(id).is_none()) {
            self.action = None;
            self.page = None;
        }
    }
}
