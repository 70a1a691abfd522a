//! Searches words in articles and annotations: each hit with its context, to look through, sort, copy, tag or tie to an actor.

use std::sync::Arc;

use super::notice::Severity;
use super::review::Purpose;
use super::search::{Row, row};
use super::state::Session;
use crate::edit::{Change, Edit};
use crate::model::{ActorId, Anchor, Annotation, Article, BatchId, Details, Document, Fragment, Label, Timestamp, Unknown};
use crate::text::folded;
use crate::text::pattern::{Pattern, PatternError};
use crate::text::{ByteOffset, Span};

/// Hits that one search gives at most; more help nobody, and the list says so.
pub const MOST: usize = 20_000;

/// What is searched for, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub words: String,
    /// The words are a regular expression.
    pub regex: bool,
    /// Case, accents and the form of apostrophes count.
    pub exact: bool,
    /// Only in the open article.
    pub here: bool,
    /// Only in annotations of this label.
    pub label: Option<Label>,
    /// Only in quotes and claims that this actor speaks, or mentions of it.
    pub speaker: Option<ActorId>,
}

/// By what the hits are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Articles as they are read, then as they stand.
    #[default]
    Text,
    /// The words before, from the nearest on.
    Left,
    /// The words after.
    Right,
}

/// What becomes of the ticked hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchAct {
    Tag(Label),
    /// Mentions of this actor.
    Mention(ActorId),
}

impl Query {
    /// The pattern to search with.
    ///
    /// # Errors
    /// When it cannot be searched for, in words.
    pub fn pattern(&self) -> Result<Pattern, PatternError> {
        if self.regex { Pattern::regex(&self.words, !self.exact) } else { Pattern::plain(&self.words, !self.exact) }
    }

    /// Adds the hits in one article.
    pub(super) fn find(&self, pattern: &Pattern, article: &Article, document: &Document, rows: &mut Vec<Row>) {
        let text = &article.text;
        if self.label.is_none() && self.speaker.is_none() {
            return Self::hits(pattern, article, 0..text.end().0, rows);
        }
        for layer in document.layers_of(&article.id).map(|(_, layer)| layer) {
            let wanted = |a: &&Arc<Annotation>| {
                let speaks = |actor: &ActorId| {
                    a.actor.as_ref() == Some(actor) || a.details.attribution.iter().any(|held| held.who.actor() == Some(actor))
                };
                self.label.is_none_or(|label| a.label == label) && self.speaker.as_ref().is_none_or(speaks)
            };
            for span in layer.annotations().iter().filter(wanted).flat_map(|a| a.spans()) {
                Self::hits(pattern, article, span.start().0..span.end().0, rows);
            }
        }
        rows.dedup_by(|b, a| a.article == b.article && a.span == b.span);
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

impl Session {
    pub(super) fn search_words(&mut self, query: Query, now: Timestamp) {
        if let Err(error) = query.pattern() {
            self.review = None;
            return self.notify(Severity::Info, format!("Not searched: {error}"), now);
        }
        let articles = match &self.article {
            Some(here) if query.here => vec![here.clone()],
            _ => self.reading_order().into_iter().map(|article| article.id.clone()).collect(),
        };
        self.search(Purpose::Search(query), Vec::new(), articles, now);
    }

    pub(super) fn sort_review(&mut self, order: Order) {
        let place: std::collections::HashMap<_, _> =
            self.reading_order().into_iter().enumerate().map(|(at, article)| (article.id.clone(), at)).collect();
        let Some(review) = &mut self.review else { return };
        let nearest = |words: &str| folded(words).split_whitespace().rev().map(str::to_owned).collect::<Vec<_>>();
        match order {
            Order::Text => review.rows.sort_by_cached_key(|row| (place.get(&row.article).copied(), row.span)),
            Order::Left => review.rows.sort_by_cached_key(|row| nearest(&row.before)),
            Order::Right => review.rows.sort_by_cached_key(|row| folded(row.after.trim_start())),
        }
    }

    /// The ticked rows, or all when none is ticked, as a table that a spreadsheet takes from the clipboard.
    pub(super) fn copied_review(&self) -> Option<String> {
        let review = self.review.as_ref()?;
        let all = review.ticked() == 0;
        let flat = |words: &str| words.replace(['\t', '\n'], " ");
        let mut out = String::from("article\tbefore\ttext\tafter\n");
        for row in review.rows.iter().filter(|row| all || row.ticked) {
            let cells = [row.article.as_str(), &flat(&row.before), &flat(&row.words), &flat(&row.after)];
            out.push_str(&cells.join("\t"));
            out.push('\n');
        }
        Some(out)
    }

    /// Marks the ticked hits of a search, as one batch.
    pub(super) fn accept_as(&mut self, act: &SearchAct, now: Timestamp) {
        let Some(review) = self.review.clone().filter(|review| matches!(review.purpose, Purpose::Search(_))) else { return };
        let batch = self.ids.fresh_batch();
        let mut edits = Vec::new();
        for row in review.rows.iter().filter(|row| row.ticked) {
            edits.extend(self.marked(row, act, &batch, now));
        }
        let count = edits.len();
        if count == 0 {
            return self.notify(Severity::Info, "Nothing was ticked that is not marked already", now);
        }
        if self.take_step(&format!("tag {count} hits of a search"), edits, None, now) {
            self.review = None;
            self.notify(Severity::Info, format!("{count} hits tagged as one batch; one undo takes them back"), now);
        }
    }

    fn marked(&mut self, row: &Row, act: &SearchAct, batch: &BatchId, now: Timestamp) -> Option<Edit> {
        let article = self.document.article(&row.article)?.clone();
        let (label, actor) = match act {
            SearchAct::Tag(label) => (*label, None),
            SearchAct::Mention(actor) => (Label::Actor, Some(actor.clone())),
        };
        let at = now.whole_seconds();
        let mut annotation = Annotation {
            id: self.ids.fresh(label, &row.article, &self.document),
            label,
            fragments: vec![Fragment::new(&article.text, row.span)],
            note: String::new(),
            unsure: false,
            actor,
            details: Details { batch: Some(batch.clone()), ..Details::default() },
            origin: "search".to_owned(),
            anchor: Anchor::Exact,
            created: at,
            modified: at,
            unknown: Unknown::default(),
        };
        match label {
            Label::Actor => self.propose_form(&mut annotation),
            Label::Quote => self.propose_type(&mut annotation),
            Label::Claim => {}
        }
        let layer = self.document.layer(&row.article, &self.annotator);
        if layer.is_some_and(|layer| layer.twin_of(&annotation).is_some()) {
            return None;
        }
        let change = Change::new(None, Some(Arc::new(annotation)));
        Some(Edit::Annotation(row.article.clone(), self.annotator.clone(), change))
    }
}
