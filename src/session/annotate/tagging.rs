//! Makes, relabels, annotates and deletes annotations.

use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::model::{Anchor, Annotation, AnnotationId, EvidenceKind, Fragment, Label, Lost, Timestamp};
use crate::session::SessionAction;
use crate::session::cursor::selection::Selection;
use crate::session::editor::step::GestureKind;
use crate::session::input::notice::Severity;
use crate::session::state::Session;

impl Session {
    /// Labels the selection; with nothing selected, gives the current annotation the label.
    pub(in crate::session) fn tag(&mut self, label: Label, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let Some(span) = self.selection.trimmed(&article.text).or_else(|| self.meant_at_caret(label)) else {
            return match self.current().cloned() {
                Some(annotation) => self.relabel(&annotation, label, now),
                None if label == Label::Quote => {
                    let text =
                        format!("No quotation marks are around the caret; {} selects words", self.key(SessionAction::Widen));
                    self.notify(Severity::Info, text, now);
                }
                None => self.notify(Severity::Info, "Select some words first, then press the key", now),
            };
        };
        let mut annotation = self.fresh_annotation(&article, label, &[span], "hand", now);
        if label == Label::Quote
            && let Some(cue) = self.found_near(&annotation).and_then(|suggestion| suggestion.cue)
        {
            annotation.details.add_evidence(EvidenceKind::Cue, Fragment::new(&article.text, cue));
        }
        self.propose(&article, &mut annotation);
        if let Some(twin) = self.layer().and_then(|layer| layer.twin_of(&annotation)).map(|t| t.id.clone()) {
            self.select_annotation(Some(twin));
            return self.notify(Severity::Info, format!("These words are already marked as {}", with_article(label)), now);
        }
        let near = self.layer().and_then(|layer| layer.near_twin_of(&annotation)).map(|a| a.beginning(SHORT));
        let id = annotation.id.clone();
        let gesture = (label == Label::Actor).then(|| GestureKind::Mention(id.clone()));
        let named = annotation.actor.as_ref().map(|actor| self.document.register.name(actor).to_owned());
        if self.change_annotation(&format!("tag as {}", label.as_str()), None, Some(annotation), gesture, now) {
            self.selection = Selection::caret(span.end());
            self.select_annotation(Some(id.clone()));
            // A digit that follows is about this one.
            self.answering = Some(id);
            if let Some(name) = named {
                self.notify(Severity::Info, format!("A mention of {name}"), now);
            }
            if let Some(words) = near {
                self.notify(
                    Severity::Warning,
                    format!("Nearly the same words are already marked as {}: “{words}”", with_article(label)),
                    now,
                );
            }
        }
    }

    fn relabel(&mut self, annotation: &Arc<Annotation>, label: Label, now: Timestamp) {
        if annotation.label == label {
            return self.notify(Severity::Info, format!("This is already {}", with_article(label)), now);
        }
        let mut changed = Annotation::clone(annotation);
        changed.label = label;
        if label != Label::Actor {
            changed.actor = None;
        }
        // What was said of a quote in the words of another label's attributes is no longer true of it.
        let codebook = &self.document.codebook;
        changed
            .details
            .attributes
            .retain(|name, value| codebook.attribute(label, name).is_some_and(|attribute| attribute.check(value).is_ok()));
        if label == Label::Actor {
            let links = self.article.as_ref().map_or(0, |article| self.ties(&(article.clone(), annotation.id.clone())).len());
            if changed.details.everyone().next().is_some() || links > 0 {
                let text = "It has a speaker or links, which a mention cannot have; take them off first";
                return self.notify(Severity::Warning, text, now);
            }
        }
        if let Some(article) = self.article().cloned() {
            self.propose(&article, &mut changed);
        }
        if self.layer().is_some_and(|layer| layer.twin_of(&changed).is_some()) {
            return self.notify(Severity::Warning, format!("The same words are already marked as {}", with_article(label)), now);
        }
        let (was, back) = (with_article(annotation.label), self.key(SessionAction::Undo));
        // Who was named by a mention is named by no quote or claim.
        let mut edits = if annotation.label == Label::Actor { self.without_mention(&annotation.id) } else { Vec::new() };
        edits.extend(self.changed(annotation, changed, now));
        if self.take_step(&format!("make it {}", with_article(label)), edits, None, now) {
            let text = format!("It was {was} and is {} now; {back} takes it back", with_article(label));
            self.notify(Severity::Info, text, now);
        }
    }

    pub(in crate::session) fn toggle_unsure(&mut self, now: Timestamp) {
        let Some(annotation) = self.current_or_say(now) else { return };
        let mut changed = Annotation::clone(&annotation);
        changed.unsure = !changed.unsure;
        let name = if changed.unsure { "flag as unsure" } else { "take the unsure flag off" };
        self.change_annotation(name, Some(&annotation), Some(changed), None, now);
    }

    pub(in crate::session) fn set_note(&mut self, id: &AnnotationId, note: String, now: Timestamp) {
        let Some(annotation) = self.layer().and_then(|layer| layer.get(id)).cloned() else { return };
        if annotation.note == note {
            return;
        }
        let mut changed = Annotation::clone(&annotation);
        changed.note = note;
        self.change_annotation("write a note", Some(&annotation), Some(changed), Some(GestureKind::Note(id.clone())), now);
    }

    /// Gives an annotation that lost its words the selection as its new place.
    pub(in crate::session) fn reanchor(&mut self, id: &AnnotationId, now: Timestamp) {
        let (Some(article), Some(lost)) = (self.article().cloned(), self.lost(id)) else { return };
        let Some(span) = self.selection.trimmed(&article.text) else {
            return self.notify(Severity::Info, "Select the words that it should mark first", now);
        };
        let Lost { id, label, fragments: _, note, unsure, actor, details, origin, created, modified: _, unknown } =
            Lost::clone(&lost);
        let fragments = vec![Fragment::new(&article.text, span)];
        let (anchor, modified) = (Anchor::Exact, now.whole_seconds());
        let found = Annotation { id, label, fragments, note, unsure, actor, details, origin, anchor, created, modified, unknown };
        let (article, annotator) = (article.id.clone(), self.annotator.clone());
        let id = found.id.clone();
        let edits = vec![
            Edit::Lost(article.clone(), annotator.clone(), Change::new(Some(lost), None)),
            Edit::Annotation(article, annotator, Change::new(None, Some(Arc::new(found)))),
        ];
        if self.take_step("give it its place", edits, None, now) {
            self.select_annotation(Some(id));
        }
    }

    pub(in crate::session) fn drop_lost(&mut self, id: &AnnotationId, now: Timestamp) {
        let (Some(article), Some(lost)) = (self.article.clone(), self.lost(id)) else { return };
        let edit = Edit::Lost(article, self.annotator.clone(), Change::new(Some(lost), None));
        self.take_step("give up a lost annotation", vec![edit], None, now);
    }

    /// Puts `after` in the place of `before`, as one step. Returns whether it was done.
    pub(in crate::session) fn change_annotation(
        &mut self,
        name: &str,
        before: Option<&Arc<Annotation>>,
        after: Option<Annotation>,
        gesture: Option<GestureKind>,
        now: Timestamp,
    ) -> bool {
        let Some(article) = self.article.clone() else { return false };
        let after = after.map(|mut annotation| {
            annotation.modified = now.whole_seconds();
            Arc::new(annotation)
        });
        let edit = Edit::Annotation(article, self.annotator.clone(), Change::new(before.cloned(), after));
        self.take_step(name, vec![edit], gesture, now)
    }

    pub(in crate::session) fn current_or_say(&mut self, now: Timestamp) -> Option<Arc<Annotation>> {
        let current = self.current().cloned();
        if current.is_none() {
            self.notify(
                Severity::Info,
                format!(
                    "Select an annotation first: click it, or press {} or {}",
                    self.key(SessionAction::NextAnnotation),
                    self.key(SessionAction::NextAtCaret)
                ),
                now,
            );
        }
        current
    }

    fn lost(&self, id: &AnnotationId) -> Option<Arc<Lost>> {
        self.layer()?.lost.iter().find(|lost| lost.id == *id).cloned()
    }
}

/// `a quote`, `an actor`.
pub(in crate::session) fn with_article(label: Label) -> &'static str {
    match label {
        Label::Quote => "a quote",
        Label::Claim => "a claim",
        Label::Actor => "an actor",
    }
}

/// Characters of the words that a sentence quotes.
const SHORT: usize = 48;

/// The first words, for a sentence.
pub(in crate::session) fn shortened(words: &str) -> String {
    crate::text::shortened(words, SHORT)
}
