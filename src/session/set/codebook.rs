//! Plans changes of the codebook. A value that is used is never lost: annotations follow a new name, and removal is refused.

use std::sync::Arc;

use super::codebook_change::{CodebookChange, change_in};
use crate::edit::{Change, Edit};
use crate::model::{Actor, ActorId, Annotation, AnnotationId, Annotator, ArticleId, Attributes, Codebook, Document, Subject};
use crate::session::editor::gesture::GestureKind;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::state::Session;

/// Something that has a value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    Annotation(ArticleId, Annotator, AnnotationId),
    Actor(ActorId),
}

impl Session {
    /// What has this value of an attribute; without a value, what has any value of it.
    #[must_use]
    pub fn uses(&self, of: Subject, attribute: &str, value: Option<&str>) -> Vec<Use> {
        uses(self.document(), of, attribute, value)
    }

    /// Plans a change of the codebook, with what has to change in annotations and actors.
    pub(in crate::session) fn change_codebook(&self, change: &CodebookChange) -> Planned {
        if let Some(refusal) = refusal(self.document(), change) {
            return Err(NoPlan::warning(refusal));
        }
        let before = Arc::clone(&self.editor.document().codebook);
        let mut after = Codebook::clone(&before);
        change_in(&mut after, change);
        if let Some(fault) = after.fault() {
            return Err(NoPlan::warning(fault.reason));
        }
        if after == *before {
            return Err(NoPlan::Nothing);
        }
        let mut edits = vec![Edit::Codebook(Change::new(before, Arc::new(after)))];
        edits.extend(carried(self.document(), change));
        Ok(Plan::new("change the codebook", edits).gesture(change.is_typed().then_some(GestureKind::Codebook)))
    }
}

fn uses(document: &Document, of: Subject, attribute: &str, value: Option<&str>) -> Vec<Use> {
    let says = |attributes: &Attributes| attributes.get(attribute).is_some_and(|said| value.is_none_or(|value| said == value));
    if of == Subject::Actor {
        let using = document.register.actors().iter().filter(|actor| says(&actor.attributes));
        return using.map(|actor| Use::Actor(actor.id.clone())).collect();
    }
    let mut found = Vec::new();
    for ((article, annotator), layer) in &document.layers {
        let using = layer.annotations().iter().filter(|a| Subject::from(a.label) == of && says(&a.details.attributes));
        found.extend(using.map(|a| Use::Annotation(article.clone(), annotator.clone(), a.id.clone())));
    }
    found
}

/// Why a change is refused; `None` if it is not.
fn refusal(document: &Document, change: &CodebookChange) -> Option<String> {
    let (uses, what) = match change {
        CodebookChange::RemoveAttribute { of, name } => (uses(document, *of, name, None), name),
        CodebookChange::RemoveValue { of, attribute, name } => {
            let is_default = document.codebook.attribute(*of, attribute).is_some_and(|held| held.default == *name);
            if is_default {
                return Some(format!("“{name}” is the default of {attribute}; choose another default first"));
            }
            (uses(document, *of, attribute, Some(name)), name)
        }
        _ => return None,
    };
    let first = match uses.first()? {
        Use::Annotation(article, annotator, id) => format!("by {annotator} in {article} ({id})"),
        Use::Actor(id) => format!("for {}", document.register.name(id)),
    };
    let others = match uses.len() {
        1 => String::new(),
        n => format!(" and at {} other places", n - 1),
    };
    Some(format!("“{what}” is used {first}{others}; change it there first, or rename it"))
}

/// The edits by which annotations and actors follow a change of the codebook.
fn carried(document: &Document, change: &CodebookChange) -> Vec<Edit> {
    match change {
        CodebookChange::RenameAttribute { of, from, to } => mapped(document, *of, |attributes| {
            if let Some(value) = attributes.remove(from) {
                attributes.insert(to.clone(), value);
            }
        }),
        CodebookChange::RenameValue { of, attribute, from, to } => mapped(document, *of, |attributes| {
            if let Some(value) = attributes.get_mut(attribute).filter(|value| *value == from) {
                value.clone_from(to);
            }
        }),
        CodebookChange::SetDefault { of, name, value } => {
            let old = document.codebook.attribute(*of, name).map(|held| held.default.clone()).unwrap_or_default();
            mapped(document, *of, |attributes| {
                if attributes.get(name) == Some(value) {
                    attributes.remove(name);
                } else if !old.is_empty() && !attributes.contains_key(name) {
                    attributes.insert(name.clone(), old.clone());
                }
            })
        }
        _ => Vec::new(),
    }
}

/// The edits that map the attributes of all annotations or actors of that subject.
fn mapped(document: &Document, of: Subject, map: impl Fn(&mut Attributes)) -> Vec<Edit> {
    let mut edits = Vec::new();
    if of == Subject::Actor {
        for actor in document.register.actors() {
            let mut after = Actor::clone(actor);
            map(&mut after.attributes);
            if after != **actor {
                edits.push(Edit::Actor(Change::new(Some(Arc::clone(actor)), Some(Arc::new(after)))));
            }
        }
        return edits;
    }
    for ((article, annotator), layer) in &document.layers {
        for annotation in layer.annotations().iter().filter(|a| Subject::from(a.label) == of) {
            let mut after = Annotation::clone(annotation);
            map(&mut after.details.attributes);
            if after != **annotation {
                let change = Change::new(Some(Arc::clone(annotation)), Some(Arc::new(after)));
                edits.push(Edit::Annotation(article.clone(), annotator.clone(), change));
            }
        }
    }
    edits
}
