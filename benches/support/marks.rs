//! Annotations over a text: quotes with actors in them, claims that cross them, some in two fragments, one over it all.

use std::sync::Arc;

use dicta::model::{Anchor, Annotation, AnnotationId, Details, Fragment, Label, Layer, Timestamp, Unknown};
use dicta::text::{ByteOffset, Span, Text};

use super::random::Random;

/// When everything was made: 2 February 2026.
pub const NOW: Timestamp = Timestamp(1_770_000_000_000);

/// `count` annotations, spread evenly over the text.
pub fn layer(text: &Text, count: usize, seed: u64) -> Layer {
    let mut random = Random(seed);
    let end = text.end().0;
    let mut made = Vec::with_capacity(count);
    for number in 0..count {
        // A quote, an actor in it, a claim that crosses it, an actor behind it.
        let place = (number / 4 * 4) * end / count.max(1);
        let (label, from, long) = match number % 4 {
            0 => (Label::Quote, place, random.between(60, 220)),
            1 => (Label::Actor, place + 12, random.between(6, 24)),
            2 => (Label::Claim, place + 40, random.between(80, 260)),
            _ => (Label::Actor, place + 300, random.between(6, 24)),
        };
        let mut spans = vec![(from, from + long)];
        if number.is_multiple_of(40) {
            spans.push((from + long + 30, from + long + 80));
        }
        if number == 2 {
            spans = vec![(0, end)];
        }
        made.extend(annotation(text, label, &spans, number));
    }
    Layer::new(made)
}

fn annotation(text: &Text, label: Label, spans: &[(usize, usize)], number: usize) -> Option<Arc<Annotation>> {
    let snapped = |&(from, to): &(usize, usize)| Span::snapped(text, ByteOffset(from), ByteOffset(to.min(text.end().0)));
    let fragments: Vec<Fragment> = spans.iter().filter_map(snapped).map(|span| Fragment::new(text, span)).collect();
    if fragments.is_empty() {
        return None;
    }
    Some(Arc::new(Annotation {
        id: AnnotationId::parse(&format!("a{number:09}")).ok()?,
        label,
        fragments,
        note: if number.is_multiple_of(25) { "compare with the first version".to_owned() } else { String::new() },
        unsure: number.is_multiple_of(17),
        actor: None,
        details: Details::default(),
        origin: "hand".to_owned(),
        anchor: Anchor::Exact,
        created: NOW,
        modified: NOW,
        unknown: Unknown::default(),
    }))
}
