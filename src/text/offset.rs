//! Offsets in a text: in bytes inside the program, in characters for people, files and tables.

use serde::{Deserialize, Serialize};

/// A position between two bytes of a UTF-8 text, in bytes from 0.
///
/// Offsets returned by [`crate::text::Text`] are on a character boundary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByteOffset(pub usize);

/// A position between two characters (Unicode code points), in characters from 0.
///
/// The unit of Python, R, brat and Dicta's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CharOffset(pub usize);

impl ByteOffset {
    /// The start of every text.
    pub const ZERO: Self = Self(0);
}

impl std::fmt::Display for ByteOffset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "byte {}", self.0)
    }
}

impl std::fmt::Display for CharOffset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
