//! Finds what belongs together in an article: claims in a quote, the quote around a claim, the mention nearest to a quote.

use std::sync::Arc;

use crate::model::{ActorId, Annotation, AnnotationId, Label, Layer};
use crate::text::{ByteOffset, Text};

/// The claims in a quote that have no source yet, before and after they get the speakers of `credited`.
pub(in crate::session) fn claims_in(
    layer: Option<&Layer>,
    quote: &Annotation,
    credited: &Annotation,
) -> Vec<(Arc<Annotation>, Annotation)> {
    let Some(layer) = layer else { return Vec::new() };
    let inside = layer.touching(quote.start(), quote.end()).filter(|a| {
        let lies_in = quote.start() <= a.start() && a.end() <= quote.end();
        lies_in && a.label == Label::Claim && a.details.attribution.is_empty()
    });
    // A quote in the quote has its own speakers.
    let own = inside.filter(|claim| quote_around(layer, claim).is_none_or(|nearer| nearer.id == quote.id));
    let with = |claim: &Arc<Annotation>| {
        let mut after = Annotation::clone(claim);
        after.details.attribution.clone_from(&credited.details.attribution);
        (Arc::clone(claim), after)
    };
    own.map(with).collect()
}

/// The shortest quote with a speaker that contains an annotation.
pub(in crate::session) fn quote_around<'l>(layer: &'l Layer, inner: &Annotation) -> Option<&'l Arc<Annotation>> {
    let around = layer.touching(inner.start(), inner.end()).filter(|a| a.id != inner.id && a.label == Label::Quote);
    let holding = around.filter(|a| a.start() <= inner.start() && inner.end() <= a.end());
    holding.filter(|a| !a.details.attribution.is_empty()).min_by_key(|a| a.end().0 - a.start().0)
}

/// The mention of an actor that is the best evidence for an annotation: that of a quote around it, or the nearest one in its
/// paragraphs and their neighbours, mentions outside of the annotation first.
pub(in crate::session) fn nearest_mention(
    text: &Text,
    layer: &Layer,
    annotation: &Annotation,
    actor: &ActorId,
) -> Option<AnnotationId> {
    let around = layer.touching(annotation.start(), annotation.end());
    let holding = around.filter(|a| a.id != annotation.id && a.start() <= annotation.start() && annotation.end() <= a.end());
    let shown = holding.flat_map(|a| &a.details.attribution).find(|held| held.who.actor() == Some(actor));
    if let Some(mention) = shown.and_then(|held| held.mention.clone()) {
        return Some(mention);
    }
    let (first, last) = (text.paragraph_at(annotation.start()), text.paragraph_at(annotation.end()));
    let from = text.paragraph(first.saturating_sub(1)).start;
    let to = text.paragraph((last + 1).min(text.paragraph_count().saturating_sub(1))).end;
    let naming =
        layer.touching(ByteOffset(from), ByteOffset(to)).filter(|a| a.label == Label::Actor && a.actor.as_ref() == Some(actor));
    naming.min_by_key(|mention| distance(text, annotation, mention)).map(|mention| mention.id.clone())
}

/// Bytes between a mention and the nearest fragment; mentions inside the annotation, and in other paragraphs, come last.
fn distance(text: &Text, annotation: &Annotation, mention: &Annotation) -> (bool, bool, usize) {
    let inside = annotation.spans().any(|span| span.start() <= mention.start() && mention.end() <= span.end());
    let apart = annotation.spans().map(|span| {
        let after = mention.start().0.saturating_sub(span.end().0);
        after + span.start().0.saturating_sub(mention.end().0)
    });
    let paragraph = text.paragraph_at(mention.start());
    let elsewhere = annotation.spans().all(|span| text.paragraph_at(span.start()) != paragraph);
    (inside, elsewhere, apart.min().unwrap_or(0))
}
