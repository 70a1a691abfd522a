//! Ids of articles, annotations, actors and annotators. Each is safe as a file name and as a key in a table.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization as _;

use super::lookalike::lookalike;

/// Maximum length of an id, in bytes; keeps paths below the limit of every system.
const MAX_LEN: usize = 100;

/// Why a string is not an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    #[error("the name is empty")]
    Empty,
    #[error("the name is longer than {MAX_LEN} bytes")]
    TooLong,
    #[error("the name “{0}” does not begin with a letter")]
    NotALetter(String),
    #[error("the name “{0}” contains {1:?}; letters, digits, “-”, “_” and “.” are allowed")]
    BadChar(String, char),
    #[error("the name “{0}” is reserved by Windows or ends in a dot")]
    Reserved(String),
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// Checks a name and converts it to the composed Unicode form (NFC), in which names are compared and written.
            ///
            /// # Errors
            /// If it would not be valid as a file name on every system, or as a key in a table.
            pub fn parse(name: &str) -> Result<Self, IdError> {
                if name.is_ascii() || unicode_normalization::is_nfc(name) {
                    check(name)?;
                    return Ok(Self(name.into()));
                }
                let name: String = name.nfc().collect();
                check(&name)?;
                Ok(Self(name.into()))
            }

            /// An id that sorts before all others, for the lower bound of a range.
            #[allow(dead_code, reason = "made for every kind of id, needed for one")]
            pub(crate) fn least() -> Self {
                Self("".into())
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Name;
                impl serde::de::Visitor<'_> for Name {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a string")
                    }

                    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<$name, E> {
                        $name::parse(name).map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Name)
            }
        }
    };
}

id!(
    /// An article of the set; also the name of its files.
    ArticleId
);
id!(
    /// An annotation, unique over the whole set: short and random, so that two people's files merge.
    AnnotationId
);
id!(
    /// An actor of the register: a readable slug.
    ActorId
);
id!(
    /// A link, unique over the whole set.
    LinkId
);
id!(
    /// A bulk change: the annotations that it made can be found and retracted together.
    BatchId
);
id!(
    /// An annotation set: random, stored in `set.ron`, the same wherever the folder is.
    SetId
);
id!(
    /// The person who annotates; also the name of a folder.
    Annotator
);

fn check(name: &str) -> Result<(), IdError> {
    let first = name.chars().next().ok_or(IdError::Empty)?;
    if name.len() > MAX_LEN {
        return Err(IdError::TooLong);
    }
    if !first.is_alphabetic() {
        return Err(IdError::NotALetter(name.to_owned()));
    }
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    // Letters without a composed form keep their combining marks.
    let mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    if let Some(bad) = name.chars().find(|&c| !allowed(c) && !mark(c)) {
        return Err(IdError::BadChar(name.to_owned(), bad));
    }
    if name.ends_with('.') || is_windows_device(name) {
        return Err(IdError::Reserved(name.to_owned()));
    }
    Ok(())
}

fn is_windows_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let numbered = stem.strip_suffix(|c: char| c.is_ascii_digit()).unwrap_or_default();
    ["con", "prn", "aux", "nul"].iter().any(|device| stem.eq_ignore_ascii_case(device))
        || ["com", "lpt"].iter().any(|port| numbered.eq_ignore_ascii_case(port))
}

/// Makes a readable id from free text: lower-case words joined by `-`, at most 60 bytes, beginning with a letter.
///
/// Letters of other scripts are kept; accents of Latin letters are kept too, in the composed form.
#[must_use]
pub fn slug(text: &str, fallback: &str) -> String {
    let mut out = String::new();
    for c in text.nfc().flat_map(char::to_lowercase) {
        if out.len() + c.len_utf8() > 60 {
            break;
        }
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if check(out).is_ok() {
        return out.to_owned();
    }
    let prefixed = format!("{fallback}-{out}");
    if out.is_empty() || check(&prefixed).is_err() { fallback.to_owned() } else { prefixed }
}

/// Ids for something new with the name `text`, best first: its [`slug`], then the slug with a number, from 2.
///
/// An id that another program could read as a number, a date or the like ([`lookalike`]) is prefixed with `fallback` and `-`.
pub fn proposals<'t>(text: &str, fallback: &'t str) -> impl Iterator<Item = String> + use<'t> {
    let base = slug(text, fallback);
    (1..).map(move |n| {
        let id = if n == 1 { base.clone() } else { format!("{base}-{n}") };
        if lookalike(&id).is_some() { format!("{fallback}-{id}") } else { id }
    })
}
