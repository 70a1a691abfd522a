//! Defines [`Job`]: a search of articles for names, lines or words, with a snapshot of all that it needs.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::purpose::Purpose;
use super::row::{Row, row};
use super::search_text::{MOST, Query};
use crate::model::{ActorId, Annotator, Article, ArticleId, Document, Label};
use crate::parallel::in_order;
use crate::suggest::is_marked;
use crate::suggest::names::hit_form::HitForm;
use crate::suggest::names::register_names::{KnownActor, NameFinder};
use crate::text::pattern::Pattern;
use crate::text::{ByteOffset, Letters, Span};

/// Articles that are searched between two reports, at most.
const TOGETHER: usize = 32;

/// A search for a review, to run on a worker thread.
#[derive(Clone, Debug)]
pub struct Job {
    pub(crate) number: u64,
    pub(crate) purpose: Purpose,
    /// The names or lines to find.
    pub(crate) words: Vec<String>,
    pub(crate) articles: Vec<ArticleId>,
    pub(crate) document: Arc<Document>,
    pub(crate) annotator: Annotator,
    /// Number of the newest search. If it is another one, the result of this one is no longer needed.
    pub(crate) newest: Arc<AtomicU64>,
}

/// What a search looks for, compiled.
enum Sought<'j> {
    Mentions(&'j ActorId, NameFinder),
    /// Whole lines.
    Lines(HashSet<&'j str>),
    Words(&'j Query, Box<Patterns>),
}

/// A fast pattern for texts of common letters, and one for all other texts.
struct Patterns {
    common: Letters,
    quick: Pattern,
    whole: Pattern,
}

/// Part of the result of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    pub number: u64,
    pub rows: Vec<Row>,
    /// Number of articles searched so far, and of all; `None` if the search is finished.
    pub progress: Option<(usize, usize)>,
}

impl Job {
    /// Searches on all cores and passes the results of some articles at a time to `hand_on`, in order. Stops if `hand_on` returns
    /// `false` or a newer search has begun.
    pub fn run(&self, mut hand_on: impl FnMut(Findings) -> bool) {
        let total = self.articles.len();
        if total == 0 {
            hand_on(Findings { number: self.number, rows: Vec::new(), progress: None });
            return;
        }
        let Some(sought) = self.sought() else { return };
        let most = if matches!(self.purpose, Purpose::Search(_)) { MOST } else { usize::MAX };
        let mut found = 0;
        let search = |piece| {
            let mut rows = Vec::new();
            for article in self.piece(piece)? {
                self.search(article, &sought, &mut rows);
            }
            Some(rows)
        };
        in_order(total.div_ceil(TOGETHER), search, |piece, rows| {
            // Results that were found ahead are useless if a newer search has begun.
            if !self.is_awaited() {
                return false;
            }
            found += rows.len();
            let done = ((piece + 1) * TOGETHER).min(total);
            let over = done >= total || found >= most;
            hand_on(Findings { number: self.number, rows, progress: (!over).then_some((done, total)) }) && !over
        });
    }

    /// The result that ends the search if it failed: no more hits.
    #[must_use]
    pub fn given_up(&self) -> Findings {
        Findings { number: self.number, rows: Vec::new(), progress: None }
    }

    /// Whether this is still the newest search.
    fn is_awaited(&self) -> bool {
        self.newest.load(Ordering::Relaxed) == self.number
    }

    /// The articles of one piece; `None` if a newer search has begun.
    fn piece(&self, piece: usize) -> Option<impl Iterator<Item = &Arc<Article>>> {
        let ids = self.articles.chunks(TOGETHER).nth(piece).filter(|_| self.is_awaited())?;
        Some(ids.iter().filter_map(|id| self.document.article(id)))
    }

    /// What to look for, compiled; `None` if it cannot be compiled or a newer search has begun.
    fn sought(&self) -> Option<Sought<'_>> {
        match &self.purpose {
            Purpose::Mentions(actor) => Some(Sought::Mentions(actor, self.finder(actor))),
            Purpose::Names | Purpose::Zones(_) => Some(Sought::Lines(self.words.iter().map(String::as_str).collect())),
            Purpose::Search(query) => {
                let letters = |piece| Some(Letters::union(self.piece(piece)?.map(|article| article.text.letters())));
                let (mut all, pieces) = (Vec::new(), self.articles.len().div_ceil(TOGETHER));
                in_order(pieces, letters, |_, letters| {
                    all.push(letters);
                    true
                });
                let whole = (all.len() == pieces).then(|| Letters::union(&all))?;
                let common = Letters::common(&all);
                let (quick, whole) = (query.pattern_among(&common).ok()?, query.pattern_among(&whole).ok()?);
                Some(Sought::Words(query, Box::new(Patterns { common, quick, whole })))
            }
        }
    }

    fn search(&self, article: &Article, sought: &Sought<'_>, rows: &mut Vec<Row>) {
        match sought {
            Sought::Mentions(actor, finder) => self.mentions(article, actor, finder, rows),
            Sought::Lines(wanted) => lines(article, wanted, rows),
            Sought::Words(query, patterns) => {
                let Patterns { common, quick, whole } = patterns.as_ref();
                let pattern = if article.text.letters().are_among(common) { quick } else { whole };
                query.find(pattern, article, &self.document, rows);
            }
        }
    }

    /// A finder for all actors, so that a last name that two actors share is not taken for one of them.
    fn finder(&self, actor: &ActorId) -> NameFinder {
        let others = self.document.register.actors().iter().map(|held| {
            let known = KnownActor::of(held);
            if held.id == *actor { KnownActor { names: self.words.clone(), ..known } } else { known }
        });
        NameFinder::new(&others.collect::<Vec<_>>())
    }

    fn mentions(&self, article: &Article, actor: &ActorId, finder: &NameFinder, rows: &mut Vec<Row>) {
        let layer = self.document.layer(&article.id, &self.annotator);
        for hit in finder.find(&article.text).into_iter().filter(|hit| hit.actors.contains(actor)) {
            let marked = layer.is_some_and(|layer| is_marked(layer, Label::Actor, hit.span));
            if marked || article.zone_of(hit.span).is_some() {
                continue;
            }
            let shared = hit.actors.len() > 1;
            let reason = match hit.form {
                _ if shared => "another actor has this name too".to_owned(),
                HitForm::Exact => String::new(),
                HitForm::Variant(reason) => reason.to_string(),
                HitForm::SurnameOnly => "last name only".to_owned(),
            };
            rows.push(row(article, hit.span, reason, !shared));
        }
    }
}

fn lines(article: &Article, wanted: &HashSet<&str>, rows: &mut Vec<Row>) {
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
