//! Ties annotations to each other, in one article or across articles.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{Annotation, AnnotationId, Annotator, ArticleId, Label, Link, LinkId, LinkKind, Timestamp};
use crate::session::SessionAction;
use crate::session::input::notice::Severity;
use crate::session::state::Session;

/// One end of a link: an article, and an annotation in it.
pub type End = (ArticleId, AnnotationId);

/// A link as an annotation at one of its ends sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub link: LinkId,
    pub kind: LinkKind,
    pub note: String,
    /// Whether the annotation that was asked holds it.
    pub outgoing: bool,
    /// The annotation that holds it, and who made that.
    pub holder: End,
    pub annotator: Annotator,
    /// The other end.
    pub other: End,
}

impl Session {
    /// Whoever's annotation that is.
    #[must_use]
    pub fn find(&self, end: &End) -> Option<(&Annotator, &Arc<Annotation>)> {
        self.document.layers_of(&end.0).find_map(|(annotator, layer)| layer.get(&end.1).map(|found| (annotator, found)))
    }

    /// The annotation that waits for the other end of a link.
    #[must_use]
    pub fn held(&self) -> Option<&End> {
        self.held.as_ref()
    }

    /// The kind that the next link gets, of those that fit; nothing when none does.
    #[must_use]
    pub fn next_link_kind(&self, from: Label, to: Label) -> Option<LinkKind> {
        LinkKind::between(from, to).find(|kind| *kind == self.link_kind).or_else(|| LinkKind::between(from, to).next())
    }

    /// Every link that leads from an annotation or to it.
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
        for holder in self.survey.holders_of(&end.1) {
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

    /// Takes up the selected annotation as one end; with one taken up already, ties the two.
    pub(in crate::session) fn hold_or_link(&mut self, now: Timestamp) {
        let (Some(annotation), Some(article)) = (self.asked().cloned(), self.article.clone()) else {
            return self.notify(
                Severity::Info,
                format!("Select the annotation to link first: click it, or press {}", self.key(SessionAction::NextAnnotation)),
                now,
            );
        };
        let here = (article, annotation.id.clone());
        let Some(held) = self.held.clone().filter(|held| *held != here) else {
            if self.held.take().is_some() {
                return self.notify(Severity::Info, "Nothing is held any more", now);
            }
            if annotation.label == Label::Actor {
                return self.notify(Severity::Info, "Quotes and claims are linked; for an actor say whom the mention names", now);
            }
            self.held = Some(here);
            let text = format!("Held “{}”: go to the other one and press the key again", annotation.beginning(40));
            return self.notify(Severity::Info, text, now);
        };
        let Some(other) = self.find(&held).map(|(_, found)| found.label) else {
            self.held = None;
            return self.notify(Severity::Warning, "What was held is gone", now);
        };
        if let Some(kind) = self.next_link_kind(other, annotation.label) {
            self.link(held, here, kind, now);
        } else {
            let reason = self.link_kind.check(other, annotation.label).err().unwrap_or_default();
            self.notify(Severity::Warning, reason, now);
        }
    }

    /// The next kind that fits what is held and what is selected.
    pub(in crate::session) fn cycle_link_kind(&mut self, now: Timestamp) {
        let held = self.held.as_ref().and_then(|held| self.find(held)).map(|(_, found)| found.label);
        let from = held.or_else(|| self.asked().map(|a| a.label)).unwrap_or(Label::Quote);
        let to = self.asked().map_or(from, |a| a.label);
        let fitting: Vec<LinkKind> = LinkKind::between(from, to).collect();
        let at = fitting.iter().position(|kind| *kind == self.link_kind).map_or(0, |at| at + 1);
        if let Some(kind) = fitting.get(at % fitting.len().max(1)) {
            self.link_kind = *kind;
            self.notify(Severity::Info, format!("The next link: {}", kind.title()), now);
        }
    }

    /// Links two annotations. Returns whether it was done; if not, it is said why.
    pub(in crate::session) fn link(&mut self, from: End, to: End, kind: LinkKind, now: Timestamp) -> bool {
        let refuse = |session: &mut Self, reason: &str| {
            session.notify(Severity::Warning, reason, now);
            false
        };
        if from == to {
            return refuse(self, "An annotation cannot be linked to itself");
        }
        let (Some((from_by, first)), Some((to_by, second))) = (self.find(&from), self.find(&to)) else {
            return refuse(self, "One of the two is gone");
        };
        if let Err(reason) = kind.check(first.label, second.label) {
            return refuse(self, &reason);
        }
        let mine = (*from_by == self.annotator, *to_by == self.annotator);
        // A symmetric link is stored once, with the end that sorts first; but never in another annotator's file.
        let turned = kind.is_symmetric() && mine.1 && (!mine.0 || to.1 < from.1);
        if !mine.0 && !turned {
            return refuse(self, "A link begins at an annotation of your own");
        }
        let alike = |tie: &Tie| tie.other == to && tie.kind == kind && (tie.outgoing || kind.is_symmetric());
        if self.ties(&from).iter().any(alike) {
            return refuse(self, "These two are linked in this way already");
        }
        let (holder, other) = if turned { (to, from) } else { (from, to) };
        let Some(before) = self.find(&holder).map(|(_, found)| Arc::clone(found)) else { return false };
        let mut after = Annotation::clone(&before);
        let id = self.ids.fresh_link();
        after.details.links.push(Link { id, kind, article: other.0.clone(), to: other.1, note: String::new() });
        after.modified = now.whole_seconds();
        let edit = Edit::Annotation(holder.0, self.annotator.clone(), Change::new(Some(before), Some(Arc::new(after))));
        let done = self.take_step(&format!("link: {}", kind.title()), vec![edit], None, now);
        if done {
            self.held = None;
            self.link_kind = kind;
            self.notify(Severity::Info, format!("Linked: {}", kind.title()), now);
        }
        done
    }

    pub(in crate::session) fn set_link(&mut self, from: &End, id: &LinkId, to: Option<(LinkKind, String)>, now: Timestamp) {
        let Some((annotator, before)) = self.find(from).map(|(annotator, found)| (annotator.clone(), Arc::clone(found))) else {
            return;
        };
        if annotator != self.annotator {
            return self.notify(Severity::Warning, format!("This link was made by {annotator}; only they can change it"), now);
        }
        let mut after = Annotation::clone(&before);
        let name = match to {
            None => {
                after.details.links.retain(|link| link.id != *id);
                "take a link away"
            }
            Some((kind, note)) => {
                let Some(link) = after.details.links.iter_mut().find(|link| link.id == *id) else { return };
                let other = self.find(&(link.article.clone(), link.to.clone())).map(|(_, found)| found.label);
                if let Some(Err(reason)) = other.map(|other| kind.check(before.label, other)) {
                    return self.notify(Severity::Warning, reason, now);
                }
                (link.kind, link.note) = (kind, note);
                "change a link"
            }
        };
        if after != *before {
            after.modified = now.whole_seconds();
            let edit = Edit::Annotation(from.0.clone(), annotator, Change::new(Some(before), Some(Arc::new(after))));
            self.take_step(name, vec![edit], None, now);
        }
    }
}
