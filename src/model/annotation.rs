//! Defines [`Annotation`]: one or more fragments of an article with a label.

use serde::{Deserialize, Serialize};

use super::check::details::evidence_breaches;
use super::{ActorId, AnnotationId, Details, Fragment, Label, LostFragment, Timestamp, Unknown};
use crate::text::shorten::shortened_chars;
use crate::text::{ByteOffset, Span, Text};

/// Separates the words of two fragments, for reading.
const BETWEEN: &str = " […] ";

/// How the place of an annotation was found when the set was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The stored words are at the stored offsets.
    #[default]
    #[serde(rename = "Exact")]
    Exact,
    /// They were not, but at exactly one other place; the annotation was moved there, and this was reported.
    #[serde(rename = "Moved")]
    Moved,
}

/// One annotation. It has at least one fragment; its fragments are sorted and do not overlap.
///
/// The journal stores this struct, so a field that is added later needs a default: older journals do not have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    pub id: AnnotationId,
    pub label: Label,
    pub fragments: Vec<Fragment>,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub unsure: bool,
    /// For a mention: the actor it names.
    #[serde(default)]
    pub actor: Option<ActorId>,
    #[serde(default)]
    pub details: Details,
    /// How it was made: `hand`, or the name of what proposed or imported it.
    pub origin: String,
    #[serde(default)]
    pub anchor: Anchor,
    pub created: Timestamp,
    /// When a person last changed this annotation itself. What followed from a change elsewhere does not count: actors
    /// merged or split, a value renamed in the codebook, a mention or a link's other end deleted.
    pub modified: Timestamp,
    /// Fields of a newer Dicta, kept unchanged.
    #[serde(default)]
    pub unknown: Unknown,
}

impl Annotation {
    /// First byte of the first fragment.
    #[must_use]
    pub fn start(&self) -> ByteOffset {
        self.fragments.first().map_or(ByteOffset::ZERO, |f| f.span.start())
    }

    /// One past the last byte of the last fragment.
    #[must_use]
    pub fn end(&self) -> ByteOffset {
        self.fragments.last().map_or(ByteOffset::ZERO, |f| f.span.end())
    }

    /// The fragments' spans, in text order.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.fragments.iter().map(|f| f.span)
    }

    /// The words of all fragments, joined by ` […] ` for reading.
    #[must_use]
    pub fn words(&self) -> String {
        let words: Vec<&str> = self.fragments.iter().map(|f| f.words.as_str()).collect();
        words.join(BETWEEN)
    }

    /// The characters of [`Self::words`], without allocating: for callers that need only the first ones.
    pub fn word_chars(&self) -> impl Iterator<Item = char> + '_ {
        let between = |at: usize| if at == 0 { "" } else { BETWEEN };
        self.fragments.iter().enumerate().flat_map(move |(at, f)| between(at).chars().chain(f.words.chars()))
    }

    /// The first `chars` characters of [`Self::words`], with `…` after them if there are more.
    #[must_use]
    pub fn beginning(&self, chars: usize) -> String {
        shortened_chars(self.word_chars(), chars)
    }

    /// Whether the caret at `offset` touches one of the fragments.
    #[must_use]
    pub fn touches(&self, offset: ByteOffset) -> bool {
        self.spans().any(|s| s.touches(offset))
    }

    /// Whether `other` marks the same spans with the same label.
    #[must_use]
    pub fn is_twin_of(&self, other: &Self) -> bool {
        self.label == other.label && self.spans().eq(other.spans())
    }

    /// What is wrong with this annotation, given the text of its article; empty if nothing is.
    #[must_use]
    pub fn breaches(&self, text: &Text) -> Vec<String> {
        let mut found = Vec::new();
        if self.fragments.is_empty() {
            found.push("it has no fragment".to_owned());
        }
        for fragment in &self.fragments {
            let span = fragment.span;
            if let Err(error) = Span::new(text, span.start(), span.end()) {
                found.push(error.to_string());
            } else if text.slice(span) != fragment.words {
                found.push(format!("the text there reads “{}”, not “{}”", text.slice(span), fragment.words));
            }
        }
        found.extend(evidence_breaches(&self.details, text));
        for pair in self.fragments.windows(2) {
            if let [a, b] = pair
                && a.span.end() > b.span.start()
            {
                found.push("its fragments overlap or are out of order".to_owned());
            }
        }
        found
    }
}

/// An annotation whose words could not be found again. It is kept with all its content until a person decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    pub id: AnnotationId,
    pub label: Label,
    /// Offsets in characters, from the file, and the words that should be there.
    pub fragments: Vec<LostFragment>,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub unsure: bool,
    #[serde(default)]
    pub actor: Option<ActorId>,
    /// All its evidence is in `lost_evidence`, because no place in the text is certain.
    #[serde(default)]
    pub details: Details,
    pub origin: String,
    pub created: Timestamp,
    pub modified: Timestamp,
    #[serde(default)]
    pub unknown: Unknown,
}

impl Lost {
    /// The words of all fragments, joined by ` […] ` for reading.
    #[must_use]
    pub fn words(&self) -> String {
        let words: Vec<&str> = self.fragments.iter().map(|f| f.words.as_str()).collect();
        words.join(BETWEEN)
    }
}
