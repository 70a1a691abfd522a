//! Defines [`Page`]: the annotations of one article as rows of tables, checked against its text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::facts::Facts;
use crate::model::{ActorId, Anchor, Annotation, AnnotationId, Annotator, Article, Details, Label, Layer, Lost, Timestamp};
use crate::text::shorten::shortened_chars;
use crate::text::{CharOffset, Span, Text};

/// All annotations of one article, of all annotators, in the order of the tables.
#[derive(Debug)]
pub struct Page<'a> {
    pub article: &'a Article,
    pub marks: Vec<Mark<'a>>,
    /// The pieces of all marks; those of one mark are adjacent.
    pub pieces: Vec<Piece<'a>>,
    /// Indices of the marks by id; empty if no mark refers to another.
    places: HashMap<&'a AnnotationId, usize>,
}

/// One annotation, found in the text or lost.
#[derive(Debug)]
pub struct Mark<'a> {
    pub id: &'a AnnotationId,
    pub annotator: &'a Annotator,
    pub label: Label,
    pub note: &'a str,
    pub unsure: bool,
    pub actor: Option<&'a ActorId>,
    pub details: &'a Details,
    pub origin: &'a str,
    pub created: Timestamp,
    pub modified: Timestamp,
    /// Half-open, from the start of the first piece to the end of the last.
    pub chars: (CharOffset, CharOffset),
    /// Its place in the text; `None` if its words are not there.
    pub span: Option<Ends>,
    pub state: State,
    /// Whether it is entirely in a zone.
    pub zone: bool,
    /// For lost words, the context before and after from the file.
    pub stored_context: (&'a str, &'a str),
    first_piece: usize,
    piece_count: usize,
}

/// One fragment of an annotation.
#[derive(Debug)]
pub struct Piece<'a> {
    pub id: &'a AnnotationId,
    pub annotator: &'a Annotator,
    pub label: Label,
    /// From 1, in text order.
    pub number: usize,
    /// Half-open.
    pub chars: (CharOffset, CharOffset),
    pub span: Option<Ends>,
    pub words: &'a str,
}

/// The first byte, and one past the last byte, of a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    pub start: crate::text::ByteOffset,
    pub end: crate::text::ByteOffset,
}

/// How the words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Exact,
    Moved,
    Lost,
}

impl State {
    /// The names in tables, in the order of the variants.
    pub const NAMES: &'static [&'static str] = &["exact", "moved", "lost"];

    /// The name in tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Lost => "lost",
        }
    }
}

impl<'a> Page<'a> {
    /// Checks and sorts the annotations of an article. Adds a line to `findings` for each that was moved or lost.
    #[must_use]
    pub fn new(article: &'a Article, layers: &'a [(Annotator, Arc<Layer>)], findings: &mut Vec<String>) -> Self {
        let count = layers.iter().map(|(_, layer)| layer.annotations().len() + layer.lost.len()).sum();
        let mut page =
            Self { article, marks: Vec::with_capacity(count), pieces: Vec::with_capacity(count), places: HashMap::new() };
        for (annotator, layer) in layers {
            let mut find = |id: &AnnotationId, what: String| {
                findings.push(format!("annotations/{annotator}/{}: {id}: {what}", article.id));
            };
            for annotation in layer.annotations() {
                page.add(annotator, annotation, &mut find);
            }
            for lost in &layer.lost {
                page.add_lost(annotator, lost);
                find(&lost.id, format!("its words “{}” are not in the text; exported as lost", for_message(&lost.words())));
            }
        }
        page.marks.sort_by(|a, b| (a.chars, a.id, a.annotator).cmp(&(b.chars, b.id, b.annotator)));
        if page.marks.iter().any(|mark| mark.details.everyone().any(|one| one.mention.is_some())) {
            page.places = page.marks.iter().enumerate().rev().map(|(at, mark)| (mark.id, at)).collect();
        }
        page
    }

    /// The fragments of one annotation.
    #[must_use]
    pub fn pieces_of(&self, mark: &Mark<'a>) -> &[Piece<'a>] {
        self.pieces.get(mark.first_piece..mark.first_piece + mark.piece_count).unwrap_or_default()
    }

    /// The words of all fragments of one annotation, joined by ` […] `.
    #[must_use]
    pub fn words_of(&self, mark: &Mark<'a>) -> Cow<'a, str> {
        match self.pieces_of(mark) {
            [only] => Cow::Borrowed(only.words),
            several => Cow::Owned(several.iter().map(|piece| piece.words).collect::<Vec<_>>().join(" […] ")),
        }
    }

    /// The first annotation with that id. Always `None` if no annotation of the article refers to a mention.
    #[must_use]
    pub fn mark(&self, id: &AnnotationId) -> Option<&Mark<'a>> {
        self.marks.get(*self.places.get(id)?)
    }

    /// All fragments, sorted by start, end, id and number.
    #[must_use]
    pub fn sorted_pieces(&self) -> Vec<&Piece<'a>> {
        let mut pieces: Vec<&Piece<'a>> = self.pieces.iter().collect();
        pieces.sort_by(|a, b| (a.chars, a.id, a.number, a.annotator).cmp(&(b.chars, b.id, b.number, b.annotator)));
        pieces
    }

    fn add(&mut self, annotator: &'a Annotator, annotation: &'a Annotation, find: &mut impl FnMut(&AnnotationId, String)) {
        let text = &self.article.text;
        let facts = Facts::from(annotation);
        let state = match annotation.anchor {
            _ if !holds(annotation, text) => State::Lost,
            Anchor::Exact => State::Exact,
            Anchor::Moved => State::Moved,
        };
        match state {
            State::Exact => {}
            State::Moved => {
                let line = text.line_from_byte(annotation.start());
                let words = for_message(&annotation.words());
                let what = format!("its words “{words}” had moved; they were found on line {line}; see whether that is right");
                find(facts.id, what);
            }
            State::Lost => find(facts.id, format!("{}; exported as lost", shown_breaches(annotation, text))),
        }
        let pieces = annotation
            .fragments
            .iter()
            .map(|fragment| (chars(text, fragment.span), ends(fragment.span, state), fragment.words.as_str()));
        let zone = state != State::Lost && in_zone(self.article, annotation);
        self.push(annotator, facts, pieces, state, (zone, ("", "")));
    }

    fn add_lost(&mut self, annotator: &'a Annotator, lost: &'a Lost) {
        let fragments = &lost.fragments;
        let pieces = fragments
            .iter()
            .map(|fragment| ((CharOffset(fragment.chars.0), CharOffset(fragment.chars.1)), None, fragment.words.as_str()));
        let before = fragments.first().map_or("", |fragment| fragment.before.as_str());
        let after = fragments.last().map_or("", |fragment| fragment.after.as_str());
        self.push(annotator, lost.into(), pieces, State::Lost, (false, (before, after)));
    }

    fn push(
        &mut self,
        annotator: &'a Annotator,
        facts: Facts<'a>,
        pieces: impl Iterator<Item = ((CharOffset, CharOffset), Option<Ends>, &'a str)>,
        state: State,
        (zone, stored_context): (bool, (&'a str, &'a str)),
    ) {
        let Facts { id, label, note, unsure, actor, details, origin, created, modified, unknown: _ } = facts;
        let first_piece = self.pieces.len();
        let numbered = (1..).zip(pieces);
        self.pieces.extend(numbered.map(|(number, (chars, span, words))| Piece {
            id,
            annotator,
            label,
            number,
            chars,
            span,
            words,
        }));
        let own = self.pieces.get(first_piece..).unwrap_or_default();
        let (first, last) = (own.first(), own.last());
        let chars = (first.map_or(CharOffset(0), |piece| piece.chars.0), last.map_or(CharOffset(0), |piece| piece.chars.1));
        let span = first.and_then(|piece| piece.span).zip(last.and_then(|piece| piece.span));
        let span = span.map(|(first, last)| Ends { start: first.start, end: last.end });
        let piece_count = own.len();
        self.marks.push(Mark {
            id,
            annotator,
            label,
            note,
            unsure,
            actor,
            details,
            origin,
            created,
            modified,
            chars,
            span,
            state,
            zone,
            stored_context,
            first_piece,
            piece_count,
        });
    }
}

/// Words for a message: on one line, short, without characters that a terminal would obey.
#[must_use]
pub fn for_message(words: &str) -> String {
    shortened_chars(words.chars().map(|c| if c.is_control() { ' ' } else { c }), 60)
}

/// Whether the words of every fragment are at its offsets, and the fragments are in order.
fn holds(annotation: &Annotation, text: &Text) -> bool {
    let fragments = &annotation.fragments;
    let apart = fragments.windows(2).all(|pair| matches!(pair, [a, b] if a.span.end() <= b.span.start()));
    let there = fragments.iter().all(|fragment| !fragment.words.is_empty() && text.slice(fragment.span) == fragment.words);
    !fragments.is_empty() && apart && there
}

/// Whether the annotation is entirely in one zone.
fn in_zone(article: &Article, annotation: &Annotation) -> bool {
    let extent = || Span::new(&article.text, annotation.start(), annotation.end()).ok();
    !article.zones.is_empty() && extent().is_some_and(|extent| article.zone_of(extent).is_some())
}

fn shown_breaches(annotation: &Annotation, text: &Text) -> String {
    let breaches: Vec<String> = annotation.breaches(text).iter().map(|breach| breach.replace(char::is_control, " ")).collect();
    breaches.join("; ")
}

fn chars(text: &Text, span: Span) -> (CharOffset, CharOffset) {
    (text.char_from_byte(span.start()), text.char_from_byte(span.end()))
}

fn ends(span: Span, state: State) -> Option<Ends> {
    (state != State::Lost).then(|| Ends { start: span.start(), end: span.end() })
}
