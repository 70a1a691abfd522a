//! Opens articles, and plans to add and remove them and to change their metadata.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::edit::{Change, Edit, StoredArticle};
use crate::model::id::proposals;
use crate::model::{AnnotationId, Article, ArticleId, Digest, Document, Metadata, Part, Status, Timestamp, Unknown, proposal};
use crate::session::annotate::wording::{counted, shortened};
use crate::session::editor::gesture::GestureKind;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::command::Incoming;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::text::Text;

impl Session {
    /// Opens the first article that is not done, or the first of all.
    pub(in crate::session) fn open_first(&mut self) {
        let order = self.reading_order();
        let open = |article: &&Arc<Article>| {
            let status = self.document().status(&article.id, self.annotator());
            !matches!(status, Status::Done | Status::DoneNothingFound)
        };
        let first = order.iter().copied().find(open).or_else(|| order.first().copied()).map(|a| a.id.clone());
        self.cursor.close();
        if let Some(id) = first {
            self.open(&id);
        }
    }

    /// Opens an article where it was left; does nothing if it is open or not in the set.
    pub(in crate::session) fn open(&mut self, id: &ArticleId) {
        if self.cursor.article() != Some(id) && self.document().article(id).is_some() {
            self.cursor.open(id.clone());
        }
    }

    /// Opens an article at an annotation.
    pub(in crate::session) fn go_to(&mut self, article: &ArticleId, annotation: AnnotationId) {
        self.open(article);
        self.select_annotation(Some(annotation));
    }

    pub(in crate::session) fn step_article(&mut self, forward: bool, now: Timestamp) {
        let order = self.reading_order();
        let here = order.iter().position(|a| Some(&a.id) == self.cursor.article());
        let next = match (here, forward) {
            (None, _) => Some(0),
            (Some(at), true) => Some(at + 1),
            (Some(at), false) => at.checked_sub(1),
        };
        match next.and_then(|at| order.get(at)).map(|a| a.id.clone()) {
            Some(id) => self.open(&id),
            None if forward => self.say(Message::info("This is the last article"), now),
            None => self.say(Message::info("This is the first article"), now),
        }
    }

    pub(in crate::session) fn toggle_done(&mut self, now: Timestamp) {
        let Some(article) = self.cursor.article().cloned() else { return };
        let done = self.layer().is_some_and(|layer| layer.done);
        let name = if done { "mark as not done" } else { "mark as done" };
        let edit = Edit::Done(article.clone(), self.annotator().clone(), Change::new(done, !done));
        if self.carry_out(Ok(Plan::new(name, vec![edit])), now) {
            let status = self.document().status(&article, self.annotator());
            self.say(Message::info(format!("This article is now {}", status.as_str())), now);
        }
    }

    /// Adds texts as one step, and opens the first. A text that is in the set already is not added, and a message says so.
    pub(in crate::session) fn add_articles(&mut self, incoming: Vec<Incoming>, now: Timestamp) {
        let (edits, twice) = added(self.document(), incoming, now);
        let first = edits.first().and_then(|edit| edit.article()).cloned();
        let count = edits.len();
        let name = if count == 1 { "add an article".to_owned() } else { format!("add {count} articles") };
        if self.carry_out(Ok(Plan::new(name, edits)), now) {
            if let Some(id) = first {
                self.open(&id);
            }
            self.say(Message::info(format!("{} added", counted(count, "article"))), now);
        }
        for text in twice {
            self.say(Message::warning(text), now);
        }
    }

    /// Removes the open article and all its annotations, as one step, and opens the one after it.
    pub(in crate::session) fn remove_article(&mut self, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let order = self.reading_order();
        let at = order.iter().position(|a| a.id == article.id).unwrap_or(0);
        let next = order.get(at + 1).or_else(|| at.checked_sub(1).and_then(|b| order.get(b))).map(|a| a.id.clone());
        let plan = Plan::new("remove an article", removed(self.document(), &article));
        if self.carry_out(Ok(plan), now) {
            self.cursor.close();
            if let Some(next) = next {
                self.open(&next);
            }
            let title = shortened(&article.display_title());
            self.say(Message::info(format!("Removed “{title}”. Undo restores it and its annotations")), now);
        }
    }

    /// Plans the metadata of an article.
    pub(in crate::session) fn set_metadata(&self, id: &ArticleId, metadata: Metadata) -> Planned {
        let article = self.document().article(id).filter(|article| article.metadata != metadata).ok_or(NoPlan::Nothing)?;
        let edit = Edit::Metadata(id.clone(), Box::new(Change::new(article.metadata.clone(), metadata)));
        Ok(Plan::new("edit the article's details", vec![edit]).gesture(Some(GestureKind::Details(id.clone()))))
    }

    /// Plans the title of the set.
    pub(in crate::session) fn set_title(&self, title: String) -> Planned {
        let change = Change::new(self.document().info.title.clone(), title);
        if change.before == change.after {
            return Err(NoPlan::Nothing);
        }
        Ok(Plan::new("edit the set's title", vec![Edit::Title(change)]).gesture(Some(GestureKind::Title)))
    }
}

/// The edits that add texts to a set, and a message for each text that is in it already.
fn added(document: &Document, incoming: Vec<Incoming>, now: Timestamp) -> (Vec<Edit>, Vec<String>) {
    let mut known: HashMap<Digest, String> = document.articles.values().map(|a| (a.digest, a.display_title())).collect();
    // The id of an article whose file is damaged is taken too: its files must not be overwritten.
    let damaged = document.damaged.keys().filter_map(|part| match part {
        Part::Article(id) | Part::Layer(id, _) => Some(id),
        Part::Info | Part::Codebook | Part::Register => None,
    });
    let mut ids: HashSet<ArticleId> = document.articles.keys().chain(damaged).cloned().collect();
    // Articles of one import keep their order, and come after those that were imported in the same second.
    let imported = now.whole_seconds();
    let same_moment = document.articles.values().filter(|article| article.imported == imported);
    let mut order = same_moment.map(|article| article.order.saturating_add(1)).max().unwrap_or(0);
    let (mut edits, mut twice) = (Vec::new(), Vec::new());
    for text in incoming {
        let name = if text.file_name.is_empty() { "The pasted text".to_owned() } else { format!("“{}”", text.file_name) };
        let digest = Digest::of(&text.text);
        if let Some(title) = known.get(&digest) {
            twice.push(format!("{name} has the same text as “{}”; it was not added again", shortened(title)));
            continue;
        }
        let Some(article) = new_article(text, digest, &ids, (imported, order)) else { continue };
        order = order.saturating_add(1);
        known.insert(digest, article.display_title());
        ids.insert(article.id.clone());
        edits.push(Edit::Article(Change::new(None, Some(Arc::new(StoredArticle::from(&article))))));
    }
    (edits, twice)
}

/// An article of a text, with metadata and an id proposed from it; `None` if the text is empty.
fn new_article(
    incoming: Incoming,
    digest: Digest,
    taken: &HashSet<ArticleId>,
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

/// The edits that remove everything annotated in an article, and then the article.
fn removed(document: &Document, article: &Article) -> Vec<Edit> {
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
