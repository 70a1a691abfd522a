//! Plans new actors, changes of actors, and the removal of actors that nothing names.

use std::sync::Arc;

use super::naming::names;
use crate::edit::{Change, Edit};
use crate::model::id::proposals;
use crate::model::{
    Actor, ActorId, Annotation, AnnotationId, Annotator, Article, ArticleId, Attribution, Label, Register, Timestamp, Who,
};
use crate::session::annotate::slot::{Slot, slot_mut};
use crate::session::annotate::wording::counted;
use crate::session::editor::gesture::GestureKind;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::{Participant, WindowAction};
use crate::session::input::command::For;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::{Proposed, Speaker};

/// An annotation that names an actor, in any article.
#[derive(Clone, Debug)]
pub struct Appearance {
    pub article: ArticleId,
    pub annotator: Annotator,
    pub annotation: Arc<Annotation>,
}

impl Session {
    /// Every annotation of any annotator that names an actor: as mention, speaker, source or otherwise.
    ///
    /// In the order of articles, then in text order.
    #[must_use]
    pub fn appearances(&self, actor: &ActorId) -> Vec<Appearance> {
        let mut found = Vec::new();
        for ((article, annotator), layer) in &self.document().layers {
            for annotation in layer.annotations().iter().filter(|a| names(a, actor)) {
                let (article, annotator, annotation) = (article.clone(), annotator.clone(), Arc::clone(annotation));
                found.push(Appearance { article, annotator, annotation });
            }
        }
        found
    }

    /// The actors of the register with exactly that name.
    #[must_use]
    pub fn actors_named(&self, name: &str) -> Vec<ActorId> {
        self.survey().names().named(name)
    }

    /// Adds an actor to the register, and makes an annotation name it.
    pub(in crate::session) fn new_actor(&mut self, name: &str, target: For, now: Timestamp) {
        let Some(id) = self.fresh_actor_id(name.trim()) else {
            return self.say(Message::info("Type a name for the actor"), now);
        };
        if self.carry_out(self.actor_added(&id, name.trim(), target, now), now) {
            self.defaults.choose(&Who::Actor(id));
        }
    }

    fn actor_added(&self, id: &ActorId, name: &str, target: For, now: Timestamp) -> Planned {
        let mut edits = vec![Edit::Actor(Change::new(None, Some(Arc::new(Actor::new(id.clone(), name)))))];
        let mut gesture = None;
        if let For::Mention(mention) = &target {
            gesture = Some(GestureKind::Mention(mention.clone()));
        }
        edits.extend(self.named_by(id, name, target, now)?);
        let mut plan = Plan::new(format!("new actor {name}"), edits).gesture(gesture);
        if let Some(twin) = self.actors_named(name).first().and_then(|twin| self.document().register.get(twin)) {
            let known = if twin.role.is_empty() { name.to_owned() } else { format!("{name}, {}", twin.role) };
            let text = format!("There is another actor of this name: {known}. Set a role to distinguish them");
            plan = plan.say(Message::warning(text));
        }
        Ok(plan)
    }

    /// The edits by which an annotation of the open article names a new actor.
    fn named_by(&self, id: &ActorId, name: &str, target: For, now: Timestamp) -> Result<Vec<Edit>, NoPlan> {
        let (annotation, slot) = match target {
            For::Register => return Ok(Vec::new()),
            For::Mention(annotation) => {
                let (article, before) = self.own_with_article(&annotation)?;
                if before.label != Label::Actor {
                    return Err(NoPlan::Nothing);
                }
                let mut after = Annotation::clone(before);
                after.actor = Some(id.clone());
                return Ok(vec![self.changed(article, before, after, now)]);
            }
            For::About(annotation) => {
                let (article, before) = self.own_with_article(&annotation)?;
                let mut after = Annotation::clone(before);
                after.details.about.push(id.clone());
                return Ok(vec![self.changed(article, before, after, now)]);
            }
            For::Slot { id, slot, joins } => (id, (slot, joins)),
        };
        self.slot_named_by(&annotation, slot, (id, name), now)
    }

    /// The edits by which a new actor fills a slot, or is added to it if `joins`.
    fn slot_named_by(
        &self,
        annotation: &AnnotationId,
        (slot, joins): (Slot, bool),
        (id, name): (&ActorId, &str),
        now: Timestamp,
    ) -> Result<Vec<Edit>, NoPlan> {
        let (article, before) = self.own_with_article(annotation)?;
        let speaks = slot == Slot::Speaker && before.label == Label::Quote;
        let is_read = |speaker: &Speaker| matches!(&speaker.who, Proposed::New(read) if read.trim() == name);
        let read = self.proposed_speakers(before).into_iter().filter(|_| speaks).find(is_read);
        let mut edits = Vec::new();
        let mention = read.and_then(|speaker| self.mention_at(speaker.mention?, id, &mut edits, now));
        let mut after = Annotation::clone(before);
        let list = slot_mut(&mut after, slot);
        if !joins {
            list.clear();
        }
        list.push(Attribution { who: Who::Actor(id.clone()), mention });
        edits.push(self.changed(article, before, after, now));
        Ok(edits)
    }

    fn own_with_article(&self, id: &AnnotationId) -> Result<(&Arc<Article>, &Arc<Annotation>), NoPlan> {
        self.article().zip(self.own(id)).ok_or(NoPlan::Nothing)
    }

    /// Marks the selection as a mention of a new actor of that name, in one step.
    pub(in crate::session) fn tag_new_actor(&mut self, now: Timestamp) {
        let Some(article) = self.article() else { return };
        if self.selection().trimmed(&article.text).is_some() {
            self.tag(Label::Actor, now);
        }
        let Some(mention) = self.current().filter(|a| a.label == Label::Actor).cloned() else {
            return self.say(Message::info("Select a name first, then press the key"), now);
        };
        if let Some(known) = &mention.actor {
            let (name, key) = (self.document().register.name(known), self.key(WindowAction::Choose(Participant::Speaker)));
            let text = format!("{name} is in the register already. Press {key} to choose another actor");
            return self.say(Message::info(text), now);
        }
        // The mention and its actor are one step.
        self.editor.continue_gesture_as(GestureKind::Mention(mention.id.clone()));
        self.new_actor(&mention.words(), For::Mention(mention.id.clone()), now);
    }

    /// Plans a change of the actor with the id of `actor`.
    pub(in crate::session) fn set_actor(&self, actor: Actor) -> Planned {
        let before = self.document().register.get(&actor.id).filter(|before| ***before != actor).ok_or(NoPlan::Nothing)?;
        if actor.name.trim().is_empty() {
            return Err(NoPlan::warning("An actor needs a name"));
        }
        if let Some(reason) = cycle_through(&self.document().register, &actor) {
            return Err(NoPlan::warning(reason));
        }
        let (name, gesture) = (format!("edit {}", actor.name), GestureKind::Actor(actor.id.clone()));
        let edit = Edit::Actor(Change::new(Some(Arc::clone(before)), Some(Arc::new(actor))));
        Ok(Plan::new(name, vec![edit]).gesture(Some(gesture)))
    }

    /// Plans the removal of an actor that nothing names.
    pub(in crate::session) fn remove_actor(&self, id: &ActorId) -> Planned {
        let document = self.document();
        let before = document.register.get(id).ok_or(NoPlan::Nothing)?;
        let uses = self.appearances(id);
        if let Some(first) = uses.first() {
            let title = document.article(&first.article).map(|article| article.display_title()).unwrap_or_default();
            let (name, uses) = (&before.name, counted(uses.len(), "annotation"));
            return Err(NoPlan::warning(format!(
                "{name} is used in {uses}, first in “{title}”. Merge it into another actor instead"
            )));
        }
        let mut edits = without_relations(&document.register, id);
        edits.push(Edit::Actor(Change::new(Some(Arc::clone(before)), None)));
        let message = Message::info(format!("Removed {} from the register", before.name));
        Ok(Plan::new(format!("remove {}", before.name), edits).say(message))
    }

    /// An id made from a name that no actor has; `None` if the name is empty.
    pub(in crate::session) fn fresh_actor_id(&self, name: &str) -> Option<ActorId> {
        self.fresh_actor_id_besides(name, |_| false)
    }

    /// As [`Self::fresh_actor_id`], and an id that is not `taken` by an actor about to be added.
    pub(in crate::session) fn fresh_actor_id_besides(&self, name: &str, taken: impl Fn(&ActorId) -> bool) -> Option<ActorId> {
        if name.is_empty() {
            return None;
        }
        let mut ids = proposals(name, "actor").filter_map(|id| ActorId::parse(&id).ok());
        ids.find(|id| self.document().register.get(id).is_none() && !taken(id))
    }
}

/// Why an actor cannot be part of what it would be part of; `None` if it can.
fn cycle_through(register: &Register, actor: &Actor) -> Option<String> {
    let mut seen = vec![actor.id.clone()];
    let mut next = actor.part_of.clone();
    while let Some(id) = next {
        if seen.contains(&id) {
            return Some(format!("{} would be a part of itself", actor.name));
        }
        next = register.get(&id).and_then(|whole| whole.part_of.clone());
        seen.push(id);
    }
    actor.members.contains(&actor.id).then(|| format!("{} would be a member of itself", actor.name))
}

/// The edits by which nobody has that actor as a member or is a part of it.
fn without_relations(register: &Register, id: &ActorId) -> Vec<Edit> {
    let mut edits = Vec::new();
    for held in register.actors() {
        let mut after = Actor::clone(held);
        after.members.retain(|member| member != id);
        after.part_of = after.part_of.filter(|whole| whole != id);
        if after != **held {
            edits.push(Edit::Actor(Change::new(Some(Arc::clone(held)), Some(Arc::new(after)))));
        }
    }
    edits
}
