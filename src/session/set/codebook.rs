//! Changes the codebook; a value in use never vanishes: renaming maps it, removal is refused with where it stands.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{
    Actor, Annotation, AnnotationId, Annotator, ArticleId, Attribute, Attributes, Codebook, Guideline, Label, Scale, Subject,
    Timestamp, Unknown, Value,
};
use crate::session::editor::step::GestureKind;
use crate::session::input::notice::Severity;
use crate::session::state::Session;

/// One change of the codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodebookChange {
    /// The guideline of a label, with its examples.
    Guideline {
        label: Label,
        text: String,
        examples: Vec<String>,
    },
    AddAttribute {
        of: Subject,
        name: String,
        scale: Scale,
    },
    /// Title and guideline of an attribute.
    Describe {
        of: Subject,
        name: String,
        title: String,
        guideline: String,
    },
    /// Gives an attribute another name, in every annotation too.
    RenameAttribute {
        of: Subject,
        from: String,
        to: String,
    },
    /// Takes an attribute away, if nothing uses it.
    RemoveAttribute {
        of: Subject,
        name: String,
    },
    /// Moves an attribute one place up or down among those of its subject.
    MoveAttribute {
        of: Subject,
        name: String,
        up: bool,
    },
    /// What holds where nothing is said. What relied on the old default keeps it.
    SetDefault {
        of: Subject,
        name: String,
        value: String,
    },
    AddValue {
        of: Subject,
        attribute: String,
        name: String,
    },
    /// Title, key and explanation of a value.
    DescribeValue {
        of: Subject,
        attribute: String,
        name: String,
        title: String,
        key: Option<char>,
        about: String,
    },
    /// Gives a value another name, in every annotation too.
    RenameValue {
        of: Subject,
        attribute: String,
        from: String,
        to: String,
    },
    /// Takes a value away, if nothing uses it.
    RemoveValue {
        of: Subject,
        attribute: String,
        name: String,
    },
    MoveValue {
        of: Subject,
        attribute: String,
        name: String,
        up: bool,
    },
}

/// Where a value, or any value of an attribute, is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    Annotation(ArticleId, Annotator, AnnotationId),
    Actor(crate::model::ActorId),
}

impl Session {
    /// Where a value is said of that subject; without a value, where the attribute is said at all.
    #[must_use]
    pub fn uses(&self, of: Subject, attribute: &str, value: Option<&str>) -> Vec<Use> {
        let says =
            |attributes: &Attributes| attributes.get(attribute).is_some_and(|said| value.is_none_or(|value| said == value));
        if of == Subject::Actor {
            let using = self.document.register.actors().iter().filter(|actor| says(&actor.attributes));
            return using.map(|actor| Use::Actor(actor.id.clone())).collect();
        }
        let mut found = Vec::new();
        for ((article, annotator), layer) in &self.document.layers {
            let using = layer.annotations().iter().filter(|a| Subject::from(a.label) == of && says(&a.details.attributes));
            found.extend(using.map(|a| Use::Annotation(article.clone(), annotator.clone(), a.id.clone())));
        }
        found
    }

    pub(in crate::session) fn change_codebook(&mut self, change: &CodebookChange, now: Timestamp) {
        if let Some(refusal) = self.refusal(change) {
            return self.notify(Severity::Warning, refusal, now);
        }
        let before = Arc::clone(&self.document.codebook);
        let mut after = Codebook::clone(&before);
        change_in(&mut after, change);
        if let Some(fault) = after.fault() {
            return self.notify(Severity::Warning, fault.reason, now);
        }
        if after == *before {
            return;
        }
        let mut edits = vec![Edit::Codebook(Change::new(before, Arc::new(after)))];
        edits.extend(self.carried(change));
        let typed = matches!(
            change,
            CodebookChange::Guideline { .. } | CodebookChange::Describe { .. } | CodebookChange::DescribeValue { .. }
        );
        self.take_step("change the codebook", edits, typed.then_some(GestureKind::Codebook), now);
    }

    fn refusal(&self, change: &CodebookChange) -> Option<String> {
        let (uses, what) = match change {
            CodebookChange::RemoveAttribute { of, name } => (self.uses(*of, name, None), name),
            CodebookChange::RemoveValue { of, attribute, name } => {
                let is_default = self.document.codebook.attribute(*of, attribute).is_some_and(|held| held.default == *name);
                if is_default {
                    return Some(format!("“{name}” is the default of {attribute}; choose another default first"));
                }
                (self.uses(*of, attribute, Some(name)), name)
            }
            _ => return None,
        };
        let first = match uses.first()? {
            Use::Annotation(article, annotator, id) => format!("by {annotator} in {article} ({id})"),
            Use::Actor(id) => format!("for {}", self.document.register.name(id)),
        };
        let others = match uses.len() {
            1 => String::new(),
            n => format!(" and at {} other places", n - 1),
        };
        Some(format!("“{what}” is used {first}{others}; change it there first, or rename it"))
    }

    /// What has to change in annotations and actors with the codebook.
    fn carried(&self, change: &CodebookChange) -> Vec<Edit> {
        match change {
            CodebookChange::RenameAttribute { of, from, to } => self.mapped(*of, |attributes| {
                if let Some(value) = attributes.remove(from) {
                    attributes.insert(to.clone(), value);
                }
            }),
            CodebookChange::RenameValue { of, attribute, from, to } => self.mapped(*of, |attributes| {
                if let Some(value) = attributes.get_mut(attribute).filter(|value| *value == from) {
                    value.clone_from(to);
                }
            }),
            CodebookChange::SetDefault { of, name, value } => {
                let old = self.document.codebook.attribute(*of, name).map(|held| held.default.clone()).unwrap_or_default();
                self.mapped(*of, |attributes| {
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

    fn mapped(&self, of: Subject, map: impl Fn(&mut Attributes)) -> Vec<Edit> {
        let mut edits = Vec::new();
        if of == Subject::Actor {
            for actor in self.document.register.actors() {
                let mut after = Actor::clone(actor);
                map(&mut after.attributes);
                if after != **actor {
                    edits.push(Edit::Actor(Change::new(Some(Arc::clone(actor)), Some(Arc::new(after)))));
                }
            }
            return edits;
        }
        for ((article, annotator), layer) in &self.document.layers {
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
}

fn change_in(codebook: &mut Codebook, change: &CodebookChange) {
    match change.clone() {
        CodebookChange::Guideline { label, text, examples } => {
            match codebook.guidelines.iter_mut().find(|held| held.label == label) {
                Some(held) => (held.text, held.examples) = (text, examples),
                None => codebook.guidelines.push(Guideline { label, text, examples, unknown: Unknown::default() }),
            }
        }
        CodebookChange::AddAttribute { of, name, scale } => {
            let title = name.replace('_', " ");
            let (values, default, guideline, unknown) = (Vec::new(), String::new(), String::new(), Unknown::default());
            codebook.attributes.push(Attribute { of, name, title, scale, values, default, guideline, unknown });
        }
        CodebookChange::Describe { of, name, title, guideline } => {
            if let Some(held) = attribute_mut(codebook, of, &name) {
                (held.title, held.guideline) = (title, guideline);
            }
        }
        CodebookChange::RenameAttribute { of, from, to } => {
            if let Some(held) = attribute_mut(codebook, of, &from) {
                held.name = to;
            }
        }
        CodebookChange::RemoveAttribute { of, name } => codebook.attributes.retain(|held| held.of != of || held.name != name),
        CodebookChange::MoveAttribute { of, name, up } => {
            let places: Vec<usize> = (0..codebook.attributes.len())
                .filter(|at| codebook.attributes.get(*at).is_some_and(|held| held.of == of))
                .collect();
            let is = |at: &usize| codebook.attributes.get(*at).is_some_and(|held| held.name == name);
            if let Some((one, other)) = neighbours(&places, places.iter().position(is), up) {
                codebook.attributes.swap(one, other);
            }
        }
        CodebookChange::SetDefault { of, name, value } => {
            if let Some(held) = attribute_mut(codebook, of, &name) {
                held.default = value;
            }
        }
        CodebookChange::AddValue { of, attribute, name } => {
            if let Some(held) = attribute_mut(codebook, of, &attribute) {
                let value = Value { name, title: String::new(), key: None, about: String::new(), unknown: Unknown::default() };
                held.values.push(value);
            }
        }
        CodebookChange::DescribeValue { of, attribute, name, title, key, about } => {
            let values = attribute_mut(codebook, of, &attribute).map(|held| &mut held.values);
            if let Some(held) = values.and_then(|values| values.iter_mut().find(|held| held.name == name)) {
                (held.title, held.key, held.about) = (title, key, about);
            }
        }
        CodebookChange::RenameValue { of, attribute, from, to } => {
            if let Some(held) = attribute_mut(codebook, of, &attribute) {
                if held.default == from {
                    held.default.clone_from(&to);
                }
                if let Some(value) = held.values.iter_mut().find(|value| value.name == from) {
                    value.name = to;
                }
            }
        }
        CodebookChange::RemoveValue { of, attribute, name } => {
            if let Some(held) = attribute_mut(codebook, of, &attribute) {
                held.values.retain(|value| value.name != name);
            }
        }
        CodebookChange::MoveValue { of, attribute, name, up } => {
            if let Some(held) = attribute_mut(codebook, of, &attribute) {
                let places: Vec<usize> = (0..held.values.len()).collect();
                let at = held.values.iter().position(|value| value.name == name);
                if let Some((one, other)) = neighbours(&places, at, up) {
                    held.values.swap(one, other);
                }
            }
        }
    }
}

fn attribute_mut<'c>(codebook: &'c mut Codebook, of: Subject, name: &str) -> Option<&'c mut Attribute> {
    codebook.attributes.iter_mut().find(|held| held.of == of && held.name == name)
}

fn neighbours(places: &[usize], at: Option<usize>, up: bool) -> Option<(usize, usize)> {
    let at = at?;
    let other = if up { at.checked_sub(1)? } else { at + 1 };
    Some((*places.get(at)?, *places.get(other)?))
}
