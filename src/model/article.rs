//! Defines [`Article`]: one immutable text with its metadata and the digest that proves it unchanged.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{ArticleId, LostFragment, PartialDate, Timestamp, Unknown, Zone, ZoneKind};
use crate::text::{ByteOffset, Span, Text, shortened};

/// One article of the set. Its text never changes after import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    pub id: ArticleId,
    pub text: Text,
    /// The digest of the text at import. Differs from `Digest::of(text)` if the file was changed outside Dicta.
    pub digest: Digest,
    pub metadata: Metadata,
    /// Ranges that are not article text, in text order, without overlaps.
    pub zones: Vec<Zone>,
    /// Zones whose words could not be found again; kept unchanged.
    pub lost_zones: Vec<(ZoneKind, LostFragment)>,
    /// Name of the imported file; empty for pasted text.
    pub source_file: String,
    pub imported: Timestamp,
    /// Position among the articles that were imported at the same time, from 0.
    pub order: u32,
    /// Fields of a newer Dicta, kept unchanged.
    pub unknown: Unknown,
}

/// What is known about an article besides its text. Empty means unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    pub title: String,
    pub outlet: String,
    pub published: Option<PartialDate>,
    pub byline: String,
    /// BCP 47 tag such as `fr`.
    pub language: String,
    /// For a translation, the language of the original, as a BCP 47 tag.
    pub translated_from: String,
    pub url: String,
}

impl Article {
    /// A key that sorts articles in the order in which they were imported.
    #[must_use]
    pub fn arrival(&self) -> (Timestamp, u32, &ArticleId) {
        (self.imported, self.order, &self.id)
    }

    /// The title, or if there is none, the beginning of the first line that is article text.
    #[must_use]
    pub fn display_title(&self) -> String {
        if !self.metadata.title.is_empty() {
            return self.metadata.title.clone();
        }
        let text = self.text.as_str();
        let mut first = None;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let from = at + (line.len() - line.trim_start().len());
            at += line.len();
            let words = line.trim();
            let is_aside = || {
                let span = Span::new(&self.text, ByteOffset(from), ByteOffset(from + words.len())).ok();
                span.is_some_and(|span| self.zone_of(span).is_some())
            };
            if !words.is_empty() && !is_aside() {
                first = Some(words);
                break;
            }
        }
        let whole = || text.lines().map(str::trim).find(|line| !line.is_empty());
        let Some(line) = first.or_else(whole) else { return self.id.to_string() };
        shortened(line, 80)
    }

    /// The zone that contains all of a span; `None` if there is none.
    #[must_use]
    pub fn zone_of(&self, span: Span) -> Option<&Zone> {
        let after = self.zones.partition_point(|zone| zone.fragment.span.start() <= span.start());
        let zone = after.checked_sub(1).and_then(|at| self.zones.get(at))?;
        (span.end() <= zone.fragment.span.end()).then_some(zone)
    }

    /// Whether the stored text is unchanged since the import.
    #[must_use]
    pub fn text_is_intact(&self) -> bool {
        Digest::of(self.text.as_str()) == self.digest
    }
}

/// SHA-256 of the UTF-8 bytes of a text, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// Parses 64 hexadecimal digits.
    ///
    /// # Errors
    /// If `hex` is not 64 hexadecimal digits.
    pub fn parse(hex: &str) -> Result<Self, String> {
        let bad = || format!("“{hex}” is not a SHA-256 digest of 64 hexadecimal digits");
        if hex.len() != 64 || !hex.is_ascii() {
            return Err(bad());
        }
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            let pair = hex.get(2 * i..2 * i + 2).ok_or_else(bad)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| bad())?;
        }
        Ok(Self(bytes))
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl TryFrom<String> for Digest {
    type Error = String;

    fn try_from(hex: String) -> Result<Self, String> {
        Self::parse(&hex)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}
