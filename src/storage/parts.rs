//! Finds what changed between two documents, and the bytes of each part.

use std::sync::Arc;

use super::error::{Place, StorageError};
use super::{layers, schema};
use crate::model::{Annotator, Article, ArticleId, Document, Part};

/// What a save has to do, in the order of the parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub written: Vec<Part>,
    pub removed: Vec<Part>,
}

/// Compares pointers: the two documents share everything that no edit changed. Damaged parts are never listed.
pub fn changes(old: &Document, new: &Document) -> Changes {
    let mut found = Changes::default();
    let whole = [
        (Part::Info, Arc::ptr_eq(&old.info, &new.info)),
        (Part::Codebook, Arc::ptr_eq(&old.codebook, &new.codebook)),
        (Part::Register, Arc::ptr_eq(&old.register, &new.register)),
    ];
    found.written.extend(whole.into_iter().filter(|(_, same)| !same).map(|(part, _)| part));
    let mut gone = Vec::new();
    for (id, _, after) in new.articles.differences(&old.articles) {
        if after.is_some() { &mut found.written } else { &mut gone }.push(Part::Article(id.clone()));
    }
    for ((id, by), _, after) in new.layers.differences(&old.layers) {
        if after.is_some() { &mut found.written } else { &mut found.removed }.push(Part::Layer(id.clone(), by.clone()));
    }
    found.removed.append(&mut gone);
    let whole = |part: &Part| !old.damaged.contains_key(part) && !new.damaged.contains_key(part);
    found.written.retain(whole);
    found.removed.retain(whole);
    found
}

/// The RON of a part as this document has it; `None` if it does not have the part.
///
/// # Errors
/// If the content does not read back as the part, or the article of a layer is missing.
pub fn bytes(document: &Document, part: &Part) -> Result<Option<Vec<u8>>, StorageError> {
    let file = part.to_string();
    let text = match part {
        Part::Info => schema::info::write(&document.info, &file)?,
        Part::Codebook => schema::codebook::write(&document.codebook, &file)?,
        Part::Register => schema::register::write(&document.register, &file)?,
        Part::Article(id) => match document.article(id) {
            Some(article) => schema::article::write(article, &file)?,
            None => return Ok(None),
        },
        Part::Layer(id, annotator) => match document.layer(id, annotator) {
            Some(layer) => layers::write(layer, &file, article_of(document, id, &file)?, annotator)?,
            None => return Ok(None),
        },
    };
    Ok(Some(text.into_bytes()))
}

/// Whether a file has the same content as the document, perhaps with other bytes (older layout, other line ends).
pub fn says_the_same(document: &Document, part: &Part, bytes: &[u8]) -> bool {
    let file = part.to_string();
    match part {
        Part::Info => schema::info::read(bytes, &file).is_ok_and(|info| info == *document.info),
        Part::Codebook => schema::codebook::read(bytes, &file).is_ok_and(|codebook| codebook == *document.codebook),
        Part::Register => schema::register::read(bytes, &file).is_ok_and(|register| register == *document.register),
        Part::Article(id) => document.article(id).is_some_and(|article| {
            schema::article::read(bytes, &file, id, article.text.clone()).is_ok_and(|(read, _)| read == **article)
        }),
        Part::Layer(id, annotator) => same_layer(document, id, annotator, bytes, &file),
    }
}

fn same_layer(document: &Document, id: &ArticleId, annotator: &Annotator, bytes: &[u8], file: &str) -> bool {
    let (Some(layer), Some(article)) = (document.layer(id, annotator), document.article(id)) else { return false };
    layers::read(bytes, file, article, annotator).is_ok_and(|(read, _)| read == **layer)
}

fn article_of<'d>(document: &'d Document, id: &ArticleId, file: &str) -> Result<&'d Article, StorageError> {
    document
        .article(id)
        .map(Arc::as_ref)
        .ok_or_else(|| StorageError::Damaged { place: Place::file(file), reason: format!("its article {id} is not in the set") })
}
