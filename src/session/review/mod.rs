//! Holds a list of proposals for a person to look through; what is ticked is made as one batch, retractable as a whole.

pub(super) mod batch_index;
pub mod batches;
pub mod bulk_edit;
pub(super) mod hits_table;
mod search;
pub(super) mod sifted;

use std::sync::Arc;

use super::annotate::zones::with_zone;
use super::input::command::Scope;
use super::input::notice::Severity;
use super::state::Session;
use crate::edit::{Change, Edit};
pub use crate::jobs::purpose::Purpose;
pub use crate::jobs::row::Named;
use crate::jobs::row::Row;
use crate::jobs::search_names::Job;
use crate::model::{ActorId, ArticleId, BatchId, Fragment, Label, Timestamp, Zone, ZoneKind};

/// Proposals to look through, each with a tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub purpose: Purpose,
    pub rows: Vec<Row>,
    /// Articles searched so far, and of how many; nothing once all are.
    pub progress: Option<(usize, usize)>,
    /// Tells this search from one that was given up.
    pub number: u64,
    /// The row whose tick went on to the others of its name, as long as no other tick followed.
    pub(super) spread: Option<usize>,
}

impl Review {
    /// Number of rows with a tick.
    #[must_use]
    pub fn ticked(&self) -> usize {
        self.rows.iter().filter(|row| row.ticked).count()
    }
}

impl Session {
    /// What is to be looked through.
    #[must_use]
    pub fn review(&self) -> Option<&Review> {
        self.review.as_ref()
    }

    pub(super) fn find_mentions(&mut self, actor: &ActorId, scope: Scope, now: Timestamp) {
        let Some(found) = self.document.register.get(actor) else { return };
        let names: Vec<String> = found.names().map(str::to_owned).collect();
        let articles = match scope {
            Scope::Article => self.article.clone().into_iter().collect(),
            Scope::Set => self.reading_order().into_iter().map(|article| article.id.clone()).collect(),
        };
        self.search(Purpose::Mentions(actor.clone()), names, articles, now);
    }

    /// Looks for the same lines in other articles; what is found is offered at once.
    pub(super) fn offer_like_zones(&mut self, kind: ZoneKind, marked_in: &ArticleId, words: &str, now: Timestamp) {
        let lines: Vec<String> =
            words.lines().map(str::trim).filter(|line| line.chars().count() > 2).map(str::to_owned).collect();
        let articles: Vec<ArticleId> =
            self.reading_order().into_iter().map(|a| a.id.clone()).filter(|id| id != marked_in).collect();
        if !lines.is_empty() && !articles.is_empty() {
            self.search(Purpose::Zones(kind), lines, articles, now);
        }
    }

    pub(super) fn search(&mut self, purpose: Purpose, words: Vec<String>, articles: Vec<ArticleId>, _now: Timestamp) {
        self.searches += 1;
        self.newest.store(self.searches, std::sync::atomic::Ordering::Relaxed);
        let newest = Arc::clone(&self.newest);
        let (number, document, annotator) = (self.searches, Arc::clone(&self.document), self.annotator.clone());
        let total = articles.len();
        self.review =
            Some(Review { purpose: purpose.clone(), rows: Vec::new(), progress: Some((0, total)), number, spread: None });
        self.jobs.push(Job { number, purpose, words, articles, document, annotator, newest });
    }

    /// Takes up what a search found. Rows of a search that was given up are dropped.
    pub(super) fn found(&mut self, number: u64, rows: Vec<Row>, progress: Option<(usize, usize)>, now: Timestamp) {
        let Some(review) = self.review.as_mut().filter(|review| review.number == number) else { return };
        review.rows.extend(rows);
        review.progress = progress;
        if progress.is_none() && review.rows.is_empty() {
            let text = match &review.purpose {
                Purpose::Mentions(actor) => Some(format!("No other mention of {} was found", self.document.register.name(actor))),
                Purpose::Names | Purpose::Zones(_) => None,
                Purpose::Search(query) => Some(format!("“{}” does not stand there", query.words)),
            };
            self.review = None;
            if let Some(text) = text {
                self.notify(Severity::Info, text, now);
            }
        }
    }

    /// Ticks a row, and with it the others of the same name that were not ticked by themselves: an actor is one decision.
    /// Unticking takes back what the tick before it did, or one place.
    pub(super) fn tick_row(&mut self, at: usize, ticked: bool) {
        let Some(review) = self.review.as_mut() else { return };
        let Some(row) = review.rows.get_mut(at) else { return };
        row.ticked = ticked;
        let same = row.named.clone().map(|named| (named, row.words.clone()));
        let goes_on = ticked || review.spread == Some(at);
        review.spread = (ticked && goes_on).then_some(at);
        let Some((named, words)) = same.filter(|_| goes_on) else { return };
        for other in &mut review.rows {
            let is_new = matches!(named, Named::New(_));
            if other.named.as_ref() == Some(&named) && (is_new || other.words == words) {
                other.ticked = ticked;
            }
        }
    }

    pub(super) fn tick_all(&mut self, ticked: bool) {
        self.review.iter_mut().for_each(|review| review.spread = None);
        self.review.iter_mut().flat_map(|review| &mut review.rows).for_each(|row| row.ticked = ticked);
    }

    pub(super) fn accept_review(&mut self, now: Timestamp) {
        let Some(review) = self.review.take() else { return };
        if review.progress.is_some() {
            self.review = Some(review);
            return self.notify(Severity::Info, "The search is still running; wait for it, or close the list", now);
        }
        let (edits, count, name) = match &review.purpose {
            Purpose::Search(_) => {
                self.review = Some(review);
                return self.notify(Severity::Info, "Say what the ticked hits are: quotes, claims, mentions of an actor", now);
            }
            Purpose::Mentions(actor) => {
                let edits = self.mention_edits(actor, &review.rows, now);
                let name = format!("tag {} mentions of {}", edits.len(), self.document.register.name(actor));
                (edits, None, name)
            }
            Purpose::Names => {
                let (edits, mentions) = self.name_edits(&review.rows, now);
                (edits, Some(mentions), format!("tag {mentions} names"))
            }
            Purpose::Zones(kind) => {
                let edits = self.zone_edits(*kind, &review.rows);
                let name = format!("mark {} articles' lines as {}", edits.len(), kind.title());
                (edits, None, name)
            }
        };
        let count = count.unwrap_or(edits.len());
        if count == 0 {
            return self.notify(Severity::Info, "Nothing was ticked", now);
        }
        if self.take_step(&name, edits, None, now) {
            let text = match &review.purpose {
                Purpose::Mentions(_) | Purpose::Names => {
                    format!("{count} mentions tagged as one batch; one undo takes them back")
                }
                Purpose::Zones(_) | Purpose::Search(_) => format!("Marked in {count} articles; one undo takes it back"),
            };
            self.notify(Severity::Info, text, now);
        }
    }

    fn mention_edits(&mut self, actor: &ActorId, rows: &[Row], now: Timestamp) -> Vec<Edit> {
        let batch = self.ids.fresh_batch();
        let ticked = rows.iter().filter(|row| row.ticked);
        ticked.filter_map(|row| self.mention_edit(actor, row, &batch, now)).collect()
    }

    /// The edit that marks the words of a row; `None` when they are marked so already.
    pub(super) fn mention_edit(&mut self, actor: &ActorId, row: &Row, batch: &BatchId, now: Timestamp) -> Option<Edit> {
        let article = self.document.article(&row.article).cloned()?;
        let mut mention = self.fresh_annotation(&article, Label::Actor, &[row.span], "tag all", now);
        mention.actor = Some(actor.clone());
        mention.details.batch = Some(batch.clone());
        self.propose(&article, &mut mention);
        self.addition(&article, mention)
    }

    fn zone_edits(&self, kind: ZoneKind, rows: &[Row]) -> Vec<Edit> {
        let mut changed: Vec<(ArticleId, crate::model::Article)> = Vec::new();
        for row in rows.iter().filter(|row| row.ticked) {
            let Some(article) = self.document.article(&row.article) else { continue };
            let held = changed.iter().position(|(id, _)| *id == row.article);
            let at = held.unwrap_or_else(|| {
                changed.push((row.article.clone(), crate::model::Article::clone(article)));
                changed.len() - 1
            });
            if let Some((_, after)) = changed.get_mut(at) {
                let zone = Zone { kind, fragment: Fragment::new(&after.text, row.span) };
                after.zones = with_zone(after, zone);
            }
        }
        let before = |id: &ArticleId| self.document.article(id).map(|article| article.zones.clone()).unwrap_or_default();
        changed.into_iter().map(|(id, after)| Edit::Zones(id.clone(), Change::new(before(&id), after.zones))).collect()
    }
}
