//! Parses the bytes of a RON file: without byte order mark, line ends as LF, errors with line and column.

use std::borrow::Cow;

use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};

use super::error::{Place, StorageError};
use super::format::{fast_ron, version};
use crate::text::ron_error::in_plain_words;

/// Maximum nesting: far more than in Dicta's files, and safe for the stack.
const DEPTH: usize = 64;

pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(DEPTH)
}

/// The content of a file with a format version.
pub trait Versioned {
    /// Major and minor.
    fn format(&self) -> (u32, u32);
}

/// Parses one file. `file` is its name in messages.
///
/// # Errors
/// If the bytes are not UTF-8, not valid RON for `T`, or of a newer major version.
pub fn parse<T: DeserializeOwned + Versioned>(bytes: &[u8], file: &str) -> Result<T, StorageError> {
    let damaged = |at, reason| StorageError::Damaged { place: Place { file: file.to_owned(), at }, reason };
    let text = text_of(bytes, file)?;
    let newer = |format| StorageError::Newer { file: file.to_owned(), found: format, known: version::MAJOR };
    let read = match fast_ron::read::<T>(&text) {
        Some(value) => Ok(value),
        None => options().from_str::<T>(&text),
    };
    match read {
        Ok(value) if value.format().0 > version::MAJOR => Err(newer(value.format())),
        Ok(value) => Ok(value),
        Err(error) => {
            if let Ok(Header(Some(format))) = options().from_str::<Header>(&text)
                && format.0 > version::MAJOR
            {
                return Err(newer(format));
            }
            let (at, reason) = explain(&text, &error);
            Err(damaged(Some(at), reason))
        }
    }
}

/// The text of a file, without byte order mark and with line ends as LF.
///
/// # Errors
/// If the bytes are not UTF-8.
pub fn text_of<'b>(bytes: &'b [u8], file: &str) -> Result<Cow<'b, str>, StorageError> {
    std::str::from_utf8(bytes).map(normalised).map_err(|error| {
        let valid = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
        let place = Place { file: file.to_owned(), at: Some(end_of(&valid)) };
        StorageError::Damaged { place, reason: "a byte here is not UTF-8 text".to_owned() }
    })
}

fn normalised(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// Line and column, both from 1, of the place after `text`.
fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    (text.matches('\n').count() + 1, last.chars().count() + 1)
}

fn explain(text: &str, error: &SpannedError) -> ((usize, usize), String) {
    if text.trim().is_empty() {
        return ((1, 1), "the file is empty".to_owned());
    }
    if text.chars().all(|c| c == '\0') {
        return ((1, 1), "the file contains only zeros, as after a power cut".to_owned());
    }
    let is_marker = |line: &str| ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker));
    if let Some(line) = text.lines().position(is_marker) {
        return ((line + 1, 1), "a merge left both sides of a conflict here; keep one of them".to_owned());
    }
    ((error.span.end.line, error.span.end.col), in_plain_words(&error.code))
}

/// The line, from 1, of the first occurrence of `needle`.
pub fn first_line_of(bytes: &[u8], needle: &str) -> Option<usize> {
    String::from_utf8_lossy(bytes).lines().position(|line| line.contains(needle)).map(|at| at + 1)
}

/// The second line, from 1, with `needle`.
pub fn second_line_of(bytes: &[u8], needle: &str) -> Option<usize> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().enumerate().filter(|(_, line)| line.contains(needle)).nth(1).map(|(at, _)| at + 1)
}

/// Only the version of a file, whatever its other fields.
struct Header(Option<(u32, u32)>);

impl<'de> serde::Deserialize<'de> for Header {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HeaderVisitor;
        impl<'de> Visitor<'de> for HeaderVisitor {
            type Value = Header;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a file of an annotation set")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Header, A::Error> {
                let mut format = None;
                while let Some(key) = map.next_key::<&'de str>()? {
                    if key == "format" {
                        format = Some(map.next_value()?);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(Header(format))
            }
        }
        deserializer.deserialize_struct("Header", &["format"], HeaderVisitor)
    }
}
