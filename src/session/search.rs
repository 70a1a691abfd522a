//! Searches articles for names and lines, away from the session: a [`Job`] holds all that it needs.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::concordance::MOST;
use super::review::{Named, Purpose};
use crate::model::{ActorId, Annotator, Article, ArticleId, Document, Label};
use crate::suggest::names::{HitForm, Known, NameFinder};
use crate::text::{ByteOffset, Span};

/// Articles that are searched between two reports.
const TOGETHER: usize = 32;
/// Characters of context on either side.
const CONTEXT: usize = 40;

/// A search for a review, to be run on a thread of its own.
#[derive(Clone, Debug)]
pub struct Job {
    pub(super) number: u64,
    pub(super) purpose: Purpose,
    /// Names, or lines.
    pub(super) words: Vec<String>,
    pub(super) articles: Vec<ArticleId>,
    pub(super) document: Arc<Document>,
    pub(super) annotator: Annotator,
    /// Number of the search that was begun last: when it is another, nobody waits for this one.
    pub(super) newest: Arc<AtomicU64>,
}

/// A place that a review proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub article: ArticleId,
    pub span: Span,
    pub before: String,
    pub words: String,
    pub after: String,
    /// Why it is proposed, where it is not plain: `last name alone`.
    pub reason: String,
    pub ticked: bool,
    /// Whom it names, where that is not the same for all rows.
    pub named: Option<Named>,
}

/// Some of what a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    pub number: u64,
    pub rows: Vec<Row>,
    /// Articles searched so far, and of how many; nothing once all are.
    pub progress: Option<(usize, usize)>,
}

impl Job {
    /// Searches, and hands on what is found, some articles at a time. Stops when `hand_on` says no, or another search has begun.
    pub fn run(&self, mut hand_on: impl FnMut(Findings) -> bool) {
        let finder = match &self.purpose {
            Purpose::Mentions(actor) => Some(self.finder(actor)),
            Purpose::Names | Purpose::Zones(_) | Purpose::Search(_) => None,
        };
        let pattern = if let Purpose::Search(query) = &self.purpose { query.pattern().ok() } else { None };
        let mut found = 0;
        let total = self.articles.len();
        for (at, some) in self.articles.chunks(TOGETHER).enumerate() {
            if self.newest.load(Ordering::Relaxed) != self.number {
                return;
            }
            let mut rows = Vec::new();
            if let (Purpose::Search(query), Some(pattern)) = (&self.purpose, &pattern) {
                for article in some.iter().filter_map(|id| self.document.article(id)) {
                    query.find(pattern, article, &self.document, &mut rows);
                }
                found += rows.len();
                let done = ((at + 1) * TOGETHER).min(total);
                let over = done >= total || found >= MOST;
                let progress = (!over).then_some((done, total));
                if !hand_on(Findings { number: self.number, rows, progress }) || over {
                    return;
                }
                continue;
            }
            for article in some.iter().filter_map(|id| self.document.article(id)) {
                match (&self.purpose, &finder) {
                    (Purpose::Mentions(actor), Some(finder)) => self.mentions(article, actor, finder, &mut rows),
                    _ => self.lines(article, &mut rows),
                }
            }
            let done = ((at + 1) * TOGETHER).min(total);
            let progress = (done < total).then_some((done, total));
            if !hand_on(Findings { number: self.number, rows, progress }) {
                return;
            }
        }
        if total == 0 {
            hand_on(Findings { number: self.number, rows: Vec::new(), progress: None });
        }
    }

    /// Knows every actor, so that a last name that two share is not taken for one of them.
    fn finder(&self, actor: &ActorId) -> NameFinder {
        let others = self.document.register.actors().iter().map(|held| {
            let known = Known::of(held);
            if held.id == *actor { Known { names: self.words.clone(), ..known } } else { known }
        });
        NameFinder::new(&others.collect::<Vec<_>>())
    }

    fn mentions(&self, article: &Article, actor: &ActorId, finder: &NameFinder, rows: &mut Vec<Row>) {
        let layer = self.document.layer(&article.id, &self.annotator);
        for hit in finder.find(&article.text).into_iter().filter(|hit| hit.actors.contains(actor)) {
            let marked = layer.is_some_and(|layer| {
                let mut there = layer.touching(hit.span.start(), hit.span.end());
                there.any(|a| a.label == Label::Actor && a.spans().any(|span| span.overlaps(hit.span)))
            });
            if marked || article.zone_of(hit.span).is_some() {
                continue;
            }
            let shared = hit.actors.len() > 1;
            let reason = match hit.form {
                _ if shared => "another actor has this name too".to_owned(),
                HitForm::Exact => String::new(),
                HitForm::Variant(reason) => reason.to_string(),
                HitForm::SurnameOnly => "last name alone".to_owned(),
            };
            rows.push(row(article, hit.span, reason, !shared));
        }
    }

    fn lines(&self, article: &Article, rows: &mut Vec<Row>) {
        let wanted: HashSet<&str> = self.words.iter().map(String::as_str).collect();
        let text = &article.text;
        for number in 0..text.paragraph_count() {
            let paragraph = text.paragraph(number);
            let whole = text.range(paragraph.clone());
            let line = whole.trim();
            if !wanted.contains(line) {
                continue;
            }
            let start = paragraph.start + (whole.len() - whole.trim_start().len());
            let Some(span) = Span::snapped(text, ByteOffset(start), ByteOffset(start + line.len())) else { continue };
            if article.zone_of(span).is_none() {
                rows.push(row(article, span, String::new(), true));
            }
        }
    }
}

pub(super) fn row(article: &Article, span: Span, reason: String, ticked: bool) -> Row {
    let text = &article.text;
    let before: String = text.range(0..span.start().0).chars().rev().take(CONTEXT).collect();
    let after: String = text.range(span.end().0..text.end().0).chars().take(CONTEXT).collect();
    let flat = |words: String| words.replace('\n', " ");
    Row {
        article: article.id.clone(),
        span,
        before: flat(before.chars().rev().collect()),
        words: flat(text.slice(span).to_owned()),
        after: flat(after),
        reason,
        ticked,
        named: None,
    }
}
