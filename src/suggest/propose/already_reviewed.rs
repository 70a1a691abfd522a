//! Says what a person has looked at already: words that are marked, and suggestions that were rejected.

use super::claims::CLAUSE_OF_QUOTE;
use crate::model::{Annotation, Label, Layer};
use crate::suggest::Suggestion;
use crate::text::Span;

/// The origin, as files store it, of annotations that were made by accepting a suggestion.
pub const FROM_SUGGESTION: &str = "candidate";

/// All that was found in an article to be decided on.
#[derive(Clone, Copy, Debug)]
pub struct Offers<'a> {
    pub quotes: &'a [Suggestion],
    pub claims: &'a [Suggestion],
}

/// Whether a suggestion is still to be decided on: not rejected, not half of it marked with the same label, and not accepted
/// with other edges.
#[must_use]
pub fn is_open(layer: &Layer, label: Label, suggestion: &Suggestion, offers: Offers<'_>) -> bool {
    let Some((start, end)) = suggestion.extent() else { return false };
    let rejected =
        layer.rejected.iter().any(|no| no.label == label && no.fragment.span.start() == start && no.fragment.span.end() == end);
    let mut here = layer.touching(start, end);
    !rejected && !here.any(|held| held.label == label && covers(held, suggestion) || is_left_of(held, label, suggestion, offers))
}

/// Whether an annotation is what a person has left of a suggestion after accepting it: its edges were moved, or words taken out.
/// A claim of the words that went is not offered either.
fn is_left_of(annotation: &Annotation, label: Label, suggestion: &Suggestion, offers: Offers<'_>) -> bool {
    if annotation.origin != FROM_SUGGESTION || likeness(annotation, suggestion).is_none() {
        return false;
    }
    let nearest = |all: &'_ [Suggestion]| {
        let near = all.iter().filter_map(|held| Some((likeness(annotation, held)?, held.extent()?)));
        near.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, extent)| extent)
    };
    match (annotation.label, label) {
        (Label::Quote, Label::Quote) => nearest(offers.quotes) == suggestion.extent(),
        (Label::Claim, Label::Claim) => nearest(offers.claims) == suggestion.extent(),
        (Label::Quote, Label::Claim) => {
            let Some((start, end)) = suggestion.extent() else { return false };
            let sticks_out = start < annotation.start() || annotation.end() < end;
            suggestion.rule == CLAUSE_OF_QUOTE
                && sticks_out
                && nearest(offers.quotes).is_some_and(|(from, to)| from <= start && end <= to)
        }
        _ => false,
    }
}

/// Whether half of a suggestion's bytes or more are marked by an annotation: a person has looked at these words.
#[must_use]
pub fn covers(annotation: &Annotation, suggestion: &Suggestion) -> bool {
    let length: usize = suggestion.fragments.iter().map(|span| span.byte_len()).sum();
    let own = annotation.spans().map(|own| suggestion.fragments.iter().map(|span| shared(own, *span)).sum::<usize>());
    own.sum::<usize>() * 2 >= length
}

/// How much an annotation and a suggestion have in common, up to 1 for the same words; `None` if less than half of the shorter
/// one's words.
#[must_use]
pub fn likeness(annotation: &Annotation, suggestion: &Suggestion) -> Option<f64> {
    let (start, end) = suggestion.extent()?;
    if end <= annotation.start() || annotation.end() <= start {
        return None;
    }
    let common: usize =
        annotation.spans().map(|own| suggestion.fragments.iter().map(|span| shared(own, *span)).sum::<usize>()).sum();
    let own: usize = annotation.spans().map(Span::byte_len).sum();
    let found: usize = suggestion.fragments.iter().map(|span| span.byte_len()).sum();
    let is_enough = common > 0 && common * 2 >= own.min(found);
    is_enough.then(|| common as f64 / own as f64 * (common as f64 / found as f64))
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
