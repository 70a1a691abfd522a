//! The version of the file format, and how the number of a newer minor version is kept.

use crate::model::Unknown;

/// A file with a greater major version is refused.
pub const MAJOR: u32 = 1;
/// A file with a greater minor version is read; its new fields are kept.
pub const MINOR: u32 = 0;

const FIELD: &str = "format";

/// Keeps the number of a newer minor version in the unknown fields, so that a save does not lower it.
pub fn remember(format: (u32, u32), unknown: &mut Unknown) {
    if format.1 > MINOR {
        unknown.0.insert(0, (FIELD.to_owned(), format!("({}, {})", format.0, format.1)));
    }
}

/// The version to write, and the unknown fields without it.
pub fn recall(unknown: &Unknown) -> ((u32, u32), Unknown) {
    let kept = unknown.0.iter().find(|(name, _)| name == FIELD);
    let format = kept.and_then(|(_, source)| ron::from_str(source).ok()).unwrap_or((MAJOR, MINOR));
    (format, Unknown(unknown.0.iter().filter(|(name, _)| name != FIELD).cloned().collect()))
}
