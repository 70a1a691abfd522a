//! Lists valid ids that programs reading the tables could mistake for something else, or for each other.

use std::collections::HashMap;

use crate::model::{Annotator, ArticleId, Document, Lookalike, lookalike};

/// A line for each of them, with its place; empty if there are none.
#[must_use]
pub fn id_notes(document: &Document) -> Vec<String> {
    let articles: Vec<&str> = document.articles.keys().map(ArticleId::as_str).collect();
    let annotators: Vec<&str> = document.annotators().into_iter().map(Annotator::as_str).collect();
    let mut notes = Vec::new();
    for (folder, ids) in [("articles/", &articles), ("annotations/", &annotators)] {
        let alike = alike(ids).into_iter();
        notes.extend(alike.map(|(id, other)| format!("{folder}{id}: differs from {other} in letter case only; {IN_THE_COLUMN}")));
    }
    let actors = document.register.actors().iter().map(|actor| ("actors: ", actor.id.as_str()));
    let articles = articles.into_iter().map(|id| ("articles/", id));
    for (place, id) in actors.chain(articles).chain(annotators.into_iter().map(|id| ("annotations/", id))) {
        match lookalike(id) {
            Some(Lookalike::Column) if place == "articles/" => {
                notes.push(format!("{place}{id}: claim_matrix has another column of that name; {IN_THE_COLUMN}"));
            }
            Some(Lookalike::Column) | None => {}
            Some(what) => notes.push(format!(
                "{place}{id}: some programs read this id in a table as {what}; have them read every column as text, as the README shows"
            )),
        }
    }
    notes
}

const IN_THE_COLUMN: &str = "in the tables its column gets a number, such as -2";

/// Ids that differ from an earlier one only in letter case, with the earlier one.
fn alike<'i>(ids: &[&'i str]) -> Vec<(&'i str, &'i str)> {
    let mut seen: HashMap<String, &'i str> = HashMap::new();
    ids.iter()
        .filter_map(|&id| {
            let first = *seen.entry(id.to_lowercase()).or_insert(id);
            (first != id).then_some((id, first))
        })
        .collect()
}
