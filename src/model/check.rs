//! Holds every invariant of a set and says where one is broken.

use std::collections::HashMap;

use super::{AnnotationId, Annotator, Article, ArticleId, Document, Layer, Register};

/// One broken invariant, in words that say where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// `articles/x` or `annotations/alice/x`.
    pub place: String,
    pub what: String,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl Document {
    /// Every broken invariant, in the order of the files.
    #[must_use]
    pub fn breaches(&self) -> Vec<Breach> {
        let mut found = Vec::new();
        for article in self.articles.values() {
            if !article.text_is_intact() {
                let what = "the text was changed since it was imported (its digest differs)".to_owned();
                found.push(Breach { place: format!("articles/{}", article.id), what });
            }
        }
        let mut seen = HashMap::new();
        for ((id, annotator), layer) in &self.layers {
            match self.article(id) {
                Some(article) => layer_breaches(article, annotator, layer, &self.register, &mut seen, &mut found),
                None => found.push(Breach { place: place(id, annotator), what: "its article is not in the set".to_owned() }),
            }
        }
        found
    }
}

fn place(article: &ArticleId, annotator: &Annotator) -> String {
    format!("annotations/{annotator}/{article}")
}

fn layer_breaches<'d>(
    article: &Article,
    annotator: &Annotator,
    layer: &'d Layer,
    register: &Register,
    seen: &mut HashMap<&'d AnnotationId, String>,
    found: &mut Vec<Breach>,
) {
    let place = place(&article.id, annotator);
    let mut breach = |what: String| found.push(Breach { place: place.clone(), what });
    for annotation in layer.annotations() {
        let id = &annotation.id;
        for what in annotation.breaches(&article.text) {
            breach(format!("{id}: {what}"));
        }
        if let Some(elsewhere) = seen.insert(id, place.clone()) {
            breach(format!("{id}: the id is used twice, also in {elsewhere}"));
        }
        if let Some(twin) = layer.twin_of(annotation).filter(|twin| twin.id > *id) {
            breach(format!("{id}: {} marks the same words with the same label", twin.id));
        }
        if let Some(actor) = annotation.actor.as_ref().filter(|actor| register.get(actor).is_none()) {
            breach(format!("{id}: the actor {actor} is not in the register"));
        }
    }
    for lost in &layer.lost {
        breach(format!("{}: its words “{}” are not in the text at that place", lost.id, lost.words()));
    }
}
