//! Brings actors into the register, changes what it says of them, and takes out those that nothing names.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::id::proposals;
use crate::model::{Actor, ActorId, Annotation, AnnotationId, Annotator, ArticleId, Attribution, Label, Timestamp, Who};
use crate::session::editor::step::GestureKind;
use crate::session::input::command::For;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::suggest::{Proposed, Speaker};

/// An annotation that names an actor, wherever it is.
#[derive(Clone, Debug)]
pub struct Appearance {
    pub article: ArticleId,
    pub annotator: Annotator,
    pub annotation: Arc<Annotation>,
}

impl Session {
    /// Every annotation of whichever annotator that names an actor: as mention, speaker, source or otherwise.
    ///
    /// In the order of articles, then in text order.
    #[must_use]
    pub fn appearances(&self, actor: &ActorId) -> Vec<Appearance> {
        let mut found = Vec::new();
        for ((article, annotator), layer) in &self.document.layers {
            for annotation in layer.annotations().iter().filter(|a| names(a, actor)) {
                let (article, annotator, annotation) = (article.clone(), annotator.clone(), Arc::clone(annotation));
                found.push(Appearance { article, annotator, annotation });
            }
        }
        found
    }

    /// Whether an actor of exactly that name is in the register, and who.
    #[must_use]
    pub fn actors_named(&self, name: &str) -> Vec<ActorId> {
        self.survey().names().named(name)
    }

    pub(in crate::session) fn new_actor(&mut self, name: &str, target: For, now: Timestamp) {
        let name = name.trim();
        let Some(id) = self.fresh_actor_id(name) else {
            return self.notify(Severity::Info, "Type a name for the actor", now);
        };
        let mut edits = vec![Edit::Actor(Change::new(None, Some(Arc::new(Actor::new(id.clone(), name)))))];
        let mut gesture = None;
        match target {
            For::Register => {}
            For::Mention(mention) => {
                let Some(before) = self.own(&mention).filter(|a| a.label == Label::Actor) else { return };
                let mut after = Annotation::clone(&before);
                after.actor = Some(id.clone());
                edits.extend(self.changed(&before, after, now));
                gesture = Some(GestureKind::Mention(mention));
            }
            For::Slot { id: annotation, slot, joins } => {
                let Some(before) = self.own(&annotation) else { return };
                let says = slot == crate::session::Slot::Speaker && before.label == Label::Quote;
                let is_read = |speaker: &Speaker| matches!(&speaker.who, Proposed::New(read) if read.trim() == name);
                let read = self.proposed_speakers(&before).into_iter().filter(|_| says).find(is_read);
                let mention = match read.and_then(|speaker| speaker.mention) {
                    Some(span) => self.mention_at(span, &id, &mut edits, now),
                    None => None,
                };
                let mut after = Annotation::clone(&before);
                let list = match slot {
                    crate::session::Slot::Speaker => &mut after.details.attribution,
                    crate::session::Slot::Reporter => &mut after.details.reporters,
                    crate::session::Slot::Addressee => &mut after.details.addressees,
                };
                if !joins {
                    list.clear();
                }
                list.push(Attribution { who: Who::Actor(id.clone()), mention });
                edits.extend(self.changed(&before, after, now));
            }
            For::About(annotation) => {
                let Some(before) = self.own(&annotation) else { return };
                let mut after = Annotation::clone(&before);
                after.details.about.push(id.clone());
                edits.extend(self.changed(&before, after, now));
            }
        }
        let twin = self.survey().names().named(name).first().cloned();
        if self.take_step(&format!("new actor {name}"), edits, gesture, now) {
            self.chose(&Who::Actor(id));
            if let Some(twin) = twin {
                let role = self.document.register.get(&twin).map(|actor| actor.role.clone()).unwrap_or_default();
                let known = if role.is_empty() { name.to_owned() } else { format!("{name}, {role}") };
                self.notify(
                    Severity::Warning,
                    format!("There is another actor of this name: {known}. Say the role to tell them apart"),
                    now,
                );
            }
        }
    }

    /// Puts `actor` in the place of the one with its id.
    pub(in crate::session) fn set_actor(&mut self, actor: Actor, now: Timestamp) {
        let Some(before) = self.document.register.get(&actor.id).cloned() else { return };
        if *before == actor {
            return;
        }
        if actor.name.trim().is_empty() {
            return self.notify(Severity::Warning, "An actor needs a name", now);
        }
        if let Some(reason) = self.cycle_through(&actor) {
            return self.notify(Severity::Warning, reason, now);
        }
        let gesture = Some(GestureKind::Actor(actor.id.clone()));
        let name = format!("edit {}", actor.name);
        self.take_step(&name, vec![Edit::Actor(Change::new(Some(before), Some(Arc::new(actor))))], gesture, now);
    }

    pub(in crate::session) fn remove_actor(&mut self, id: &ActorId, now: Timestamp) {
        let Some(before) = self.document.register.get(id).cloned() else { return };
        let uses = self.appearances(id);
        if let Some(first) = uses.first() {
            let title = self.document.article(&first.article).map(|article| article.display_title()).unwrap_or_default();
            let text = format!(
                "{} stands at {} places, first in “{title}”; merge it into another actor instead",
                before.name,
                uses.len()
            );
            return self.notify(Severity::Warning, text, now);
        }
        let mut edits = Vec::new();
        for held in self.document.register.actors() {
            let mut after = Actor::clone(held);
            after.members.retain(|member| member != id);
            after.part_of = after.part_of.filter(|whole| whole != id);
            if after != **held {
                edits.push(Edit::Actor(Change::new(Some(Arc::clone(held)), Some(Arc::new(after)))));
            }
        }
        edits.push(Edit::Actor(Change::new(Some(Arc::clone(&before)), None)));
        if self.take_step(&format!("remove {}", before.name), edits, None, now) {
            self.notify(Severity::Info, format!("{} is out of the register", before.name), now);
        }
    }

    /// An id made of the name that no actor has.
    pub(in crate::session) fn fresh_actor_id(&self, name: &str) -> Option<ActorId> {
        self.fresh_actor_id_besides(name, |_| false)
    }

    /// The same, also for actors that are about to be made and have the ids that are `taken`.
    pub(in crate::session) fn fresh_actor_id_besides(&self, name: &str, taken: impl Fn(&ActorId) -> bool) -> Option<ActorId> {
        if name.is_empty() {
            return None;
        }
        let mut ids = proposals(name, "actor").filter_map(|id| ActorId::parse(&id).ok());
        ids.find(|id| self.document.register.get(id).is_none() && !taken(id))
    }

    /// The edit that changes an own annotation of the open article.
    pub(in crate::session) fn changed(&self, before: &Arc<Annotation>, mut after: Annotation, now: Timestamp) -> Option<Edit> {
        after.modified = now.whole_seconds();
        let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
        Some(Edit::Annotation(self.article.clone()?, self.annotator.clone(), change))
    }

    /// Why the actor cannot be part of what it is to be part of.
    fn cycle_through(&self, actor: &Actor) -> Option<String> {
        let mut seen = vec![actor.id.clone()];
        let mut next = actor.part_of.clone();
        while let Some(id) = next {
            if seen.contains(&id) {
                return Some(format!("{} would be a part of itself", actor.name));
            }
            next = self.document.register.get(&id).and_then(|whole| whole.part_of.clone());
            seen.push(id);
        }
        actor.members.contains(&actor.id).then(|| format!("{} would be a member of itself", actor.name))
    }
}

/// Whether an annotation names an actor in any way.
#[must_use]
pub fn names(annotation: &Annotation, actor: &ActorId) -> bool {
    annotation.actor.as_ref() == Some(actor)
        || annotation.details.everyone().any(|held| held.who.actor() == Some(actor))
        || annotation.details.about.contains(actor)
}

/// The ids of mentions that two people might share are compared as they are.
#[must_use]
pub fn is_mention_of(annotation: &Annotation, mention: &AnnotationId) -> bool {
    annotation.details.everyone().any(|held| held.mention.as_ref() == Some(mention))
}
