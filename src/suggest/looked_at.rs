//! Says what a person has looked at already: words that are marked, and candidates that were rejected.

use super::Candidate;
use crate::model::{Annotation, Label, Layer};
use crate::text::Span;

/// Whether a candidate is still to be decided on: not rejected, and not half of it marked with the same label.
#[must_use]
pub fn is_open(layer: &Layer, label: Label, candidate: &Candidate) -> bool {
    let Some((start, end)) = candidate.extent() else { return false };
    let rejected =
        layer.rejected.iter().any(|no| no.label == label && no.fragment.span.start() == start && no.fragment.span.end() == end);
    let mut marked = layer.touching(start, end).filter(|a| a.label == label);
    !rejected && !marked.any(|a| covers(a, candidate))
}

/// Whether half of a candidate's bytes or more are marked by an annotation: a person has looked at these words.
#[must_use]
pub fn covers(annotation: &Annotation, candidate: &Candidate) -> bool {
    let length: usize = candidate.fragments.iter().map(|span| span.byte_len()).sum();
    let own = annotation.spans().map(|own| candidate.fragments.iter().map(|span| shared(own, *span)).sum::<usize>());
    own.sum::<usize>() * 2 >= length
}

/// Whether some of these words are marked with that label.
#[must_use]
pub fn is_marked(layer: &Layer, label: Label, span: Span) -> bool {
    let mut there = layer.touching(span.start(), span.end());
    there.any(|a| a.label == label && a.spans().any(|own| own.overlaps(span)))
}

fn shared(a: Span, b: Span) -> usize {
    a.end().min(b.end()).0.saturating_sub(a.start().max(b.start()).0)
}
