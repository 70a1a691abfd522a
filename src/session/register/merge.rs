//! Makes two actors one, or one two. The text is never touched, and one undo takes it back.

use std::sync::Arc;

use super::actors::names;
use crate::edit::{Change, Edit};
use crate::model::{Actor, ActorId, Annotation, AnnotationId, ArticleId, Timestamp, Who};
use crate::session::input::notice::Severity;
use crate::session::state::Session;

/// What a merge will change, for a person to read before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergePlan {
    pub mentions: usize,
    pub quotes: usize,
    pub claims: usize,
    pub articles: usize,
    /// Names that the other actor learns.
    pub learns: Vec<String>,
    /// Fields in which the two differ: the one that stays keeps its own.
    pub differs: Vec<String>,
}

impl Session {
    /// What merging would change.
    #[must_use]
    pub fn merge_plan(&self, from: &ActorId, into: &ActorId) -> Option<MergePlan> {
        let (gone, stays) = (self.document.register.get(from)?, self.document.register.get(into)?);
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

    pub(in crate::session) fn merge_actors(&mut self, from: &ActorId, into: &ActorId, now: Timestamp) {
        if from == into {
            return;
        }
        let (Some(gone), Some(stays)) = (self.document.register.get(from).cloned(), self.document.register.get(into).cloned())
        else {
            return self.notify(Severity::Warning, "One of the two actors is gone", now);
        };
        let mut edits = vec![Edit::Actor(Change::new(Some(Arc::clone(&stays)), Some(Arc::new(joined(&gone, &stays)))))];
        for held in self.document.register.actors().iter().filter(|held| held.id != *from && held.id != *into) {
            let mut after = Actor::clone(held);
            after.members.iter_mut().filter(|member| *member == from).for_each(|member| member.clone_from(into));
            let mut seen = std::collections::HashSet::new();
            after.members.retain(|member| seen.insert(member.clone()));
            if after.part_of.as_ref() == Some(from) {
                after.part_of = Some(into.clone());
            }
            if after != **held {
                edits.push(Edit::Actor(Change::new(Some(Arc::clone(held)), Some(Arc::new(after)))));
            }
        }
        edits.extend(self.renamed(from, into, |_, _| true));
        edits.push(Edit::Actor(Change::new(Some(Arc::clone(&gone)), None)));
        if self.take_step(&format!("merge {} into {}", gone.name, stays.name), edits, None, now) {
            self.recent.retain(|id| id != from);
            self.notify(Severity::Info, format!("{} is now {}; undo takes it apart again", gone.name, stays.name), now);
        }
    }

    pub(in crate::session) fn split_actor(
        &mut self,
        from: &ActorId,
        name: &str,
        aliases: &[String],
        mentions: &[(ArticleId, AnnotationId)],
        now: Timestamp,
    ) {
        let Some(whole) = self.document.register.get(from).cloned() else { return };
        let name = name.trim();
        let Some(id) = self.fresh_actor_id(name) else {
            return self.notify(Severity::Info, "Type a name for the new actor", now);
        };
        let mut part = Actor::new(id.clone(), name);
        let mut rest = Actor::clone(&whole);
        part.aliases = rest.aliases.iter().filter(|alias| aliases.contains(&alias.name) && alias.name != name).cloned().collect();
        rest.aliases.retain(|alias| !aliases.contains(&alias.name) && alias.name != name);
        part.attributes.clone_from(&whole.attributes);
        let mut edits = vec![Edit::Actor(Change::new(None, Some(Arc::new(part))))];
        if rest != *whole {
            edits.push(Edit::Actor(Change::new(Some(Arc::clone(&whole)), Some(Arc::new(rest)))));
        }
        let chosen =
            |article: &ArticleId, annotation: &Annotation| mentions.iter().any(|(of, id)| of == article && *id == annotation.id);
        edits.extend(self.renamed(from, &id, chosen));
        if self.take_step(&format!("split {name} from {}", whole.name), edits, None, now) {
            let text = format!("{name} is an actor of its own, with {} annotations", mentions.len());
            self.notify(Severity::Info, text, now);
        }
    }

    /// The edits that put one actor in the place of another, in every layer, where `wanted` says so.
    ///
    /// Their `modified` stays: it is the time at which a person last changed the annotation itself.
    fn renamed(&self, from: &ActorId, into: &ActorId, wanted: impl Fn(&ArticleId, &Annotation) -> bool) -> Vec<Edit> {
        let mut edits = Vec::new();
        for ((article, annotator), layer) in &self.document.layers {
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
                    let mut seen = std::collections::HashSet::new();
                    list.retain(|held| seen.insert(held.who.clone()));
                }
                details.about.iter_mut().filter(|id| *id == from).for_each(|id| id.clone_from(into));
                let mut seen = std::collections::HashSet::new();
                details.about.retain(|id| seen.insert(id.clone()));
                let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
                edits.push(Edit::Annotation(article.clone(), annotator.clone(), change));
            }
        }
        edits
    }
}

/// The actor that stays, with everything of the other that it did not have.
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
    actor.part_of = actor.part_of.or_else(|| gone.part_of.clone()).filter(|whole| *whole != gone.id && *whole != stays.id);
    for (name, value) in &gone.attributes {
        actor.attributes.entry(name.clone()).or_insert_with(|| value.clone());
    }
    let lines = std::iter::once(actor.note.clone()).chain(std::iter::once(gone.note.clone())).chain(noted);
    actor.note = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    actor
}
