//! Deletes annotations with everything that leans on them: links to them, and mentions as evidence.

use std::sync::Arc;

use super::actors::is_mention_of;
use super::notice::Severity;
use super::state::Session;
use crate::edit::{Change, Edit};
use crate::model::{Annotation, Annotator, ArticleId, Timestamp};

impl Session {
    pub(super) fn delete(&mut self, now: Timestamp) {
        let (Some(annotation), Some(article)) = (self.current_or_say(now), self.article.clone()) else { return };
        let links = self.ties(&(article.clone(), annotation.id.clone())).len();
        let annotator = self.annotator.clone();
        let edits = self.deletion(&article, &annotator, &annotation, now);
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

    /// The edits that delete an annotation and what leans on it.
    pub(super) fn deletion(
        &self,
        article: &ArticleId,
        annotator: &Annotator,
        annotation: &Arc<Annotation>,
        now: Timestamp,
    ) -> Vec<Edit> {
        let mut edits = self.unlinking(&(article.clone(), annotation.id.clone()));
        if annotation.actor.is_some() || annotation.label == crate::model::Label::Actor {
            let layer = self.document.layer(article, annotator);
            let leaning = layer.into_iter().flat_map(|layer| layer.annotations()).filter(|a| is_mention_of(a, &annotation.id));
            for before in leaning {
                let mut after = Annotation::clone(before);
                for held in after.details.everyone_mut().filter(|held| held.mention.as_ref() == Some(&annotation.id)) {
                    held.mention = None;
                }
                after.modified = now.whole_seconds();
                let change = Change::new(Some(Arc::clone(before)), Some(Arc::new(after)));
                edits.push(Edit::Annotation(article.clone(), annotator.clone(), change));
            }
        }
        edits.push(Edit::Annotation(article.clone(), annotator.clone(), Change::new(Some(Arc::clone(annotation)), None)));
        edits
    }
}
