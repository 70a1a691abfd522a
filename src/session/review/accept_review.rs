//! Searches for mentions and zones to look through, and plans what is ticked as one batch.

use crate::edit::{Change, Edit};
use crate::jobs::purpose::Purpose;
use crate::jobs::row::Row;
use crate::model::{ActorId, Article, ArticleId, BatchId, Details, Document, Fragment, Label, Timestamp, Zone, ZoneKind};
use crate::session::annotate::new_annotation::NewAnnotation;
use crate::session::annotate::wording::counted;
use crate::session::annotate::zones::with_zone;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::SessionAction;
use crate::session::input::command::Scope;
use crate::session::input::notice::Message;
use crate::session::review::list::Review;
use crate::session::state::Session;

impl Session {
    /// The open list of proposals.
    #[must_use]
    pub fn review(&self) -> Option<&Review> {
        self.review.open()
    }

    /// Searches for mentions of an actor that are not marked yet.
    pub(in crate::session) fn find_mentions(&mut self, actor: &ActorId, scope: Scope) {
        let Some(found) = self.document().register.get(actor) else { return };
        let names: Vec<String> = found.names().map(str::to_owned).collect();
        let articles = match scope {
            Scope::Article => self.cursor.article().cloned().into_iter().collect(),
            Scope::Set => self.article_ids(),
        };
        self.search(Purpose::Mentions(actor.clone()), names, articles);
    }

    /// Searches the other articles for the same lines, which are probably zones too.
    pub(in crate::session) fn offer_like_zones(&mut self, kind: ZoneKind, marked_in: &ArticleId, words: &str) {
        let lines: Vec<String> =
            words.lines().map(str::trim).filter(|line| line.chars().count() > 2).map(str::to_owned).collect();
        let articles: Vec<ArticleId> = self.article_ids().into_iter().filter(|id| id != marked_in).collect();
        if !lines.is_empty() && !articles.is_empty() {
            self.search(Purpose::Zones(kind), lines, articles);
        }
    }

    /// The articles of the set in reading order.
    pub(in crate::session) fn article_ids(&self) -> Vec<ArticleId> {
        self.reading_order().into_iter().map(|article| article.id.clone()).collect()
    }

    pub(in crate::session) fn search(&mut self, purpose: Purpose, words: Vec<String>, articles: Vec<ArticleId>) {
        let (document, annotator) = (self.document().clone(), self.annotator().clone());
        self.review.search(purpose, words, articles, document, annotator);
    }

    /// Takes in what a search found, and says so if it ended without finding anything.
    pub(in crate::session) fn found(&mut self, number: u64, rows: Vec<Row>, progress: Option<(usize, usize)>, now: Timestamp) {
        let text = match self.review.receive(number, rows, progress) {
            Some(Purpose::Mentions(actor)) => {
                format!("No other mention of {} was found", self.document().register.name(&actor))
            }
            Some(Purpose::Search(query)) => format!("No results for “{}”", query.words),
            Some(Purpose::Names | Purpose::Zones(_)) | None => return,
        };
        self.say(Message::info(text), now);
    }

    /// Marks what is ticked, and closes the list.
    pub(in crate::session) fn accept_review(&mut self, now: Timestamp) {
        let Some(review) = self.review.open() else { return };
        let stays = review.progress.is_some() || review.query().is_some();
        let planned = self.accepted_rows(review, now);
        if !stays {
            self.review.close();
        }
        self.apply(planned, now);
    }

    fn accepted_rows(&self, review: &Review, now: Timestamp) -> Planned {
        if review.progress.is_some() {
            return Err(NoPlan::info("The search is still running. Wait until it has finished, or close the list"));
        }
        let (edits, count, name) = match &review.purpose {
            Purpose::Search(_) => {
                return Err(NoPlan::info("Choose what the selected hits are: quotes, claims or mentions of an actor"));
            }
            Purpose::Mentions(actor) => {
                let batch = self.editor.ids().fresh_batch();
                let marked = |row: &Row| self.mention_edit(actor, row, &batch, now);
                let edits: Vec<Edit> = review.ticked_rows().filter_map(marked).collect();
                let (count, name) = (edits.len(), self.document().register.name(actor));
                (edits, count, format!("tag {count} mentions of {name}"))
            }
            Purpose::Names => {
                let (edits, mentions) = self.name_edits(review.ticked_rows(), now);
                (edits, mentions, format!("tag {mentions} names"))
            }
            Purpose::Zones(kind) => {
                let edits = zone_edits(self.document(), *kind, review.ticked_rows());
                let count = edits.len();
                (edits, count, format!("mark lines of {} as {}", counted(count, "article"), kind.title()))
            }
        };
        if count == 0 {
            return Err(NoPlan::info("Nothing was selected"));
        }
        let undo = self.key(SessionAction::Undo);
        let text = if let Purpose::Zones(_) = &review.purpose {
            format!("Marked in {}. {undo} undoes it", counted(count, "article"))
        } else {
            format!("Tagged {}. {undo} undoes it", counted(count, "mention"))
        };
        Ok(Plan::new(name, edits).say(Message::info(text)))
    }

    /// The edit that marks the words of a row as a mention; `None` if they are marked already.
    pub(in crate::session) fn mention_edit(&self, actor: &ActorId, row: &Row, batch: &BatchId, now: Timestamp) -> Option<Edit> {
        self.row_edit(row, (Label::Actor, Some(actor), "tag all"), batch, now)
    }

    /// The edit that marks the words of a row as part of a batch; `None` if they have that label already.
    pub(in crate::session) fn row_edit(
        &self,
        row: &Row,
        (label, actor, origin): (Label, Option<&ActorId>, &str),
        batch: &BatchId,
        now: Timestamp,
    ) -> Option<Edit> {
        let article = self.document().article(&row.article)?;
        let details = Details { batch: Some(batch.clone()), ..Details::default() };
        let spans = [row.span];
        let new = NewAnnotation { actor: actor.cloned(), details, ..NewAnnotation::of(label, &spans, origin) };
        self.added_once(article, self.new_annotation(article, new, now))
    }
}

/// The edits that mark lines as zones, one for each article.
fn zone_edits<'r>(document: &Document, kind: ZoneKind, rows: impl Iterator<Item = &'r Row>) -> Vec<Edit> {
    let mut changed: Vec<(ArticleId, Article)> = Vec::new();
    for row in rows {
        let Some(article) = document.article(&row.article) else { continue };
        let held = changed.iter().position(|(id, _)| *id == row.article);
        let at = held.unwrap_or_else(|| {
            changed.push((row.article.clone(), Article::clone(article)));
            changed.len() - 1
        });
        if let Some((_, after)) = changed.get_mut(at) {
            let zone = Zone { kind, fragment: Fragment::new(&after.text, row.span) };
            after.zones = with_zone(after, zone);
        }
    }
    let before = |id: &ArticleId| document.article(id).map(|article| article.zones.clone()).unwrap_or_default();
    changed.into_iter().map(|(id, after)| Edit::Zones(id.clone(), Change::new(before(&id), after.zones))).collect()
}
