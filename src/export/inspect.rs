//! Reports errors in annotations and zones, with the messages of [`crate::model::check`].

use super::rows::annotation_rows::{Mark, Page, State};
use crate::model::check::breach::zone_breaches;
use crate::model::check::details::{Known, details_breaches, evidence_breaches, lost_evidence};
use crate::model::{AnnotationId, Codebook, Details, Register};

/// Adds a line for each zone whose words are not at its place.
pub fn inspect_zones(page: &Page<'_>, findings: &mut Vec<String>) {
    findings.extend(zone_breaches(page.article).map(|what| line(&format!("articles/{}", page.article.id), &what)));
}

/// Adds a line for each wrong actor, mention, value or piece of evidence of an annotation.
pub fn inspect(page: &Page<'_>, mark: &Mark<'_>, register: &Register, codebook: &Codebook, findings: &mut Vec<String>) {
    let says_nothing = mark.actor.is_none() && *mark.details == Details::default();
    if says_nothing {
        return;
    }
    let label_here = |id: &AnnotationId| page.mark(id).map(|mark| mark.label);
    let known = Known { register, codebook: Some(codebook), label_here: &label_here };
    let mut found = details_breaches(mark.label, mark.actor, mark.details, known);
    // A lost annotation has no place for its evidence either.
    if mark.state != State::Lost {
        found.extend(evidence_breaches(mark.details, &page.article.text));
        found.extend(lost_evidence(mark.details));
    }
    let place = format!("annotations/{}/{}: {}", mark.annotator, page.article.id, mark.id);
    findings.extend(found.iter().map(|what| line(&place, what)));
}

/// A line without control characters.
fn line(place: &str, what: &str) -> String {
    format!("{place}: {}", what.replace(char::is_control, " "))
}
