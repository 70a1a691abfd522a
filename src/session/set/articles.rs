//! Brings articles in and out of the set, opens them, and keeps what is known about them.

use std::sync::Arc;

use crate::edit::{Change, Edit, StoredArticle};
use crate::model::id::proposals;
use crate::model::{AnnotationId, Article, ArticleId, Digest, Document, Metadata, Part, Status, Timestamp, Unknown, proposal};
use crate::session::cursor::selection::Selection;
use crate::session::editor::step::GestureKind;
use crate::session::input::command::Incoming;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::text::Text;

impl Session {
    /// Opens the first article that is not done, or the first of all.
    pub(in crate::session) fn open_first(&mut self) {
        let order = self.reading_order();
        let open = |article: &&Arc<Article>| {
            !matches!(self.document.status(&article.id, &self.annotator), Status::Done | Status::DoneNothingFound)
        };
        let first = order.iter().copied().find(open).or_else(|| order.first().copied()).map(|a| a.id.clone());
        self.article = None;
        if let Some(id) = first {
            self.open(&id);
        }
    }

    pub(in crate::session) fn open(&mut self, id: &ArticleId) {
        if self.article.as_ref() == Some(id) || self.document.article(id).is_none() {
            return;
        }
        if let Some(left) = self.article.take() {
            self.carets.insert(left, self.selection);
        }
        self.selection = self.carets.get(id).copied().unwrap_or_default();
        self.current = None;
        self.article = Some(id.clone());
        self.reveals += 1;
    }

    pub(in crate::session) fn go_to(&mut self, article: &ArticleId, annotation: AnnotationId) {
        self.open(article);
        self.select_annotation(Some(annotation));
    }

    pub(in crate::session) fn step_article(&mut self, forward: bool, now: Timestamp) {
        let order = self.reading_order();
        let here = order.iter().position(|a| Some(&a.id) == self.article.as_ref());
        let next = match (here, forward) {
            (None, _) => Some(0),
            (Some(at), true) => Some(at + 1),
            (Some(at), false) => at.checked_sub(1),
        };
        match next.and_then(|at| order.get(at)).map(|a| a.id.clone()) {
            Some(id) => self.open(&id),
            None if forward => self.notify(Severity::Info, "This is the last article", now),
            None => self.notify(Severity::Info, "This is the first article", now),
        }
    }

    pub(in crate::session) fn toggle_done(&mut self, now: Timestamp) {
        let Some(article) = self.article.clone() else { return };
        let done = self.layer().is_some_and(|layer| layer.done);
        let name = if done { "mark as not done" } else { "mark as done" };
        let edit = Edit::Done(article.clone(), self.annotator.clone(), Change::new(done, !done));
        if self.take_step(name, vec![edit], None, now) {
            let status = self.document.status(&article, &self.annotator);
            self.notify(Severity::Info, format!("This article is now {}", status.as_str()), now);
        }
    }

    /// Adds texts as one step; one that is already in the set is named, not added.
    pub(in crate::session) fn add_articles(&mut self, incoming: Vec<Incoming>, now: Timestamp) {
        let mut known: std::collections::HashMap<Digest, String> =
            self.document.articles.values().map(|a| (a.digest, a.display_title())).collect();
        // The name of an article whose file is damaged is taken too: its files must not be written over.
        let damaged = self.document.damaged.keys().filter_map(|part| match part {
            Part::Article(id) | Part::Layer(id, _) => Some(id),
            Part::Info | Part::Codebook | Part::Register => None,
        });
        let mut ids: std::collections::HashSet<ArticleId> = self.document.articles.keys().chain(damaged).cloned().collect();
        // Articles of one import keep their order, and come after those that were imported in the same second.
        let imported = now.whole_seconds();
        let same_moment = self.document.articles.values().filter(|article| article.imported == imported);
        let mut order = same_moment.map(|article| article.order.saturating_add(1)).max().unwrap_or(0);
        let mut edits = Vec::new();
        let mut first = None;
        let mut twice = Vec::new();
        for text in incoming {
            let name = if text.file_name.is_empty() { "The pasted text".to_owned() } else { format!("“{}”", text.file_name) };
            let digest = Digest::of(&text.text);
            if let Some(title) = known.get(&digest) {
                twice.push(format!(
                    "{name} has the same text as “{}”; it was not added again",
                    crate::session::annotate::tagging::shortened(title)
                ));
                continue;
            }
            let Some(article) = new_article(text, digest, &ids, (imported, order)) else { continue };
            order = order.saturating_add(1);
            known.insert(digest, article.display_title());
            ids.insert(article.id.clone());
            first.get_or_insert_with(|| article.id.clone());
            edits.push(Edit::Article(Change::new(None, Some(Arc::new(StoredArticle::from(&article))))));
        }
        let count = edits.len();
        let name = if count == 1 { "add an article".to_owned() } else { format!("add {count} articles") };
        if self.take_step(&name, edits, None, now) {
            if let Some(id) = first {
                self.open(&id);
            }
            self.notify(
                Severity::Info,
                if count == 1 { "1 article added".to_owned() } else { format!("{count} articles added") },
                now,
            );
        }
        for text in twice {
            self.notify(Severity::Warning, text, now);
        }
    }

    /// Takes the open article and everything annotated in it out of the set, as one step.
    pub(in crate::session) fn remove_article(&mut self, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let edits = removal(&self.document, &article);
        let order = self.reading_order();
        let at = order.iter().position(|a| a.id == article.id).unwrap_or(0);
        let next = order.get(at + 1).or_else(|| at.checked_sub(1).and_then(|b| order.get(b))).map(|a| a.id.clone());
        if self.take_step("remove an article", edits, None, now) {
            self.article = None;
            self.current = None;
            self.selection = Selection::default();
            if let Some(next) = next {
                self.open(&next);
            }
            self.notify(
                Severity::Info,
                format!(
                    "Removed “{}”; undo brings all of it back",
                    crate::session::annotate::tagging::shortened(&article.display_title())
                ),
                now,
            );
        }
    }

    pub(in crate::session) fn set_metadata(&mut self, id: &ArticleId, metadata: Metadata, now: Timestamp) {
        let Some(article) = self.document.article(id) else { return };
        if article.metadata == metadata {
            return;
        }
        let change = Change::new(article.metadata.clone(), metadata);
        let edit = Edit::Metadata(id.clone(), Box::new(change));
        self.take_step("edit the article's details", vec![edit], Some(GestureKind::Details(id.clone())), now);
    }

    pub(in crate::session) fn set_title(&mut self, title: String, now: Timestamp) {
        let change = Change::new(self.document.info.title.clone(), title);
        if change.before != change.after {
            self.take_step("edit the set's title", vec![Edit::Title(change)], Some(GestureKind::Title), now);
        }
    }
}

fn new_article(
    incoming: Incoming,
    digest: Digest,
    taken: &std::collections::HashSet<ArticleId>,
    (imported, order): (Timestamp, u32),
) -> Option<Article> {
    let Incoming { file_name, text } = incoming;
    let metadata = proposal::proposed(&text);
    let stem = file_name.rsplit_once('.').map_or(file_name.as_str(), |(stem, _)| stem);
    let words: String = text.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    let named = [stem, metadata.title.as_str(), words.as_str()].into_iter().find(|name| !name.is_empty())?;
    let id = proposals(named, "article").find_map(|name| ArticleId::parse(&name).ok().filter(|id| !taken.contains(id)))?;
    Some(Article {
        id,
        text: Text::new(text),
        digest,
        metadata,
        zones: Vec::new(),
        lost_zones: Vec::new(),
        source_file: file_name,
        imported,
        order,
        unknown: Unknown::default(),
    })
}

/// The edits that empty the article of annotations and then take it out.
fn removal(document: &Document, article: &Article) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (annotator, layer) in document.layers_of(&article.id) {
        let place = || (article.id.clone(), annotator.clone());
        for annotation in layer.annotations() {
            let (article, annotator) = place();
            edits.push(Edit::Annotation(article, annotator, Change::new(Some(annotation.clone()), None)));
        }
        for lost in &layer.lost {
            let (article, annotator) = place();
            edits.push(Edit::Lost(article, annotator, Change::new(Some(lost.clone()), None)));
        }
        if !layer.rejected.is_empty() {
            let (article, annotator) = place();
            edits.push(Edit::Rejected(article, annotator, Change::new(layer.rejected.to_vec(), Vec::new())));
        }
        if layer.done {
            let (article, annotator) = place();
            edits.push(Edit::Done(article, annotator, Change::new(true, false)));
        }
    }
    edits.push(Edit::Article(Change::new(Some(Arc::new(StoredArticle::from(article))), None)));
    edits
}
