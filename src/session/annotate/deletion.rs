//! Plans the deletion of annotations, with the links to them and their use as evidence.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::wording::SHORT;
use crate::edit::{Change, Edit};
use crate::model::{Annotation, AnnotationId, Annotator, ArticleId, Label, Layer, Timestamp};
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::notice::Message;
use crate::session::register::naming::is_mention_of;
use crate::session::set::link_end::End;
use crate::session::state::Session;
use crate::suggest::FROM_SUGGESTION;
use crate::text::Span;

/// An annotation to delete: its article, its annotator, itself.
pub(in crate::session) type ToDelete = (ArticleId, Annotator, Arc<Annotation>);

impl Session {
    pub(in crate::session) fn delete(&mut self, now: Timestamp) {
        if self.carry_out(self.deletion(), now) {
            self.cursor.deselect();
        }
    }

    /// Plans the deletion of the selected annotation.
    fn deletion(&self) -> Planned {
        let annotation = self.current_or_say()?;
        let article = self.cursor.article().cloned().ok_or(NoPlan::Nothing)?;
        let with = match self.ties(&(article.clone(), annotation.id.clone())).len() {
            0 => String::new(),
            1 => " and a link; undo restores both".to_owned(),
            n => format!(" and {n} links; undo restores all"),
        };
        let mut edits = self.deletions(&[(article, self.annotator().clone(), Arc::clone(annotation))]);
        edits.extend(self.rejection_of(annotation));
        let message = Message::info(format!("Deleted “{}”{with}", annotation.beginning(SHORT)));
        Ok(Plan::new(format!("delete the {}", annotation.label.as_str()), edits).say(message))
    }

    /// The edit that rejects the suggestion from which an annotation was made, so that it is not proposed again.
    fn rejection_of(&self, annotation: &Annotation) -> Option<Edit> {
        let article = self.article().filter(|_| annotation.origin == FROM_SUGGESTION)?;
        let (start, end) = self.found_as(annotation.label, annotation)?.extent()?;
        let span = Span::new(&article.text, start, end).ok()?;
        self.rejection(article, annotation.label, span)
    }

    /// The edits that delete annotations, the annotator's own links to them and their use as evidence. An annotation that
    /// refers to several of them is changed once.
    pub(in crate::session) fn deletions(&self, to_delete: &[ToDelete]) -> Vec<Edit> {
        let going: BTreeSet<End> = to_delete.iter().map(|(article, _, a)| (article.clone(), a.id.clone())).collect();
        let mut referring = BTreeMap::new();
        for (article, annotator, annotation) in to_delete {
            for holder in self.survey().holders_of(&annotation.id).filter(|holder| !going.contains(*holder)) {
                // Links of other annotators stay.
                if let Some((by, held)) = self.find(holder).filter(|(by, _)| *by == self.annotator()) {
                    referring.insert(holder.clone(), (by.clone(), Arc::clone(held)));
                }
            }
            let layer = self.document().layer(article, annotator).into_iter().flat_map(|layer| layer.resting_on_mentions());
            let is_mention = annotation.actor.is_some() || annotation.label == Label::Actor;
            for held in layer.filter(|held| is_mention && is_mention_of(held, &annotation.id)) {
                let end = (article.clone(), held.id.clone());
                if !going.contains(&end) {
                    referring.insert(end, (annotator.clone(), Arc::clone(held)));
                }
            }
        }
        let mut edits = Vec::new();
        for ((article, _), (annotator, before)) in referring {
            let mut after = Annotation::clone(&before);
            after.details.links.retain(|link| !going.contains(&(link.article.clone(), link.to.clone())));
            for held in after.details.everyone_mut() {
                held.mention.take_if(|mention| going.contains(&(article.clone(), mention.clone())));
            }
            if after != *before {
                edits.push(Edit::Annotation(article, annotator, Change::new(Some(before), Some(Arc::new(after)))));
            }
        }
        let gone = |(article, annotator, annotation): &ToDelete| {
            Edit::Annotation(article.clone(), annotator.clone(), Change::new(Some(Arc::clone(annotation)), None))
        };
        edits.extend(to_delete.iter().map(gone));
        edits
    }
}

/// The edits by which a mention is no longer the evidence for anybody in its layer.
pub(in crate::session) fn without_mention(
    article: &ArticleId,
    annotator: &Annotator,
    layer: &Layer,
    id: &AnnotationId,
) -> Vec<Edit> {
    let resting = layer.resting_on_mentions().filter(|held| is_mention_of(held, id));
    let change = |before: &Arc<Annotation>| {
        let mut after = Annotation::clone(before);
        for held in after.details.everyone_mut() {
            held.mention.take_if(|mention| mention == id);
        }
        let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
        Edit::Annotation(article.clone(), annotator.clone(), change)
    };
    resting.map(change).collect()
}
