//! Finds the same words marked two ways: as mentions of different actors, or as a mention here and something else there.

use std::collections::HashMap;

use super::questions::{OpenQuestion, Place, QuestionKind};
use super::state::Session;
use crate::model::{ActorId, Label};

impl Session {
    /// One question for each place after the first whose words were marked otherwise before.
    pub(super) fn two_ways(&self) -> Vec<OpenQuestion> {
        let mut first: HashMap<String, (Label, Option<&ActorId>)> = HashMap::new();
        let mut found = Vec::new();
        let mut layers: Vec<_> = self.document.layers.iter().filter(|((_, by), _)| *by == self.annotator).collect();
        let arrival = |id| self.document.article(id).map(|article| article.arrival());
        layers.sort_by(|((a, _), _), ((b, _), _)| (arrival(a), a).cmp(&(arrival(b), b)));
        for ((article, _), layer) in layers {
            for annotation in layer.annotations() {
                // A pronoun or “the minister” names whom the context says; only names are held to one actor.
                let form = self.document.codebook.held(Label::Actor, "form", &annotation.details.attributes);
                let is_name = annotation.label != Label::Actor || form == "name";
                if !is_name || (annotation.label == Label::Actor && annotation.actor.is_none()) {
                    continue;
                }
                let is_mention = annotation.label == Label::Actor;
                let entry = first.entry(annotation.words());
                let (label, actor) = entry.or_insert((annotation.label, annotation.actor.as_ref()));
                let other_actor = is_mention && *label == Label::Actor && *actor != annotation.actor.as_ref();
                if other_actor || is_mention != (*label == Label::Actor) {
                    let place = Place::Annotation(article.clone(), annotation.id.clone());
                    found.push(OpenQuestion { kind: QuestionKind::TwoWays, place, words: annotation.beginning(60) });
                }
            }
        }
        found
    }
}
