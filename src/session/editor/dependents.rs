//! Finds work of other annotators that depends on what an undo or a redo would remove.

use std::collections::BTreeSet;

use crate::edit::{Change, Edit, Step};
use crate::model::{
    Actor, ActorId, Annotation, AnnotationId, ArticleId, Attribute, Attributes, Codebook, Document, Layer, Part, Subject,
};
use crate::session::register::naming::names;

/// Why the document is inconsistent after the edits of `step` were applied to it; `None` if it is not.
///
/// Checks only what the step itself removes or restores. Links are not checked: an annotation to which another annotator's
/// link leads may be deleted.
#[must_use]
pub fn dependents(after: &Document, step: &Step) -> Option<String> {
    step.edits.iter().find_map(|edit| match edit {
        Edit::Actor(Change { before: Some(actor), after: None }) => still_named(after, actor),
        Edit::Actor(Change { before, after: Some(actor) }) => misplaced(after, before.as_deref(), actor),
        Edit::Codebook(change) => still_used(after, change, step),
        Edit::Annotation(article, _, Change { before, after: Some(annotation) }) => {
            without_ground(after, article, before.as_deref(), annotation)
        }
        _ => None,
    })
}

/// Who still names an actor that was removed.
fn still_named(document: &Document, actor: &Actor) -> Option<String> {
    let id = &actor.id;
    if let Some(other) = document.register.actors().iter().find(|other| related(other).any(|held| held == id)) {
        return Some(format!("{} belongs together with {}", actor.name, other.name));
    }
    let in_lost = |layer: &Layer| {
        layer.lost.iter().any(|lost| {
            let said = lost.details.everyone().any(|held| held.who.actor() == Some(id));
            lost.actor.as_ref() == Some(id) || said || lost.details.about.contains(id)
        })
    };
    let naming = |layer: &Layer| layer.annotations().iter().any(|annotation| names(annotation, id)) || in_lost(layer);
    let ((article, annotator), _) = document.layers.iter().find(|(_, layer)| naming(layer))?;
    Some(format!("{annotator} names {} in {}", actor.name, titled(document, article)))
}

/// Why an actor does not fit into the register: it belongs to one that was removed, or to itself.
fn misplaced(document: &Document, before: Option<&Actor>, actor: &Actor) -> Option<String> {
    let known = |id: &ActorId| before.is_some_and(|before| related(before).any(|held| held == id));
    if let Some(gone) = related(actor).find(|id| document.register.get(id).is_none() && !known(id)) {
        return Some(format!("{gone}, with whom {} belongs together, is not in the register any more", actor.name));
    }
    let mut seen = vec![&actor.id];
    let mut next = actor.part_of.as_ref();
    while let Some(id) = next {
        if seen.contains(&id) {
            return Some(format!("{} would be a part of itself", actor.name));
        }
        seen.push(id);
        next = document.register.get(id).and_then(|whole| whole.part_of.as_ref());
    }
    None
}

fn related(actor: &Actor) -> impl Iterator<Item = &ActorId> {
    actor.part_of.iter().chain(&actor.members)
}

/// Who still uses a value that the codebook loses, or relied on a default that changes.
fn still_used(document: &Document, change: &Change<std::sync::Arc<Codebook>>, step: &Step) -> Option<String> {
    let (old, new) = (change.before.as_ref(), change.after.as_ref());
    let altered: Vec<_> = old
        .attributes
        .iter()
        .filter(|held| {
            new.attribute(held.of, &held.name).is_none_or(|now| {
                let loses = held.values.iter().any(|value| now.value(&value.name).is_none());
                loses || now.scale != held.scale || now.default != held.default
            })
        })
        .collect();
    if altered.is_empty() {
        return None;
    }
    // Annotations that the step changes together with the codebook keep their meaning.
    let ids: BTreeSet<&AnnotationId> = step
        .edits
        .iter()
        .filter_map(|edit| match edit {
            Edit::Annotation(_, _, change) => change.after.as_ref().map(|annotation| &annotation.id),
            _ => None,
        })
        .collect();
    let carried = |annotation: &Annotation| ids.contains(&annotation.id);
    let loses = |of: Subject, attributes: &Attributes| {
        altered.iter().filter(|held| held.of == of).find_map(|held| {
            let value = attributes.get(&held.name).filter(|value| held.check(value).is_ok())?;
            let holds = new.attribute(of, &held.name).is_some_and(|now| now.check(value).is_ok());
            (!holds).then(|| value.clone())
        })
    };
    for actor in document.register.actors() {
        if let Some(value) = loses(Subject::Actor, &actor.attributes) {
            return Some(format!("the value “{value}” is used for {}", actor.name));
        }
    }
    for ((article, annotator), layer) in &document.layers {
        for annotation in layer.annotations() {
            let of = Subject::from(annotation.label);
            if let Some(value) = loses(of, &annotation.details.attributes) {
                return Some(format!("{annotator} uses the value “{value}” in {}", titled(document, article)));
            }
            let relies = |held: &&&Attribute| {
                let differs = new.attribute(of, &held.name).is_some_and(|now| now.default != held.default);
                let unsaid = !annotation.details.attributes.contains_key(&held.name);
                held.of == of && differs && unsaid && !held.default.is_empty()
            };
            let since = *annotator != step.author && annotation.created >= step.at.whole_seconds() && !carried(annotation);
            if let Some(held) = altered.iter().find(relies).filter(|_| since) {
                let title = titled(document, article);
                return Some(format!("{annotator} relied on the default of “{}” in {title}", held.name));
            }
        }
    }
    None
}

/// The actor or value that a restored annotation uses although it no longer exists.
fn without_ground(
    document: &Document,
    article: &ArticleId,
    before: Option<&Annotation>,
    annotation: &Annotation,
) -> Option<String> {
    let said = annotation.details.everyone().filter_map(|held| held.who.actor());
    let named = annotation.actor.iter().chain(said).chain(&annotation.details.about);
    let known = |id: &ActorId| before.is_some_and(|before| names(before, id));
    if let Some(gone) = named.into_iter().find(|id| document.register.get(id).is_none() && !known(id)) {
        let title = titled(document, article);
        return Some(format!("the actor {gone}, whom it names in {title}, is not in the register any more"));
    }
    if document.damaged.contains_key(&Part::Codebook) {
        return None;
    }
    let of = Subject::from(annotation.label);
    let attributes = &annotation.details.attributes;
    let new = attributes.iter().filter(|(name, value)| before.and_then(|b| b.details.attributes.get(*name)) != Some(*value));
    let fails = |(name, value): &(&String, &String)| {
        document.codebook.attribute(of, name).is_none_or(|attribute| attribute.check(value).is_err())
    };
    let (_, value) = { new }.find(fails)?;
    Some(format!("the value “{value}” is not in the codebook any more"))
}

fn titled(document: &Document, article: &ArticleId) -> String {
    let title = document.article(article).map_or_else(|| article.to_string(), |article| article.display_title());
    format!("“{title}”")
}
