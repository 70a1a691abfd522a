//! Plans to merge two actors, or to split one. Article texts never change, and one undo reverses it.

use std::collections::HashSet;
use std::sync::Arc;

use super::naming::names;
use crate::edit::{Change, Edit};
use crate::model::{Actor, ActorId, Annotation, AnnotationId, ArticleId, Document, Register, Timestamp, Who};
use crate::session::annotate::wording::counted;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::SessionAction;
use crate::session::input::notice::Message;
use crate::session::state::Session;

/// What a merge will change, to be read before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergePlan {
    pub mentions: usize,
    pub quotes: usize,
    pub claims: usize,
    pub articles: usize,
    /// Names that become aliases of the actor that stays.
    pub learns: Vec<String>,
    /// Fields in which the two differ; the actor that stays keeps its own.
    pub differs: Vec<String>,
}

impl Session {
    /// What merging would change.
    #[must_use]
    pub fn merge_plan(&self, from: &ActorId, into: &ActorId) -> Option<MergePlan> {
        let (gone, stays) = (self.editor.document().register.get(from)?, self.editor.document().register.get(into)?);
        let counts = self.survey().counts(from);
        let known: Vec<&str> = stays.names().collect();
        let learns = gone.names().filter(|name| !known.contains(name)).map(str::to_owned).collect();
        let fields = [
            ("role", &gone.role, &stays.role),
            ("country", &gone.country, &stays.country),
            ("Wikidata", &gone.wikidata, &stays.wikidata),
        ];
        let differ = |(_, a, b): &(&str, &String, &String)| !a.is_empty() && !b.is_empty() && a != b;
        let differs =
            fields.into_iter().filter(differ).map(|(name, a, b)| format!("{name}: “{b}” stays, “{a}” goes to the note"));
        let (mentions, quotes, claims, articles) = (counts.mentions, counts.quotes, counts.claims, counts.articles);
        Some(MergePlan { mentions, quotes, claims, articles, learns, differs: differs.collect() })
    }

    /// Merges an actor into another one.
    pub(in crate::session) fn merge_actors(&mut self, from: &ActorId, into: &ActorId, now: Timestamp) {
        if self.carry_out(self.merged(from, into), now) {
            self.defaults.forget(from);
        }
    }

    fn merged(&self, from: &ActorId, into: &ActorId) -> Planned {
        if from == into {
            return Err(NoPlan::Nothing);
        }
        let register = &self.document().register;
        let (Some(gone), Some(stays)) = (register.get(from), register.get(into)) else {
            return Err(NoPlan::warning("One of the two actors no longer exists"));
        };
        let whole = whole_of_merged(register, gone, stays);
        let joined = Actor { part_of: whole, ..joined(gone, stays) };
        let mut edits = vec![Edit::Actor(Change::new(Some(Arc::clone(stays)), Some(Arc::new(joined))))];
        for held in register.actors().iter().filter(|held| held.id != *from && held.id != *into) {
            let mut after = Actor::clone(held);
            after.members.iter_mut().filter(|member| *member == from).for_each(|member| member.clone_from(into));
            drop_repeated(&mut after.members);
            if after.part_of.as_ref() == Some(from) {
                after.part_of = Some(into.clone());
            }
            if after != **held {
                edits.push(Edit::Actor(Change::new(Some(Arc::clone(held)), Some(Arc::new(after)))));
            }
        }
        edits.extend(renamed(self.document(), from, into, |_, _| true));
        edits.push(Edit::Actor(Change::new(Some(Arc::clone(gone)), None)));
        let (gone, stays) = (&gone.name, &stays.name);
        let message = Message::info(format!("Merged {gone} into {stays}. {} undoes it", self.key(SessionAction::Undo)));
        Ok(Plan::new(format!("merge {gone} into {stays}"), edits).say(message))
    }

    /// Plans a new actor of that name that takes over some aliases and mentions of another one.
    pub(in crate::session) fn split_actor(
        &self,
        from: &ActorId,
        name: &str,
        aliases: &[String],
        mentions: &[(ArticleId, AnnotationId)],
    ) -> Planned {
        let whole = self.document().register.get(from).ok_or(NoPlan::Nothing)?;
        let name = name.trim();
        let id = self.fresh_actor_id(name).ok_or_else(|| NoPlan::info("Type a name for the new actor"))?;
        let mut part = Actor::new(id.clone(), name);
        let mut rest = Actor::clone(whole);
        part.aliases = rest.aliases.iter().filter(|alias| aliases.contains(&alias.name) && alias.name != name).cloned().collect();
        rest.aliases.retain(|alias| !aliases.contains(&alias.name) && alias.name != name);
        part.attributes.clone_from(&whole.attributes);
        let mut edits = vec![Edit::Actor(Change::new(None, Some(Arc::new(part))))];
        if rest != **whole {
            edits.push(Edit::Actor(Change::new(Some(Arc::clone(whole)), Some(Arc::new(rest)))));
        }
        let chosen =
            |article: &ArticleId, annotation: &Annotation| mentions.iter().any(|(of, id)| of == article && *id == annotation.id);
        edits.extend(renamed(self.document(), from, &id, chosen));
        let message = Message::info(format!("Split off {name} ({})", counted(mentions.len(), "annotation")));
        Ok(Plan::new(format!("split {name} from {}", whole.name), edits).say(message))
    }
}

/// What the merged actor is part of: what the actor that stays was part of, or else the other one.
///
/// Neither is kept if it leads back to one of the two: the merged actor would be a part of itself.
fn whole_of_merged(register: &Register, gone: &Actor, stays: &Actor) -> Option<ActorId> {
    let leads_back = |whole: &ActorId| {
        let (mut seen, mut next) = (HashSet::new(), Some(whole));
        while let Some(id) = next.filter(|id| seen.insert(*id)) {
            if *id == gone.id || *id == stays.id {
                return true;
            }
            next = register.get(id).and_then(|actor| actor.part_of.as_ref());
        }
        false
    };
    [&stays.part_of, &gone.part_of].into_iter().flatten().find(|whole| !leads_back(whole)).cloned()
}

/// The edits by which the `wanted` annotations of every layer name `into` instead of `from`.
///
/// Their `modified` is kept: it is the time at which a person last changed the annotation itself.
fn renamed(document: &Document, from: &ActorId, into: &ActorId, wanted: impl Fn(&ArticleId, &Annotation) -> bool) -> Vec<Edit> {
    let mut edits = Vec::new();
    for ((article, annotator), layer) in &document.layers {
        for before in layer.annotations().iter().filter(|a| names(a, from) && wanted(article, a)) {
            let mut after = Annotation::clone(before);
            if after.actor.as_ref() == Some(from) {
                after.actor = Some(into.clone());
            }
            for held in after.details.everyone_mut().filter(|held| held.who.actor() == Some(from)) {
                held.who = Who::Actor(into.clone());
            }
            let details = &mut after.details;
            for list in [&mut details.attribution, &mut details.reporters, &mut details.addressees] {
                let mut seen = HashSet::new();
                list.retain(|held| seen.insert(held.who.clone()));
            }
            details.about.iter_mut().filter(|id| *id == from).for_each(|id| id.clone_from(into));
            drop_repeated(&mut details.about);
            let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
            edits.push(Edit::Annotation(article.clone(), annotator.clone(), change));
        }
    }
    edits
}

fn drop_repeated(ids: &mut Vec<ActorId>) {
    let mut seen = HashSet::new();
    ids.retain(|id| seen.insert(id.clone()));
}

/// The actor that stays, with the names, members and attributes of the other one added.
fn joined(gone: &Actor, stays: &Actor) -> Actor {
    let mut actor = stays.clone();
    actor.learn(&gone.name, "");
    for alias in &gone.aliases {
        actor.learn(&alias.name, &alias.language);
    }
    let mut noted = Vec::new();
    for (name, mine, theirs) in [
        ("role", &mut actor.role, &gone.role),
        ("country", &mut actor.country, &gone.country),
        ("Wikidata", &mut actor.wikidata, &gone.wikidata),
    ] {
        if mine.is_empty() {
            mine.clone_from(theirs);
        } else if !theirs.is_empty() && mine != theirs {
            noted.push(format!("{name} of {}: {theirs}", gone.name));
        }
    }
    actor.members.retain(|member| *member != gone.id);
    let members = gone.members.iter().filter(|member| **member != stays.id && !stays.members.contains(member));
    actor.members.extend(members.cloned());
    for (name, value) in &gone.attributes {
        actor.attributes.entry(name.clone()).or_insert_with(|| value.clone());
    }
    let lines = std::iter::once(actor.note.clone()).chain(std::iter::once(gone.note.clone())).chain(noted);
    actor.note = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    actor
}
