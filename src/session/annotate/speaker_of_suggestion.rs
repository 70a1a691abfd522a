//! Turns a proposed speaker into an attribution, with the new actor and the new mention that it needs.

use std::sync::Arc;

use super::new_annotation::NewAnnotation;
use crate::edit::{Change, Edit};
use crate::model::{Actor, ActorId, Annotation, AnnotationId, Attribution, Label, Timestamp, Who};
use crate::session::state::Session;
use crate::suggest::{FROM_SUGGESTION, Proposed as Voice, Speaker};
use crate::text::Span;

impl Session {
    /// The attribution to a proposed speaker. Edits that add a new actor or a new mention are pushed to `edits`.
    pub(in crate::session) fn attribution_of(&self, speaker: &Speaker, edits: &mut Vec<Edit>, now: Timestamp) -> Attribution {
        let who = match &speaker.who {
            Voice::Known(id) => Who::Actor(id.clone()),
            Voice::Role(words) => Who::Unnamed(words.clone()),
            // The actor was added after the speaker was proposed.
            Voice::New(name) if let [known] = self.actors_named(name.trim()).as_slice() => Who::Actor(known.clone()),
            Voice::New(name) => match self.fresh_actor_id(name.trim()) {
                Some(id) => {
                    let actor = Actor::new(id.clone(), name.trim());
                    edits.push(Edit::Actor(Change::new(None, Some(Arc::new(actor)))));
                    Who::Actor(id)
                }
                None => Who::Unknown,
            },
        };
        let mention = who.actor().zip(speaker.mention).and_then(|(actor, span)| self.mention_at(span, actor, edits, now));
        Attribution { who, mention }
    }

    /// The mention of an actor at these words of the open article. If they are not marked yet, the edits that mark them are
    /// pushed to `edits`; `None` if they are marked as a mention of somebody else.
    pub(in crate::session) fn mention_at(
        &self,
        span: Span,
        actor: &ActorId,
        edits: &mut Vec<Edit>,
        now: Timestamp,
    ) -> Option<AnnotationId> {
        let article = self.article()?;
        let here = |a: &&Arc<Annotation>| a.label == Label::Actor && a.spans().any(|own| own.overlaps(span));
        if let Some(held) = self.layer().and_then(|layer| layer.touching(span.start(), span.end()).find(here)) {
            return (held.actor.as_ref() == Some(actor)).then(|| held.id.clone());
        }
        let spans = [span];
        let new = NewAnnotation { actor: Some(actor.clone()), ..NewAnnotation::of(Label::Actor, &spans, FROM_SUGGESTION) };
        let mention = self.new_annotation(article, new, now);
        if let Some(learned) = self.learned(&mention, actor) {
            let before = self.document().register.get(actor).cloned();
            edits.push(Edit::Actor(Change::new(before, Some(Arc::new(learned)))));
        }
        let id = mention.id.clone();
        edits.push(self.added(article, mention));
        Some(id)
    }
}
