//! Plans the evidence of an annotation: the cue, and which words of a quote are verbatim, the outlet's, or scare quotes.

use super::attributes::may_propose;
use super::quote_type::quote_type;
use crate::model::{Annotation, AnnotationId, EvidenceKind, Fragment, Label, Subject, Timestamp};
use crate::session::editor::plan::{NoPlan, Planned};
use crate::session::state::Session;

impl Session {
    /// Makes the selected words evidence of the annotation that was selected last.
    pub(in crate::session) fn add_evidence(&mut self, kind: EvidenceKind, now: Timestamp) {
        self.apply(self.evidence_added(kind, now), now);
    }

    fn evidence_added(&self, kind: EvidenceKind, now: Timestamp) -> Planned {
        let article = self.article().ok_or(NoPlan::Nothing)?;
        let (Some(span), Some(annotation)) = (self.selection().trimmed(&article.text), self.joins()) else {
            return Err(NoPlan::info(format!("Select a quote or a claim, then the words that are its {}", kind.as_str())));
        };
        if annotation.label == Label::Actor {
            return Err(NoPlan::info(format!("A mention has no {}. Select a quote or a claim first", kind.as_str())));
        }
        let inside = annotation.spans().any(|held| held.start() <= span.start() && span.end() <= held.end());
        if kind != EvidenceKind::Cue && !inside {
            return Err(NoPlan::info("These words are not in the quote"));
        }
        let mut changed = Annotation::clone(annotation);
        changed.details.add_evidence(kind, Fragment::new(&article.text, span));
        if kind == EvidenceKind::Scare && self.stored_type(annotation) == quote_type(annotation) {
            // The type was read from the quotation marks; these no longer count.
            self.propose_type(&mut changed);
        }
        let plan = self.change_own(format!("mark the {}", kind.as_str()), annotation, changed, now)?;
        Ok(plan.caret(span.end()).select(annotation.id.clone()))
    }

    /// Plans the removal of a piece of evidence, counted from 0 among those of its kind.
    pub(in crate::session) fn drop_evidence(&self, id: &AnnotationId, kind: EvidenceKind, at: usize, now: Timestamp) -> Planned {
        let annotation = self.own(id).ok_or(NoPlan::Nothing)?;
        let mut changed = Annotation::clone(annotation);
        let of_kind = changed.details.evidence.iter().enumerate().filter(|(_, held)| held.kind == kind);
        let place = { of_kind }.nth(at).map(|(place, _)| place).ok_or(NoPlan::Nothing)?;
        changed.details.evidence.remove(place);
        self.change_own(format!("remove the {}", kind.as_str()), annotation, changed, now)
    }

    /// Plans the removal of all evidence whose words could not be found again.
    pub(in crate::session) fn drop_lost_evidence(&self, id: &AnnotationId, now: Timestamp) -> Planned {
        let annotation = self.own(id).filter(|a| !a.details.lost_evidence.is_empty()).ok_or(NoPlan::Nothing)?;
        let mut changed = Annotation::clone(annotation);
        changed.details.lost_evidence.clear();
        self.change_own("discard lost evidence", annotation, changed, now)
    }

    /// The type of a quote as it is stored, or the default; empty if there is none.
    fn stored_type<'a>(&'a self, annotation: &'a Annotation) -> &'a str {
        self.document().codebook.held(annotation.label, "quote_type", &annotation.details.attributes)
    }

    /// Fills in a quote's type by its quotation marks, if the codebook has that value.
    pub(in crate::session) fn propose_type(&self, annotation: &mut Annotation) {
        if annotation.label != Label::Quote {
            return;
        }
        let value = quote_type(annotation);
        annotation.details.attributes.remove("quote_type");
        if may_propose(&self.document().codebook, Subject::Quote, "quote_type", value) {
            annotation.details.attributes.insert("quote_type".to_owned(), value.to_owned());
        }
    }
}
