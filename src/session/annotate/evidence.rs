//! Ties words to an annotation as evidence: the cue, and what in a quote is verbatim, the outlet's, or nobody's.

use super::attribution::{may_propose, quote_type};
use crate::model::{Annotation, AnnotationId, EvidenceKind, Fragment, Label, Subject, Timestamp};
use crate::session::cursor::selection::Selection;
use crate::session::input::notice::Severity;
use crate::session::state::Session;

impl Session {
    /// Makes the selected words evidence of the annotation that was selected last.
    pub(in crate::session) fn add_evidence(&mut self, kind: EvidenceKind, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let (Some(span), Some(annotation)) = (self.selection.trimmed(&article.text), self.joins().cloned()) else {
            let text = format!("Select a quote or a claim, then the words that are its {}", kind.as_str());
            return self.notify(Severity::Info, text, now);
        };
        if annotation.label == Label::Actor {
            return self.notify(
                Severity::Info,
                format!("A mention has no {}; select a quote or a claim first", kind.as_str()),
                now,
            );
        }
        let inside = annotation.spans().any(|held| held.start() <= span.start() && span.end() <= held.end());
        if kind != EvidenceKind::Cue && !inside {
            return self.notify(Severity::Info, "These words do not lie in the quote", now);
        }
        let mut changed = Annotation::clone(&annotation);
        changed.details.add_evidence(kind, Fragment::new(&article.text, span));
        if kind == EvidenceKind::Scare && self.proposed_type(&annotation).is_some_and(|held| held == quote_type(&annotation)) {
            // The type was read off the marks; these no longer count.
            self.propose_type(&mut changed);
        }
        if self.change_annotation(&format!("mark the {}", kind.as_str()), Some(&annotation), Some(changed), None, now) {
            self.selection = Selection::caret(span.end());
            self.select_annotation(Some(annotation.id.clone()));
        }
    }

    pub(in crate::session) fn drop_evidence(&mut self, id: &AnnotationId, kind: EvidenceKind, at: usize, now: Timestamp) {
        let Some(annotation) = self.own(id) else { return };
        let mut changed = Annotation::clone(&annotation);
        let place =
            changed.details.evidence.iter().enumerate().filter(|(_, held)| held.kind == kind).nth(at).map(|(place, _)| place);
        let Some(place) = place else { return };
        changed.details.evidence.remove(place);
        self.change_annotation(&format!("take the {} off", kind.as_str()), Some(&annotation), Some(changed), None, now);
    }

    pub(in crate::session) fn drop_lost_evidence(&mut self, id: &AnnotationId, now: Timestamp) {
        let Some(annotation) = self.own(id).filter(|a| !a.details.lost_evidence.is_empty()) else { return };
        let mut changed = Annotation::clone(&annotation);
        changed.details.lost_evidence.clear();
        self.change_annotation("give up lost evidence", Some(&annotation), Some(changed), None, now);
    }

    fn proposed_type(&self, annotation: &Annotation) -> Option<String> {
        let held = self.document.codebook.held(annotation.label, "quote_type", &annotation.details.attributes);
        (!held.is_empty()).then(|| held.to_owned())
    }

    /// Reads a quote's type off its marks, if the codebook has it.
    pub(in crate::session) fn propose_type(&self, annotation: &mut Annotation) {
        if annotation.label != Label::Quote {
            return;
        }
        let value = quote_type(annotation);
        annotation.details.attributes.remove("quote_type");
        if may_propose(self, Subject::Quote, "quote_type", value) {
            annotation.details.attributes.insert("quote_type".to_owned(), value.to_owned());
        }
    }
}
