//! Labels words, changes the label of an annotation, flags it as unsure and writes its note.

use std::sync::Arc;

use super::deletion::without_mention;
use super::new_annotation::NewAnnotation;
use super::wording::{SHORT, with_article};
use crate::model::{Annotation, AnnotationId, Article, EvidenceKind, Fragment, Label, Timestamp};
use crate::session::editor::gesture::GestureKind;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::SessionAction;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::text::Span;

impl Session {
    /// Labels the selection; with nothing selected, gives the current annotation the label.
    pub(in crate::session) fn tag(&mut self, label: Label, now: Timestamp) {
        let planned = self.tagged(label, now);
        let made = planned.as_ref().ok().and_then(|plan| plan.select.clone());
        if self.carry_out(planned, now)
            && let Some(id) = made
        {
            // A digit that follows is about this annotation.
            self.cursor.answer(id);
        }
    }

    fn tagged(&self, label: Label, now: Timestamp) -> Planned {
        let article = self.article().ok_or(NoPlan::Nothing)?;
        let selected = self.selection().trimmed(&article.text);
        match (selected.or_else(|| self.meant_at_caret(label)), self.current()) {
            (Some(span), _) => self.tagged_words(article, label, span, now),
            (None, Some(annotation)) => self.relabelled(article, annotation, label, now),
            (None, None) if label == Label::Quote => Err(NoPlan::info(format!(
                "There are no quotation marks around the caret. {} selects words",
                self.key(SessionAction::Widen)
            ))),
            (None, None) => Err(NoPlan::info("Select some words first, then press the key")),
        }
    }

    fn tagged_words(&self, article: &Article, label: Label, span: Span, now: Timestamp) -> Planned {
        let mut annotation = self.new_annotation(article, NewAnnotation::of(label, &[span], "hand"), now);
        if label == Label::Quote
            && let Some(cue) = self.found_near(&annotation).and_then(|suggestion| suggestion.cue)
        {
            annotation.details.add_evidence(EvidenceKind::Cue, Fragment::new(&article.text, cue));
        }
        let layer = self.layer();
        if let Some(twin) = layer.and_then(|layer| layer.twin_of(&annotation)) {
            let message = Message::info(format!("These words are already marked as {}", with_article(label)));
            return Err(NoPlan::Exists(twin.id.clone(), message));
        }
        let near = layer.and_then(|layer| layer.near_twin_of(&annotation)).map(|a| a.beginning(SHORT));
        let id = annotation.id.clone();
        let gesture = (label == Label::Actor).then(|| GestureKind::Mention(id.clone()));
        let named = annotation.actor.as_ref().map(|actor| self.document().register.name(actor).to_owned());
        let edits = vec![self.added(article, annotation)];
        let mut plan = Plan::new(format!("tag as {}", label.as_str()), edits).gesture(gesture).caret(span.end()).select(id);
        plan.say.extend(named.map(|name| Message::info(format!("A mention of {name}"))));
        plan.say.extend(near.map(|words| {
            Message::warning(format!("Nearly the same words are already marked as {}: “{words}”", with_article(label)))
        }));
        Ok(plan)
    }

    fn relabelled(&self, article: &Article, annotation: &Arc<Annotation>, label: Label, now: Timestamp) -> Planned {
        if annotation.label == label {
            return Err(NoPlan::info(format!("This is already {}", with_article(label))));
        }
        let mut changed = Annotation::clone(annotation);
        changed.label = label;
        if label != Label::Actor {
            changed.actor = None;
        }
        // Values of attributes that the new label does not have are dropped.
        let codebook = &self.document().codebook;
        changed
            .details
            .attributes
            .retain(|name, value| codebook.attribute(label, name).is_some_and(|attribute| attribute.check(value).is_ok()));
        if label == Label::Actor {
            let is_linked = !self.ties(&(article.id.clone(), annotation.id.clone())).is_empty();
            if changed.details.everyone().next().is_some() || is_linked {
                return Err(NoPlan::warning("It has a speaker or links, which a mention cannot have. Remove them first"));
            }
        }
        self.propose(article, &mut changed);
        self.check_no_twin(&changed, with_article(label))?;
        // A quote or claim is not the evidence for a speaker.
        let mentions = self.layer().filter(|_| annotation.label == Label::Actor);
        let mut edits =
            mentions.map_or_else(Vec::new, |layer| without_mention(&article.id, self.annotator(), layer, &annotation.id));
        edits.push(self.changed(article, annotation, changed, now));
        let (was, is, undo) = (with_article(annotation.label), with_article(label), self.key(SessionAction::Undo));
        let message = Message::info(format!("Changed from {was} to {is}. {undo} undoes it"));
        Ok(Plan::new(format!("make it {is}"), edits).say(message))
    }

    /// Checks that no other annotation of the open article has the same fragments and label.
    pub(in crate::session) fn check_no_twin(&self, annotation: &Annotation, called: &str) -> Result<(), NoPlan> {
        let has_twin = self.layer().is_some_and(|layer| layer.twin_of(annotation).is_some());
        if has_twin { Err(NoPlan::warning(format!("The same words are already marked as {called}"))) } else { Ok(()) }
    }

    pub(in crate::session) fn toggle_unsure(&mut self, now: Timestamp) {
        self.apply(self.unsure_toggled(now), now);
    }

    fn unsure_toggled(&self, now: Timestamp) -> Planned {
        let annotation = self.current_or_say()?;
        let mut changed = Annotation::clone(annotation);
        changed.unsure = !changed.unsure;
        let name = if changed.unsure { "flag as unsure" } else { "remove the unsure flag" };
        self.change_own(name, annotation, changed, now)
    }

    /// Plans the note of an annotation.
    pub(in crate::session) fn set_note(&self, id: &AnnotationId, note: String, now: Timestamp) -> Planned {
        let annotation = self.own(id).filter(|annotation| annotation.note != note).ok_or(NoPlan::Nothing)?;
        let mut changed = Annotation::clone(annotation);
        changed.note = note;
        Ok(self.change_own("write a note", annotation, changed, now)?.gesture(Some(GestureKind::Note(id.clone()))))
    }

    /// Plans a change of one of the annotator's annotations of the open article.
    pub(in crate::session) fn change_own(
        &self,
        name: impl Into<String>,
        before: &Arc<Annotation>,
        after: Annotation,
        now: Timestamp,
    ) -> Planned {
        let article = self.article().ok_or(NoPlan::Nothing)?;
        Ok(Plan::new(name, vec![self.changed(article, before, after, now)]))
    }

    /// The selected annotation.
    pub(in crate::session) fn current_or_say(&self) -> Result<&Arc<Annotation>, NoPlan> {
        self.current().ok_or_else(|| {
            NoPlan::info(format!(
                "Select an annotation first: click it, or press {} or {}",
                self.key(SessionAction::NextAnnotation),
                self.key(SessionAction::NextAtCaret)
            ))
        })
    }

    /// The annotator's own annotation of the open article with that id.
    pub(in crate::session) fn own(&self, id: &AnnotationId) -> Option<&Arc<Annotation>> {
        self.layer()?.get(id)
    }
}
