//! Links annotations, in one article or across articles.

use std::sync::Arc;

use super::link_end::{End, Tie};
use crate::edit::{Change, Edit};
use crate::model::{Annotation, Annotator, Label, Link, LinkId, LinkKind, Timestamp};
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::SessionAction;
use crate::session::input::notice::Message;
use crate::session::state::Session;

impl Session {
    /// Finds an annotation by any annotator.
    #[must_use]
    pub fn find(&self, end: &End) -> Option<(&Annotator, &Arc<Annotation>)> {
        self.document().layers_of(&end.0).find_map(|(annotator, layer)| layer.get(&end.1).map(|found| (annotator, found)))
    }

    /// The annotation at which a link was started.
    #[must_use]
    pub fn held(&self) -> Option<&End> {
        self.defaults.link_start()
    }

    /// The kind that the next link gets, of those that fit; `None` if none does.
    #[must_use]
    pub fn next_link_kind(&self, from: Label, to: Label) -> Option<LinkKind> {
        let last = self.defaults.link_kind();
        LinkKind::between(from, to).find(|kind| *kind == last).or_else(|| LinkKind::between(from, to).next())
    }

    /// Every link from an annotation or to it.
    #[must_use]
    pub fn ties(&self, end: &End) -> Vec<Tie> {
        let mut found = Vec::new();
        if let Some((annotator, annotation)) = self.find(end) {
            found.extend(annotation.details.links.iter().map(|link| Tie {
                link: link.id.clone(),
                kind: link.kind,
                note: link.note.clone(),
                outgoing: true,
                holder: end.clone(),
                annotator: annotator.clone(),
                other: (link.article.clone(), link.to.clone()),
            }));
        }
        for holder in self.derived.survey().holders_of(&end.1) {
            let Some((annotator, annotation)) = self.find(holder) else { continue };
            let links = annotation.details.links.iter().filter(|link| link.to == end.1 && link.article == end.0);
            found.extend(links.map(|link| Tie {
                link: link.id.clone(),
                kind: link.kind,
                note: link.note.clone(),
                outgoing: false,
                holder: holder.clone(),
                annotator: annotator.clone(),
                other: holder.clone(),
            }));
        }
        found
    }

    /// Starts a link at the selected annotation; if one was started at another annotation, links the two.
    pub(in crate::session) fn hold_or_link(&mut self, now: Timestamp) {
        let (Some(annotation), Some(article)) = (self.asked().cloned(), self.cursor.article().cloned()) else {
            let key = self.key(SessionAction::NextAnnotation);
            return self.say(Message::info(format!("Select the annotation to link first: click it, or press {key}")), now);
        };
        let here = (article, annotation.id.clone());
        let Some(start) = self.defaults.link_start().filter(|start| **start != here).cloned() else {
            return self.start_or_cancel_link(here, &annotation, now);
        };
        let Some(other) = self.find(&start).map(|(_, found)| found.label) else {
            self.defaults.set_link_start(None);
            return self.say(Message::warning("The annotation at which the link was started no longer exists"), now);
        };
        if let Some(kind) = self.next_link_kind(other, annotation.label) {
            self.link(start, here, kind, now);
        } else {
            let reason = self.defaults.link_kind().check(other, annotation.label).err().unwrap_or_default();
            self.say(Message::warning(reason), now);
        }
    }

    fn start_or_cancel_link(&mut self, here: End, annotation: &Annotation, now: Timestamp) {
        let text = if self.defaults.link_start().is_some() {
            self.defaults.set_link_start(None);
            "Link cancelled".to_owned()
        } else if annotation.label == Label::Actor {
            "Only quotes and claims can be linked. For an actor, set whom the mention names".to_owned()
        } else {
            self.defaults.set_link_start(Some(here));
            let key = self.key(SessionAction::Link);
            format!("Link started at “{}”. Select the other annotation and press {key}", annotation.beginning(40))
        };
        self.say(Message::info(text), now);
    }

    /// Sets the next kind that fits the start of the link and the selected annotation.
    pub(in crate::session) fn cycle_link_kind(&mut self, now: Timestamp) {
        let start = self.defaults.link_start().and_then(|start| self.find(start)).map(|(_, found)| found.label);
        let from = start.or_else(|| self.asked().map(|a| a.label)).unwrap_or(Label::Quote);
        let to = self.asked().map_or(from, |a| a.label);
        let fitting: Vec<LinkKind> = LinkKind::between(from, to).collect();
        let at = fitting.iter().position(|kind| *kind == self.defaults.link_kind()).map_or(0, |at| at + 1);
        if let Some(kind) = fitting.get(at % fitting.len().max(1)) {
            self.defaults.set_link_kind(*kind);
            self.say(Message::info(format!("Next link: {}", kind.title())), now);
        }
    }

    /// Links two annotations. Returns whether it was done; if not, a message says why.
    pub(in crate::session) fn link(&mut self, from: End, to: End, kind: LinkKind, now: Timestamp) -> bool {
        let done = self.carry_out(self.linked(from, to, kind, now), now);
        if done {
            self.defaults.set_link_start(None);
            self.defaults.set_link_kind(kind);
        }
        done
    }

    fn linked(&self, from: End, to: End, kind: LinkKind, now: Timestamp) -> Planned {
        if from == to {
            return Err(NoPlan::warning("An annotation cannot be linked to itself"));
        }
        let (Some((from_by, first)), Some((to_by, second))) = (self.find(&from), self.find(&to)) else {
            return Err(NoPlan::warning("One of the two annotations no longer exists"));
        };
        kind.check(first.label, second.label).map_err(NoPlan::warning)?;
        let mine = (from_by == self.annotator(), to_by == self.annotator());
        // A symmetric link is stored once, at the end that sorts first; but never in another annotator's file.
        let turned = kind.is_symmetric() && mine.1 && (!mine.0 || to.1 < from.1);
        if !mine.0 && !turned {
            return Err(NoPlan::warning("A link begins at an annotation of your own"));
        }
        let alike = |tie: &Tie| tie.other == to && tie.kind == kind && (tie.outgoing || kind.is_symmetric());
        if self.ties(&from).iter().any(alike) {
            return Err(NoPlan::warning("These two are already linked in this way"));
        }
        let (holder, before, other) = if turned { (to, second, from) } else { (from, first, to) };
        let mut after = Annotation::clone(before);
        let id = self.editor.ids().fresh_link();
        after.details.links.push(Link { id, kind, article: other.0, to: other.1, note: String::new() });
        after.modified = now.whole_seconds();
        let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
        let edit = Edit::Annotation(holder.0, self.annotator().clone(), change);
        let message = Message::info(format!("Linked: {}", kind.title()));
        Ok(Plan::new(format!("link: {}", kind.title()), vec![edit]).say(message))
    }

    /// Plans another kind and note for a link; `None` removes it.
    pub(in crate::session) fn set_link(
        &self,
        from: &End,
        id: &LinkId,
        to: Option<(LinkKind, String)>,
        now: Timestamp,
    ) -> Planned {
        let (annotator, before) = self.find(from).ok_or(NoPlan::Nothing)?;
        if annotator != self.annotator() {
            return Err(NoPlan::warning(format!("This link was made by {annotator}. Only they can change it")));
        }
        let mut after = Annotation::clone(before);
        let name = if let Some((kind, note)) = to {
            let link = after.details.links.iter_mut().find(|link| link.id == *id).ok_or(NoPlan::Nothing)?;
            if let Some((_, other)) = self.find(&(link.article.clone(), link.to.clone())) {
                kind.check(before.label, other.label).map_err(NoPlan::warning)?;
            }
            (link.kind, link.note) = (kind, note);
            "change a link"
        } else {
            after.details.links.retain(|link| link.id != *id);
            "remove a link"
        };
        if after == **before {
            return Err(NoPlan::Nothing);
        }
        after.modified = now.whole_seconds();
        let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
        Ok(Plan::new(name, vec![Edit::Annotation(from.0.clone(), annotator.clone(), change)]))
    }

    /// Goes to the other end of the annotation's links, one after the other.
    pub(in crate::session) fn follow_link(&mut self, now: Timestamp) {
        let (Some(annotation), Some(article)) = (self.asked(), self.cursor.article()) else { return };
        let ties = self.ties(&(article.clone(), annotation.id.clone()));
        match ties.into_iter().map(|tie| tie.other).find(|other| self.find(other).is_some()) {
            Some((article, id)) => self.go_to(&article, id),
            None => self.say(Message::info("This annotation has no links"), now),
        }
    }
}
