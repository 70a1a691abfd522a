//! Defines [`Patch`]: the difference between two JSON values, so that a changed letter in a long text takes only a few bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A change from one value to another. The names are part of the format of the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Patch {
    /// The new value.
    #[serde(rename = "=")]
    Whole(Value),
    /// The field is removed.
    #[serde(rename = "-")]
    Gone,
    /// These fields of an object change; if empty, the value is unchanged.
    #[serde(rename = "{")]
    Fields(BTreeMap<String, Patch>),
    /// These items of a list change in place.
    #[serde(rename = "@")]
    Items(Vec<(usize, Patch)>),
    /// Numbers of unchanged items at the start and at the end, and the new items between them.
    #[serde(rename = "[")]
    Between(usize, usize, Vec<Value>),
    /// Numbers of unchanged bytes at the start and at the end of a text, and the new text between them.
    #[serde(rename = "~")]
    Text(usize, usize, String),
}

/// Bytes of a [`Patch::Text`] besides its text.
const FRAME: usize = 16;

impl Patch {
    /// The patch that changes nothing.
    pub fn nothing() -> Self {
        Self::Fields(BTreeMap::new())
    }

    /// The patch from `before` to `after`.
    pub fn between(before: &Value, after: &Value) -> Self {
        match (before, after) {
            _ if before == after => Self::nothing(),
            (Value::String(old), Value::String(new)) => text(old, new),
            (Value::Array(old), Value::Array(new)) if !old.is_empty() => list(old, new),
            (Value::Object(old), Value::Object(new)) if !old.is_empty() => {
                let changed = new.iter().filter_map(|(name, new)| match old.get(name) {
                    Some(old) if old == new => None,
                    Some(old) => Some((name.clone(), Self::between(old, new))),
                    None => Some((name.clone(), Self::Whole(new.clone()))),
                });
                let gone = old.keys().filter(|name| !new.contains_key(*name)).map(|name| (name.clone(), Self::Gone));
                Self::Fields(changed.chain(gone).collect())
            }
            _ => Self::Whole(after.clone()),
        }
    }

    /// Applies the patch to `value`. Returns `None` if the patch was made for another value.
    pub fn apply(self, value: Value) -> Option<Value> {
        Some(match (self, value) {
            (Self::Whole(new), _) => new,
            (Self::Fields(fields), value) if fields.is_empty() => value,
            (Self::Fields(fields), Value::Object(mut object)) => {
                for (name, patch) in fields {
                    let old = object.remove(&name);
                    if patch != Self::Gone {
                        object.insert(name, patch.apply(old.unwrap_or_default())?);
                    }
                }
                Value::Object(object)
            }
            (Self::Items(items), Value::Array(mut list)) => {
                for (at, patch) in items {
                    let item = list.get_mut(at)?;
                    *item = patch.apply(std::mem::take(item))?;
                }
                Value::Array(list)
            }
            (Self::Between(start, end, middle), Value::Array(mut list)) => {
                let end = list.len().checked_sub(end).filter(|end| start <= *end)?;
                list.splice(start..end, middle);
                Value::Array(list)
            }
            (Self::Text(start, end, middle), Value::String(old)) => {
                let end = old.len().checked_sub(end).filter(|end| start <= *end)?;
                Value::String([old.get(..start)?, &middle, old.get(end..)?].concat())
            }
            _ => return None,
        })
    }
}

fn text(old: &str, new: &str) -> Patch {
    let alike = |(a, b): &(char, char)| a == b;
    let bytes = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(alike).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let start = bytes(&mut old.chars().zip(new.chars()));
    let (old_rest, new_rest) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = bytes(&mut old_rest.chars().rev().zip(new_rest.chars().rev()));
    let middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();
    if middle.len() + FRAME < new.len() { Patch::Text(start, end, middle.to_owned()) } else { Patch::Whole(new.into()) }
}

fn list(old: &[Value], new: &[Value]) -> Patch {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();
    if old.len() == new.len() {
        let pairs = old_rest.iter().zip(middle).enumerate().filter(|(_, (a, b))| a != b);
        return Patch::Items(pairs.map(|(at, (a, b))| (start + at, Patch::between(a, b))).collect());
    }
    Patch::Between(start, end, middle.to_vec())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u8>().prop_map(Value::from),
            "[aé👩]{0,24}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 5, |inner| {
            let fields = prop::collection::btree_map("[ab]", inner.clone(), 0..3);
            prop_oneof![
                prop::collection::vec(inner, 0..5).prop_map(Value::from),
                fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_patch_makes_the_second_value_of_the_first(old in value(), new in value()) {
            let written = serde_json::to_string(&Patch::between(&old, &new)).unwrap();
            let patch: Patch = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(patch.apply(old), Some(new));
        }

        #[test]
        fn a_patch_for_another_value_fits_or_is_refused(old in value(), new in value(), other in value()) {
            let _ = Patch::between(&old, &new).apply(other);
        }
    }

    #[test]
    fn what_stays_is_not_written() {
        let long = "Wind over the harbour. ".repeat(40);
        let before = json!({"a": [{"text": long, "key": null}, {"text": "x"}], "b": 1});
        let after = json!({"a": [{"text": format!("{long}é"), "key": null}, {"text": "x"}], "b": 1});
        let written = serde_json::to_string(&Patch::between(&before, &after)).unwrap();
        assert_eq!(written, r#"{"{":{"a":{"@":[[0,{"{":{"text":{"~":[920,0,"é"]}}}]]}}}"#);
    }
}
