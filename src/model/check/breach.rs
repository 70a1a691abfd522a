//! Defines [`Breach`], a broken invariant, and finds all of a [`Document`].

use std::collections::HashMap;

use super::details::{Known, details_breaches};
use super::links::{Again, Ties, link_breach};
use super::{actors, details};
use crate::model::{AnnotationId, Annotator, Article, ArticleId, Details, Document, Label, Layer, Part};

/// One broken invariant, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// `actors`, `articles/x` or `annotations/alice/x`.
    pub place: String,
    pub about: About,
    pub what: String,
}

/// What a breach is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Words that are not where they should be in the text. Loading a set reports these too.
    Words,
    /// What is recorded about the words, or about actors.
    Content,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// What was found in the layers so far.
#[derive(Default)]
struct Seen<'d> {
    ids: HashMap<&'d AnnotationId, String>,
    ties: Ties,
}

impl Document {
    /// Every broken invariant, in the order of the files.
    #[must_use]
    pub fn breaches(&self) -> Vec<Breach> {
        // Without a readable codebook, values cannot be checked.
        let codebook = (!self.damaged.contains_key(&Part::Codebook)).then_some(self.codebook.as_ref());
        let mut found: Vec<Breach> = actors::register_breaches(&self.register, codebook)
            .into_iter()
            .map(|what| Breach { place: "actors".to_owned(), about: About::Content, what })
            .collect();
        for article in self.articles.values() {
            let place = format!("articles/{}", article.id);
            if !article.text_is_intact() {
                let what = "the text was changed since it was imported (its digest differs)".to_owned();
                found.push(Breach { place: place.clone(), about: About::Words, what });
            }
            found.extend(zone_breaches(article).map(|what| Breach { place: place.clone(), about: About::Words, what }));
        }
        let mut seen = Seen::default();
        for ((id, annotator), layer) in &self.layers {
            let place = format!("annotations/{annotator}/{id}");
            match self.article(id) {
                Some(article) => self.layer_breaches(article, annotator, layer, &mut seen, &mut |about, what| {
                    found.push(Breach { place: place.clone(), about, what });
                }),
                None => found.push(Breach { place, about: About::Content, what: "its article is not in the set".to_owned() }),
            }
        }
        found
    }

    fn layer_breaches<'d>(
        &'d self,
        article: &Article,
        annotator: &Annotator,
        layer: &'d Layer,
        seen: &mut Seen<'d>,
        breach: &mut dyn FnMut(About, String),
    ) {
        let codebook = (!self.damaged.contains_key(&Part::Codebook)).then_some(self.codebook.as_ref());
        let mention = |id: &AnnotationId| self.label_of(&article.id, id);
        let known = Known { register: &self.register, codebook, label_here: &mention };
        for annotation in layer.annotations() {
            let id = &annotation.id;
            for what in annotation.breaches(&article.text) {
                breach(About::Words, format!("{id}: {what}"));
            }
            if let Some(elsewhere) = seen.ids.insert(id, format!("annotations/{annotator}/{}", article.id)) {
                breach(About::Content, format!("{id}: the id is used twice, also in {elsewhere}"));
            }
            if let Some(twin) = layer.twin_of(annotation).filter(|twin| twin.id > *id) {
                breach(About::Content, format!("{id}: {} marks the same words with the same label", twin.id));
            }
            let said = details_breaches(annotation.label, annotation.actor.as_ref(), &annotation.details, known);
            for what in said {
                breach(About::Content, format!("{id}: {what}"));
            }
            details::lost_evidence(&annotation.details).for_each(|what| breach(About::Words, format!("{id}: {what}")));
            self.links_breaches(id, annotation.label, &annotation.details, seen, breach);
        }
        for lost in &layer.lost {
            breach(About::Words, format!("{}: its words “{}” are not in the text at that place", lost.id, lost.words()));
            let said = details_breaches(lost.label, lost.actor.as_ref(), &lost.details, known);
            for what in said {
                breach(About::Content, format!("{}: {what}", lost.id));
            }
            self.links_breaches(&lost.id, lost.label, &lost.details, seen, breach);
        }
    }

    fn links_breaches(
        &self,
        id: &AnnotationId,
        label: Label,
        details: &Details,
        seen: &mut Seen<'_>,
        breach: &mut dyn FnMut(About, String),
    ) {
        for link in &details.links {
            let wrong = link_breach(id, label, link, self.label_of(&link.article, &link.to));
            let twice = seen.ties.add(id, link).map(Again::into_words);
            wrong.into_iter().chain(twice).for_each(|what| breach(About::Content, format!("{id}: {what}")));
        }
    }

    /// The label of an annotation, found or lost, by any annotator in that article.
    fn label_of(&self, article: &ArticleId, id: &AnnotationId) -> Option<Label> {
        self.layers_of(article).find_map(|(_, layer)| layer.label_of(id))
    }
}

/// A clause for each zone whose words are not in the text.
pub fn zone_breaches(article: &Article) -> impl Iterator<Item = String> {
    let wrong = article.zones.iter().filter(|zone| article.text.slice(zone.fragment.span) != zone.fragment.words);
    let lost = article.lost_zones.iter().map(|(kind, fragment)| (kind, &fragment.words));
    wrong
        .map(|zone| (&zone.kind, &zone.fragment.words))
        .chain(lost)
        .map(|(kind, words)| format!("the words “{words}” of a zone ({}) are not in the text at that place", kind.title()))
}

impl Layer {
    /// The label of the annotation with that id, found or lost.
    #[must_use]
    pub fn label_of(&self, id: &AnnotationId) -> Option<Label> {
        let lost = || self.lost.iter().find(|lost| lost.id == *id).map(|lost| lost.label);
        self.get(id).map(|annotation| annotation.label).or_else(lost)
    }
}
