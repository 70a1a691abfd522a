//! Joins several sets into one stream of articles, or reports which ids conflict.
//!
//! Two people who each have a copy of a set expect one table with both annotators. So articles with the same id are one
//! article if their text and metadata agree, and the layers of all annotators are kept. Anything that would make
//! an id ambiguous is a conflict: another text or other metadata under the same id, or two different layers of the same
//! annotator.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::source::Articles;
use super::{Annotated, ExportError, Found, SetSource};
use crate::model::{Annotator, Article, ArticleId, Layer};

/// Several sets, read as one.
pub struct Merged<'m, 's> {
    sets: &'m [SetSource<'s>],
    streams: Vec<Articles<'s>>,
    heads: Vec<Option<Annotated>>,
    last: Option<ArticleId>,
    conflicts: Vec<String>,
    /// Lines about articles that could not be read.
    unread: Vec<String>,
}

impl<'m, 's> Merged<'m, 's> {
    /// Reads the first article of each set: of all, or of those in `only`. `conflicts` are those that were found before.
    #[must_use]
    pub fn new(sets: &'m [SetSource<'s>], only: Option<&BTreeSet<ArticleId>>, conflicts: Vec<String>) -> Self {
        let mut unread = Vec::new();
        let mut streams: Vec<Articles<'s>> = sets.iter().map(|set| (set.articles)(only)).collect();
        let heads = streams.iter_mut().map(|stream| next_of(stream, &mut unread)).collect();
        Self { sets, streams, heads, last: None, conflicts, unread }
    }

    /// The lines about unreadable articles since the last call.
    pub fn take_unread(&mut self) -> Vec<String> {
        std::mem::take(&mut self.unread)
    }

    /// The next article in the order of ids, with the layers of all sets; `None` after the last.
    ///
    /// # Errors
    /// If a set returns articles out of order, or, after the last article, if the sets conflict.
    pub fn next_article(&mut self) -> Result<Option<Annotated>, ExportError> {
        let least = self.heads.iter().flatten().map(|head| &head.article.id).min().cloned();
        let Some(id) = least else {
            let conflicts = std::mem::take(&mut self.conflicts);
            return if conflicts.is_empty() { Ok(None) } else { Err(ExportError::Conflict(conflicts)) };
        };
        if self.last.as_ref().is_some_and(|last| *last >= id) {
            return Err(ExportError::Read(format!("the article {id} came twice or out of order; run the export again")));
        }
        let mut joined: Option<(usize, Annotated)> = None;
        for at in 0..self.sets.len() {
            let (Some(stream), Some(head)) = (self.streams.get_mut(at), self.heads.get_mut(at)) else { continue };
            if head.as_ref().is_none_or(|head| head.article.id != id) {
                continue;
            }
            let Some(found) = std::mem::replace(head, next_of(stream, &mut self.unread)) else { continue };
            joined = Some(match joined.take() {
                None => (at, found),
                Some((first, mut whole)) => {
                    join(&mut whole, found, &names(self.sets, first, at), &mut self.conflicts);
                    (first, whole)
                }
            });
        }
        self.last = Some(id);
        Ok(joined.map(|(_, mut whole)| {
            whole.layers.sort_by(|(a, _), (b, _)| a.cmp(b));
            whole
        }))
    }
}

fn next_of(stream: &mut Articles<'_>, unread: &mut Vec<String>) -> Option<Annotated> {
    loop {
        match stream.next()? {
            Found::Article(article) => return Some(article),
            Found::Unread(lines) => unread.extend(lines),
        }
    }
}

fn names(sets: &[SetSource<'_>], a: usize, b: usize) -> String {
    let name = |at: usize| sets.get(at).map_or("", |set| set.name.as_str());
    format!("{} and {}", name(a), name(b))
}

fn join(whole: &mut Annotated, other: Annotated, sets: &str, conflicts: &mut Vec<String>) {
    let id = whole.article.id.clone();
    if whole.article.text != other.article.text || whole.article.digest != other.article.digest {
        conflicts.push(format!("{sets}: the article {id} has another text in each"));
        return;
    }
    if whole.article.metadata != other.article.metadata {
        conflicts.push(format!("{sets}: the article {id} has another title, date or other metadata in each"));
        return;
    }
    // The earlier import is used, whatever the order of the sets.
    if import_of(&other.article) < import_of(&whole.article) {
        whole.article = other.article;
    }
    for (annotator, layer) in other.layers {
        join_layer(whole, annotator, layer, sets, conflicts);
    }
    whole.unreadable.extend(other.unreadable);
    whole.notices.extend(other.notices);
}

fn import_of(article: &Article) -> (crate::model::Timestamp, &str) {
    (article.imported, &article.source_file)
}

fn join_layer(whole: &mut Annotated, annotator: Annotator, layer: Arc<Layer>, sets: &str, conflicts: &mut Vec<String>) {
    match whole.layers.iter().find(|(held, _)| *held == annotator) {
        None => whole.layers.push((annotator, layer)),
        Some((_, held)) if **held == *layer => {}
        Some(_) => {
            let id = &whole.article.id;
            conflicts.push(format!("{sets}: {annotator} has annotated the article {id} differently in each"));
        }
    }
}

impl std::fmt::Debug for Merged<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.sets).finish()
    }
}
