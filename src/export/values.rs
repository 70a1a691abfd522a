//! Finds the values of attributes: those that were chosen, or else the defaults of the codebook.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Attributes, Codebook, Label, Subject};

/// The attributes that have a column of their own, with their defaults.
#[derive(Debug)]
pub struct Values {
    defaults: Vec<(&'static str, String)>,
}

impl Values {
    /// Finds the defaults, once for all rows.
    #[must_use]
    pub fn new(codebook: &Codebook, of: Subject, names: &[&'static str]) -> Self {
        let nothing = Attributes::new();
        Self { defaults: names.iter().map(|name| (*name, codebook.held(of, name, &nothing).to_owned())).collect() }
    }

    /// The value that was chosen, or else the default; empty if there is neither.
    #[must_use]
    pub fn held<'v>(&'v self, name: &str, said: &'v Attributes) -> &'v str {
        let default = || self.defaults.iter().find(|(known, _)| *known == name).map_or("", |(_, default)| default.as_str());
        if said.is_empty() { default() } else { said.get(name).map_or_else(default, String::as_str) }
    }
}

/// All values of an annotation as one JSON object with sorted keys.
#[derive(Debug)]
pub struct Json {
    /// For each label the defaults, and the object with only the defaults.
    labels: Vec<(Label, BTreeMap<String, String>, String)>,
}

impl Json {
    /// Finds the defaults, once for all rows.
    #[must_use]
    pub fn new(codebook: &Codebook) -> Self {
        let nothing = Attributes::new();
        let of = |label: Label| {
            let held = codebook.attributes_of(label).filter_map(|one| Some((one.name.clone(), one.held(&nothing)?.to_owned())));
            let defaults: BTreeMap<String, String> = held.collect();
            let json = object(&defaults);
            (label, defaults, json)
        };
        Self { labels: Label::ALL.into_iter().map(of).collect() }
    }

    /// The values of an annotation with that label, including values of attributes that the codebook does not have.
    #[must_use]
    pub fn of(&self, label: Label, said: &Attributes) -> Cow<'_, str> {
        let Some((_, defaults, json)) = self.labels.iter().find(|(known, ..)| *known == label) else { return "{}".into() };
        if said.is_empty() {
            return json.into();
        }
        let mut all: BTreeMap<&str, &str> = defaults.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.extend(said.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        object(&all).into()
    }
}

fn object(values: &impl serde::Serialize) -> String {
    // A map of strings can always be written as JSON.
    serde_json::to_string(values).unwrap_or_default()
}
