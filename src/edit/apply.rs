//! Applies an [`Edit`] to a document, or leaves the document unchanged and returns the reason.

use std::sync::Arc;

use super::{Change, Edit, StoredArticle};
use crate::model::{Actor, Annotation, AnnotationId, Annotator, Article, ArticleId, Document, Layer, Part, Zone};

/// Why an edit cannot be applied to the document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("the article {0} is not in the set")]
    NoArticle(ArticleId),
    #[error("there is already an article {0} in the set")]
    NameTaken(ArticleId),
    #[error("{0} has changed since")]
    Changed(String),
    #[error("the file of {0} is damaged; repair it first, so that nothing in it is lost")]
    Damaged(String),
    #[error("annotation {0}: {1}")]
    Breach(AnnotationId, String),
}

impl Edit {
    /// Applies the edit to the document.
    ///
    /// # Errors
    /// If what the edit replaces is not what is there, the result would break an invariant, or the file concerned is damaged.
    /// The document is then unchanged.
    pub fn apply(&self, document: &mut Document) -> Result<(), EditError> {
        refuse_damaged(self, document)?;
        match self {
            Self::Title(change) => {
                expect(document.info.title == change.before, "the set's title")?;
                Arc::make_mut(&mut document.info).title.clone_from(&change.after);
            }
            Self::Article(change) => article(document, change)?,
            Self::Metadata(id, change) => {
                let article = document.articles.get_mut(id).ok_or_else(|| EditError::NoArticle(id.clone()))?;
                expect(article.metadata == change.before, "what is known about the article")?;
                Arc::make_mut(article).metadata = change.after.clone();
            }
            Self::Zones(id, change) => zones(document, id, change)?,
            Self::Actor(change) => actor(document, change)?,
            Self::Codebook(change) => {
                expect(document.codebook == change.before, "the codebook")?;
                document.codebook = Arc::clone(&change.after);
            }
            Self::Annotation(id, annotator, change) => annotation(document, id, annotator, change)?,
            Self::Lost(id, annotator, change) => {
                if let Some(before) = &change.before {
                    let held = document.layer(id, annotator).is_some_and(|layer| layer.lost.contains(before));
                    expect(held, "the lost annotation")?;
                }
                let layer = layer_mut(document, id, annotator)?;
                layer.lost.retain(|lost| Some(lost) != change.before.as_ref());
                layer.lost.extend(change.after.clone());
                layer.lost.sort_by(|a, b| a.id.cmp(&b.id));
                drop_if_untouched(document, id, annotator);
            }
            Self::Rejected(id, annotator, change) => {
                let held = document.layer(id, annotator).map(|layer| layer.rejected.as_slice()).unwrap_or_default();
                expect(held == change.before.as_slice(), "what was rejected")?;
                layer_mut(document, id, annotator)?.rejected = Arc::new(change.after.clone());
                drop_if_untouched(document, id, annotator);
            }
            Self::Done(id, annotator, change) => {
                let done = document.layer(id, annotator).is_some_and(|layer| layer.done);
                expect(done == change.before, "the article's status")?;
                layer_mut(document, id, annotator)?.done = change.after;
                drop_if_untouched(document, id, annotator);
            }
        }
        Ok(())
    }
}

fn expect(holds: bool, what: &str) -> Result<(), EditError> {
    if holds { Ok(()) } else { Err(EditError::Changed(what.to_owned())) }
}

fn refuse_damaged(edit: &Edit, document: &Document) -> Result<(), EditError> {
    let part = match edit {
        Edit::Title(_) => Part::Info,
        Edit::Article(change) => match change.after.as_ref().or(change.before.as_ref()) {
            Some(article) => Part::Article(article.id.clone()),
            None => return Ok(()),
        },
        Edit::Metadata(article, _) | Edit::Zones(article, _) => Part::Article(article.clone()),
        Edit::Actor(_) => Part::Register,
        Edit::Codebook(_) => Part::Codebook,
        Edit::Annotation(article, annotator, _)
        | Edit::Lost(article, annotator, _)
        | Edit::Rejected(article, annotator, _)
        | Edit::Done(article, annotator, _) => Part::Layer(article.clone(), annotator.clone()),
    };
    if document.damaged.contains_key(&part) { Err(EditError::Damaged(part.to_string())) } else { Ok(()) }
}

fn article(document: &mut Document, change: &Change<Option<Arc<StoredArticle>>>) -> Result<(), EditError> {
    if let Some(before) = &change.before {
        let held = document.articles.get(&before.id).is_some_and(|held| Article::from(before.as_ref()) == **held);
        expect(held, "the article")?;
        let bare = document.layers_of(&before.id).next().is_none();
        expect(bare, "the annotations of the article")?;
    }
    if let Some(after) = &change.after {
        let replaces = change.before.as_ref().is_some_and(|before| before.id == after.id);
        if !replaces && document.articles.contains_key(&after.id) {
            return Err(EditError::NameTaken(after.id.clone()));
        }
    }
    if let Some(before) = &change.before {
        document.articles.remove(&before.id);
    }
    if let Some(after) = &change.after {
        document.articles.insert(after.id.clone(), Arc::new(Article::from(after.as_ref())));
    }
    Ok(())
}

fn zones(document: &mut Document, id: &ArticleId, change: &Change<Vec<Zone>>) -> Result<(), EditError> {
    let article = document.articles.get_mut(id).ok_or_else(|| EditError::NoArticle(id.clone()))?;
    expect(article.zones == change.before, "the list of zones")?;
    let apart = change.after.windows(2).all(|pair| match pair {
        [a, b] => a.fragment.span.end() <= b.fragment.span.start(),
        _ => true,
    });
    let stand = change.after.iter().all(|zone| article.text.slice(zone.fragment.span) == zone.fragment.words);
    expect(apart && stand, "the text of the zones")?;
    Arc::make_mut(article).zones.clone_from(&change.after);
    Ok(())
}

fn actor(document: &mut Document, change: &Change<Option<Arc<Actor>>>) -> Result<(), EditError> {
    let id = match (&change.before, &change.after) {
        (Some(before), Some(after)) if before.id != after.id => {
            return Err(EditError::Changed(format!("the id of the actor {}", before.id)));
        }
        (Some(actor), _) | (None, Some(actor)) => actor.id.clone(),
        (None, None) => return Ok(()),
    };
    expect(document.register.get(&id) == change.before.as_ref(), "the actor")?;
    let register = Arc::make_mut(&mut document.register);
    match &change.after {
        Some(after) => register.put(Arc::clone(after)),
        None => register.remove(&id),
    }
    Ok(())
}

fn annotation(
    document: &mut Document,
    article_id: &ArticleId,
    annotator: &Annotator,
    change: &Change<Option<Arc<Annotation>>>,
) -> Result<(), EditError> {
    let article = document.article(article_id).ok_or_else(|| EditError::NoArticle(article_id.clone()))?.clone();
    let id = match (&change.before, &change.after) {
        (Some(before), _) => before.id.clone(),
        (None, Some(after)) => after.id.clone(),
        (None, None) => return Ok(()),
    };
    let held = document.layer(article_id, annotator).and_then(|layer| layer.get(&id));
    expect(held == change.before.as_ref(), "the annotation")?;
    if let Some(after) = &change.after {
        if let Some(breach) = after.breaches(&article.text).into_iter().next() {
            return Err(EditError::Breach(after.id.clone(), breach));
        }
        expect(after.id == id, "the annotation's id")?;
    }
    let layer = layer_mut(document, article_id, annotator)?;
    match &change.after {
        Some(after) => layer.put(after.clone()),
        None => layer.remove(&id),
    }
    drop_if_untouched(document, article_id, annotator);
    Ok(())
}

fn layer_mut<'d>(document: &'d mut Document, article: &ArticleId, annotator: &Annotator) -> Result<&'d mut Layer, EditError> {
    if !document.articles.contains_key(article) {
        return Err(EditError::NoArticle(article.clone()));
    }
    let layer = document.layers.get_mut_or_default(&(article.clone(), annotator.clone()));
    layer.map(Arc::make_mut).ok_or_else(|| EditError::NoArticle(article.clone()))
}

/// Removes a layer that has become empty, so that undoing the first annotation leaves no empty file.
fn drop_if_untouched(document: &mut Document, article: &ArticleId, annotator: &Annotator) {
    let key = (article.clone(), annotator.clone());
    if document.layers.get(&key).is_some_and(|layer| layer.is_untouched() && layer.unknown.0.is_empty()) {
        document.layers.remove(&key);
    }
}
