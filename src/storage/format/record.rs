//! Defines `record!`, which declares a struct that reads and writes RON and keeps unknown fields.
//!
//! `#[serde(flatten)]` would buffer values and lose the forms of RON (ranges, named structs), so a visitor of our own collects
//! unknown fields as raw text. A duplicate field is always an error.

/// Declares a record. A field with `= value` may be missing, and is not written if it has that value.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident : $type:ty $(= $default:expr)?),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// Fields of a newer Dicta, kept unchanged.
            pub unknown: $crate::model::Unknown,
        }

        impl $name {
            pub(in crate::storage) const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            pub(in crate::storage) fn write_fields(&self, out: &mut $crate::storage::format::ron_writer::RonWriter) {
                let Self { $($field,)* unknown } = self;
                $(
                    let left_out = $crate::storage::format::record::left_out!($field $(, $default)?);
                    if !left_out {
                        out.field(stringify!($field), $field);
                    }
                )*
                out.unknown(unknown);
            }
        }

        impl $crate::storage::format::ron_writer::WriteRon for $name {
            fn write_ron(&self, out: &mut $crate::storage::format::ron_writer::RonWriter) {
                out.open("(");
                self.write_fields(out);
                out.close(')');
            }
        }

        impl<'de> $crate::storage::format::record::Record<'de> for $name {
            fn visit<A: serde::de::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
                use serde::de::Error as _;
                $(let mut $field: Option<$type> = None;)*
                let mut unknown = $crate::model::Unknown::default();
                while let Some(key) = map.next_key::<&'de str>()? {
                    match key {
                        $(stringify!($field) => {
                            if $field.is_some() {
                                return Err(A::Error::duplicate_field(stringify!($field)));
                            }
                            $field = Some(map.next_value()?);
                        })*
                        other => $crate::storage::format::record::keep(&mut unknown, other, &mut map)?,
                    }
                }
                Ok(Self {
                    $($field: match $field {
                        Some(value) => value,
                        None => $crate::storage::format::record::missing!($field $(, $default)?),
                    },)*
                    unknown,
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_struct(stringify!($name), Self::FIELDS, $crate::storage::format::record::RecordVisitor::new())
            }
        }
    };
}

macro_rules! left_out {
    ($field:ident) => {
        false
    };
    ($field:ident, $default:expr) => {
        *$field == $default
    };
}

macro_rules! missing {
    ($field:ident) => {
        return Err(A::Error::missing_field(stringify!($field)))
    };
    ($field:ident, $default:expr) => {
        $default
    };
}

use std::marker::PhantomData;

pub(in crate::storage) use {left_out, missing, record};

use ron::value::RawValue;
use serde::de::{Error, MapAccess, Visitor};

use crate::model::Unknown;

/// A struct declared by `record!`, which is built from the fields between two parentheses.
pub trait Record<'de>: Sized {
    /// Reads all fields.
    fn visit<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// Passes the fields of a struct to a [`Record`].
#[derive(Debug)]
pub struct RecordVisitor<T>(PhantomData<T>);

impl<T> RecordVisitor<T> {
    pub fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Record<'de>> Visitor<'de> for RecordVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("fields between parentheses")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::visit(map)
    }
}

/// Keeps a field as raw RON.
pub fn keep<'de, A: MapAccess<'de>>(unknown: &mut Unknown, name: &str, map: &mut A) -> Result<(), A::Error> {
    if unknown.0.iter().any(|(known, _)| known == name) {
        return Err(A::Error::custom(format!("the field `{name}` is there twice")));
    }
    let value: Box<RawValue> = map.next_value()?;
    unknown.0.push((name.to_owned(), value.trim().get_ron().to_owned()));
    Ok(())
}
