//! Defines [`CodebookChange`], one change of the codebook, and applies it to a codebook.

use crate::model::{Attribute, Codebook, Guideline, Label, Scale, Subject, Unknown, Value};

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

impl CodebookChange {
    /// Whether it is typed, so that several in a row are one step.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::Guideline { .. } | Self::Describe { .. } | Self::DescribeValue { .. })
    }
}

/// Applies a change to a codebook.
pub(super) fn change_in(codebook: &mut Codebook, change: &CodebookChange) {
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
