//! A layer that is changed piece by piece is the layer that would be made at once.

use std::sync::Arc;

use dicta::model::{Annotation, AnnotationId, Fragment, Label, Layer};
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
