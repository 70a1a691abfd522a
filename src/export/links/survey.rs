//! Reads the articles with links before the others, because a row may have links from articles that come later.
//!
//! Only the links and the labels of annotations are kept. A set without links is not read twice.

use std::collections::BTreeSet;

use super::edge::{Labels, StoredLink};
use super::known::Links;
use crate::export::merge::Merged;
use crate::export::{ExportError, SetSource};
use crate::model::{AnnotationId, ArticleId, Details, Label};

/// Finds and checks every link of the sets. Adds a line to `findings` for each that is wrong.
///
/// # Errors
/// If a set returns articles out of order.
pub fn survey(sets: &[SetSource<'_>], findings: &mut Vec<String>) -> Result<Links, ExportError> {
    let linked: BTreeSet<ArticleId> = sets.iter().flat_map(|set| set.linked.iter().cloned()).collect();
    if linked.is_empty() {
        return Ok(Links::default());
    }
    let (mut stored, mut labels) = (Vec::new(), Labels::new());
    read(sets, &linked, &mut stored, &mut labels)?;
    let others: BTreeSet<ArticleId> =
        stored.iter().map(|one| &one.link.article).filter(|article| !linked.contains(*article)).cloned().collect();
    if !others.is_empty() {
        read(sets, &others, &mut stored, &mut labels)?;
    }
    Ok(Links::new(stored, &labels, findings))
}

fn read(
    sets: &[SetSource<'_>],
    only: &BTreeSet<ArticleId>,
    stored: &mut Vec<StoredLink>,
    labels: &mut Labels,
) -> Result<(), ExportError> {
    let mut merged = Merged::new(sets, Some(only), Vec::new());
    loop {
        let found = match merged.next_article() {
            Ok(Some(found)) => found,
            // Conflicts between the sets are reported when all articles are read.
            Ok(None) | Err(ExportError::Conflict(_)) => return Ok(()),
            Err(error) => return Err(error),
        };
        let article = &found.article.id;
        let here = labels.entry(article.clone()).or_default();
        for (annotator, layer) in &found.layers {
            let mut add = |id: &AnnotationId, label: Label, details: &Details| {
                here.entry(id.clone()).or_insert(label);
                for link in &details.links {
                    let (article, annotator, from, link) = (article.clone(), annotator.clone(), id.clone(), link.clone());
                    stored.push(StoredLink { article, annotator, from, label, link });
                }
            };
            layer.annotations().iter().for_each(|one| add(&one.id, one.label, &one.details));
            layer.lost.iter().for_each(|one| add(&one.id, one.label, &one.details));
        }
    }
}
