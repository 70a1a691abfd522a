//! Plans who speaks a quote, who is the source of a claim, and which actor a mention names.

use std::sync::Arc;

use super::nearby::{claims_in, nearest_mention, quote_around};
use super::slot::{Slot, slot_mut, slot_name, slot_of};
use super::wording::counted;
use crate::edit::{Change, Edit};
use crate::model::{Actor, ActorId, Annotation, AnnotationId, Attribution, Label, Timestamp, Who};
use crate::session::editor::gesture::GestureKind;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::SessionAction;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::{Proposed, Speaker, is_bare_title, is_role_phrase};

impl Session {
    /// The annotation that a key about “who” applies to: the selected one, or the shortest at the caret.
    #[must_use]
    pub fn asked(&self) -> Option<&Arc<Annotation>> {
        self.current().or_else(|| self.at_caret().into_iter().next())
    }

    /// Plans that somebody fills a slot, or is added to it if `joins`. For a mention, plans the actor that it names.
    pub(in crate::session) fn credit(&self, id: &AnnotationId, slot: Slot, who: Who, joins: bool, now: Timestamp) -> Planned {
        let annotation = self.own(id).ok_or(NoPlan::Nothing)?;
        if annotation.label == Label::Actor {
            return match who {
                Who::Actor(actor) => self.set_mention(id, Some(actor), now),
                _ => Err(NoPlan::info("A mention names an actor. Choose one, or make a new one")),
            };
        }
        let mut edits = Vec::new();
        // Words that were read as naming the speaker, such as “she” beside the cue, come before other mentions.
        let read = who.actor().filter(|_| slot == Slot::Speaker && annotation.label == Label::Quote).and_then(|actor| {
            let is_meant = |speaker: &Speaker| speaker.mention.is_some() && speaker.who == Proposed::Known(actor.clone());
            self.proposed_speakers(annotation).into_iter().find(is_meant)
        });
        let mention = read.and_then(|speaker| self.attribution_of(&speaker, &mut edits, now).mention);
        let mention = mention
            .or_else(|| who.actor().and_then(|actor| nearest_mention(&self.article()?.text, self.layer()?, annotation, actor)));
        let mut list = if joins { slot_of(annotation, slot).to_vec() } else { Vec::new() };
        if list.iter().any(|held| held.who == who) {
            return Err(NoPlan::info(format!("{} is there already", self.who_shown(&who))));
        }
        // “Unknown” cannot be combined with anybody.
        list.retain(|held| held.who != Who::Unknown);
        list.push(Attribution { who, mention });
        self.set_slot(id, slot, (list, edits), now)
    }

    /// Plans the people in a slot. Edits that must come first, such as a new actor, are passed with them.
    ///
    /// Claims in a quote get its speakers if they have no source yet.
    pub(in crate::session) fn set_slot(
        &self,
        id: &AnnotationId,
        slot: Slot,
        (list, mut edits): (Vec<Attribution>, Vec<Edit>),
        now: Timestamp,
    ) -> Planned {
        let article = self.article().ok_or(NoPlan::Nothing)?;
        let annotation = self.own(id).ok_or(NoPlan::Nothing)?;
        if annotation.label == Label::Actor || slot_of(annotation, slot) == list {
            return Err(NoPlan::Nothing);
        }
        let names: Vec<String> = list.iter().map(|held| self.who_called(&held.who, &edits)).collect();
        let before: Vec<String> = slot_of(annotation, slot).iter().map(|held| self.who_shown(&held.who)).collect();
        let replaces = slot == Slot::Speaker && list.len() == before.len() && !before.is_empty();
        let speaks = annotation.label == Label::Quote && slot == Slot::Speaker && !names.is_empty();
        let mut changed = Annotation::clone(annotation);
        *slot_mut(&mut changed, slot) = list;
        let claims = if speaks { claims_in(self.layer().map(Arc::as_ref), annotation, &changed) } else { Vec::new() };
        let count = claims.len();
        edits.push(self.changed(article, annotation, changed, now));
        edits.extend(claims.into_iter().map(|(before, after)| self.changed(article, &before, after, now)));
        let (what, names) = (slot_name(annotation.label, slot), names.join(", "));
        let name = if names.is_empty() { format!("remove the {what}") } else { format!("{what}: {names}") };
        let mut plan = Plan::new(name, edits);
        if count > 0 {
            let claims = counted(count, "claim");
            plan = plan.say(Message::info(format!("{names}: speaker of the quote and source of {claims} in it")));
        } else if replaces {
            let undo = self.key(SessionAction::Undo);
            plan = plan.say(Message::info(format!("{names} instead of {}. {undo} undoes it", before.join(", "))));
        }
        Ok(plan)
    }

    /// As [`Self::who_shown`], also for an actor that these edits add.
    fn who_called(&self, who: &Who, edits: &[Edit]) -> String {
        let made = edits.iter().find_map(|edit| match edit {
            Edit::Actor(change) => change.after.as_ref().filter(|actor| who.actor() == Some(&actor.id)),
            _ => None,
        });
        made.map_or_else(|| self.who_shown(who), |actor| actor.name.clone())
    }

    /// Plans the actor that a mention names; `None` for nobody.
    pub(in crate::session) fn set_mention(&self, id: &AnnotationId, actor: Option<ActorId>, now: Timestamp) -> Planned {
        let (article, mention) = self.article().zip(self.own(id)).ok_or(NoPlan::Nothing)?;
        if mention.label != Label::Actor || mention.actor == actor {
            return Err(NoPlan::Nothing);
        }
        let register = &self.document().register;
        let name = match &actor {
            Some(actor) => format!("mention of {}", register.name(actor)),
            None => "mention of nobody".to_owned(),
        };
        let learned = actor.as_ref().and_then(|actor| self.learned(mention, actor));
        let mut changed = Annotation::clone(mention);
        changed.actor = actor;
        let mut edits = vec![self.changed(article, mention, changed, now)];
        let message = learned.map(|learned| {
            let text = format!("“{}” is now an alias of {}", mention.words(), learned.name);
            edits.push(Edit::Actor(Change::new(register.get(&learned.id).cloned(), Some(Arc::new(learned)))));
            Message::info(text)
        });
        let mut plan = Plan::new(name, edits).gesture(Some(GestureKind::Mention(id.clone())));
        plan.say.extend(message);
        Ok(plan)
    }

    /// The actor with the words of a mention as a new alias; `None` if they are no name, or one that it already has.
    pub(in crate::session) fn learned(&self, mention: &Annotation, actor: &ActorId) -> Option<Actor> {
        let document = self.document();
        let is_name = document.codebook.held(Label::Actor, "form", &mention.details.attributes) == "name";
        let words = mention.words();
        // `French President` is how papers call one person; `President` may be anybody.
        let is_office = is_role_phrase(&words) && !is_bare_title(&words) && words.contains(char::is_uppercase);
        let names = self.survey().names();
        let known = names.named(&words).contains(actor) || names.ending_in(&words).contains(actor);
        if !(is_name || is_office) || known {
            return None;
        }
        let mut learned = Actor::clone(document.register.get(actor)?);
        let language = self.article().map(|article| article.metadata.language.clone()).unwrap_or_default();
        learned.learn(&words, &language).then_some(learned)
    }

    /// Plans the actors that an annotation is about.
    pub(in crate::session) fn set_about(&self, id: &AnnotationId, about: Vec<ActorId>, now: Timestamp) -> Planned {
        let annotation = self.own(id).filter(|a| a.details.about != about).ok_or(NoPlan::Nothing)?;
        let mut changed = Annotation::clone(annotation);
        changed.details.about = about;
        self.change_own("set whom it is about", annotation, changed, now)
    }

    /// The shortest quote with a speaker that contains an annotation of the open article.
    #[must_use]
    pub fn quote_around(&self, inner: &Annotation) -> Option<&Arc<Annotation>> {
        quote_around(self.layer()?, inner)
    }

    /// For a person: the actor's name, or what is said in its place.
    #[must_use]
    pub fn who_shown(&self, who: &Who) -> String {
        match who {
            Who::Actor(id) => self.document().register.name(id).to_owned(),
            Who::Unnamed(words) => format!("“{words}”"),
            Who::Author => "the author".to_owned(),
            Who::Unknown => "unknown".to_owned(),
        }
    }
}
