//! A layer that is changed piece by piece is the layer that would be made at once.

use std::sync::Arc;

use dicta::model::{
    ActorId, Annotation, AnnotationId, ArticleId, Attribution, Fragment, Label, Layer, Link, LinkId, LinkKind, Who,
};
use dicta::text::{ByteOffset, Span, Text};
use proptest::prelude::*;

fn annotation(text: &Text, id: u8, from: usize, length: usize) -> Arc<Annotation> {
    let span = Span::new(text, ByteOffset(from), ByteOffset(from + length)).unwrap();
    let ron = format!(
        "(id: \"n{id}\", label: Quote, fragments: [], origin: \"hand\", created: \"2026-02-02T02:40:00Z\", modified: \"2026-02-02T02:40:00Z\")"
    );
    let mut made: Annotation = ron::from_str(&ron).unwrap();
    made.fragments = vec![Fragment::new(text, span)];
    Arc::new(made)
}

proptest! {
    #[test]
    fn putting_and_removing_gives_the_same_as_making_anew(
        acts in prop::collection::vec((0_u8..12, 0_usize..80, 1_usize..20, any::<bool>()), 0..60),
    ) {
        let text = Text::new("x".repeat(100));
        let mut layer = Layer::default();
        let mut held: Vec<Arc<Annotation>> = Vec::new();
        for (id, from, length, removes) in acts {
            let made = annotation(&text, id, from, length);
            held.retain(|a| a.id != made.id);
            if removes {
                layer.remove(&made.id);
            } else {
                layer.put(Arc::clone(&made));
                held.push(made);
            }
            prop_assert_eq!(&layer, &Layer::new(held.clone()));
            for (at, annotation) in layer.annotations().iter().enumerate() {
                prop_assert_eq!(layer.position(&annotation.id), Some(at));
            }
            prop_assert_eq!(layer.get(&AnnotationId::parse("n99").unwrap()), None);
            let touching = layer.touching(ByteOffset(40), ByteOffset(41)).count();
            prop_assert_eq!(touching, held.iter().filter(|a| a.touches(ByteOffset(40)) || a.touches(ByteOffset(41))).count());
        }
    }
}

#[test]
fn the_annotations_with_a_property_are_found_without_the_others() {
    let text = Text::new("x".repeat(4_000));
    let made = (0..200_u8).map(|number| {
        let mut made = Annotation::clone(&annotation(&text, number, usize::from(number) * 20, 10));
        let details = &mut made.details;
        let mention = number.is_multiple_of(14).then(|| AnnotationId::parse("n1").unwrap());
        if number.is_multiple_of(7) {
            details.attribution.push(Attribution { who: Who::Author, mention });
        }
        if number.is_multiple_of(11) {
            let (id, article) = (LinkId::parse("l").unwrap(), ArticleId::parse("a").unwrap());
            let to = AnnotationId::parse("n2").unwrap();
            details.links.push(Link { id, kind: LinkKind::SameStatement, article, to, note: String::new() });
        }
        made.actor = number.is_multiple_of(13).then(|| ActorId::parse("ann").unwrap());
        Arc::new(made)
    });
    let layer = Layer::new(made.collect());
    let every = |step: usize| (0..200).step_by(step).map(|number| format!("n{number}")).collect::<Vec<_>>();
    let ids = |found: Vec<&Arc<Annotation>>| found.iter().map(|a| a.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(layer.attributed(false).collect()), every(7));
    assert_eq!(ids(layer.attributed(true).collect()), every(7).into_iter().rev().collect::<Vec<_>>());
    assert_eq!(ids(layer.naming().collect()), every(13));
    assert_eq!(ids(layer.linking().collect()), every(11));
    assert_eq!(ids(layer.resting_on_mentions().collect()), every(14));
    assert_eq!(
        (layer.begun_before(ByteOffset(0)), layer.begun_before(ByteOffset(21)), layer.begun_before(text.end())),
        (0, 2, 200)
    );
}

#[test]
fn an_older_journals_annotation_reads_without_the_fields_that_came_later() {
    let text = Text::new("words");
    let read = annotation(&text, 1, 0, 5);
    assert_eq!((read.label, read.note.as_str(), read.unsure, &read.actor), (Label::Quote, "", false, &None));
    assert!(read.unknown.0.is_empty());
    let lost: dicta::model::Lost = ron::from_str(
        "(id: \"n1\", label: Claim, fragments: [(chars: (1, 2), words: \"w\")], origin: \"hand\", created: \"2026-02-02T02:40:00Z\", modified: \"2026-02-02T02:40:00Z\")",
    )
    .unwrap();
    assert_eq!((lost.note.as_str(), lost.fragments[0].after.as_str()), ("", ""));
    let digest = "0".repeat(64);
    let article: dicta::edit::StoredArticle =
        ron::from_str(&format!("(id: \"a\", text: \"x\", digest: \"{digest}\", imported: \"2026-02-02T02:40:00Z\")")).unwrap();
    assert_eq!(article.metadata, dicta::model::Metadata::default());
}
