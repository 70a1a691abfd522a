//! Deletes annotations with everything that leans on them: links to them, and mentions as evidence.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{Annotation, Annotator, ArticleId, Timestamp};
use crate::session::input::notice::Severity;
use crate::session::register::actors::is_mention_of;
use crate::session::set::links::End;
use crate::session::state::Session;
use crate::suggest::FROM_SUGGESTION;
use crate::text::Span;

/// An annotation that is to go, and where it stands.
pub(in crate::session) type Doomed = (ArticleId, Annotator, Arc<Annotation>);

impl Session {
    pub(in crate::session) fn delete(&mut self, now: Timestamp) {
        let (Some(annotation), Some(article)) = (self.current_or_say(now), self.article.clone()) else { return };
        let links = self.ties(&(article.clone(), annotation.id.clone())).len();
        let mut edits = self.deletions(&[(article, self.annotator.clone(), Arc::clone(&annotation))]);
        edits.extend(self.rejection_of(&annotation));
        if self.take_step(&format!("delete the {}", annotation.label.as_str()), edits, None, now) {
            self.current = None;
            let with = match links {
                0 => String::new(),
                1 => " and a link; undo brings both back".to_owned(),
                n => format!(" and {n} links; undo brings all back"),
            };
            self.notify(Severity::Info, format!("Deleted “{}”{with}", annotation.beginning(48)), now);
        }
    }

    /// Whoever deletes what was accepted says no to it: it is not proposed again.
    fn rejection_of(&self, annotation: &Annotation) -> Option<Edit> {
        let article = self.article().filter(|_| annotation.origin == FROM_SUGGESTION)?;
        let (start, end) = self.found_as(annotation.label, annotation)?.extent()?;
        let span = Span::new(&article.text, start, end).ok()?;
        self.rejection(article, annotation.label, span)
    }

    /// The edits that take a mention of the open article away as the words by which a speaker is named.
    pub(in crate::session) fn without_mention(&self, id: &crate::model::AnnotationId) -> Vec<Edit> {
        let (Some(article), Some(layer)) = (&self.article, self.layer()) else { return Vec::new() };
        let resting = layer.resting_on_mentions().filter(|held| is_mention_of(held, id));
        let change = |before: &Arc<Annotation>| {
            let mut after = Annotation::clone(before);
            for held in after.details.everyone_mut() {
                held.mention.take_if(|mention| mention == id);
            }
            Edit::Annotation(
                article.clone(),
                self.annotator.clone(),
                Change::new(Some(Arc::clone(before)), Some(Arc::new(after))),
            )
        };
        resting.map(change).collect()
    }

    /// The edits that delete annotations and what leans on them. Whatever leans on several of them is changed once.
    pub(in crate::session) fn deletions(&self, doomed: &[Doomed]) -> Vec<Edit> {
        let going: BTreeSet<End> = doomed.iter().map(|(article, _, a)| (article.clone(), a.id.clone())).collect();
        let mut leaning = BTreeMap::new();
        for (article, annotator, annotation) in doomed {
            for holder in self.survey.holders_of(&annotation.id).filter(|holder| !going.contains(*holder)) {
                // What others have linked is theirs.
                if let Some((by, held)) = self.find(holder).filter(|(by, _)| **by == self.annotator) {
                    leaning.insert(holder.clone(), (by.clone(), Arc::clone(held)));
                }
            }
            let layer = self.document.layer(article, annotator).into_iter().flat_map(|layer| layer.resting_on_mentions());
            let is_mention = annotation.actor.is_some() || annotation.label == crate::model::Label::Actor;
            for held in layer.filter(|held| is_mention && is_mention_of(held, &annotation.id)) {
                let end = (article.clone(), held.id.clone());
                if !going.contains(&end) {
                    leaning.insert(end, (annotator.clone(), Arc::clone(held)));
                }
            }
        }
        let mut edits = Vec::new();
        for ((article, _), (annotator, before)) in leaning {
            let mut after = Annotation::clone(&before);
            after.details.links.retain(|link| !going.contains(&(link.article.clone(), link.to.clone())));
            for held in after.details.everyone_mut() {
                held.mention.take_if(|mention| going.contains(&(article.clone(), mention.clone())));
            }
            if after != *before {
                edits.push(Edit::Annotation(article, annotator, Change::new(Some(before), Some(Arc::new(after)))));
            }
        }
        let gone = |(article, annotator, annotation): &Doomed| {
            Edit::Annotation(article.clone(), annotator.clone(), Change::new(Some(Arc::clone(annotation)), None))
        };
        edits.extend(doomed.iter().map(gone));
        edits
    }
}
