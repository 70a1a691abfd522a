//! Tells what an annotation or an article says that does not hold, in the words of [`crate::model::check`].

use super::rows::annotation_rows::{Mark, Page, State};
use crate::model::check::breach::zone_breaches;
use crate::model::check::details::{Known, details_breaches, evidence_breaches, lost_evidence};
use crate::model::{AnnotationId, Codebook, Details, Register};

/// Adds a line for each zone whose words are not where it stands.
pub fn inspect_zones(page: &Page<'_>, findings: &mut Vec<String>) {
    findings.extend(zone_breaches(page.article).map(|what| line(&format!("articles/{}", page.article.id), &what)));
}

/// Adds a line for each actor, mention, value or piece of evidence of an annotation that does not hold.
pub fn inspect(page: &Page<'_>, mark: &Mark<'_>, register: &Register, codebook: &Codebook, findings: &mut Vec<String>) {
    let says_nothing = mark.actor.is_none() && *mark.details == Details::default();
    if says_nothing {
        return;
    }
    let label_here = |id: &AnnotationId| page.mark(id).map(|mark| mark.label);
    let known = Known { register, codebook: Some(codebook), label_here: &label_here };
    let mut found = details_breaches(mark.label, mark.actor, mark.details, known);
    // The evidence of an annotation that is lost is lost with it.
    if mark.state != State::Lost {
        found.extend(evidence_breaches(mark.details, &page.article.text));
        found.extend(lost_evidence(mark.details));
    }
    let place = format!("annotations/{}/{}: {}", mark.annotator, page.article.id, mark.id);
    findings.extend(found.iter().map(|what| line(&place, what)));
}

/// A line that no terminal obeys.
fn line(place: &str, what: &str) -> String {
    format!("{place}: {}", what.replace(char::is_control, " "))
}
