//! Defines [`Query`]: a search for words in articles or annotations.

use super::row::{Row, row};
use crate::model::{ActorId, Annotation, Article, Document, Label};
use crate::text::pattern::{Pattern, PatternError};
use crate::text::{ByteOffset, Letters, Span};

/// Maximum number of hits of one search. The list reports if there are more.
pub const MOST: usize = 20_000;

/// What is searched for, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub words: String,
    /// The words are a regular expression.
    pub regex: bool,
    /// Case, accents and the form of apostrophes must match.
    pub exact: bool,
    /// Only in the open article.
    pub here: bool,
    /// Only in annotations of this label.
    pub label: Option<Label>,
    /// Only in quotes and claims that this actor speaks, or mentions of it.
    pub speaker: Option<ActorId>,
}

/// The order of the hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By article, in reading order, then by position.
    #[default]
    Text,
    /// By the words before the hit, the nearest first.
    Left,
    /// By the words after the hit.
    Right,
}

impl Query {
    /// The pattern to search with.
    ///
    /// # Errors
    /// If the words are not a valid pattern.
    pub fn pattern(&self) -> Result<Pattern, PatternError> {
        if self.regex { Pattern::regex(&self.words, !self.exact) } else { Pattern::plain(&self.words, !self.exact) }
    }

    /// A faster pattern for texts whose characters beyond ASCII are all in `letters`.
    pub(crate) fn pattern_among(&self, letters: &Letters) -> Result<Pattern, PatternError> {
        let (fold, letters) = (!self.exact, Some(letters));
        if self.regex {
            Pattern::regex_among(&self.words, fold, letters)
        } else {
            Pattern::plain_among(&self.words, fold, letters)
        }
    }

    /// Adds the hits in one article.
    pub(crate) fn find(&self, pattern: &Pattern, article: &Article, document: &Document, rows: &mut Vec<Row>) {
        let text = &article.text;
        if !self.is_of_annotations() {
            return Self::hits(pattern, article, 0..text.end().0, rows);
        }
        let mut found = Vec::new();
        for layer in document.layers_of(&article.id).map(|(_, layer)| layer) {
            for span in layer.annotations().iter().filter(|a| self.wants(a)).flat_map(|a| a.spans()) {
                Self::hits(pattern, article, span.start().0..span.end().0, &mut found);
            }
        }
        // Nested annotations, and annotations of several people, contain the same words: they are listed once.
        found.sort_by_key(|row| row.span);
        found.dedup_by_key(|row| row.span);
        rows.append(&mut found);
    }

    /// Whether annotations are searched rather than texts.
    #[must_use]
    pub fn is_of_annotations(&self) -> bool {
        self.label.is_some() || self.speaker.is_some()
    }

    /// Whether the words of this annotation are searched.
    pub(crate) fn wants(&self, annotation: &Annotation) -> bool {
        let speaks = |actor: &ActorId| {
            let says = annotation.details.attribution.iter().any(|held| held.who.actor() == Some(actor));
            says || annotation.actor.as_ref() == Some(actor)
        };
        self.label.is_none_or(|label| annotation.label == label) && self.speaker.as_ref().is_none_or(speaks)
    }

    fn hits(pattern: &Pattern, article: &Article, within: std::ops::Range<usize>, rows: &mut Vec<Row>) {
        let text = &article.text;
        let from = within.start;
        let slice = text.range(within);
        for hit in pattern.find(slice).take(MOST.saturating_sub(rows.len())) {
            let span = Span::snapped(text, ByteOffset(from + hit.start), ByteOffset(from + hit.end));
            if let Some(span) = span.filter(|span| article.zone_of(*span).is_none()) {
                rows.push(row(article, span, String::new(), false));
            }
        }
    }
}
