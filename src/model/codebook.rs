//! Defines [`Codebook`]: the guidelines of the labels, and the attributes with their allowed values.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Attributes, Label, Unknown};

/// What annotators mark, and what they record about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Codebook {
    pub guidelines: Vec<Guideline>,
    /// In the order in which they are asked.
    pub attributes: Vec<Attribute>,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// What to mark with one label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guideline {
    pub label: Label,
    pub text: String,
    /// Example sentences, with the marked words in `[brackets]`.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// What an attribute describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    #[serde(rename = "Quote")]
    Quote,
    #[serde(rename = "Claim")]
    Claim,
    #[serde(rename = "Mention")]
    Mention,
    /// An actor of the register.
    #[serde(rename = "Actor")]
    Actor,
}

impl Subject {
    pub const ALL: [Self; 4] = [Self::Quote, Self::Claim, Self::Mention, Self::Actor];

    /// The name in the interface.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Quote => "Quote",
            Self::Claim => "Claim",
            Self::Mention => "Mention",
            Self::Actor => "Actor",
        }
    }
}

impl Subject {
    /// The name with its article, for sentences: `a quote`, `an actor`.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::Quote => "a quote",
            Self::Claim => "a claim",
            Self::Mention => "a mention",
            Self::Actor => "an actor",
        }
    }
}

impl From<Label> for Subject {
    fn from(label: Label) -> Self {
        match label {
            Label::Quote => Self::Quote,
            Label::Claim => Self::Claim,
            Label::Actor => Self::Mention,
        }
    }
}

/// The values that an attribute may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scale {
    /// One of a closed list.
    #[serde(rename = "List")]
    List,
    /// One of a closed list whose order has a meaning, lowest first.
    #[serde(rename = "Ordered")]
    Ordered,
    /// Any text.
    #[serde(rename = "Text")]
    Text,
    /// `2026`, `2026-02` or `2026-02-04`.
    #[serde(rename = "Date")]
    Date,
}

/// A property that is recorded for each annotation of a label, or for each actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    pub of: Subject,
    /// The name in files and tables, unique among the attributes of the same subject.
    pub name: String,
    /// The name in the interface.
    pub title: String,
    pub scale: Scale,
    /// For lists, in order.
    pub values: Vec<Value>,
    /// The value that applies if none was chosen; empty if there is no default.
    pub default: String,
    /// When to choose which value.
    pub guideline: String,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// One value of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// The name in files and tables, unique in its list.
    pub name: String,
    /// The name in the interface; if empty, `name` is used.
    pub title: String,
    /// The letter or digit that chooses the value, unique over the attributes of a subject; `None` if it has no key.
    pub key: Option<char>,
    /// When it applies.
    pub about: String,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// An error in a codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name where the error is.
    pub name: String,
    /// The error, as a clause.
    pub reason: String,
}

impl Value {
    /// The title, or the name if there is none.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.title.is_empty() { &self.name } else { &self.title }
    }
}

impl Attribute {
    /// The value with that name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|value| value.name == name)
    }

    /// Whether values come from a closed list.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.scale, Scale::List | Scale::Ordered)
    }

    /// Checks whether the attribute may have that value.
    ///
    /// # Errors
    /// If it may not; the reason, as a clause.
    pub fn check(&self, value: &str) -> Result<(), String> {
        match self.scale {
            Scale::Text => Ok(()),
            Scale::Date => super::PartialDate::parse(value).map(|_| ()),
            Scale::List | Scale::Ordered if self.value(value).is_some() => Ok(()),
            Scale::List | Scale::Ordered => {
                Err(format!("the codebook has no value “{value}” for {} of {}", self.name, self.of.one()))
            }
        }
    }

    /// The value that was chosen, or else the default.
    #[must_use]
    pub fn held<'a>(&'a self, attributes: &'a Attributes) -> Option<&'a str> {
        attributes.get(&self.name).map(String::as_str).or((!self.default.is_empty()).then_some(self.default.as_str()))
    }
}

impl Codebook {
    /// The guideline of a label; empty if the codebook has none.
    #[must_use]
    pub fn guideline(&self, label: Label) -> &str {
        self.guidelines.iter().find(|g| g.label == label).map_or("", |g| g.text.as_str())
    }

    /// The attributes of a subject, in the order in which they are asked.
    pub fn attributes_of(&self, of: impl Into<Subject>) -> impl Iterator<Item = &Attribute> {
        let of = of.into();
        self.attributes.iter().filter(move |attribute| attribute.of == of)
    }

    /// The attribute of that name.
    #[must_use]
    pub fn attribute(&self, of: impl Into<Subject>, name: &str) -> Option<&Attribute> {
        self.attributes_of(of).find(|attribute| attribute.name == name)
    }

    /// The value of an attribute that was chosen, or else its default; empty if there is neither.
    ///
    /// For an attribute that the codebook does not have, the value that was chosen.
    #[must_use]
    pub fn held<'a>(&'a self, of: impl Into<Subject>, name: &str, attributes: &'a Attributes) -> &'a str {
        let said = || attributes.get(name).map(String::as_str);
        self.attribute(of, name).map_or_else(said, |attribute| attribute.held(attributes)).unwrap_or_default()
    }

    /// The first error: a name or a key that occurs twice, or a default that is not one of the values. `None` if there is none.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        let mut names = HashSet::new();
        let mut keys = HashSet::new();
        for attribute in &self.attributes {
            let Attribute { of, name, values, default, .. } = attribute;
            let fault = |name: &str, what: String| Some(Fault { name: name.to_owned(), reason: what });
            if name.is_empty() {
                return fault(&attribute.title, format!("an attribute of {} has no name; give it one", of.one()));
            }
            if !names.insert((of, name.as_str())) {
                return fault(name, format!("the attribute {name} is there twice; rename one of the two"));
            }
            if !default.is_empty() && attribute.check(default).is_err() {
                return fault(default, format!("the default “{default}” is none of the values of {name}"));
            }
            let mut own = HashSet::new();
            for value in values {
                if value.name.is_empty() || !own.insert(value.name.as_str()) {
                    return fault(&value.name, format!("the value “{}” of {name} is there twice or has no name", value.name));
                }
                let key = value.key.map(|key| key.to_ascii_uppercase());
                if let Some(key) = key.filter(|key| !keys.insert((of, *key))) {
                    return fault(&value.name, format!("the key {key} of “{}” is already used by another value", value.name));
                }
            }
        }
        None
    }

    /// The value with that key, and its attribute.
    #[must_use]
    pub fn value_by_key(&self, of: impl Into<Subject>, key: char) -> Option<(&Attribute, &Value)> {
        let is = |value: &&Value| value.key.is_some_and(|held| held.eq_ignore_ascii_case(&key));
        self.attributes_of(of).find_map(|attribute| attribute.values.iter().find(is).map(|value| (attribute, value)))
    }
}
