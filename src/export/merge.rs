//! Joins several sets into one stream of articles, or says which ids contradict each other.
//!
//! Two people who each have a copy of a set expect one table with both annotators. So articles with the same id are one
//! article when their text and metadata agree, and the annotators' layers stand side by side. Anything that would make
//! an id ambiguous is a conflict: another text or other metadata under the same id, two different layers of the same
//! annotator, another name for the same actor.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Annotated, ExportError, Found, SetSource};
use crate::model::{Actor, ActorId, Annotator, Article, ArticleId, Layer, Register};

/// Several sets as one.
#[derive(Debug)]
pub struct Merged<'s> {
    sets: Vec<SetSource<'s>>,
    heads: Vec<Option<Annotated>>,
    last: Option<ArticleId>,
    conflicts: Vec<String>,
    /// Lines about articles that could not be read.
    unread: Vec<String>,
    register: Register,
}

impl<'s> Merged<'s> {
    /// Joins the registers and reads each set's first article.
    #[must_use]
    pub fn new(mut sets: Vec<SetSource<'s>>) -> Self {
        let (mut conflicts, mut unread) = (Vec::new(), Vec::new());
        let register = join_registers(&sets, &mut conflicts);
        let heads = sets.iter_mut().map(|set| next_of(set, &mut unread)).collect();
        Self { sets, heads, last: None, conflicts, unread, register }
    }

    /// The lines about articles that could not be read since this was last asked.
    pub fn take_unread(&mut self) -> Vec<String> {
        std::mem::take(&mut self.unread)
    }

    /// The actors of all sets.
    #[must_use]
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Everyone who has annotated something in one of the sets, sorted.
    #[must_use]
    pub fn annotators(&self) -> Vec<Annotator> {
        let mut all: Vec<Annotator> = self.sets.iter().flat_map(|set| set.annotators.iter().cloned()).collect();
        all.sort();
        all.dedup();
        all
    }

    /// The title of a set that stands alone; several sets have none.
    #[must_use]
    pub fn title(&self) -> &str {
        match self.sets.as_slice() {
            [one] => &one.title,
            _ => "",
        }
    }

    /// The article with the least id that has not come yet, with the layers of all sets; nothing when all have come.
    ///
    /// # Errors
    /// When a set gives articles out of order, or, after the last article, when the sets contradict each other.
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
            let (Some(set), Some(head)) = (self.sets.get_mut(at), self.heads.get_mut(at)) else { continue };
            if head.as_ref().is_none_or(|head| head.article.id != id) {
                continue;
            }
            let Some(found) = std::mem::replace(head, next_of(set, &mut self.unread)) else { continue };
            joined = Some(match joined.take() {
                None => (at, found),
                Some((first, mut whole)) => {
                    join(&mut whole, found, &names(&self.sets, first, at), &mut self.conflicts);
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

fn next_of(set: &mut SetSource<'_>, unread: &mut Vec<String>) -> Option<Annotated> {
    loop {
        match set.articles.next()? {
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
    // The earlier import stands for both, whichever set was named first.
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

fn join_registers(sets: &[SetSource<'_>], conflicts: &mut Vec<String>) -> Register {
    let mut actors: BTreeMap<&ActorId, (&Arc<Actor>, &str)> = BTreeMap::new();
    for set in sets {
        for actor in set.register.actors() {
            let (held, first) = actors.entry(&actor.id).or_insert((actor, &set.name));
            if held.name != actor.name {
                let (id, here) = (&actor.id, &set.name);
                conflicts.push(format!("{first} and {here}: the actor {id} is called “{}” and “{}”", held.name, actor.name));
            }
        }
    }
    Register::new(actors.into_values().map(|(actor, _)| Actor::clone(actor)))
}
