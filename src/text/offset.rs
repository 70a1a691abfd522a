//! Newtypes for places in a text: bytes inside the program, characters for people, files and tables.

use serde::{Deserialize, Serialize};

/// A place between two bytes of a UTF-8 text, counted in bytes from 0.
///
/// An offset that comes out of [`crate::text::Text`] lies on a character boundary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByteOffset(pub usize);

/// A place between two characters (Unicode code points), counted from 0.
///
/// The unit in which Python, R, brat and our own files count.
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
