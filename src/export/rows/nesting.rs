//! Finds, for each quote and claim of an article, the quote that contains it.

use std::cmp::Reverse;

use super::annotation_rows::{Ends, Mark};
use crate::model::{AnnotationId, Label};

/// For each mark, the smallest quote of the same annotator that contains its extent, from its first fragment to its last; in
/// the order of the marks. A quote is only in a larger one, a claim may also be in one of the same extent. Lost marks are in none.
#[must_use]
pub fn nesting<'a>(marks: &[Mark<'a>]) -> Vec<Option<&'a AnnotationId>> {
    let mut found = vec![None; marks.len()];
    let placed = marks.iter().enumerate().filter_map(|(at, mark)| Some((at, mark, mark.span?)));
    let mut placed: Vec<(usize, &Mark<'a>, Ends)> = placed.filter(|(_, mark, _)| mark.label != Label::Actor).collect();
    // A mark comes before those that it contains; of the same extent, quotes come first.
    placed.sort_by_key(|(_, mark, ends)| (mark.annotator, ends.start, Reverse(ends.end), mark.label, mark.id));
    let mut open: Vec<(&Mark<'a>, Ends)> = Vec::new();
    for (at, mark, ends) in placed {
        open.retain(|(quote, around)| quote.annotator == mark.annotator && around.end > ends.start);
        let holds = |around: &Ends| around.end >= ends.end && (mark.label == Label::Claim || *around != ends);
        let smallest = open
            .iter()
            .filter(|(_, around)| holds(around))
            .min_by_key(|(quote, around)| (around.end.0.saturating_sub(around.start.0), quote.id));
        if let Some(place) = found.get_mut(at) {
            *place = smallest.map(|(quote, _)| quote.id);
        }
        if mark.label == Label::Quote {
            open.push((mark, ends));
        }
    }
    found
}
